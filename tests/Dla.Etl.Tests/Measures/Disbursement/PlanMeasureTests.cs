using Dla.Etl.Measures.Disbursement;
using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Measures.Disbursement;

public sealed class PlanMeasureTests
{
    private static readonly PlanStanding Standing =
        PlanStanding.Of(HandWorkedMonth.Plans, HandWorkedMonth.PlansBefore, HandWorkedMonth.Registry, Provinces.All.GroupBy(province => province.Region));

    [Theory]
    [InlineData("56", 30, 8, 3_600_000_00, "240/7", 2, 2, 3, "3.6 of 10.5 million; the provincial organization has not reported and the row of a stranger is in no sum")]
    [InlineData("21", 9, 5, 1_800_000_50, "100", 1, 3, 3, "all of the budget; who has nothing to report has reported, and who has no budget yet adds projects")]
    public void A_province_is_what_its_authorities_say(string code, int planned, int disbursed, long satang, string ofBudget, int rank, int reported, int of, string reason)
    {
        var province = Province(code);
        province.Part.Now.ShouldNotBeNull(reason);
        (province.Part.Now!.Projects(PlanStep.Planned), province.Part.Now.Projects(PlanStep.Disbursed), province.Part.Now.Satang(PlanStep.Disbursed)).ShouldBe((planned, disbursed, satang), reason);
        province.Part.Now.DisbursedOfBudget.ShouldBe(Rational.Parse(ofBudget).Value, reason);
        (province.Rank, province.Part.Coverage).ShouldBe((rank, new Coverage(reported, of)), reason);
    }

    [Theory]
    [InlineData("34", 1, 1, "it reported, but leaves a step out: missing is not zero")]
    [InlineData("44", 0, 1, "it has not reported")]
    public void Without_a_complete_row_there_are_no_figures_and_no_rank(string code, int reported, int of, string reason)
    {
        var province = Province(code);
        (province.Part.Now, province.Part.Moved, province.Rank, province.Part.Coverage).ShouldBe((null, null, null, new Coverage(reported, of)), reason);
    }

    [Theory]
    [InlineData(PlanStep.Planned, null, null, "nothing comes before the first")]
    [InlineData(PlanStep.Approved, "280/3", "650/7", "28 of 30 projects, 13 of 14 million")]
    [InlineData(PlanStep.Budgeted, "575/7", "1050/13", "23 of 28, 10.5 of 13 million")]
    [InlineData(PlanStep.Contracted, "1600/23", "500/7", "16 of 23, 7.5 of 10.5 million")]
    [InlineData(PlanStep.Disbursed, "50", "48", "8 of 16, 3.6 of 7.5 million")]
    public void Each_step_is_a_part_of_the_one_before(PlanStep step, string? projects, string? baht, string reason)
    {
        var now = Province("56").Part.Now!;
        now.OfStepBefore(PlanFigure.Projects, step).ShouldBe(projects is null ? null : Rational.Parse(projects).Value, reason);
        now.OfStepBefore(PlanFigure.Baht, step).ShouldBe(baht is null ? null : Rational.Parse(baht).Value, reason);
    }

    [Fact]
    public void What_comes_of_nothing_has_no_percentage()
    {
        var unfunded = Province("21").Authorities.Single(one => one.Authority.Code.ToString() == "06210201");
        unfunded.Part.Now!.OfStepBefore(PlanFigure.Baht, PlanStep.Budgeted).ShouldBe(Rational.Zero);
        unfunded.Part.Now.OfStepBefore(PlanFigure.Baht, PlanStep.Contracted).ShouldBeNull("no budget to be a part of");
        (unfunded.Part.Now.DisbursedOfBudget, unfunded.Rank).ShouldBe((null, null));
    }

    [Fact]
    public void Only_who_reported_in_both_months_has_moved()
    {
        var moved = Province("56").Part.Moved!;
        moved.Authorities.ShouldBe(1, "one reported in April alone, one in May alone");
        PlanSteps.All.Select(moved.Change.Projects).ShouldBe([0, 0, 5, 4, 3]);
        PlanSteps.All.Select(moved.Change.Satang).ShouldBe([0, 0, 2_500_000_00, 2_000_000_00, 2_000_000_00]);
        var country = Standing.Country.Moved!;
        (country.Authorities, country.Change.Projects(PlanStep.Planned), country.Change.Satang(PlanStep.Disbursed)).ShouldBe((2, -1, 2_900_000_25));
    }

    [Fact]
    public void What_is_in_no_sum_is_counted()
    {
        (Standing.Incomplete, Standing.SayNothing, Standing.Strangers.Count, Standing.Country.Coverage).ShouldBe((1, 1, 1, new Coverage(6, 8)));
        Standing.Country.Now!.Projects(PlanStep.Planned).ShouldBe(39);
        Standing.Regions.Aggregate(0m, (sum, region) => sum + (region.Part.Now?.Projects(PlanStep.Planned) ?? 0)).ShouldBe(39, "regions are the country");
        Standing.Ranked.Select(province => province.Province.Code.ToString()).ShouldBe(["21", "56"]);
    }

    private static ProvincePlan Province(string code) => Standing.Provinces.Single(one => one.Province.Code.ToString() == code);
}

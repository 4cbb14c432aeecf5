using Dla.Etl.Measures.Disbursement;
using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Measures.Disbursement.Printing;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.Disbursement;

public sealed class GrantMeasureTests
{
    private static readonly GrantStanding Standing = GrantStanding.Of(HandWorkedMonth.Grants, HandWorkedMonth.Registry, Provinces.All, ["G14", "G15", "G23"]);

    private static readonly ProjectPipeline Pipeline = ProjectPipeline.Of(HandWorkedMonth.Projects, HandWorkedMonth.Stages, HandWorkedMonth.Registry, Provinces.All);

    [Theory]
    [InlineData("56", 4_000_000, 2_950_000, "73.75", 1, 2, 3, "the provincial organization has not reported; the row without disbursement is in no sum")]
    [InlineData("21", 1_000_000, 690_000, "69", 2, 3, 3, "one of three says that there is nothing to report, and has reported")]
    [InlineData("34", 100_000, 50_000, "50", 3, 1, 1, "below the target")]
    public void A_province_is_what_its_authorities_say(string code, long received, long disbursed, string percent, int rank, int reported, int of, string reason)
    {
        var province = Standing.Provinces.Single(one => one.Province.Code.ToString() == code);
        province.Sum.ShouldNotBeNull(reason);
        (province.Sum!.Value.Received, province.Sum.Value.Disbursed).ShouldBe((received * 100, disbursed * 100), reason);
        province.Sum.Value.Percent.ShouldBe(Rational.Parse(percent).Value, reason);
        (province.Rank, province.Coverage).ShouldBe((rank, new Coverage(reported, of)), reason);
    }

    [Fact]
    public void Nobody_reporting_is_not_zero_and_has_no_rank()
    {
        var silent = Standing.Provinces.Single(one => one.Province.Code.ToString() == "44");
        (silent.Sum, silent.Rank, silent.Coverage).ShouldBe((null, null, new Coverage(0, 1)));
        Standing.Country!.Value.Percent.ShouldBe(Rational.Of(36_900, 510));
        Standing.Country.Value.CarriedOver.ShouldBe(50_000_00, "apart, and not in the percentage");
        (Standing.Incomplete, Standing.Strangers.Count, Standing.Coverage).ShouldBe((1, 1, new Coverage(6, 8)));
    }

    [Fact]
    public void Equal_percentages_share_a_rank()
    {
        var rayong = Standing.Provinces.Single(one => one.Province.Code.ToString() == "21").Authorities;
        rayong.Where(part => part.Sum is not null).Select(part => part.Rank).ShouldBe([1, 1]);
        rayong.Single(part => part.Sum is null).Rank.ShouldBeNull("it has nothing to report");
        Standing.FurthestBehind(2).Select(part => part.Authority.Code.ToString()).ShouldBe(["06340101", "06560201"]);
    }

    [Fact]
    public void The_published_first_quarter_of_2566_comes_out() // DOMAIN §9.8, in millions
    {
        var sum = new GrantSum(3_185_000, 982_208, 0);
        (sum.Percent!.Value * 100).Round().ShouldBe(3084);
        (sum.Gap(Declared<Rational>.Known(32))!.Value * 100).Round().ShouldBe(-116);
    }

    [Fact]
    public void Ranks_are_as_far_down_as_there_are_better_ones() => Prop.ForAll(Gen.Choose(-1, 5).ListOf(12).ToArbitrary(), numbers =>
    {
        Rational?[] values = [.. numbers.Select(number => number < 0 ? (Rational?)null : number)];
        var ranks = Ranking.Of(values);
        return Enumerable.Range(0, values.Length).All(index => values[index] is { } value
            ? ranks[index] == 1 + values.Count(other => other is { } known && known > value)
            : ranks[index] is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Projects_move_and_stay()
    {
        Movement.Between(HandWorkedMonth.ProjectsBefore, HandWorkedMonth.Projects).ShouldBe(new Movement(Advanced: 2, Stayed: 2, Back: 1, New: 2, Gone: 1));
        Pipeline.Stages.Select(stage => stage.Projects).ShouldBe([2, 0, 1, 1, 0, 2, 1]);
        Pipeline.StuckLongest(10).Select(project => (project.Row.Project, project.Months)).ShouldBe([("ปรับปรุงอาคารศูนย์พัฒนาเด็กเล็ก", 3), ("ก่อสร้างระบบประปาหมู่บ้าน หมู่ที่ 2", 2)]);
        Pipeline.SignedUndisbursed.Select(project => project.Row.ContractNumber).ShouldBe(["2/2566", "5/2566"], "a contract without a date comes last");
        (Pipeline.Country.Used, Pipeline.Country.Outstanding, Pipeline.Country.CarriedOver).ShouldBe((3_430_000_00, 3_030_000_00, 20_000_00));
    }

    [Theory]
    [InlineData("05560101", FollowUpState.OnTime, "a second before midnight of the fifth in Bangkok")]
    [InlineData("06560201", FollowUpState.Late, "midnight itself; a later file that was refused changes nothing")]
    [InlineData("05210101", FollowUpState.OnTime, "first entered on the second, corrected late")]
    [InlineData("06210102", FollowUpState.Nothing, "says that there is nothing, on time")]
    [InlineData("06210201", FollowUpState.Nothing, "says that there is nothing, late")]
    [InlineData("06340101", FollowUpState.Refused, "its own file did not pass")]
    [InlineData("05440101", FollowUpState.Refused, "the province's compilation did not pass")]
    [InlineData("02560001", FollowUpState.NotSent, "nothing came")]
    public void An_authority_stands_as_what_came_of_it(string authority, FollowUpState state, string reason)
    {
        var followUp = FollowUpOf("general", null);
        followUp.Entries[authority].State.ShouldBe(state, reason);
        followUp.Entries["06210201"].IsOnTime.ShouldBeFalse();
        FollowUpCounts.Of(followUp.Entries.Values).ShouldBe(new FollowUpCounts(OnTime: 3, Late: 2, Nothing: 2, Refused: 2, NotSent: 1, NotConcerned: 0));
    }

    [Fact]
    public void Where_another_return_counts_by_now_the_day_is_told_as_that_of_the_first()
    {
        var accounts = FollowUpAccounts.Of(HandWorkedMonth.Input("grant-follow-up", HandWorkedMonth.Registry));
        var entries = accounts.FollowUps[0].Entries;
        accounts.Origin(0, "05560101", entries["05560101"]).ShouldBe(accounts.Origin(0, "05560101"), "sent once: its rows are those of the day");
        accounts.Origin(0, "02560001", entries["02560001"]).ShouldBe(accounts.Origin(0, "02560001"), "nothing came");
        var told = accounts.Origin(0, "05210101", entries["05210101"]).ShouldBeOfType<ComputedOf>();
        told.Words.ShouldContain("เป็นของฉบับแรกที่ผ่านการตรวจสอบและมีแถวของ อปท. แห่งนี้ ซึ่งได้รับเมื่อ 2 มิถุนายน 2566");
        told.Parts.ShouldBe(
        [
            new StandingReturns("general-grant-disbursement", HandWorkedMonth.May) { Unit = "05210101" },
            new StandingReturns("general-grant-disbursement", HandWorkedMonth.May) { Unit = "21" }, accounts.Origin(0, "05210101"),
        ], "its own files, those of its province, and the rows that count");
    }

    [Fact]
    public void Who_has_no_allocation_need_not_report_specific_grants()
    {
        var entries = FollowUpOf("specific", new HashSet<string>(["05560101", "06560201"], StringComparer.Ordinal)).Entries;
        entries["06560201"].State.ShouldBe(FollowUpState.NotSent);
        entries["05440101"].State.ShouldBe(FollowUpState.NotConcerned);
        entries["02560001"].State.ShouldBe(FollowUpState.Refused, "it sent one, so it is concerned");
        FollowUpCounts.Of(entries.Values).Coverage.ShouldBe(new Coverage(2, 4));
    }

    [Theory]
    [InlineData("ซ่อมแซมถนนสายบ้านนายตัวอย่าง สมมติ", false, "a name inside a word without a space before it")]
    [InlineData("ซ่อมถนนหน้าบ้าน นายตัวอย่าง สมมติ ระยะทาง 300 เมตร", true, "a person's name")]
    [InlineData("ติดต่อ example@example.go.th", true, "an address")]
    [InlineData("ก่อสร้างถนนคอนกรีต หมู่ที่ 1", false, "nothing to hide")]
    public void What_a_sender_wrote_goes_on_without_personal_data(string text, bool hidden, string reason)
    {
        var masked = PersonalData.Masked(text);
        PersonalData.In(masked).ShouldBeNull(reason);
        (masked != text).ShouldBe(hidden, reason);
    }

    private static FormFollowUp FollowUpOf(string form, IReadOnlySet<string>? concerned) => FormFollowUp.Of(
        form, new DateOnly(2023, 6, 5), HandWorkedMonth.Registry, HandWorkedMonth.Entries(form), HandWorkedMonth.Refused(form), concerned);
}

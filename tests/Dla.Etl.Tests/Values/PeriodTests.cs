using Dla.Etl.Normalising;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Values;

public class PeriodTests
{
    private static readonly Gen<Period> Any =
        from year in Gen.Choose(FiscalYear.First + 1, FiscalYear.Last - 1)
        from month in Gen.Choose(0, 12)
        select month == 0 ? (Period)FiscalYear.FromBuddhistEra(year) : Period.MonthOf(FiscalYear.FromBuddhistEra(year), month);

    public static TheoryData<string, int, int, string, string, string?> Cases => new()
    {
        { "2564", 2564, 2564, "2020-10-01", "2021-09-30", "2563" }, // a year, and the year before
        { "2565-10", 256510, 2566, "2022-10-01", "2022-10-31", null }, // the first month of the fiscal year: nothing before it
        { "2565-12", 256512, 2566, "2022-12-01", "2022-12-31", "2565-11" },
        { "2566-01", 256601, 2566, "2023-01-01", "2023-01-31", "2565-12" }, // over the turn of the calendar year
        { "2566-05", 256605, 2566, "2023-05-01", "2023-05-31", "2566-04" },
        { "2566-09", 256609, 2566, "2023-09-01", "2023-09-30", "2566-08" }, // the last month
        { "2567-02", 256702, 2567, "2024-02-01", "2024-02-29", "2567-01" }, // a leap day
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_period_knows_its_year_its_days_and_the_one_before(string text, int number, int year, string first, string last, string? before)
    {
        var period = Period.Parse(text).Value;
        period.Number.ShouldBe(number);
        period.Year.BuddhistEra.ShouldBe(year);
        period.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(first);
        period.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(last);
        period.Before?.ToString().ShouldBe(before);
        Period.FromNumber(number).ShouldBe(period);
        period.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2539")] // before the first year
    [InlineData("2566-13")]
    [InlineData("2566-00")]
    [InlineData("2566-5")] // two digits, so that it sorts
    [InlineData("2566/05")]
    [InlineData("2023-05")] // common era
    [InlineData("2640-10")] // October of the last calendar year belongs to a fiscal year beyond it
    [InlineData("๒๕๖๖-๐๕")] // Thai digits are made Arabic at the edge
    public void Anything_else_is_none(string? text) => Period.Parse(text).Succeeded.ShouldBeFalse();

    [Fact]
    public void Text_and_number_give_the_period_again_and_sort_as_time() =>
        Prop.ForAll(Arb.From(Gen.Zip(Any, Any)), pair =>
        {
            var (left, right) = pair;
            Period.Parse(left.ToString()).Value.ShouldBe(left);
            Period.FromNumber(left.Number).ShouldBe(left);
            if (left.Month is null == right.Month is null)
                left.CompareTo(right).ShouldBe(left.FirstDay.CompareTo(right.FirstDay));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_months_of_a_year_follow_each_other_and_fill_it()
    {
        var year = FiscalYear.FromBuddhistEra(2566);
        var months = Period.MonthsOf(year);
        months.Count.ShouldBe(12);
        months[0].FirstDay.ShouldBe(year.Start);
        months[^1].LastDay.ShouldBe(year.End);
        for (var index = 1; index < months.Count; index++)
        {
            months[index].Before.ShouldBe(months[index - 1]);
            months[index].FirstDay.ShouldBe(months[index - 1].LastDay.AddDays(1));
        }
    }

    [Theory]
    [InlineData("2564", "ปีงบประมาณ พ.ศ. 2564", "ปีงบประมาณ พ.ศ. 2564", "2564")]
    [InlineData("2565-10", "ตุลาคม พ.ศ. 2565", "เดือนตุลาคม พ.ศ. 2565", "ต.ค. 65")] // the calendar year, not the fiscal one
    public void People_read_it_in_Thai(string text, string name, string called, string shortly)
    {
        var period = Period.Parse(text).Value;
        ThaiPeriods.Name(period).ShouldBe(name);
        ThaiPeriods.Called(period).ShouldBe(called);
        ThaiPeriods.Short(period).ShouldBe(shortly);
    }
}

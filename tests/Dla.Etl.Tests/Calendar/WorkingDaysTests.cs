using System.Globalization;
using Dla.Etl.Calendar;
using Dla.Etl.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Calendar;

/// <summary>The shipped calendar, day by day where it is tricky, and what holds of any.</summary>
public class WorkingDaysTests
{
    private static readonly WorkingDays Shipped = new(HolidayCalendar.Load(DefinitionFiles.Read(Path.Combine(AppContext.BaseDirectory, "templates"))));

    [Theory]
    [InlineData("2021-05-31", true, "an ordinary Monday")]
    [InlineData("2021-05-29", false, "a Saturday")]
    [InlineData("2021-05-30", false, "a Sunday")]
    [InlineData("2020-05-01", true, "Labour Day is no holiday of civil servants")]
    [InlineData("2021-05-04", false, "Coronation Day since 2563")]
    [InlineData("2019-05-04", false, "2562: a Saturday")]
    [InlineData("2018-05-04", true, "Coronation Day was not yet on 4 May")]
    [InlineData("2016-05-05", false, "Coronation Day of then")]
    [InlineData("2017-05-05", true, "and not any more")]
    [InlineData("2021-06-03", false, "Queen's birthday since 2562")]
    [InlineData("2018-06-04", true, "not before")]
    [InlineData("2021-05-26", false, "Visakha of 2564, as entered")]
    [InlineData("2021-07-26", false, "Asalha on Saturday and Lent on Sunday: Monday")]
    [InlineData("2021-07-27", true, "for both one day only")]
    [InlineData("2022-05-16", false, "Visakha of 2565 on a Sunday: Monday")]
    [InlineData("2021-05-10", false, "royal ploughing 2564, as entered")]
    [InlineData("2021-02-12", false, "added by the cabinet")]
    [InlineData("2022-01-03", false, "1 January 2565 on a Saturday: Monday")]
    [InlineData("2022-01-04", true, "and only that")]
    [InlineData("2017-01-02", false, "31 December 2559 on a Saturday: Monday")]
    [InlineData("2017-01-03", false, "and 1 January on the Sunday: Tuesday")]
    [InlineData("2017-01-04", true, "no more")]
    [InlineData("2024-01-02", false, "31 December 2566 on a Sunday, 1 January itself on the Monday: Tuesday")]
    [InlineData("2024-01-03", true, "no more")]
    [InlineData("2018-04-16", false, "Songkran Friday to Sunday: Monday")]
    [InlineData("2018-04-17", true, "for two days of the weekend one day only")]
    [InlineData("2019-04-16", false, "Songkran Saturday to Monday: Tuesday")]
    [InlineData("2019-04-17", true, "one day only")]
    [InlineData("2025-04-16", false, "Songkran Sunday to Tuesday: Wednesday")]
    [InlineData("2023-04-17", false, "Songkran Thursday to Saturday: Monday")]
    [InlineData("2026-04-16", true, "Songkran Monday to Wednesday: nothing to make up for")]
    [InlineData("2021-12-06", false, "5 December on a Sunday")]
    [InlineData("2022-12-12", false, "10 December on a Saturday")]
    public void A_day_is_a_working_day_or_not(string day, bool expected, string because) => Shipped.IsWorkingDay(Day(day)).ShouldBe(expected, because);

    [Theory]
    [InlineData("2021-05-31", -5, "2021-05-21", "the deadline of 2564: 28, 27, 25, 24, 21, since the 26th is Visakha")]
    [InlineData("2021-05-31", 1, "2021-06-01", "the next day")]
    [InlineData("2021-05-31", 3, "2021-06-04", "1, 2, 4 June, since the 3rd is the Queen's birthday")]
    [InlineData("2021-05-31", 0, "2021-05-31", "the day itself")]
    [InlineData("2021-05-30", 1, "2021-05-31", "from a Sunday")]
    [InlineData("2021-05-30", -1, "2021-05-28", "from a Sunday backwards")]
    [InlineData("2021-05-30", 0, "2021-05-30", "a deadline on a Sunday stays there")]
    [InlineData("2021-12-30", 1, "2022-01-04", "over the end of the year: 31, 1, 2 and the day for the 1st")]
    [InlineData("2022-01-04", -1, "2021-12-30", "and back")]
    [InlineData("2016-12-30", 1, "2017-01-04", "the longest end of a year")]
    [InlineData("2019-04-12", 1, "2019-04-17", "over Songkran with its day made up for")]
    [InlineData("2021-04-09", 1, "2021-04-16", "Songkran of 2564 with the cabinet's Monday before it")]
    public void Working_days_are_counted(string from, int count, string expected, string because) => Shipped.Add(Day(from), count).ShouldBe(Day(expected), because);

    [Fact]
    public void A_year_without_its_holidays_of_the_moon_says_so_and_works()
    {
        Shipped.Lacks(2021).ShouldBeFalse();
        Shipped.Lacks(2039).ShouldBeTrue();
        Shipped.IsWorkingDay(Day("2039-12-05")).ShouldBeFalse();
        Shipped.HolidayOn(Day("2021-07-26")).ShouldBe("ชดเชยวันอาสาฬหบูชา");
        Shipped.HolidayOn(Day("2021-05-29")).ShouldBeNull();
    }

    [Fact]
    public void Counting_forth_and_back_comes_home_from_a_working_day() => Prop.ForAll(Gen.Choose(0, 7300).ToArbitrary(), Gen.Choose(-60, 60).ToArbitrary(), (offset, count) =>
    {
        var day = new DateOnly(2015, 1, 1).AddDays(offset);
        var there = Shipped.Add(day, count);
        return (!Shipped.IsWorkingDay(day) || Shipped.Add(there, -count) == day)
            && (count == 0 || Shipped.IsWorkingDay(there))
            && (count <= 0 || Shipped.Between(day, there) == count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Further_is_later() => Prop.ForAll(Gen.Choose(0, 7300).ToArbitrary(), Gen.Choose(-40, 40).ToArbitrary(), (offset, count) =>
        Shipped.Add(new DateOnly(2015, 1, 1).AddDays(offset), count) < Shipped.Add(new DateOnly(2015, 1, 1).AddDays(offset), count + 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_working_day_is_a_Saturday_or_Sunday_and_every_holiday_on_one_is_made_up_for_within_the_week() => Prop.ForAll(Gen.Choose(0, 7300).ToArbitrary(), offset =>
    {
        var day = new DateOnly(2015, 1, 1).AddDays(offset);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return !(weekend && Shipped.IsWorkingDay(day))
            && (!weekend || Shipped.HolidayOn(day) is null || Enumerable.Range(1, 5).Any(later => Shipped.HolidayOn(day.AddDays(later))?.StartsWith("ชดเชย", StringComparison.Ordinal) == true));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{day: 13-01, name: x, from: 2541, source: x}", "fixed", "MM-dd")]
    [InlineData("{day: 02-29, name: x, from: 2541, source: x}", "fixed", "MM-dd")]
    [InlineData("{day: 01-01, name: x, from: 1998, source: x}", "fixed", "2400")]
    [InlineData("{day: 01-01, name: x, from: 2541}", "fixed", "source")]
    [InlineData("2564: {source: x, makha_bucha: 2021-02-26}", "years", "visakha_bucha")]
    [InlineData("2564: {source: x, makha_bucha: 2020-02-26, visakha_bucha: 2021-05-26, asalha_bucha: 2021-07-24, buddhist_lent: 2021-07-25}", "years", "must be a day of 2021")]
    [InlineData("2021: {source: x, makha_bucha: 2021-02-26, visakha_bucha: 2021-05-26, asalha_bucha: 2021-07-24, buddhist_lent: 2021-07-25}", "years", "Buddhist era")]
    public void A_mistake_in_the_calendar_is_named(string line, string where, string says)
    {
        var (entry, year) = where == "fixed" ? ($"  - {line}", "  {}") : ("  []", $"  {line}");
        var wrong = Should.Throw<DefinitionException>(() => HolidayCalendar.Read("holidays.yaml",
            $"updated: 2026-01-01\nsource: x\nsubstitution: {{from: 2544, source: x}}\nfixed:\n{entry}\nyears:\n{year}\n"));
        wrong.Message.ShouldContain(says);
        wrong.Message.ShouldContain("holidays.yaml");
    }

    [Fact]
    public void A_day_that_the_cabinet_has_worked_is_a_working_day_and_needs_no_other()
    {
        var calendar = new WorkingDays(HolidayCalendar.Read("holidays.yaml",
            """
            updated: 2026-01-01
            source: x
            substitution: {from: 2544, source: x}
            fixed:
              - {day: 04-13, name: วันสงกรานต์, from: 2541, group: songkran, source: x}
            years:
              2563:
                source: x
                makha_bucha: 2020-02-08
                visakha_bucha: 2020-05-06
                asalha_bucha: 2020-07-05
                buddhist_lent: 2020-07-06
                working: [{day: 2020-04-13, name: เลื่อนสงกรานต์}]
                special: [{day: 2020-07-27, name: ชดเชยสงกรานต์}]
            """));
        calendar.IsWorkingDay(Day("2020-04-13")).ShouldBeTrue();
        calendar.IsWorkingDay(Day("2020-07-27")).ShouldBeFalse();
        calendar.HolidayOn(Day("2020-07-07")).ShouldBe("ชดเชยวันอาสาฬหบูชา", "Asalha on a Sunday, Lent on the Monday: Tuesday");
        calendar.HolidayOn(Day("2020-02-10")).ShouldBe("ชดเชยวันมาฆบูชา");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

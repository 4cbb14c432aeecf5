using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Normalising;

public class DateTextTests
{
    private static readonly DateOnly Deadline = new(2021, 5, 31);

    public static TheoryData<string, string, string> Deadlines => new()
    {
        { "four-digit year", "31/05/2564", "" },
        { "two-digit year", "31/5/64", "two_digit_year" },
        { "dots of the month", "31 พ.ค. 2564", "" },
        { "dots and two digits", "31 พ.ค. 64", "two_digit_year" },
        { "one dot", "31 พค. 2564", "month_without_dots" },
        { "no dot: the framework fails on all twelve", "31 พค 2564", "month_without_dots" },
        { "full month and era", "31 พฤษภาคม พ.ศ. 2564", "" },
        { "era with a space, no dots", "31 พฤษภาคม พ. ศ. 2564", "" },
        { "Thai digits: the framework fails", "๓๑ พฤษภาคม ๒๕๖๔", "thai_digits" },
        { "as the circular writes it", "วันที่ ๓๑ พฤษภาคม ๒๕๖๔", "thai_digits" },
        { "letter's date", "ลว. 31 พ.ค. 64", "two_digit_year" },
        { "letter's date in full", "ลงวันที่ 31 พฤษภาคม 2564", "" },
        { "as of", "ณ วันที่ 31 พฤษภาคม 2564", "" },
        { "as the framework's format D writes it", "วันจันทร์ที่ 31 พฤษภาคม พ.ศ. 2564", "" },
        { "word for month", "31 เดือนพฤษภาคม พ.ศ. 2564", "" },
        { "no spaces", "31พ.ค.2564", "" },
        { "dashes", "31-พ.ค.-64", "two_digit_year" },
        { "points", "31.5.2564", "" },
        { "common era: 1478 in the framework under th-TH", "31/05/2021", "common_era_year" },
        { "ISO: 1478 in the framework under th-TH", "2021-05-31", "common_era_year" },
        { "ISO with a Buddhist year", "2564-05-31", "" },
        { "common era in words", "31 พฤษภาคม ค.ศ. 2021", "common_era_year" },
        { "time of a csv", "31/05/2564 00:00:00", "time_dropped" },
        { "time as people write it", "31 พ.ค. 2564 เวลา 16.30 น.", "time_dropped" },
        { "ISO with time", "2021-05-31T16:30:00", "time_dropped,common_era_year" },
        { "known misspelling", "31 พฤกษภาคม 2564", "month_spelling" },
        { "no-break spaces", "31\u00A0พ.ค.\u00A02564", "odd_spaces" },
        { "decomposed and zero-width text", "ว\u0E31นท\u0E48\u0E35 31\u200B พ.ค. 2564", "zero_width,mark_order" },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "nothing", "", "ไม่ใช่วันที่" },
        { "month first: always day first", "05/31/2564", "เดือนที่ 31" },
        { "month zero", "31/0/2564", "เดือนที่ 0" },
        { "31 June", "31/6/2564", "ปฏิทิน" },
        { "day zero", "0/5/2564", "ปฏิทิน" },
        { "29 February of a common year", "29/2/2564", "ปฏิทิน" },
        { "three-digit year", "31/5/564", "สองหรือสี่หลัก" },
        { "year out of range", "31/5/1899", "ช่วง" },
        { "year above the range", "31/5/3000", "ช่วง" },
        { "Buddhist number said to be common", "31 พฤษภาคม ค.ศ. 2564", "ช่วง" },
        { "common number said to be Buddhist", "31 พฤษภาคม พ.ศ. 2021", "ช่วง" },
        { "two digits of the common era", "31 พฤษภาคม ค.ศ. 21", "สองหลัก" },
        { "no such month", "31 พฤษภา 2564", "พฤษภา" },
        { "mixed separators", "31/5-2564", "ไม่ใช่วันที่" },
        { "no year", "31 พฤษภาคม", "ไม่ใช่วันที่" },
        { "word", "สิ้นเดือน", "สิ้นเดือน" },
    };

    public static TheoryData<string, RawCell, DateOnly, string> CellsRead => new()
    {
        { "date", Cells.Date(2021, 5, 31), Deadline, "" },
        { "date with time", Cells.Date(2021, 5, 31, 9), Deadline, "time_dropped" },
        { "Buddhist year typed into a Gregorian workbook", Cells.Date(2564, 5, 31), Deadline, "buddhist_serial" },
        { "first Buddhist day", Cells.Date(2400, 1, 1), new DateOnly(1857, 1, 1), "buddhist_serial" },
        { "last common day", Cells.Date(2399, 12, 31), new DateOnly(2399, 12, 31), "" },
        { "serial under a Buddhist format", Cells.Number(44347, "d/m/bbbb"), Deadline, "" },
        { "serial 543 years late", Cells.Number(242674), Deadline, "buddhist_serial" },
        { "serial 182623 is 1 January 2400", Cells.Number(182623), new DateOnly(1857, 1, 1), "buddhist_serial" },
        { "serial 182622 is the day before", Cells.Number(182622), new DateOnly(2399, 12, 31), "" },
        { "first plausible serial", Cells.Number(20821), new DateOnly(1957, 1, 1), "" },
        { "29 February 2567 comes as text, since 2567 CE has none", Cells.Text("29/2/2567"), new DateOnly(2024, 2, 29), "" },
    };

    public static TheoryData<string, RawCell, string> CellsRefused => new()
    {
        { "a year as a number is no date", Cells.Number(2564), "2564" },
        { "just before the first plausible serial", Cells.Number(20820), "20820" },
        { "beyond the last serial", Cells.Number(2_958_466), "2958466" },
        { "NaN", Cells.Number(double.NaN), "ไม่ใช่วันที่" },
        { "29 February of 2564 CE is no day of 2021", Cells.Date(2564, 2, 29), "ปฏิทิน" },
        { "truth", Cells.True, "TRUE" },
    };

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void The_deadline_is_read_however_it_is_written(string why, string text, string tolerances)
    {
        var read = UnderThai.Run(() => DateText.Parse(text));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.ShouldBe(Deadline, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_day_is_refused(string why, string text, string reason) =>
        DateText.Parse(text).Reason.ShouldNotBeNull(why).ShouldContain(reason, Case.Sensitive, why);

    [Theory]
    [MemberData(nameof(CellsRead))]
    public void Cells_are_read(string why, RawCell cell, DateOnly expected, string tolerances)
    {
        var read = UnderThai.Run(() => DateText.Parse(cell));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.ShouldBe(expected, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(CellsRefused))]
    public void Cells_without_a_day_are_refused(string why, RawCell cell, string reason) =>
        DateText.Parse(cell).Reason.ShouldNotBeNull(why).ShouldContain(reason, Case.Sensitive, why);

    [Theory]
    [InlineData("31/5/59", "two_digit_year")]
    [InlineData("31/5/69", "two_digit_year")]
    [InlineData("31/5/58", "two_digit_year_far")]
    [InlineData("31/5/70", "two_digit_year_far")]
    public void Two_digits_far_from_the_return_are_marked(string text, string tolerance) =>
        DateText.Parse(text, FiscalYear.FromBuddhistEra(2564)).Tolerances.ShouldHaveSingleItem().Code.ShouldBe(tolerance);

    [Fact]
    public void Two_digits_are_never_the_thirties_of_the_framework() => DateText.Parse("31/5/73").Value.ShouldBe(new DateOnly(2030, 5, 31));

    [Fact]
    public void All_twelve_months_read_without_dots()
    {
        for (var month = 1; month <= 12; month++)
        {
            ThaiMonths.Parse(ThaiMonths.Abbreviation(month).Replace(".", "", StringComparison.Ordinal)).Value.ShouldBe(month);
            ThaiMonths.Parse(ThaiMonths.Abbreviation(month)).Tolerances.ShouldBeEmpty();
            ThaiMonths.Parse(ThaiMonths.Name(month)).Value.ShouldBe(month);
        }

        ThaiMonths.Parse("มกรา").Succeeded.ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => ThaiMonths.Name(0));
        Should.Throw<ArgumentOutOfRangeException>(() => ThaiMonths.Abbreviation(13));
    }

    [Fact]
    public void Months_agree_with_the_framework()
    {
        var thai = System.Globalization.CultureInfo.GetCultureInfo("th-TH").DateTimeFormat;
        Enumerable.Range(1, 12).Select(ThaiMonths.Name).ShouldBe(thai.MonthNames.Take(12));
        Enumerable.Range(1, 12).Select(ThaiMonths.Abbreviation).ShouldBe(thai.AbbreviatedMonthNames.Take(12));
    }

    [Fact]
    public void Any_day_is_read_back_from_what_is_printed()
    {
        var days = Gen.Choose(new DateOnly(1957, 1, 1).DayNumber, new DateOnly(2042, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();
        Prop.ForAll(days, day => UnderThai.Run(() =>
            DateText.Parse(ThaiDates.Long(day)).Value == day
            && DateText.Parse(ThaiDates.Long(day, thaiDigits: true)).Value == day
            && DateText.Parse(ThaiDates.Short(day)).Value == day
            && DateText.Parse(Cells.Number(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber)).Value == day)).QuickCheckThrowOnFailure();
    }
}

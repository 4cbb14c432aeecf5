using Dla.Etl.Normalising;

namespace Dla.Etl.Tests.Normalising;

public class ThaiDatesTests
{
    [Theory]
    [InlineData("2021-05-31", "31 พฤษภาคม 2564", "31 พ.ค. 64", "๓๑ พฤษภาคม ๒๕๖๔")]
    [InlineData("2024-02-29", "29 กุมภาพันธ์ 2567", "29 ก.พ. 67", "๒๙ กุมภาพันธ์ ๒๕๖๗")]
    [InlineData("2057-01-01", "1 มกราคม 2600", "1 ม.ค. 00", "๑ มกราคม ๒๖๐๐")]
    public void Days_are_printed_in_the_Buddhist_era(string iso, string full, string brief, string thai)
    {
        var day = DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
        UnderThai.Run(() => ThaiDates.Long(day)).ShouldBe(full);
        UnderThai.Run(() => ThaiDates.Short(day)).ShouldBe(brief);
        UnderThai.Run(() => ThaiDates.Long(day, thaiDigits: true)).ShouldBe(thai);
    }

    [Theory]
    [InlineData("2021-05-31T16:59:00Z", "31 พฤษภาคม 2564 เวลา 23.59 น.", "last minute of the day in Bangkok")]
    [InlineData("2021-05-31T17:00:00Z", "1 มิถุนายน 2564 เวลา 00.00 น.", "first minute of the next one, still May in UTC")]
    public void Moments_are_printed_by_the_clock_of_Bangkok(string utc, string expected, string why)
    {
        var moment = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
        UnderThai.Run(() => ThaiDates.LongWithTime(moment)).ShouldBe(expected, why);
    }

    [Fact]
    public void Short_moment_with_Thai_digits() =>
        ThaiDates.ShortWithTime(new DateTimeOffset(2021, 5, 31, 2, 5, 0, TimeSpan.Zero), thaiDigits: true).ShouldBe("๓๑ พ.ค. ๖๔ เวลา ๐๙.๐๕ น.");

    [Fact]
    public void The_day_in_Bangkok_is_not_always_the_day_in_UTC() =>
        ThaiDates.DayInBangkok(new DateTimeOffset(2021, 5, 31, 17, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2021, 6, 1));
}

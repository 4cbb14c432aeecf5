using Dla.Etl.Reporting;

namespace Dla.Etl.Tests.Reporting;

public class ThaiPrintTests
{
    [Fact]
    public void Days_and_instants_print_in_the_Buddhist_era_of_Bangkok_under_any_culture()
    {
        ThaiPrint.Day(new DateOnly(2021, 5, 31)).ShouldBe("31 พฤษภาคม 2564");
        ThaiPrint.ShortDay(new DateOnly(2024, 2, 29)).ShouldBe("29 ก.พ. 2567", "a leap day stays one");
        ThaiPrint.Instant(new DateTimeOffset(2021, 5, 31, 17, 5, 0, TimeSpan.Zero)).ShouldBe("1 มิถุนายน 2564 เวลา 00.05 น.");
        ThaiPrint.DayOf(new DateTimeOffset(2021, 5, 31, 16, 59, 59, TimeSpan.Zero)).ShouldBe(new DateOnly(2021, 5, 31));
        UnderThai.Run(() => ThaiPrint.Instant(new DateTimeOffset(2021, 5, 31, 17, 5, 0, TimeSpan.Zero))).ShouldBe("1 มิถุนายน 2564 เวลา 00.05 น.");
        ThaiPrint.Digits("ปี 2563 ก1").ShouldBe("ปี ๒๕๖๓ ก๑");
    }

    public static TheoryData<string, double, int, string> Heights => new()
    {
        { "", 10, 1, "an empty text takes a line" },
        { "กกกกกกกกก", 10, 1, "nine letters in ten" },
        { "กกกกกกกกกก", 10, 2, "ten letters in ten: no line is filled to its end" },
        { "ที่นี้ที่นี้ที่", 10, 1, "marks above and below the line take no room" },
        { "ก\nข", 10, 2, "a line feed begins a line" },
    };

    [Theory]
    [MemberData(nameof(Heights))]
    public void Lines_of_Thai_text_are_estimated_by_the_letters_that_take_room(string text, double width, int lines, string reason) =>
        TextHeight.Lines(text, width).ShouldBe(lines, reason);
}

using Dla.Etl.Findings;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Findings;

public class PrintableTests
{
    public static TheoryData<string, string, string> Lines => new()
    {
        { "Thai stays", "สถจ.พะเยา ที่น้ำ ๑๒", "สถจ.พะเยา ที่น้ำ ๑๒" },
        { "a newline in a file name", "ก\nข.xlsx", @"ก\nข.xlsx" },
        { "carriage return and tab", "ก\r\tข", @"ก\r\tข" },
        { "NUL and escape", "a\0b\u001B[31m", @"a\u0000b\u001B[31m" },
        { "zero-width space", "ก\u200Bข", @"ก\u200Bข" },
        { "right-to-left override", "xlsx.\u202Efdp", @"xlsx.\u202Efdp" },
        { "line separator", "a\u2028b", @"a\u2028b" },
        { "a whole pair", "a😀b", "a😀b" },
        { "a glyph of the private use area", "ก\uF70A", @"ก\uF70A" },
        { "a tag beyond the first plane", "a\U000E0041b", @"a\U000E0041b" },
        { "nothing", "", "" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Text_from_outside_takes_one_line(string why, string text, string line) => Printable.Line(text).ShouldBe(line, why);

    [Fact]
    public void Half_of_a_surrogate_pair_is_shown() => Printable.Line("a\uD83Db").ShouldBe(@"a\uD83Db");

    [Fact]
    public void No_text_breaks_a_line() => Prop.ForAll<string>(text =>
        !Printable.Line(text ?? "").Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u202E')).QuickCheckThrowOnFailure();

    public static TheoryData<string, string, string> Cuts => new()
    {
        { "below the limit", "กข", "กข" },
        { "at the limit", "กขค", "กขค" },
        { "above the limit", "กขคง", "กข…" },
        { "marks belong to their consonant: three text elements", "ที่น้ำดี", "ที่น้ำดี" },
        { "a consonant is never parted from its marks", "ที่น้ำดีมาก", "ที่น้ำ…" },
        { "no space before the ellipsis", "ก ขคง", "ก…" },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Cut_to_three_text_elements(string why, string text, string cut) => Printable.Cut(text, 3).ShouldBe(cut, why);

    [Theory]
    [InlineData(120, 120)]
    [InlineData(121, 120)]
    public void A_slot_takes_120_text_elements(int letters, int shown) => Printable.Slot(new string('ก', letters)).Length.ShouldBe(shown);
}

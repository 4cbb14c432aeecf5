using Dla.Etl.Normalising;

namespace Dla.Etl.Tests.Normalising;

public class NumberTextTests
{
    public static TheoryData<string, string, decimal, string> Read => new()
    {
        { "plain", "7850", 7850m, "" },
        { "zero", "0", 0m, "" },
        { "leading zeros", "007", 7m, "" },
        { "decimals", "12.50", 12.50m, "" },
        { "grouped", "1,234", 1234m, "grouping" },
        { "grouped twice with decimals", "1,234,567.25", 1234567.25m, "grouping" },
        { "Thai digits throw in the framework", "๑,๒๓๔.๕๐", 1234.50m, "thai_digits,grouping" },
        { "Thai digits alone", "๑๒", 12m, "thai_digits" },
        { "no-break space at the edges", "\u00A05\u00A0", 5m, "odd_spaces" },
        { "no-break space as group separator", "1\u00A0234", 1234m, "odd_spaces,grouping" },
        { "narrow no-break space among Thai digits", "๑๒\u202F๓๔๕", 12345m, "odd_spaces,thai_digits,grouping" },
        { "zero-width space inside", "1\u200B2", 12m, "zero_width" },
        { "minus", "-5", -5m, "" },
        { "minus with a space", "- 5", -5m, "" },
        { "typographic minus", "−5", -5m, "dash_variant" },
        { "en dash", "–5", -5m, "dash_variant" },
        { "parentheses", "(1,234.50)", -1234.50m, "parentheses_negative,grouping" },
        { "trailing minus", "1,234.50-", -1234.50m, "trailing_minus,grouping" },
        { "28 characters", "1234567890123456789012345678", 1234567890123456789012345678m, "" },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "nothing", "", "ไม่มีตัวเลข" },
        { "misplaced groups parse as 1234 in the framework", "1,23,4", "หลักพัน" },
        { "group of four", "12,3456", "หลักพัน" },
        { "starts with a comma", ",123", "หลักพัน" },
        { "no-break space at a wrong place", "12\u00A034", "หลักพัน" },
        { "letter O", "1O0", "“O”" },
        { "letter l", "l0", "“l”" },
        { "plain space inside", "12 345", "ช่องว่าง" },
        { "exponent out of a text", "1.5E+07", "เลขยกกำลัง" },
        { "small exponent", "15e7", "เลขยกกำลัง" },
        { "percent", "85%", "%" },
        { "not a number", "NaN", "ไม่ใช่ตัวเลข" },
        { "infinity", "∞", "ไม่ใช่ตัวเลข" },
        { "word", "สิบ", "ไม่ใช่ตัวเลข" },
        { "a dash alone is no number here", "-", "ไม่ใช่ตัวเลข" },
        { "two signs", "(-5)", "ไม่ใช่ตัวเลข" },
        { "sign before and after", "-5-", "ไม่ใช่ตัวเลข" },
        { "plus", "+5", "ไม่ใช่ตัวเลข" },
        { "two points", "1.234.567", "จุดทศนิยม" },
        { "continental", "1.234,50", "หลักพัน" },
        { "point at the end", "5.", "จุดทศนิยม" },
        { "point at the start", ".5", "จุดทศนิยม" },
        { "29 characters: a decimal would round in silence", "12345678901234567890123456789", "ยาวเกิน" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Numbers_are_read(string why, string text, decimal expected, string tolerances)
    {
        var read = UnderThai.Run(() => NumberText.Parse(text));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.ShouldBe(expected, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Doubtful_numbers_are_refused_with_the_reason(string why, string text, string reason)
    {
        var read = NumberText.Parse(text);
        read.Succeeded.ShouldBeFalse(why);
        read.Reason.ShouldNotBeNull().ShouldContain(reason, Case.Sensitive, why);
    }
}

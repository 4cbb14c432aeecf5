using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads one number written as text. Source: DOMAIN §6.3.</summary>
public static partial class NumberText
{
    private static readonly SearchValues<char> DigitsAndSeparators = SearchValues.Create("0123456789.,");
    private const string NotANumber = "ไม่ใช่ตัวเลข";

    /// <summary>A number in Thai or Arabic digits, with correct grouping by comma or no-break space, a sign before or after, or parentheses for a negative one.</summary>
    /// <remarks>Refused with a reason: percent signs, exponents, letters among the digits, plain spaces among the digits, misplaced separators, more than 28 digits, nothing at all.</remarks>
    public static Parsed<decimal> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var noted = default(Noted);
        return ParsePrepared(Prepare(text, ref noted), ref noted);
    }

    /// <summary>The text clean and with Arabic digits; no-break spaces among digits are commas, so that their places are checked.</summary>
    internal static string Prepare(string text, ref Noted noted)
    {
        var grouped = HardSpaceInNumber().Replace(text, ",");
        if (!string.Equals(grouped, text, StringComparison.Ordinal))
            noted.Add(Tolerances.OddSpaces);
        var clean = ThaiText.Clean(grouped);
        noted.Add(clean.Tolerances);
        if (ThaiDigits.ContainsThai(clean.Value))
            noted.Add(Tolerances.ThaiDigits);
        return ThaiDigits.ToArabic(clean.Value);
    }

    /// <summary>A number from a prepared text.</summary>
    internal static Parsed<decimal> ParsePrepared(string text, ref Noted noted)
    {
        var unsigned = Unsigned(text, ref noted, out var negative);
        return Refusal(unsigned) is { } reason ? Parsed<decimal>.Failed(reason) : Digits(unsigned, negative, ref noted);
    }

    /// <summary>True for a minus sign and for the dashes that people type instead.</summary>
    internal static bool IsDash(char c) => c is '-' or '\u2212' or '–' or '—' or '\u2010' or '\u2011' or '\u2012' or '\u2015' or '\uFE63' or '\uFF0D';

    // Takes the sign off: before, after, or as parentheses; one way only.
    private static string Unsigned(string text, ref Noted noted, out bool negative)
    {
        negative = true;
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            noted.Add(Tolerances.ParenthesesNegative);
            return text[1..^1].Trim(' ');
        }

        if (text.Length > 1 && IsDash(text[0]))
        {
            if (text[0] != '-')
                noted.Add(Tolerances.DashVariant);
            return text[1..].TrimStart(' ');
        }

        if (text.Length > 1 && IsDash(text[^1]))
        {
            noted.Add(Tolerances.TrailingMinus);
            return text[..^1].TrimEnd(' ');
        }

        negative = false;
        return text;
    }

    private static string? Refusal(string text)
    {
        if (text.Length == 0)
            return "ไม่มีตัวเลข";
        if (text.Contains('%', StringComparison.Ordinal))
            return "มีเครื่องหมาย % จึงเป็นร้อยละ ไม่ใช่จำนวน";
        if (Exponent().IsMatch(text))
            return "เขียนเป็นเลขยกกำลัง (E) กรุณาพิมพ์ตัวเลขเต็ม";
        if (SpaceInNumber().IsMatch(text))
            return "มีช่องว่างคั่นอยู่ระหว่างตัวเลข";
        if (LetterInNumber().Match(text) is { Success: true } letter)
            return $"มีตัวอักษร “{letter.Value}” ปนอยู่ในตัวเลข";
        return text.AsSpan().ContainsAnyExcept(DigitsAndSeparators) ? NotANumber : null;
    }

    private static Parsed<decimal> Digits(string text, bool negative, ref Noted noted)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            if (!Grouped().IsMatch(text))
                return Parsed<decimal>.Failed("เครื่องหมายคั่นหลักพันอยู่ผิดตำแหน่ง");
            text = text.Replace(",", "", StringComparison.Ordinal);
            noted.Add(Tolerances.Grouping);
        }
        else if (!Plain().IsMatch(text))
            return Parsed<decimal>.Failed("จุดทศนิยมอยู่ผิดตำแหน่ง");

        // A decimal rounds what goes beyond 28 digits in silence.
        if (text.Length > 28)
            return Parsed<decimal>.Failed("ตัวเลขยาวเกินกว่าที่ระบบรับได้");
        var number = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Parsed<decimal>.Ok(negative ? -number : number, noted.All);
    }

    [GeneratedRegex("(?<=[0-9๐-๙])[\u00A0\u2007\u202F](?=[0-9๐-๙])")]
    private static partial Regex HardSpaceInNumber();

    [GeneratedRegex("^[0-9.,]+[eE][+-]?[0-9]+$")]
    private static partial Regex Exponent();

    [GeneratedRegex("[0-9][.,]? [.,]?[0-9]")]
    private static partial Regex SpaceInNumber();

    [GeneratedRegex("(?<=[0-9][.,]?)[A-Za-z]+|[A-Za-z]+(?=[.,]?[0-9])")]
    private static partial Regex LetterInNumber();

    [GeneratedRegex("^[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex("^[0-9]+(\\.[0-9]+)?$")]
    private static partial Regex Plain();
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dla.Etl.Normalising;

/// <summary>What a number format says about a number beyond its value. Source: DOMAIN §6.5.</summary>
internal static class NumberFormats
{
    // Most formats (General, 0.00, #,##0) have none of these and are not looked at further.
    private static readonly SearchValues<char> Telling = SearchValues.Create("bByYdDmMป%\"\\");

    /// <summary>True for a format that prints a date, the Buddhist ones among them that readers report as plain numbers (<c>d/m/bbbb</c>, <c>ว/ด/ปปปป</c>).</summary>
    public static bool ShowsDate(string? format)
    {
        if (SaysNothing(format))
            return false;
        var codes = Split(format).Codes;
        return codes.Contains("bb", StringComparison.OrdinalIgnoreCase) || codes.Contains("yy", StringComparison.OrdinalIgnoreCase)
            || codes.Contains("ปป", StringComparison.Ordinal) || codes.Contains("mmm", StringComparison.OrdinalIgnoreCase)
            || codes.Contains("d/m", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for a format that shows the number times a hundred with a percent sign.</summary>
    public static bool ShowsPercent(string? format) =>
        !SaysNothing(format) && Split(format).Codes.Contains('%', StringComparison.Ordinal);

    /// <summary>The unit of measure that a format such as <c>#,##0" แห่ง"</c> shows after the number, or null.</summary>
    public static string? UnitShown(string? format)
    {
        if (SaysNothing(format))
            return null;
        var literals = Split(format).Literals.Trim(' ');
        return literals.Length > 0 && UnitsOfMeasure.Parse(literals) is { Succeeded: true } unit ? unit.Value : null;
    }

    private static bool SaysNothing([NotNullWhen(false)] string? format) => format is null || !format.AsSpan().ContainsAny(Telling);

    // The first section only: the others are for negative numbers, zero and text.
    private static (string Codes, string Literals) Split(string format)
    {
        var (codes, literals) = (new StringBuilder(), new StringBuilder());
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
            switch (format[at])
            {
                case '"':
                    at = Take(format, at + 1, '"', literals);
                    break;
                case '[':
                    at = Take(format, at + 1, ']', null);
                    break;
                case '\\' when at + 1 < format.Length:
                    literals.Append(format[++at]);
                    break;
                case '_' or '*':
                    at++; // the letter after it is a width or a filler, not text
                    break;
                default:
                    codes.Append(format[at]);
                    break;
            }

        return (codes.ToString(), literals.ToString());
    }

    private static int Take(string format, int from, char until, StringBuilder? into)
    {
        var end = format.IndexOf(until, from);
        end = end < 0 ? format.Length : end;
        into?.Append(format, from, end - from);
        return end;
    }
}

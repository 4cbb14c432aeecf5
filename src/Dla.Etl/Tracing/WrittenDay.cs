using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Reporting;

namespace Dla.Etl.Tracing;

/// <summary>Tells the cells that print a day: the file has a count of days, which is no figure to be compared.</summary>
internal static partial class WrittenDay
{
    // Excel's day 60 is 29 February 1900, which never was; days are right from 1 March on. The last is 31 December 9999.
    private const decimal First = 61, Last = 2_958_465;

    /// <summary>The day that a cell prints; null for any other cell.</summary>
    public static DateOnly? Of(WrittenCell cell) =>
        cell.Kind == "n" && IsDay(cell.Format) && decimal.TryParse(cell.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= First and < Last + 1
            ? DateOnly.FromDateTime(DateTime.FromOADate((double)decimal.Floor(days)))
            : null;

    // Only the part for positive numbers tells; “d” and “y” stand for nothing but day and year outside of words.
    private static bool IsDay(string format) => Words().Replace(format, "").Split(';')[0].AsSpan().IndexOfAny("dDyY") >= 0;

    // Quoted words, escaped letters, fillers, and what stands in brackets: colours, conditions, the calendar.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

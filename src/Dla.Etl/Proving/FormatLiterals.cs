using System.Text;

namespace Dla.Etl.Proving;

/// <summary>What a number format prints besides the number. Looks do not count in a proof, but a format such as <c>"1,250"</c> prints a figure that the cell does not have.</summary>
internal static class FormatLiterals
{
    private const string Hides = ";;;";

    /// <summary>The digits that a format prints of its own accord, <c>;;;</c> for one that prints nothing, else empty.</summary>
    public static string Of(string? format)
    {
        if (string.IsNullOrEmpty(format))
            return "";
        if (format.Trim() == Hides)
            return Hides;
        var digits = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < format.Length; at++)
            if (format[at] == '"')
                quoted = !quoted;
            else if (quoted ? char.IsDigit(format[at]) : format[at] == '\\' && at + 1 < format.Length && char.IsDigit(format[++at]))
                digits.Append(format[at]);
            else if (!quoted && format[at] == '[')
                at = Math.Max(at, format.IndexOf(']', at)); // colours, conditions and locales print nothing
            else if (!quoted && format[at] is '_' or '*')
                at++; // room as wide as the next character, or filled with it
        return digits.ToString();
    }
}

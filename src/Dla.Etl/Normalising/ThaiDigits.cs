namespace Dla.Etl.Normalising;

/// <summary>Thai digits ๐–๙ (U+0E50–0E59) and Arabic digits. The framework parses neither way, even under th-TH (DOMAIN §6.3).</summary>
public static class ThaiDigits
{
    private const char Zero = '๐', Nine = '๙';
    private const int Distance = Zero - '0';

    /// <summary>True when at least one Thai digit is there.</summary>
    public static bool ContainsThai(ReadOnlySpan<char> text) => text.ContainsAnyInRange(Zero, Nine);

    /// <summary>The text with Arabic digits; the same string when there is nothing to change.</summary>
    public static string ToArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ContainsThai(text) ? string.Create(text.Length, text, static (to, from) => Shift(from, to, Zero, -Distance)) : text;
    }

    /// <summary>The text with Thai digits, for letters and headings; the same string when there is nothing to change.</summary>
    public static string ToThai(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange('0', '9')
            ? string.Create(text.Length, text, static (to, from) => Shift(from, to, '0', Distance))
            : text;
    }

    private static void Shift(string from, Span<char> to, char zero, int by)
    {
        for (var at = 0; at < from.Length; at++)
            to[at] = from[at] >= zero && from[at] <= zero + 9 ? (char)(from[at] + by) : from[at];
    }
}

using System.Globalization;
using System.Text;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>A text in standard spelling with the tolerances that it took; the raw text stays with the cell.</summary>
public readonly record struct CleanText(string Value, IReadOnlyList<Tolerance> Tolerances);

/// <summary>Brings Thai text as typed, copied or scanned into one spelling. Source: DOMAIN §6.2.</summary>
public static class ThaiText
{
    /// <summary>The text in standard spelling on one line: every run of white space, line breaks among it, is one space, and none is at the ends.</summary>
    /// <remarks>When nothing needs doing the same string comes back and nothing is allocated. Never fails; ำ broken into a space and า is left as it is, since "ค าน า" cannot be told from two words.</remarks>
    public static CleanText Clean(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return ThaiTextScan.IsClean(raw) ? new CleanText(raw, []) : ThaiTextRewriting.Rewrite(raw);
    }

    /// <summary>As <see cref="Clean"/>, but lines stay apart by <c>\n</c>; blank lines are dropped.</summary>
    public static CleanText CleanLines(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.AsSpan().IndexOfAny("\n\r\u2028\u2029") < 0)
            return Clean(raw);
        var noted = default(Noted);
        var lines = new List<string>();
        foreach (var line in raw.Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries))
        {
            var clean = Clean(line);
            noted.Add(clean.Tolerances);
            if (clean.Value.Length > 0)
                lines.Add(clean.Value);
        }

        return new CleanText(string.Join('\n', lines), noted.All);
    }

    /// <summary>The key by which header words and labels are compared: clean, Arabic digits, lower-case Latin, without spaces, punctuation, dots and footnote marks; % stays.</summary>
    /// <remarks>Folding a folded or a clean text changes nothing more. Compare keys ordinally.</remarks>
    public static string Fold(string raw)
    {
        var text = ThaiDigits.ToArabic(Clean(raw).Value);
        var at = 0;
        while (at < text.Length && FoldsToItself(text[at]))
            at++;
        if (at == text.Length)
            return text;
        var key = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
            if (!IsDropped(text[at]))
                key.Append(char.ToLowerInvariant(text[at]));
        return Clean(key.ToString()).Value;
    }

    private static bool FoldsToItself(char character) =>
        character is (>= 'ก' and <= '๎') or (>= '0' and <= '9') or (>= 'a' and <= 'z');

    private static bool IsDropped(char character) => character switch
    {
        '%' => false,
        ' ' => true,
        _ => char.GetUnicodeCategory(character) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation,
    };
}

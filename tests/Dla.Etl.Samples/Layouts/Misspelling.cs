namespace Dla.Etl.Samples.Layouts;

/// <summary>What old fonts, copying from PDF and careless typing do to Thai text (DOMAIN §6.2). Every one reads the same on screen.</summary>
[Flags]
public enum Misspelling
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>ำ typed as ํ and า.</summary>
    DecomposedSaraAm = 1,

    /// <summary>แ typed as two เ.</summary>
    DoubledSaraE = 2,

    /// <summary>Zero-width spaces between words.</summary>
    ZeroWidthSpaces = 4,

    /// <summary>No-break spaces for spaces.</summary>
    NoBreakSpaces = 8,

    /// <summary>Glyphs of the private use area for tone marks, as text copied from PDF has them.</summary>
    PrivateGlyphs = 16,

    /// <summary>Tone typed before the vowel above.</summary>
    MarksSwapped = 32,
}

/// <summary>Applies misspellings.</summary>
public static class Misspell
{
    private static readonly (Misspelling Kind, string Right, string Wrong)[] Changes =
    [
        (Misspelling.MarksSwapped, "ที่", "ท\u0E48\u0E35"),
        (Misspelling.MarksSwapped, "เรื่อง", "เร\u0E48\u0E37อง"),
        (Misspelling.DecomposedSaraAm, "น้ำ", "น\u0E4D\u0E49\u0E32"),
        (Misspelling.DecomposedSaraAm, "\u0E33", "\u0E4D\u0E32"),
        (Misspelling.DoubledSaraE, "แ", "เเ"),
        (Misspelling.ZeroWidthSpaces, "การ", "การ\u200B"),
        (Misspelling.ZeroWidthSpaces, "และ", "\u200Bและ\u200B"),
        (Misspelling.NoBreakSpaces, " ", "\u00A0"),
        (Misspelling.PrivateGlyphs, "\u0E48", "\uF70A"),
        (Misspelling.PrivateGlyphs, "\u0E49", "\uF70B"),
        (Misspelling.PrivateGlyphs, "\u0E4C", "\uF70E"),
    ];

    /// <summary>The text with these misspellings.</summary>
    public static string As(Misspelling kinds, string text)
    {
        foreach (var (kind, right, wrong) in Changes)
            if (kinds.HasFlag(kind))
                text = text.Replace(right, wrong, StringComparison.Ordinal);
        return text;
    }
}

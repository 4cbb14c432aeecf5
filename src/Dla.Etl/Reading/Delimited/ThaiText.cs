namespace Dla.Etl.Reading.Delimited;

/// <summary>Tells Thai text from bytes that were decoded by the wrong code page.</summary>
internal static class ThaiText
{
    /// <summary>Share of Thai letters among the characters beyond ASCII that makes a text Thai.</summary>
    private const double Enough = 0.9;

    /// <summary>True when a text decoded as windows-874 can be what was meant: no character that the code page lacks, nearly all Thai, and marks on letters.</summary>
    /// <remarks>The decoder never fails: bytes without meaning become U+0080–U+009F and U+F8C1–U+F8C8 (DOMAIN §6.1).</remarks>
    public static bool IsPlausible(string text)
    {
        var (beyond, thai, marks, orphans) = (0, 0, 0, 0);
        var before = '\0';
        foreach (var letter in text)
        {
            if (letter is (>= '\u0080' and <= '\u009F') or (>= '\uF8C1' and <= '\uF8C8'))
                return false;
            beyond += letter > '\u007F' && !IsPunctuation(letter) ? 1 : 0;
            thai += IsThai(letter) ? 1 : 0;
            marks += IsMark(letter) ? 1 : 0;
            orphans += IsMark(letter) && !IsThai(before) ? 1 : 0;
            before = letter;
        }
        return thai >= Enough * beyond && orphans * 10 <= marks;
    }

    /// <summary>A character of the Thai block.</summary>
    public static bool IsThai(char letter) => letter is >= '\u0E01' and <= '\u0E5B';

    private static bool IsMark(char letter) => letter is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');

    /// <summary>What windows-874 has beside Thai: euro, ellipsis, quotes, bullet, dashes, no-break space.</summary>
    private static bool IsPunctuation(char letter) => letter is '\u00A0' or '\u20AC' or (>= '\u2013' and <= '\u2026') or '\uFEFF' or '\u200B';
}

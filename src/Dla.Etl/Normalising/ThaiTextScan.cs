namespace Dla.Etl.Normalising;

/// <summary>Looks whether a text has anything to clean, and names the letters that matter.</summary>
internal static class ThaiTextScan
{
    public const char SaraAa = 'า', SaraAm = 'ำ', SaraE = 'เ', SaraAe = 'แ', Nikhahit = '\u0E4D';

    public static bool IsZeroWidth(char c) => c is (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' or '\u00AD';

    public static bool IsOddSpace(char c) => c is '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    public static bool IsBreak(char c) => c is (>= '\t' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    public static bool IsGlyph(char c) => c is >= '\uF700' and <= '\uF71A';

    /// <summary>A sign that hangs on the letter before it.</summary>
    public static bool IsMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');

    /// <summary>Where a mark stands among the marks of one letter: phinthu, vowel below, vowel above, tone. It agrees with the order of NFC.</summary>
    public static int Rank(char mark) => mark switch
    {
        '\u0E3A' => 0,
        '\u0E38' or '\u0E39' => 1,
        >= '\u0E48' and <= '\u0E4C' or '\u0E4E' => 3,
        _ => 2,
    };

    /// <summary>True when cleaning would change nothing; false when it may.</summary>
    public static bool IsClean(string text)
    {
        var (before, nikhahit) = (' ', false);
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : !IsClean(before, c, nikhahit))
                return false;
            nikhahit = c == Nikhahit || (nikhahit && IsMark(c));
            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    // A text that begins with a mark goes the long way: the scan starts as after a space.
    private static bool IsClean(char before, char c, bool nikhahit) => c switch
    {
        < '\u007F' => c >= ' ',
        < '\u0300' => c >= '\u00A1' && c != '\u00AD',
        SaraE => before != SaraE,
        SaraAa => !nikhahit,
        >= '\u0E00' and <= '\u0E7F' => !IsMark(c) || IsInPlace(before, c),
        >= '\u2010' and <= '\u2027' => true,
        _ => false,
    };

    private static bool IsInPlace(char before, char mark) =>
        before != ' ' && before != SaraAm && (!IsMark(before) || (before != mark && Rank(before) <= Rank(mark)));
}

using System.Text;

namespace Dla.Etl.Normalising;

/// <summary>The long way of <see cref="ThaiText.Clean"/>, in the order of DOMAIN §6.2.</summary>
internal static class ThaiTextRewriting
{
    // U+F700–F71A as TH Sarabun, Windows and Mac fonts draw them; '\0' where no glyph is known.
    private const string Glyphs =
        "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D"
        + "\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    public static CleanText Rewrite(string raw)
    {
        var noted = default(Noted);
        var text = Spell(Letters(raw, ref noted), ref noted);
        var composed = Composed(text);
        if (composed == text)
            return new CleanText(text == raw ? raw : text, noted.All);
        var again = ThaiText.Clean(composed); // composing may bring marks together that other signs kept apart
        noted.Add(again.Tolerances);
        return new CleanText(again.Value, noted.All);
    }

    // A lone half of a surrogate pair makes Normalize throw; such a text stays as it is.
    private static string Composed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar)
                return text;
        return text.Normalize(NormalizationForm.FormC);
    }

    // Letter by letter: invisible ones go, spaces become one, glyphs become letters.
    private static StringBuilder Letters(string raw, ref Noted noted)
    {
        var letters = new StringBuilder(raw.Length);
        foreach (var c in raw)
            if (ThaiTextScan.IsZeroWidth(c))
                noted.Add(Tolerances.ZeroWidth);
            else if (ThaiTextScan.IsGlyph(c))
            {
                noted.Add(Tolerances.PrivateUseGlyphs);
                letters.Append(Glyphs[c - '\uF700']);
            }
            else if (ThaiTextScan.IsOddSpace(c))
            {
                noted.Add(Tolerances.OddSpaces);
                letters.Append(' ');
            }
            else
                letters.Append(c < ' ' || c == '\u007F' || ThaiTextScan.IsBreak(c) ? ' ' : c);
        return letters;
    }

    // Cluster by cluster: a letter, then its marks in order, then perhaps ำ.
    private static string Spell(StringBuilder letters, ref Noted noted)
    {
        var text = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length;)
        {
            var c = letters[at];
            if (ThaiTextScan.IsMark(c))
            {
                at = Marks(letters, at, text, ref noted);
                continue;
            }

            at++;
            if (c == ' ' && (text.Length == 0 || text[^1] == ' '))
                continue;
            if (c == ThaiTextScan.SaraE && text.Length > 0 && text[^1] == ThaiTextScan.SaraE)
            {
                noted.Add(Tolerances.DoubleSaraE);
                text[^1] = ThaiTextScan.SaraAe;
                continue;
            }

            text.Append(c);
        }

        return text.ToString().TrimEnd(' ');
    }

    // Reads the marks from a place on, writes them in order, and gives the place after them.
    private static int Marks(StringBuilder letters, int from, StringBuilder text, ref Noted noted)
    {
        var end = from;
        while (end < letters.Length && (ThaiTextScan.IsMark(letters[end]) || IsSpaceInsideMarks(letters, end)))
            end++;
        var marks = new List<char>(end - from);
        for (var at = from; at < end; at++)
            if (letters[at] != ' ')
                marks.Add(letters[at]);
        if (marks.Count < end - from || (text.Length > 0 && text[^1] == ' '))
            noted.Add(Tolerances.SpaceBeforeMark);
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;

        var saraAm = TakeSaraAm(letters, ref end, marks, ref noted) | TakeBackSaraAm(text, marks, ref noted);
        foreach (var mark in InOrder(marks, ref noted))
            text.Append(mark);
        if (saraAm)
            text.Append(ThaiTextScan.SaraAm);
        return end;
    }

    private static bool IsSpaceInsideMarks(StringBuilder letters, int at)
    {
        while (at < letters.Length && letters[at] == ' ')
            at++;
        return at < letters.Length && ThaiTextScan.IsMark(letters[at]);
    }

    // ํ among the marks and า after them make ำ.
    private static bool TakeSaraAm(StringBuilder letters, ref int end, List<char> marks, ref Noted noted)
    {
        if (end == letters.Length || letters[end] != ThaiTextScan.SaraAa || !marks.Remove(ThaiTextScan.Nikhahit))
            return false;
        end++;
        noted.Add(Tolerances.DecomposedSaraAm);
        return true;
    }

    // A mark typed after ำ belongs before it, among the marks that are there.
    private static bool TakeBackSaraAm(StringBuilder text, List<char> marks, ref Noted noted)
    {
        if (marks.Count == 0 || !EndsInSaraAmOfConsonant(text))
            return false;
        noted.Add(Tolerances.MarkOrder);
        text.Length--;
        for (; text.Length > 0 && ThaiTextScan.IsMark(text[^1]); text.Length--)
            marks.Insert(0, text[^1]);
        return true;
    }

    private static bool EndsInSaraAmOfConsonant(StringBuilder text)
    {
        if (text.Length == 0 || text[^1] != ThaiTextScan.SaraAm)
            return false;
        var at = text.Length - 2;
        while (at >= 0 && ThaiTextScan.IsMark(text[at]))
            at--;
        return at >= 0 && text[at] is >= 'ก' and <= 'ฮ';
    }

    private static List<char> InOrder(List<char> marks, ref Noted noted)
    {
        var sorted = marks.OrderBy(ThaiTextScan.Rank).ToList();
        if (!sorted.SequenceEqual(marks))
            noted.Add(Tolerances.MarkOrder);
        for (var at = sorted.Count - 1; at > 0; at--)
            if (sorted[at] == sorted[at - 1])
            {
                sorted.RemoveAt(at);
                noted.Add(Tolerances.RepeatedTone);
            }

        return sorted;
    }
}

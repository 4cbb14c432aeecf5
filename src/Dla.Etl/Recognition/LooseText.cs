namespace Dla.Etl.Recognition;

/// <summary>Finds a mark in clean text whatever spaces and punctuation stand between its letters.</summary>
internal static class LooseText
{
    /// <summary>Where the text goes on after the first place that has the mark, or −1.</summary>
    public static int After(string text, string mark)
    {
        for (var from = 0; from < text.Length; from++)
            if (!IsLoose(text[from]) && EndOf(text, from, mark) is > 0 and var end)
                return end;
        return -1;
    }

    /// <summary>True when the text begins with one of the labels as words of their own: รวม, รวม 20 รายการ, หมายเหตุ : …, but not รวมพล; a label with a star at its end may go on.</summary>
    public static bool BeginsWithAny(string text, IReadOnlyList<string> labels)
    {
        var from = 0;
        while (from < text.Length && IsLoose(text[from]))
            from++;
        for (var index = 0; index < labels.Count; index++)
            if (from < text.Length && EndOf(text, from, labels[index]) is > 0 and var end && (end == text.Length || labels[index][^1] == '*' || !IsThaiLetter(text[end])))
                return true;
        return false;
    }

    private static int EndOf(string text, int from, string mark)
    {
        var at = from;
        for (var index = 0; index < mark.Length; index++)
        {
            if (IsLoose(mark[index]))
                continue;
            while (at < text.Length && at > from && IsLoose(text[at]))
                at++;
            if (at >= text.Length || char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(mark[index]))
                return -1;
            at++;
        }

        return at == from ? -1 : at;
    }

    private static bool IsLoose(char letter) => letter <= ' ' || char.IsPunctuation(letter);

    private static bool IsThaiLetter(char letter) => letter is >= 'ก' and <= '๎';
}

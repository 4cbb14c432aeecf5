using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads the marks of a time chart: what stands in one of its columns says that something begins, ends or goes on there. Source: DOMAIN §6.5 (arrows of S002).</summary>
/// <remarks>Whether a column without a mark lies within a span only its neighbours tell; see <see cref="MarkedSpans"/>.</remarks>
public static class MarkText
{
    /// <summary>A span begins in this column and ends in a later one: ← or &lt;.</summary>
    public const string From = "from";

    /// <summary>A span that began in an earlier column ends here: → or &gt;.</summary>
    public const string To = "to";

    /// <summary>Within this column: ↔, &lt;&gt;, &lt;=&gt;, ← →, ✓ or ×.</summary>
    public const string Within = "within";

    /// <summary>A piece of a drawn line: –, — or several hyphens.</summary>
    public const string Line = "line";

    /// <summary>A single hyphen, which may be a piece of a line or say that there is none.</summary>
    public const string Dash = "dash";

    private const string Begins = "←<⟵⇐⇠", Ends = "→>⟶⇒⇢", Both = "↔⟷⇔xX×✓✔√/●•■▪○", Lines = "–—―─━‑‐−-_=";

    /// <summary>The marks of a cell in the order in which they stand, as words; a beginning and its end in one cell are one <see cref="Within"/>. Fails on any other letter or sign, and on nothing.</summary>
    public static Parsed<string> Parse(string text)
    {
        var clean = ThaiText.Clean(text).Value;
        var words = new List<string>();
        var strokes = 0;
        foreach (var letter in clean)
            if (Lines.Contains(letter, StringComparison.Ordinal))
                strokes += letter is '-' or '_' ? 1 : 2;
            else if (WordOf(letter) is { } word)
                Add(words, word);
            else if (letter is not (' ' or '\uFE0E' or '\uFE0F'))
                return Parsed<string>.Failed($"“{clean}” ไม่ใช่เครื่องหมายช่วงเวลา");
        if (words.Count == 0 && strokes > 0)
            words.Add(strokes == 1 ? Dash : Line);
        return words.Count > 0 ? Parsed<string>.Ok(string.Join(' ', words)) : Parsed<string>.Failed("ไม่มีเครื่องหมาย");
    }

    private static string? WordOf(char letter) =>
        Begins.Contains(letter, StringComparison.Ordinal) ? From
        : Ends.Contains(letter, StringComparison.Ordinal) ? To
        : Both.Contains(letter, StringComparison.Ordinal) ? Within
        : null;

    private static void Add(List<string> words, string word)
    {
        if (word == To && words is [.., From])
            words[^1] = Within;
        else if (words is not [.., var last] || last != word)
            words.Add(word);
    }
}

using System.Buffers;

namespace Dla.Etl.Mail.Mime;

/// <summary>The bodies that a person would read. Of alternatives the plain one goes first; links are taken from all.</summary>
internal sealed class BodyTexts(MailLimits limits, NoteList notes)
{
    private static readonly SearchValues<char> AfterPicture = SearchValues.Create("\"' >)\r\n");

    private readonly List<(string Text, bool IsHtml, int Alternative)> bodies = [];
    private readonly List<string> hrefs = [];
    private readonly HashSet<string> pictures = new(StringComparer.OrdinalIgnoreCase);
    private int alternatives;
    private long looked;

    /// <summary>Bytes of one body that are looked at: HTML is mostly mark-up.</summary>
    public int MostBytes { get; } = (int)Math.Clamp(limits.TextCharacters * 16L, 4096, 16_777_216);

    /// <summary>A number for a multipart/alternative, so that its bodies are known as saying the same.</summary>
    public int NewAlternative() => ++alternatives;

    /// <summary>True when a body shows the part of this Content-ID inside itself.</summary>
    public bool Shows(string contentId) => pictures.Contains(contentId);

    /// <summary>Takes a body.</summary>
    /// <param name="bytes">Its transfer encoding is undone.</param>
    /// <param name="charset">As declared.</param>
    /// <param name="isHtml">Else plain text.</param>
    /// <param name="alternative">Of which alternative it is; 0 for none.</param>
    public void Add(ReadOnlySpan<byte> bytes, string? charset, bool isHtml, int alternative)
    {
        // A thousand bodies are no letter: beyond this nobody reads them.
        looked += bytes.Length;
        if (looked > 2L * MostBytes && bodies.Count > 0)
            return;
        var text = notes.Decode(bytes, charset, "");
        if (isHtml)
        {
            FindPictures(text);
            (text, var links) = HtmlText.Of(text);
            hrefs.AddRange(links.Take(1000));
        }
        bodies.Add((CleanText.Lines(text, limits.TextCharacters), isHtml, alternative));
    }

    /// <summary>The text of all bodies and the links to files in them.</summary>
    public (string Text, IReadOnlyList<string> Links) Result()
    {
        var plain = bodies.Where(body => !body.IsHtml && body.Text.Length > 0 && body.Alternative > 0).Select(body => body.Alternative).ToHashSet();
        var shown = bodies.Where(body => body.Text.Length > 0 && !(body.IsHtml && plain.Contains(body.Alternative)));
        var text = CleanText.Lines(string.Join("\n\n", shown.Select(body => body.Text)), limits.TextCharacters);
        return (text, FileLinks.In(text, hrefs));
    }

    private void FindPictures(string html)
    {
        var at = html.IndexOf("cid:", StringComparison.OrdinalIgnoreCase);
        for (var count = 0; at >= 0 && count < 1000; count++)
        {
            var rest = html.AsSpan(at + 4, Math.Min(300, html.Length - at - 4));
            var end = rest.IndexOfAny(AfterPicture);
            pictures.Add(Uri.UnescapeDataString((end < 0 ? rest : rest[..end]).ToString()));
            at = html.IndexOf("cid:", at + 4, StringComparison.OrdinalIgnoreCase);
        }
    }
}

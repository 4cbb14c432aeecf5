namespace Dla.Etl.Mail.Mime;

/// <summary>Links to places where files are kept for others to fetch.</summary>
internal static class FileLinks
{
    private const int Longest = 2000;

    private const int Most = 50;

    /// <summary>Hosts, their subdomains included. What is missing is added here and nowhere else.</summary>
    private static readonly string[] Hosts =
    [
        "drive.google.com", "docs.google.com", "sheets.google.com", "forms.gle", "drive.usercontent.google.com", "photos.app.goo.gl",
        "1drv.ms", "onedrive.live.com", "onedrive.com", "sharepoint.com", "dropbox.com", "db.tt", "icloud.com",
        "we.tl", "wetransfer.com", "mega.nz", "mega.co.nz", "mediafire.com", "box.com", "4shared.com", "filemail.com", "sendgb.com", "transfernow.net",
    ];

    /// <summary>Letters at which a link in running text ends: everything that is neither of the ASCII of URLs nor a letter of another script that programs leave unescaped.</summary>
    private const string Ends = "<>\"'()[]{}|\\^`“”‘’，、";

    /// <summary>Those of a text, in order, each once.</summary>
    /// <param name="text">Running text.</param>
    /// <param name="hrefs">Links of its mark-up; they come first.</param>
    public static IReadOnlyList<string> In(string text, IEnumerable<string> hrefs)
    {
        var found = new List<string>();
        foreach (var word in hrefs.Concat(Words(text)))
        {
            var link = Unwrapped(CleanText.Line(word, Longest + 1).TrimEnd('.', ',', ';', ':', '!', '?'));
            if (found.Count < Most && link.Length <= Longest && LeadsToFiles(link) && !found.Contains(link, StringComparer.Ordinal))
                found.Add(link);
        }
        return found;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !char.IsWhiteSpace(text[at]) && !Ends.Contains(text[at], StringComparison.Ordinal))
                continue;
            // A link often stands without a blank after a Thai word.
            var scheme = text.IndexOf("http", start, Math.Min(at - start, Longest), StringComparison.OrdinalIgnoreCase);
            if (at - start > 4)
                yield return text[Math.Max(start, scheme)..at];
            start = at + 1;
        }
    }

    /// <summary>Outlook wraps links into one of its own that says where it leads.</summary>
    private static string Unwrapped(string link)
    {
        if (!link.Contains("safelinks.protection.outlook.com", StringComparison.OrdinalIgnoreCase))
            return link;
        var at = link.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? link : CleanText.Line(Uri.UnescapeDataString(link[(at + 4)..].Split('&')[0]), Longest);
    }

    private static bool LeadsToFiles(string link)
    {
        var rest = link.AsSpan();
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://"])
            rest = rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? rest[scheme.Length..] : rest;
        var end = rest.IndexOfAny('/', '?', ':');
        if (end < 0)
            return false; // a host alone is a name that somebody mentions, no file
        var host = rest[..end].ToString();
        return Array.Exists(Hosts, known => host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase));
    }
}

namespace Dla.Etl.Mail.Mime;

/// <summary>From header lines to what they mean.</summary>
internal static class HeaderReading
{
    private const int LongestSubject = 1000;

    /// <param name="block">The lines.</param>
    /// <param name="notes">Where oddities go.</param>
    /// <param name="isOurs">Tells a Message-ID of our own.</param>
    public static MailHeader Of(HeaderBlock block, NoteList notes, Func<string, bool> isOurs)
    {
        var references = Addresses.Ids(block["References"]);
        var header = new MailHeader
        {
            Lines = block.Lines,
            From = Addresses.First(block["From"]),
            ReplyTo = Addresses.First(block["Reply-To"]),
            Subject = Subject(block, notes),
            MessageId = Addresses.Id(Bracketed(block["Message-ID"])),
            References = references.Count > 0 ? references : Addresses.Ids(block["In-Reply-To"]),
        };
        return header with { Automatic = AutomaticMailRule.Of(header, isOurs) };
    }

    /// <summary>The subject alone, for an attached message.</summary>
    public static string Subject(HeaderBlock block, NoteList notes) =>
        CleanText.Line(EncodedWords.Decode(block["Subject"], notes, "Subject"), LongestSubject);

    /// <summary>Comments may stand beside an id.</summary>
    private static string Bracketed(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        return close < 0 ? text : text[(open + 1)..close];
    }
}

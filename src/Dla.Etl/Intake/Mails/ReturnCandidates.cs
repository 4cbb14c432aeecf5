using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>Tells attachments that could be a return from what only comes along: the picture of a signature, the covering letter, a card.</summary>
internal static class ReturnCandidates
{
    // Only what is surely none: a file without an ending, or with an odd one, is looked at and answered like one in the drop folder.
    private static readonly HashSet<string> s_beside = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".doc", ".docx", ".dot", ".dotx", ".rtf", ".ppt", ".pptx", ".pps", ".ppsx", ".vsd", ".vsdx", ".pub",
        ".jpg", ".jpeg", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".svg", ".emf", ".wmf", ".ico",
        ".mp3", ".mp4", ".m4a", ".wav", ".mov", ".avi", ".3gp", ".ogg",
        ".ics", ".vcf", ".p7s", ".p7m", ".asc", ".sig", ".pgp", ".eml", ".msg", ".lnk", ".url", ".exe", ".msi", ".bat", ".cmd", ".js", ".vbs", ".scr",
    };

    private static readonly HashSet<MailNoteKind> s_told =
    [
        MailNoteKind.Winmail, MailNoteKind.ZipTooDeep, MailNoteKind.ZipTooManyEntries, MailNoteKind.ZipTooLarge,
        MailNoteKind.ZipEncrypted, MailNoteKind.ZipBroken, MailNoteKind.OtherArchive, MailNoteKind.Encrypted,
    ];

    /// <summary>Sorts the attachments of a message; those of which a note tells already are in neither list.</summary>
    /// <returns>What could be a return, and what comes along and is named in the answer.</returns>
    public static (IReadOnlyList<MailAttachment> Returns, IReadOnlyList<MailAttachment> Beside) Of(ReadMail mail)
    {
        var told = mail.Notes.Where(note => s_told.Contains(note.Kind)).Select(note => note.Where).ToHashSet(StringComparer.Ordinal);
        MailAttachment[] open =
        [
            .. mail.Attachments.Where(part => !IsPartOfTheText(part) && !IsWinmail(part) && !told.Contains(part.Name) && !told.Contains(part.Path)
                && !FileNames.IsNoDelivery(part.Name)),
        ];
        return ([.. open.Where(part => !IsBeside(part))], [.. open.Where(IsBeside)]);
    }

    private static bool IsBeside(MailAttachment part) => s_beside.Contains(Path.GetExtension(part.Name.TrimEnd('.', ' ')));

    // Some programs mark every attachment as inline; only what the text can show is left out.
    private static bool IsPartOfTheText(MailAttachment part) =>
        part.IsInline && (part.ContentType.StartsWith("image/", StringComparison.Ordinal) || part.ContentType.StartsWith("text/html", StringComparison.Ordinal));

    private static bool IsWinmail(MailAttachment part) =>
        part.ContentType is "application/ms-tnef" or "application/vnd.ms-tnef" || part.Name.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase);
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>What the reader found odd about a message, as findings for its sender.</summary>
internal static class MailNotes
{
    /// <summary>One finding a note, in the same order; the same is not said twice.</summary>
    public static IReadOnlyList<Finding> Findings(IReadOnlyList<MailNote> notes) =>
    [
        .. notes.Distinct().Select(note => new Finding(KindOf(note.Kind))
        {
            Subject = FileNames.Display(note.Where), Found = note.Found, Expected = note.Limit,
        }),
    ];

    private static FindingKind KindOf(MailNoteKind kind) => kind switch
    {
        MailNoteKind.NothingAttached => MailFindings.NothingAttached,
        MailNoteKind.LinkInsteadOfFile => MailFindings.LinkInsteadOfFile,
        MailNoteKind.Winmail => MailFindings.Winmail,
        MailNoteKind.ZipTooDeep => MailFindings.ZipTooDeep,
        MailNoteKind.ZipTooManyEntries => MailFindings.ZipTooManyEntries,
        MailNoteKind.ZipTooLarge => MailFindings.ZipTooLarge,
        MailNoteKind.ZipEncrypted => MailFindings.ZipEncrypted,
        MailNoteKind.ZipBroken => MailFindings.ZipBroken,
        MailNoteKind.OtherArchive => MailFindings.OtherArchive,
        MailNoteKind.TooManyParts => MailFindings.TooManyParts,
        MailNoteKind.TooDeep => MailFindings.TooDeep,
        MailNoteKind.TooLarge => MailFindings.AttachmentsTooLarge,
        MailNoteKind.Broken => MailFindings.Broken,
        MailNoteKind.WrongCharset => MailFindings.WrongCharset,
        MailNoteKind.Encrypted => MailFindings.Encrypted,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No finding for it."),
    };
}

namespace Dla.Etl.Mail;

/// <summary>A message as it was read: never trusted, always bounded.</summary>
public sealed record ReadMail
{
    /// <summary>The message's own header.</summary>
    public required MailHeader Header { get; init; }

    /// <summary>The text that a person would read, without mark-up; cut at a limit. Empty when there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Links of that text that lead to a place where files are kept, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Everything attached, those inside zip files and attached messages too, in the order of the message.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>What was odd about the message, in the order met.</summary>
    public IReadOnlyList<MailNote> Notes { get; init; } = [];
}

/// <summary>What the header says; every value is the sender's word.</summary>
public sealed record MailHeader
{
    /// <summary>Address in From, lower case; null when there is none or it cannot be read.</summary>
    public string? From { get; init; }

    /// <summary>Address in Reply-To, lower case; null when there is none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Subject, decoded, on one line.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Message-ID without <c>&lt; &gt;</c>; null when there is none that can be used.</summary>
    public string? MessageId { get; init; }

    /// <summary>Ids of the thread so far, without <c>&lt; &gt;</c>, oldest first (RFC 5322, 3.6.4).</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Why no answer may be sent; null for a message that a person wrote.</summary>
    public AutomaticMail? Automatic { get; init; }

    /// <summary>Values of all headers of a name, unfolded, topmost first; the name in any case.</summary>
    public IReadOnlyList<string> this[string name] => Lines.Where(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value).ToArray();

    /// <summary>All headers in order, raw but unfolded.</summary>
    public IReadOnlyList<(string Name, string Value)> Lines { get; init; } = [];
}

/// <summary>Mail that no person wrote to us (RFC 3834).</summary>
public enum AutomaticMail
{
    /// <summary>Auto-Submitted, X-Autoreply and their like; out of office.</summary>
    AutoSubmitted,

    /// <summary>A bounce or another report of a mail server: empty Return-Path, multipart/report, mailer-daemon.</summary>
    Bounce,

    /// <summary>A mailing list or mass mail: List-Id, Precedence bulk.</summary>
    List,

    /// <summary>One of our own.</summary>
    Ours,
}

/// <summary>Something attached.</summary>
/// <param name="Name">Of the file, decoded, without any folder; never empty; may hold anything that a sender can write but control characters.</param>
/// <param name="Path">How it lay in the message: the name, or <c>outer.zip/name</c>, or <c>message.eml/name</c>.</param>
/// <param name="File">Full path of its bytes in the folder given to the reader, under a name of our own.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">As declared, lower case; empty when it is not.</param>
/// <param name="IsInline">True for what the text shows inside itself, for example the picture of a signature.</param>
public sealed record MailAttachment(string Name, string Path, string File, long Size, string ContentType, bool IsInline);

/// <summary>Something odd about a message.</summary>
/// <param name="Kind">What.</param>
/// <param name="Where"><see cref="MailAttachment.Path"/> of the attachment concerned where there is one, else the name of the header; empty for the whole message.</param>
/// <param name="Found">The number or word met; empty when the kind says enough.</param>
/// <param name="Limit">What would have been right; empty when the kind says enough.</param>
public sealed record MailNote(MailNoteKind Kind, string Where = "", string Found = "", string Limit = "");

/// <summary>What can be odd about a message.</summary>
public enum MailNoteKind
{
    /// <summary>Nothing is attached.</summary>
    NothingAttached,

    /// <summary>Nothing is attached, but the text links to a place where files are kept.</summary>
    LinkInsteadOfFile,

    /// <summary>Outlook's rich text (winmail.dat): what is in it is not unpacked.</summary>
    Winmail,

    /// <summary>A zip inside a zip inside … beyond the limit.</summary>
    ZipTooDeep,

    /// <summary>More entries than the limit.</summary>
    ZipTooManyEntries,

    /// <summary>Unpacks to more than the limit.</summary>
    ZipTooLarge,

    /// <summary>Asks for a password.</summary>
    ZipEncrypted,

    /// <summary>Cannot be unpacked.</summary>
    ZipBroken,

    /// <summary>Another kind of packed file (rar, 7z): not unpacked.</summary>
    OtherArchive,

    /// <summary>More parts than the limit.</summary>
    TooManyParts,

    /// <summary>Parts in parts beyond the limit.</summary>
    TooDeep,

    /// <summary>More bytes than the limit.</summary>
    TooLarge,

    /// <summary>The structure is not as RFC 2045 wants it, for example a boundary that never closes; what could be read was.</summary>
    Broken,

    /// <summary>Bytes that are not in the charset that they claim; the one used is <see cref="MailNote.Found"/>.</summary>
    WrongCharset,

    /// <summary>Encrypted as a whole (S/MIME, PGP): nothing can be read.</summary>
    Encrypted,
}

/// <summary>How much a message may hold.</summary>
/// <param name="Parts">Parts, those in attached messages too.</param>
/// <param name="Depth">Parts in parts in parts.</param>
/// <param name="Bytes">Bytes written to the folder in all; a zip and what is in it count both.</param>
/// <param name="TextCharacters">Characters of text kept.</param>
/// <param name="ZipDepth">Zip in zip.</param>
/// <param name="ZipEntries">Files in all zip files together.</param>
/// <param name="ZipRatio">How many times its own size a zip may unpack to; counted while unpacking, what the zip says of itself is not believed.</param>
public sealed record MailLimits(
    int Parts = 1000, int Depth = 20, long Bytes = 536_870_912, int TextCharacters = 100_000, int ZipDepth = 3, int ZipEntries = 500, int ZipRatio = 100);

using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>Why a mail leaves.</summary>
public enum OutgoingKind
{
    /// <summary>Answers a mail that came.</summary>
    Answer,

    /// <summary>Tells an office of something that the department did.</summary>
    Notice,

    /// <summary>Brings a report.</summary>
    Report,

    /// <summary>Says that a report could not be made.</summary>
    ReportFailed,

    /// <summary>Reminds of a deadline.</summary>
    Reminder,

    /// <summary>Says that a deadline has passed.</summary>
    Overdue,
}

/// <summary>A mail to one recipient, as it is decided on.</summary>
/// <param name="Occasion">What it is for, the recipient's place in it included: a mail of the same occasion is never decided on twice. It must be unique for ever, so ids stand in it, not counters.</param>
/// <param name="Kind">Why it leaves.</param>
/// <param name="Recipient">An address, lower case.</param>
/// <param name="Subject">In Thai.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record OutgoingMail(string Occasion, OutgoingKind Kind, string Recipient, string Subject, string Text, string Html)
{
    /// <summary>Message-ID of what it answers, with <c>&lt; &gt;</c>; null for a mail that begins a thread.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>References: ids with <c>&lt; &gt;</c>, oldest first, one space between; null for a mail that begins a thread.</summary>
    public string? Thread { get; init; }

    /// <summary>What is attached, in order.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>The run that decided on it, or null.</summary>
    public string? RunId { get; init; }
}

/// <summary>A file that a mail brings.</summary>
/// <param name="Name">As the recipient sees it.</param>
/// <param name="Hash">Where its bytes lie in the archive: they must, before the transaction that decides on the mail.</param>
/// <param name="Size">Bytes.</param>
public sealed record OutgoingAttachment(string Name, ContentHash Hash, long Size);

using Dla.Etl.Findings;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.Distribution;

/// <summary>Everything that the answer to one mail says.</summary>
public sealed record MailAnswer
{
    /// <summary>เลขรับอีเมล.</summary>
    public required long Number { get; init; }

    /// <summary>Its subject as the sender wrote it.</summary>
    public required string Subject { get; init; }

    /// <summary>When the mail server took it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it.</summary>
    public required MailDisposition Disposition { get; init; }

    /// <summary>True when an operator or the address book let it in after it was held.</summary>
    public bool WasReleased { get; init; }

    /// <summary>What there is to say of the mail itself.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The answers to its files, by receipt number.</summary>
    public IReadOnlyList<Answer> Files { get; init; } = [];
}

namespace Dla.Etl.MailProofTests.Post;

/// <summary>A message of a proof with what must become of it.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Bytes">As it lies on the server.</param>
/// <param name="Disposition">As the warehouse keeps it, with the folder it goes to: <c>taken/received</c>.</param>
/// <param name="Verdicts">Of the returns that it brings, in order.</param>
/// <param name="AnswerTo">Who gets the one answer; null for none.</param>
/// <param name="Why">Why no answer is sent, a piece of what is recorded; empty when one is.</param>
internal sealed record Sent(string Name, byte[] Bytes, string Disposition, IReadOnlyList<string> Verdicts, string? AnswerTo, string Why = "")
{
    /// <summary>Message-ID, to which the answer refers; empty where the message has none that can be referred to.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>How many marked copies come with the answer.</summary>
    public int Marked { get; init; }

    /// <summary>True for a message that goes into the folder for an operator.</summary>
    public bool IsProblem => Disposition.EndsWith("/problem", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

namespace Dla.Etl.Mail.Imap;

/// <summary>Where the literal of one message goes while it comes, so that it never lies in memory.</summary>
/// <param name="section">Of the message, as FETCH names it: <c>BODY[]</c>.</param>
/// <param name="target">Where it goes.</param>
/// <param name="limit">A literal above this is refused; bytes.</param>
internal sealed class BodySink(string section, Stream target, long limit)
{
    /// <summary>The section, as the answer names it.</summary>
    public string Section => section;

    /// <summary>Where the bytes go.</summary>
    public Stream Target => target;

    /// <summary>The most that a server may send; bytes.</summary>
    public long Limit => limit;

    /// <summary>True as soon as a literal was taken: a second one is nothing that we asked for.</summary>
    public bool IsUsed { get; set; }
}

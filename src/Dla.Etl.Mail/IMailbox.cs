namespace Dla.Etl.Mail;

/// <summary>A mailbox that is read: the edge behind which IMAP lies, so that another client can take its place in one file.</summary>
/// <remarks>Not for several threads at once. What goes wrong on the line is a <see cref="MailboxException"/>; the next opening starts anew.</remarks>
public interface IMailbox : IAsyncDisposable
{
    /// <summary>Who and where, for people and for the key of what was read: <c>user@host/INBOX</c>; never a password.</summary>
    string Place { get; }

    /// <summary>Connects, logs in, makes the two folders when they are missing, and opens the folder that is read.</summary>
    /// <returns>UIDVALIDITY of that folder: when it is another than before, all UIDs have lost their meaning (RFC 3501, 2.3.1.1).</returns>
    Task<uint> OpenAsync(CancellationToken cancellation);

    /// <summary>Everything that lies in the folder now, by UID upwards.</summary>
    Task<IReadOnlyList<ListedMail>> ListAsync(CancellationToken cancellation);

    /// <summary>Writes a message as it lies there, byte for byte, without marking it as read.</summary>
    /// <returns>False when it is no longer there.</returns>
    Task<bool> DownloadAsync(uint uid, Stream target, CancellationToken cancellation);

    /// <summary>The header of a message alone, at most <paramref name="limit"/> bytes of it: for one that is too large to be taken whole.</summary>
    /// <returns>Null when it is no longer there.</returns>
    Task<byte[]?> HeaderAsync(uint uid, int limit, CancellationToken cancellation);

    /// <summary>Moves a message to one of the two folders; doing it again after a kill neither loses nor doubles it.</summary>
    Task MoveAsync(uint uid, MailboxFolder folder, CancellationToken cancellation);
}

/// <summary>Where messages go.</summary>
public enum MailboxFolder
{
    /// <summary>Everything was done with it.</summary>
    Received,

    /// <summary>An operator should look at it.</summary>
    Problem,
}

/// <summary>A message in the folder.</summary>
/// <param name="Uid">Its number there.</param>
/// <param name="Size">Bytes, as the server says.</param>
/// <param name="ReceivedAt">When the server took it (INTERNALDATE).</param>
public sealed record ListedMail(uint Uid, long Size, DateTimeOffset ReceivedAt);

/// <summary>The mailbox cannot be reached, refuses the login, or speaks otherwise than IMAP does; Thai and English, for the operator.</summary>
/// <param name="message">What went wrong, without any secret.</param>
/// <param name="isTransient">True when trying again later may help by itself.</param>
/// <param name="inner">The cause.</param>
public sealed class MailboxException(string message, bool isTransient, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when trying again later may help by itself; false when somebody has to mend a setting.</summary>
    public bool IsTransient { get; } = isTransient;
}

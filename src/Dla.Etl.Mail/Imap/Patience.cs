namespace Dla.Etl.Mail.Imap;

/// <summary>How long something on the line may take.</summary>
internal sealed class Patience(string server, TimeSpan longest, TimeProvider clock)
{
    /// <summary>The server, for messages.</summary>
    public string Server { get; } = server;

    /// <summary>The longest wait.</summary>
    public TimeSpan Longest { get; } = longest;

    /// <summary>The clock by which it is measured.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>Waits for something that the server does.</summary>
    /// <exception cref="MailboxException">It took too long, or the line broke.</exception>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Longest, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is OperationCanceledException || MailboxTrouble.IsOfTheLine(broken))
        {
            cancellation.ThrowIfCancellationRequested();
            throw late.IsCancellationRequested ? MailboxTrouble.Silent(Server, Longest) : MailboxTrouble.Lost(Server, broken);
        }
    }
}

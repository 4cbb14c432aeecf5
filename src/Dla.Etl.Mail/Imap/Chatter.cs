namespace Dla.Etl.Mail.Imap;

/// <summary>Sees that a command does not wait for ever on a server that says this and that, but never what was asked.</summary>
internal sealed class Chatter(Patience patience, int times)
{
    private long _since = patience.Clock.GetTimestamp();

    /// <summary>Something came that was asked for.</summary>
    public void Useful() => _since = patience.Clock.GetTimestamp();

    /// <summary>Stops waiting when nothing of use has come for long.</summary>
    /// <exception cref="MailboxException">It has.</exception>
    public void Check()
    {
        if (patience.Clock.GetElapsedTime(_since) > times * patience.Longest)
            throw MailboxTrouble.Silent(patience.Server, times * patience.Longest);
    }
}

using Dla.Etl.Mail.Imap;
using Dla.Etl.Mail.OAuth;

namespace Dla.Etl.Mail;

/// <summary>A mailbox behind IMAP4rev1 (RFC 3501).</summary>
/// <remarks>
/// Opening is tried again with back-off when the trouble passes (<see cref="MailboxOpening"/>). Everything else is tried once: when the line breaks, a
/// transient <see cref="MailboxException"/> says so, and the next opening starts anew. What a server sends is limited in length, number and time.
/// </remarks>
public sealed class ImapMailbox : IMailbox
{
    private readonly ImapSettings _settings;
    private readonly TimeProvider _clock;
    private readonly TokenSource? _tokens;
    private ImapConnection? _connection;
    private ImapFolders? _folders;

    /// <summary>A mailbox that is not opened yet.</summary>
    /// <param name="settings">Where it is and who we are.</param>
    /// <param name="clock">Measures how long the server takes.</param>
    public ImapMailbox(ImapSettings settings, TimeProvider clock)
        : this(settings, clock, settings is { Login: ImapLogin.XOAuth2 } ? new OAuthTokens(settings.OAuth, settings.User).TokenAsync : null)
    {
    }

    internal ImapMailbox(ImapSettings settings, TimeProvider clock, TokenSource? tokens) => (_settings, _clock, _tokens) = (settings, clock, tokens);

    /// <inheritdoc/>
    public string Place => $"{_settings.User}@{_settings.Host}/{_settings.Folder}";

    /// <summary>What the server can, as it says itself; empty before opening.</summary>
    public IReadOnlyList<string> Capabilities => _connection is null ? [] : [.. _connection.Capabilities.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What the server wants its user to read (RFC 3501, 7.1: ALERT).</summary>
    public IReadOnlyList<string> Alerts => _connection is null ? [] : [.. _connection.Alerts];

    /// <summary>True when the server offers what moving needs; before opening, false.</summary>
    public bool CanMove => _connection is { } open && (open.Can("MOVE") || open.Can("UIDPLUS"));

    private ImapConnection Opened => _connection ?? throw new InvalidOperationException("The mailbox is not open.");

    /// <inheritdoc/>
    public Task<uint> OpenAsync(CancellationToken cancellation) => MailboxOpening.OpenAsync(OpenOnceAsync, _clock, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedMail>> ListAsync(CancellationToken cancellation) =>
        OrCloseAsync(() => new ImapMessages(Opened).ListAsync(cancellation));

    /// <inheritdoc/>
    public Task<bool> DownloadAsync(uint uid, Stream target, CancellationToken cancellation)
    {
        // Exchange tells sizes that are off by some percent; twice the limit only keeps a lying server from filling the disk.
        var most = _settings.MaxMessageBytes > long.MaxValue / 2 ? long.MaxValue : 2 * _settings.MaxMessageBytes;
        return OrCloseAsync(() => new ImapMessages(Opened).FetchAsync(uid, "BODY.PEEK[]", new BodySink("BODY[]", target, most), cancellation));
    }

    /// <inheritdoc/>
    public async Task<byte[]?> HeaderAsync(uint uid, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var header = new MemoryStream();
        var asked = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"BODY.PEEK[HEADER]<0.{limit}>");
        var isThere = await OrCloseAsync(
            () => new ImapMessages(Opened).FetchAsync(uid, asked, new BodySink("BODY[HEADER]<0>", header, limit), cancellation)).ConfigureAwait(false);
        return isThere ? header.ToArray() : null;
    }

    /// <inheritdoc/>
    public Task MoveAsync(uint uid, MailboxFolder folder, CancellationToken cancellation) =>
        OrCloseAsync(async () =>
        {
            await new MessageMove(Opened, _folders!).MoveAsync(uid, folder, cancellation).ConfigureAwait(false);
            return true;
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
            await LeaveAsync(connection).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Opens it, or fails at once.</summary>
    internal async Task<uint> OpenOnceAsync(CancellationToken cancellation)
    {
        await CloseAsync().ConfigureAwait(false);
        _connection = await new ImapDoor(_settings, _clock).ConnectAsync(cancellation).ConfigureAwait(false);
        return await OrCloseAsync(async () =>
        {
            await new ImapLoggingIn(_settings, _tokens).LogInAsync(_connection, cancellation).ConfigureAwait(false);
            _folders = await ImapFolders.LearnAsync(_connection, _settings, cancellation).ConfigureAwait(false);
            await _folders.PrepareAsync(cancellation).ConfigureAwait(false);
            await _folders.OpenSourceAsync(cancellation).ConfigureAwait(false);
            return _folders.UidValidity;
        }).ConfigureAwait(false);
    }

    // After anything unexpected nobody knows what the next bytes belong to.
    private async Task<T> OrCloseAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask CloseAsync()
    {
        var connection = _connection;
        (_connection, _folders) = (null, null);
        if (connection is not null)
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    // Polite, and no more: everything is done, and the server notices the closed line too.
    private async Task LeaveAsync(ImapConnection connection)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2), _clock);
        try
        {
            connection.IsLeaving = true;
            await connection.RunAsync(ImapCommand.Of("LOGOUT"), soon.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is MailboxException or OperationCanceledException)
        {
            // It has gone before us.
        }
    }
}

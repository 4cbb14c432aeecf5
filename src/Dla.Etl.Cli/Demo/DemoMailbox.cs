using System.Globalization;
using Dla.Etl.Mail;

namespace Dla.Etl.Cli.Demo;

/// <summary>The mailbox of the demo: a folder of messages, <c>INBOX/0001.eml</c> …, beside the two folders into which they go.</summary>
/// <param name="folder">Full path; made when it is missing.</param>
/// <param name="settings">Names the two folders.</param>
internal sealed class DemoMailbox(string folder, ImapSettings settings) : IMailbox
{
    private const string Extension = ".eml";

    /// <inheritdoc/>
    public string Place => "demo@example.go.th/INBOX";

    private string Inbox => Path.Combine(folder, "INBOX");

    /// <summary>Lays a message into the inbox.</summary>
    /// <param name="message">As it would lie on a mail server.</param>
    /// <param name="receivedAt">When the server would have taken it.</param>
    public void Deliver(byte[] message, DateTimeOffset receivedAt)
    {
        Directory.CreateDirectory(Inbox);
        var last = Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories).Select(Uid).DefaultIfEmpty().Max();
        var path = PathOf(last + 1);
        File.WriteAllBytes(path, message);
        File.SetLastWriteTimeUtc(path, receivedAt.UtcDateTime);
    }

    /// <inheritdoc/>
    public Task<uint> OpenAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Inbox);
        foreach (var target in Enum.GetValues<MailboxFolder>())
            Directory.CreateDirectory(Target(target));
        return Task.FromResult(1u);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedMail>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ListedMail>>(
    [
        .. new DirectoryInfo(Inbox).EnumerateFiles("*" + Extension)
            .Select(file => new ListedMail(Uid(file.FullName), file.Length, new DateTimeOffset(file.LastWriteTimeUtc)))
            .OrderBy(mail => mail.Uid),
    ]);

    /// <inheritdoc/>
    public async Task<bool> DownloadAsync(uint uid, Stream target, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(uid)))
            return false;
        await using var source = File.OpenRead(PathOf(uid));
        await source.CopyToAsync(target, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> HeaderAsync(uint uid, int limit, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(uid)))
            return null;
        await using var source = File.OpenRead(PathOf(uid));
        var head = new byte[Math.Min(limit, source.Length)];
        await source.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
        return head;
    }

    /// <inheritdoc/>
    public Task MoveAsync(uint uid, MailboxFolder target, CancellationToken cancellation)
    {
        if (File.Exists(PathOf(uid)))
            File.Move(PathOf(uid), Path.Combine(Target(target), Path.GetFileName(PathOf(uid))), overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string PathOf(uint uid) => Path.Combine(Inbox, uid.ToString("0000", CultureInfo.InvariantCulture) + Extension);

    private string Target(MailboxFolder target) => Path.Combine(folder, target == MailboxFolder.Received ? settings.ReceivedFolder : settings.ProblemFolder);

    private static uint Uid(string path) => uint.Parse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture);
}

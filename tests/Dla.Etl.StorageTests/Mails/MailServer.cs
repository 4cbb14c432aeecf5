using Dla.Etl.Mail;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>A mailbox on a made-up server: what lies where, with UIDs as a server gives them. Whoever opens it sees the same folders.</summary>
internal sealed class MailServer
{
    private uint _last;

    /// <summary>UIDVALIDITY of the folder that is read.</summary>
    public uint Validity { get; private set; } = 1000;

    /// <summary>What lies in the folder that is read.</summary>
    public SortedDictionary<uint, (byte[] Bytes, DateTimeOffset ReceivedAt)> Inbox { get; } = [];

    /// <summary>What was moved, in order.</summary>
    public List<(MailboxFolder Folder, byte[] Bytes)> Moved { get; } = [];

    /// <summary>What the line does before each act; throws what it likes.</summary>
    public Action<string, uint> OnLine { get; set; } = (_, _) => { };

    /// <summary>Puts a message in.</summary>
    public uint Deliver(byte[] message, DateTimeOffset receivedAt)
    {
        Inbox.Add(++_last, (message, receivedAt));
        return _last;
    }

    /// <summary>The server lost its index: everything gets another UID, under another UIDVALIDITY.</summary>
    public void Renumber()
    {
        var all = Inbox.Values.ToList();
        Inbox.Clear();
        (Validity, _last) = (Validity + 1, 0);
        foreach (var (bytes, receivedAt) in all)
            Deliver(bytes, receivedAt);
    }

    /// <summary>A line to it.</summary>
    public IMailbox Connect() => new MemoryMailbox(this);

    private sealed class MemoryMailbox(MailServer server) : IMailbox
    {
        public string Place => "returns@example.go.th@mail.example.go.th/INBOX";

        public Task<uint> OpenAsync(CancellationToken cancellation)
        {
            server.OnLine("open", 0);
            return Task.FromResult(server.Validity);
        }

        public Task<IReadOnlyList<ListedMail>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ListedMail>>(
            [.. server.Inbox.Select(mail => new ListedMail(mail.Key, mail.Value.Bytes.LongLength, mail.Value.ReceivedAt))]);

        public async Task<bool> DownloadAsync(uint uid, Stream target, CancellationToken cancellation)
        {
            server.OnLine("download", uid);
            if (!server.Inbox.TryGetValue(uid, out var mail))
                return false;
            for (var at = 0; at < mail.Bytes.Length; at += 1000)
                await target.WriteAsync(mail.Bytes.AsMemory(at, Math.Min(1000, mail.Bytes.Length - at)), cancellation);
            return true;
        }

        public Task<byte[]?> HeaderAsync(uint uid, int limit, CancellationToken cancellation)
        {
            server.OnLine("header", uid);
            if (!server.Inbox.TryGetValue(uid, out var mail))
                return Task.FromResult<byte[]?>(null);
            var end = mail.Bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
            return Task.FromResult<byte[]?>(mail.Bytes[..Math.Min(end, limit)]);
        }

        public Task MoveAsync(uint uid, MailboxFolder folder, CancellationToken cancellation)
        {
            server.OnLine("move", uid);
            if (server.Inbox.Remove(uid, out var mail))
                server.Moved.Add((folder, mail.Bytes));
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

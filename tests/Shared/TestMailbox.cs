using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Dla.Etl.TestServers;

/// <summary>A fresh mailbox at the Dovecot of <c>tests/mail-servers</c>, seen from outside: a small client that shares no code with the one under test.</summary>
public sealed class TestMailbox
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("DLA_TEST_IMAP");

    /// <summary>True when the servers run; otherwise a test that needs them is skipped.</summary>
    public static bool IsThere => Server is not null;

    /// <summary>Name of the account; any name is one, and all have <see cref="Password"/>.</summary>
    public string User { get; init; } = $"box-{Guid.NewGuid():N}@example.go.th";

    /// <summary>The password of every account.</summary>
    public static string Password => Environment.GetEnvironmentVariable("DLA_TEST_IMAP_PASSWORD")!;

    /// <summary>Where a listener is: <c>DLA_TEST_IMAP</c>, <c>DLA_TEST_IMAP_COPY</c> and so on.</summary>
    public static (string Host, int Port) At(string variable = "DLA_TEST_IMAP")
    {
        var place = Environment.GetEnvironmentVariable(variable)!.Split(':');
        return (place[0], int.Parse(place[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Lays a message into a folder, as if it had come at an instant.</summary>
    public async Task AppendAsync(byte[] message, string folder = "INBOX", DateTimeOffset? at = null)
    {
        await using var line = await Line.OpenAsync(User);
        var date = at is { } instant ? $"\"{instant.ToString("dd-MMM-yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}\" " : "";
        await line.DoAsync($"APPEND \"{Written(folder)}\" {date}{{{message.Length}+}}", message);
    }

    /// <summary>How many messages a folder has; null when there is no such folder.</summary>
    public async Task<int?> CountAsync(string folder = "INBOX")
    {
        await using var line = await Line.OpenAsync(User);
        var answer = await line.TryAsync($"STATUS \"{Written(folder)}\" (MESSAGES)");
        var words = answer.FirstOrDefault(text => text.StartsWith("* STATUS", StringComparison.Ordinal))?.Split("MESSAGES ")[1].TrimEnd(')');
        return words is null ? null : int.Parse(words, CultureInfo.InvariantCulture);
    }

    /// <summary>The Message-IDs in a folder, in order.</summary>
    public async Task<IReadOnlyList<string>> MessageIdsAsync(string folder = "INBOX")
    {
        await using var line = await Line.OpenAsync(User);
        await line.DoAsync($"EXAMINE \"{Written(folder)}\"");
        var answer = await line.TryAsync("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])");
        return [.. answer.Where(text => text.StartsWith("message-id:", StringComparison.OrdinalIgnoreCase)).Select(text => text["message-id:".Length..].Trim().Trim('<', '>'))];
    }

    /// <summary>Carries out a command of IMAP; the folder <paramref name="opened"/> is selected before.</summary>
    public async Task<IReadOnlyList<string>> DoAsync(string command, string? opened = null)
    {
        await using var line = await Line.OpenAsync(User);
        if (opened is not null)
            await line.DoAsync($"SELECT \"{Written(opened)}\"");
        return await line.DoAsync(command);
    }

    /// <summary>The name of a folder as IMAP writes it (RFC 3501, 5.1.3).</summary>
    public static string Written(string folder)
    {
        var written = new StringBuilder();
        foreach (var run in System.Text.RegularExpressions.Regex.Matches(folder, "[ -~]+|[^ -~]+").Select(match => match.Value))
            written.Append(run[0] <= '~' ? run.Replace("&", "&-", StringComparison.Ordinal) : $"&{Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(run)).TrimEnd('=').Replace('/', ',')}-");
        return written.ToString();
    }

    private sealed class Line : IAsyncDisposable
    {
        private readonly TcpClient _client = new();
        private SslStream _stream = null!;
        private StreamReader _reader = null!;

        public static async Task<Line> OpenAsync(string user)
        {
            var line = new Line();
            var (host, port) = At();
            await line._client.ConnectAsync(host, port);
            line._stream = new SslStream(line._client.GetStream());
            await line._stream.AuthenticateAsClientAsync(host);
            line._reader = new StreamReader(line._stream, Encoding.Latin1);
            await line._reader.ReadLineAsync();
            await line.DoAsync($"LOGIN \"{user}\" \"{Password}\"");
            return line;
        }

        public async Task<IReadOnlyList<string>> DoAsync(string command, byte[]? literal = null)
        {
            var answer = await TryAsync(command, literal);
            return answer[^1].StartsWith("T OK", StringComparison.Ordinal) ? answer : throw new InvalidOperationException($"{command}: {answer[^1]}");
        }

        public async Task<IReadOnlyList<string>> TryAsync(string command, byte[]? literal = null)
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes($"T {command}\r\n"));
            if (literal is not null)
                await _stream.WriteAsync((byte[])[.. literal, (byte)'\r', (byte)'\n']);
            await _stream.FlushAsync();
            for (var lines = new List<string>(); ;)
            {
                lines.Add(await _reader.ReadLineAsync() ?? throw new EndOfStreamException(command));
                if (lines[^1].StartsWith("T ", StringComparison.Ordinal))
                    return lines;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stream.DisposeAsync();
            _client.Dispose();
        }
    }
}

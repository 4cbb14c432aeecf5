using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dla.Etl.MailTests.Imap;

/// <summary>A server on loopback that says what a test wants it to say.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Conversation, Task> _script;

    /// <param name="script">What it does with each connection; when it ends, the connection is closed.</param>
    public ScriptedServer(Func<Conversation, Task> script)
    {
        _script = script;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many have connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Everything that clients said.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>A server that greets, lets in, has one folder with messages, and answers one command in its own way.</summary>
    /// <param name="answers">The answer to a command, by its words; <c>TAG</c> stands for the tag. Null leaves it to the usual answers.</param>
    public static ScriptedServer Usual(Func<string, string?> answers, string greeting = "* OK ready\r\n", string capabilities = "IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS MOVE LITERAL+") =>
        new(async line =>
        {
            await line.SayAsync(greeting);
            while (await line.HearAsync() is { } said && said.Split(' ', 2) is [var tag, var command])
                await line.SayAsync((answers(command) ?? Answer(command, capabilities)).Replace("TAG", tag, StringComparison.Ordinal));
        });

    /// <summary>What a server in good order says.</summary>
    public static string Answer(string command, string capabilities = "IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS MOVE LITERAL+") => command.Split(' ')[0] switch
    {
        "CAPABILITY" => $"* CAPABILITY {capabilities}\r\nTAG OK done\r\n",
        "LIST" when command == "LIST \"\" \"\"" => "* LIST (\\Noselect) \"/\" \"\"\r\nTAG OK done\r\n",
        "LIST" => $"* LIST (\\HasNoChildren) \"/\" {command.Split(' ')[2]}\r\nTAG OK done\r\n",
        "SELECT" => "* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] flags\r\n* 2 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 77] valid\r\n* OK [UIDNEXT 9] next\r\nTAG OK [READ-WRITE] done\r\n",
        "UID" when command.StartsWith("UID FETCH 1:*", StringComparison.Ordinal) =>
            "* 1 FETCH (UID 5 RFC822.SIZE 11 INTERNALDATE \" 9-Jun-2021 08:30:00 +0700\")\r\n* 2 FETCH (INTERNALDATE \"10-Jun-2021 09:00:00 +0700\" RFC822.SIZE 12 UID 8)\r\nTAG OK done\r\n",
        "UID" when command.Contains("BODY.PEEK[]", StringComparison.Ordinal) => "* 1 FETCH (UID 5 BODY[] {11}\r\nSubject: x\n)\r\nTAG OK done\r\n",
        "UID" when command.Contains("BODY.PEEK[HEADER]", StringComparison.Ordinal) =>
            $"* 1 FETCH (BODY[HEADER]<0> {{7}}\r\nSubject UID {command.Split(' ')[2]})\r\nTAG OK done\r\n",
        "LOGOUT" => "* BYE bye\r\nTAG OK done\r\n",
        _ => "TAG OK done\r\n",
    };

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var open = client;
        try
        {
            using var conversation = new Conversation(client.GetStream(), Heard);
            await _script(conversation);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // The client has hung up.
        }
    }
}

/// <summary>One connection, seen from the server.</summary>
internal sealed class Conversation(NetworkStream stream, List<string> heard) : IDisposable
{
    private readonly StreamReader _reader = new(stream, Encoding.Latin1);

    public void Dispose() => _reader.Dispose();

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    public async Task SayAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    /// <summary>The next line; null at the end.</summary>
    public async Task<string?> HearAsync()
    {
        var line = await _reader.ReadLineAsync();
        if (line is not null)
            lock (heard)
                heard.Add(line);
        return line;
    }
}

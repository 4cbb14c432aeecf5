using System.Globalization;
using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>A conversation with a server: one command at a time, and whatever the server says in between.</summary>
internal sealed class ImapConnection : IAsyncDisposable
{
    private const int MostAlerts = 20;
    private const int MostCapabilities = 500;

    // A server may say "still working" now and then; one that says nothing else is not waited for.
    private const int LongestChatter = 10;

    private readonly HashSet<string> _capabilities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _alerts = [];
    private readonly List<string> _secrets = [];
    private ImapWire _wire;
    private ImapResponseReader _reader;
    private int _tags;

    public ImapConnection(ImapWire wire) => (_wire, _reader) = (wire, new ImapResponseReader(wire));

    /// <summary>The server, for messages.</summary>
    public string Server => _wire.Patience.Server;

    /// <summary>What the server can, as it says itself.</summary>
    public IReadOnlyCollection<string> Capabilities => _capabilities;

    /// <summary>What the server wants its user to read (RFC 3501, 7.1: ALERT).</summary>
    public IReadOnlyList<string> Alerts => _alerts;

    /// <summary>How many messages the open folder has, as last heard.</summary>
    public long Exists { get; private set; }

    /// <summary>True when the server can this.</summary>
    public bool Can(string capability) => _capabilities.Contains(capability);

    /// <summary>Never shows this in a message, whatever the server echoes.</summary>
    public void Hide(string secret)
    {
        if (secret.Length > 0)
            _secrets.Add(secret);
    }

    /// <summary>Goes on over another wire, TLS, and forgets what was heard in the clear.</summary>
    /// <exception cref="MailboxException">Something was said in the clear behind the answer: somebody in between may have put it there (CVE-2011-0411).</exception>
    public async Task GoOnOverAsync(Func<Stream, Task<Stream>> secured)
    {
        if (_wire.HasLeftover)
            throw MailboxTrouble.NotImap(Server, "something was sent in the clear behind the answer to STARTTLS");
        _wire = new ImapWire(await secured(_wire.Line).ConfigureAwait(false), _wire.Patience);
        _reader = new ImapResponseReader(_wire);
        _capabilities.Clear();
        _alerts.Clear();
    }

    /// <summary>The first words of the server.</summary>
    public Task<ImapResponse> GreetingAsync(CancellationToken cancellation) => HearAsync(null, cancellation);

    /// <summary>Asks anew what the server can.</summary>
    public async Task LearnCapabilitiesAsync(CancellationToken cancellation)
    {
        _capabilities.Clear();
        await DoAsync(ImapCommand.Of("CAPABILITY"), cancellation).ConfigureAwait(false);
        if (!Can("IMAP4rev1"))
            throw MailboxTrouble.NotImap(Server, "it does not offer IMAP4rev1");
    }

    /// <summary>Carries out a command that must succeed.</summary>
    /// <param name="take">Gets every other response, and says whether it was asked for.</param>
    public async Task<ImapResponse> DoAsync(ImapCommand command, CancellationToken cancellation, Func<ImapResponse, bool>? take = null)
    {
        var answer = await RunAsync(command, cancellation, take).ConfigureAwait(false);
        return answer.IsOk ? answer : throw Refusal(answer, "เซิร์ฟเวอร์จดหมายปฏิเสธคำสั่ง");
    }

    /// <summary>Carries out a command.</summary>
    /// <param name="take">Gets every response but the last, and says whether it was asked for.</param>
    /// <param name="sink">Takes the literal of a message.</param>
    /// <param name="reply">What to say when the server asks for more; null: nothing is to be asked.</param>
    /// <returns>How it ended: OK, NO or BAD.</returns>
    public async Task<ImapResponse> RunAsync(
        ImapCommand command, CancellationToken cancellation, Func<ImapResponse, bool>? take = null, BodySink? sink = null, Func<ImapResponse, string>? reply = null)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"D{++_tags:0000}");
        var chatter = new Chatter(_wire.Patience, LongestChatter);
        if (await SendAsync(tag, command, chatter, cancellation).ConfigureAwait(false) is { } early)
            return early;
        while (true)
        {
            var response = await HearAsync(sink, cancellation).ConfigureAwait(false);
            if (response.Tag == tag)
                return response.Name is "OK" or "NO" or "BAD" ? response : throw MailboxTrouble.NotImap(Server, $"a command ended in “{response.Name}”");
            if (response.IsContinuation)
                await ReplyAsync(reply?.Invoke(response), cancellation).ConfigureAwait(false);
            else if (response.Tag != "*")
                throw MailboxTrouble.NotImap(Server, "an answer to a command that was not given");
            else if (take is not null && take(response))
                chatter.Useful();
            chatter.Check();
        }
    }

    /// <summary>A refusal in words for the operator.</summary>
    /// <param name="thai">What was refused.</param>
    public MailboxException Refusal(ImapResponse answer, string thai)
    {
        var said = $"{answer.Name}{(answer.Code.Length > 0 ? $" [{answer.Code}]" : "")} {answer.Text}";
        foreach (var secret in _secrets)
            said = said.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        return new($"{thai} ({Server}) · the mail server said: {MailboxTrouble.Cleaned(said)}", IsPassing(answer));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    // RFC 5530 tells the codes of trouble that passes; without a code, a refusal of something that usually works may pass too.
    private static bool IsPassing(ImapResponse answer) =>
        answer.Name == "NO" && answer.Code is "" or "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "LIMIT" or "EXPUNGEISSUED" or "TRYCREATE";

    private async Task<ImapResponse?> SendAsync(string tag, ImapCommand command, Chatter chatter, CancellationToken cancellation)
    {
        var text = new MemoryStream();
        text.Write(Encoding.ASCII.GetBytes(tag + " "));
        foreach (var (bytes, isLiteral) in command.Parts)
        {
            if (isLiteral)
            {
                var atOnce = Can("LITERAL+") || Can("LITERAL-") && bytes.Length <= 4096;
                text.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{{bytes.Length}{(atOnce ? "+" : "")}}}\r\n")));
                if (!atOnce)
                {
                    await _wire.WriteAsync(text.ToArray(), cancellation).ConfigureAwait(false);
                    text.SetLength(0);
                    if (await AwaitRoomAsync(tag, chatter, cancellation).ConfigureAwait(false) is { } refused)
                        return refused;
                }
            }
            text.Write(bytes);
        }
        text.Write("\r\n"u8);
        await _wire.WriteAsync(text.ToArray(), cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task<ImapResponse?> AwaitRoomAsync(string tag, Chatter chatter, CancellationToken cancellation)
    {
        while (true)
        {
            var response = await HearAsync(null, cancellation).ConfigureAwait(false);
            if (response.IsContinuation)
                return null;
            if (response.Tag == tag)
                return response.IsOk ? throw MailboxTrouble.NotImap(Server, "a command was done before it was given") : response;
            chatter.Check();
        }
    }

    private Task ReplyAsync(string? words, CancellationToken cancellation) =>
        words is null
            ? throw MailboxTrouble.NotImap(Server, "the server asked for more of a command that was complete")
            : _wire.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), cancellation);

    private async Task<ImapResponse> HearAsync(BodySink? sink, CancellationToken cancellation)
    {
        var response = await _reader.ReadAsync(sink, cancellation).ConfigureAwait(false);
        Learn(response);
        return response is { Tag: "*", Name: "BYE" } && !IsLeaving ? throw Goodbye(response) : response;
    }

    /// <summary>True when we are about to leave, and the server may say goodbye too.</summary>
    public bool IsLeaving { get; set; }

    private MailboxException Goodbye(ImapResponse response)
    {
        var refusal = Refusal(response, "เซิร์ฟเวอร์จดหมายตัดการติดต่อ จะลองใหม่ในรอบหน้า");
        return new(refusal.Message, isTransient: true);
    }

    private void Learn(ImapResponse response)
    {
        if (response is { Tag: "*", Name: "EXISTS", Number: { } count })
            Exists = count;
        if (response is { Tag: "*", Name: "EXPUNGE" } && Exists > 0)
            Exists--;
        if (response.Code == "ALERT" && _alerts.Count < MostAlerts)
            _alerts.Add(MailboxTrouble.Cleaned(response.Text));
        if (response is { Tag: "*", Name: "CAPABILITY" })
            _capabilities.UnionWith(response.Values.Select(value => value.AsText).OfType<string>().Take(MostCapabilities - _capabilities.Count));
        if (response.Code == "CAPABILITY")
            _capabilities.UnionWith(response.CodeValue.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostCapabilities - _capabilities.Count));
    }
}

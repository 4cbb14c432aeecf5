using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>Reads responses from the wire: lines, and the literals that lines announce by <c>{n}</c> at their end.</summary>
internal sealed class ImapResponseReader(ImapWire wire)
{
    /// <summary>The most text that one response may have; a search in a mailbox of a hundred thousand messages stays below.</summary>
    public const int MostText = 1_048_576;

    /// <summary>The most literals that one response may have.</summary>
    private const int MostLiterals = 100;

    /// <summary>The next response.</summary>
    /// <param name="sink">Takes the literal of a message's section; null when none was asked for.</param>
    /// <exception cref="MailboxException">It did not come, is none, or is beyond a limit.</exception>
    public async Task<ImapResponse> ReadAsync(BodySink? sink, CancellationToken cancellation)
    {
        var parts = new List<ResponsePart>();
        for (var room = MostText; ;)
        {
            var line = await wire.ReadLineAsync(room, cancellation).ConfigureAwait(false);
            room -= line.Length;
            var literal = parts.Count == 0 && IsWordsOnly(line) ? null : LiteralAtEnd(line);
            if (literal is not { } length)
            {
                parts.Add(new(line));
                return Parsed(parts);
            }
            var text = line[..line.AsSpan().LastIndexOf((byte)'{')];
            parts.Add(new(text));
            parts.Add(await LiteralAsync(parts, length, room, sink, cancellation).ConfigureAwait(false));
            room -= parts[^1].Bytes.Length;
            if (parts.Count > 2 * MostLiterals)
                throw Refused($"more than {MostLiterals} literals in one response");
        }
    }

    private async Task<ResponsePart> LiteralAsync(List<ResponsePart> parts, long length, int room, BodySink? sink, CancellationToken cancellation)
    {
        if (sink is not null && IsFetch(parts[0].Bytes) && EndsWith(parts[^1].Bytes, sink.Section + " "))
        {
            if (sink.IsUsed)
                throw Refused("a message sent twice");
            if (length > sink.Limit)
                throw Refused($"a message of {length} bytes, more than the limit of {sink.Limit}");
            sink.IsUsed = true;
            await wire.CopyLiteralAsync(length, sink.Target, cancellation).ConfigureAwait(false);
            return new([], length);
        }
        if (length > room)
            throw Refused($"a literal of {length} bytes in a response that may have {MostText}");
        var kept = new MemoryStream((int)length);
        await wire.CopyLiteralAsync(length, kept, cancellation).ConfigureAwait(false);
        return new(kept.ToArray());
    }

    private ImapResponse Parsed(List<ResponsePart> parts)
    {
        try
        {
            return ImapResponseParser.Parse(parts);
        }
        catch (FormatException wrong)
        {
            throw Refused(wrong.Message);
        }
    }

    private MailboxException Refused(string why) => MailboxTrouble.NotImap(wire.Patience.Server, why);

    // Words for people may end in anything, in {5} too: no literal follows them (RFC 3501, 9: resp-text).
    private static bool IsWordsOnly(byte[] line)
    {
        if (line is [(byte)'+', ..])
            return true;
        var words = Encoding.Latin1.GetString(line, 0, Math.Min(line.Length, 100)).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words[1].ToUpperInvariant() is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";
    }

    private static long? LiteralAtEnd(byte[] line)
    {
        if (line is not [.., (byte)'}'])
            return null;
        var start = line.AsSpan().LastIndexOf((byte)'{');
        return start < 0 ? null : ImapNumber.Read(Encoding.Latin1.GetString(line, start + 1, line.Length - start - 2));
    }

    private static bool IsFetch(byte[] line)
    {
        var words = Encoding.Latin1.GetString(line, 0, Math.Min(line.Length, 40)).Split(' ');
        return words is ["*", _, { } name, ..] && name.Equals("FETCH", StringComparison.OrdinalIgnoreCase);
    }

    private static bool EndsWith(byte[] text, string end) =>
        text.Length >= end.Length && Encoding.Latin1.GetString(text, text.Length - end.Length, end.Length).Equals(end, StringComparison.OrdinalIgnoreCase);
}

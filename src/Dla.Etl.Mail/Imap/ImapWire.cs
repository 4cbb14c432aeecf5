using System.Buffers;

namespace Dla.Etl.Mail.Imap;

/// <summary>Bytes to and from the server: lines and literals (RFC 3501, 2.2 and 4.3), each with a limit and within patience.</summary>
internal sealed class ImapWire(Stream line, Patience patience) : IAsyncDisposable
{
    private const int Chunk = 65_536;

    private readonly byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _end;

    /// <summary>The bare line, to lay TLS over it.</summary>
    public Stream Line => line;

    /// <summary>How long is waited.</summary>
    public Patience Patience => patience;

    /// <summary>True when bytes lie here that nobody has asked for yet: after STARTTLS there must be none.</summary>
    public bool HasLeftover => _start < _end;

    /// <summary>A line without its end.</summary>
    /// <param name="limit">More bytes than this without an end are refused.</param>
    public Task<byte[]> ReadLineAsync(int limit, CancellationToken cancellation) =>
        patience.WaitAsync(async token =>
        {
            var read = new ArrayBufferWriter<byte>(256);
            while (true)
            {
                await FillAsync(token).ConfigureAwait(false);
                var rest = _buffer.AsMemory(_start, _end - _start);
                var end = rest.Span.IndexOf((byte)'\n');
                var taken = end < 0 ? rest : rest[..end];
                if (read.WrittenCount + taken.Length > limit)
                    throw MailboxTrouble.NotImap(patience.Server, $"a line of more than {limit} bytes");
                read.Write(taken.Span);
                _start += taken.Length + (end < 0 ? 0 : 1);
                if (end >= 0)
                    return read.WrittenSpan is [.., (byte)'\r'] ? read.WrittenSpan[..^1].ToArray() : read.WrittenSpan.ToArray();
            }
        }, cancellation);

    /// <summary>Hands on the bytes of a literal, piece by piece; each piece has its own patience, so a large message may take long, but never stand still.</summary>
    public async Task CopyLiteralAsync(long length, Stream target, CancellationToken cancellation)
    {
        var piece = new byte[Chunk];
        for (var left = length; left > 0;)
        {
            var wanted = (int)Math.Min(left, Chunk);
            await patience.WaitAsync(async token =>
            {
                for (var got = 0; got < wanted;)
                    got += await TakeAsync(piece.AsMemory(got, wanted - got), token).ConfigureAwait(false);
                return true;
            }, cancellation).ConfigureAwait(false);
            // Outside of patience: what the disk does is not the server's doing.
            await target.WriteAsync(piece.AsMemory(0, wanted), cancellation).ConfigureAwait(false);
            left -= wanted;
        }
    }

    /// <summary>Sends bytes.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        patience.WaitAsync(async token =>
        {
            await line.WriteAsync(bytes, token).ConfigureAwait(false);
            await line.FlushAsync(token).ConfigureAwait(false);
            return true;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => line.DisposeAsync();

    private async ValueTask<int> TakeAsync(Memory<byte> into, CancellationToken cancellation)
    {
        await FillAsync(cancellation).ConfigureAwait(false);
        var count = Math.Min(into.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(into);
        _start += count;
        return count;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (_start < _end)
            return;
        (_start, _end) = (0, 0);
        _end = await line.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
        if (_end == 0)
            throw new EndOfStreamException("the server closed the line");
    }
}

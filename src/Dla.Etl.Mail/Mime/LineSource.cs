namespace Dla.Etl.Mail.Mime;

/// <summary>A message line by line out of a stream, in memory never more than one buffer: a longer line comes in pieces.</summary>
internal sealed class LineSource(Stream stream, CancellationToken cancellation)
{
    private readonly byte[] buffer = new byte[65_536];
    private readonly Queue<byte[]> putBack = new();
    private int start;
    private int end;
    private bool atEnd;
    private bool again;
    private byte[]? kept;
    private (int Start, int Length, int Break) piece;

    /// <summary>The line, or a piece of it, without its end.</summary>
    public ReadOnlySpan<byte> Text => kept is not null ? kept.AsSpan(0, kept.Length - piece.Break) : buffer.AsSpan(piece.Start, piece.Length);

    /// <summary>CR LF, LF, or nothing when the line goes on in the next piece or the stream ends.</summary>
    public ReadOnlySpan<byte> Break => kept is not null ? kept.AsSpan(kept.Length - piece.Break) : buffer.AsSpan(piece.Start + piece.Length, piece.Break);

    /// <summary>True when this piece begins a line.</summary>
    public bool StartsLine { get; private set; } = true;

    /// <summary>Goes on to the next piece. False at the end.</summary>
    public bool Next()
    {
        if (again)
        {
            again = false;
            return true;
        }
        StartsLine = piece.Break > 0 || !HasPiece;
        if (putBack.TryDequeue(out kept))
        {
            piece = (0, 0, kept is [.., (byte)'\r', (byte)'\n'] ? 2 : kept is [.., (byte)'\n'] ? 1 : 0);
            StartsLine = true;
            return HasPiece = true;
        }
        return HasPiece = Cut();
    }

    private bool HasPiece { get; set; }

    /// <summary>The next <see cref="Next"/> gives the same piece again.</summary>
    public void Unread() => again = true;

    /// <summary>Puts a whole line before the piece that was read last; that one comes after it.</summary>
    public void Unread(byte[] lineBefore)
    {
        putBack.Enqueue(lineBefore);
        putBack.Enqueue([.. Text, .. Break]);
    }

    /// <summary>Puts a line back when nothing came after it.</summary>
    public void UnreadLast(byte[] line) => putBack.Enqueue(line);

    private bool Cut()
    {
        while (true)
        {
            var rest = buffer.AsSpan(start, end - start);
            var line = rest.IndexOf((byte)'\n');
            // A piece never ends between CR and LF.
            if (line < 0 && !atEnd && rest.Length < buffer.Length / 2)
            {
                Fill();
                continue;
            }
            if (rest.IsEmpty)
            {
                piece = default;
                return false;
            }
            var length = line >= 0 ? line : rest[^1] == '\r' && !atEnd && rest.Length > 1 ? rest.Length - 1 : rest.Length;
            var cr = line > 0 && rest[line - 1] == '\r' ? 1 : 0;
            piece = line >= 0 ? (start, length - cr, 1 + cr) : (start, length, 0);
            start += piece.Length + piece.Break;
            return true;
        }
    }

    private void Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = stream.Read(buffer, end, buffer.Length - end);
        atEnd = read == 0;
        end += read;
    }
}

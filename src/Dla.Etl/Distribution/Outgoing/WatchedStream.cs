namespace Dla.Etl.Distribution.Outgoing;

/// <summary>A stream that knows whether it was read to its end.</summary>
/// <remarks>
/// The client of the framework says with one and the same exception that the line broke, whether the mail was under way or complete. It writes the end of
/// the mail (a line with a point alone) only after it has read all content; so as long as the last part was not read to its end, the relay cannot have the mail.
/// </remarks>
internal sealed class WatchedStream(Stream content) : Stream
{
    private bool _wasRead;

    /// <summary>True when its end was met.</summary>
    public bool WasRead => Volatile.Read(ref _wasRead);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Watched(content.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Watched(content.Read(buffer), buffer.Length);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Watched(await content.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false), count);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Watched(await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }

    private int Watched(int read, int asked)
    {
        if (read == 0 && asked > 0)
            Volatile.Write(ref _wasRead, true);
        return read;
    }
}

using System.Security.Cryptography;
using Dla.Etl.Values;

namespace Dla.Etl.Intake;

/// <summary>Takes bytes as they arrive from elsewhere, counts and hashes them, and writes them to a file up to a limit.</summary>
/// <remarks>
/// What is beyond the limit is counted and thrown away, so that whoever delivers can come to an end in good order. A disk that refuses is remembered:
/// the one who delivers may take that error for his own line's.
/// </remarks>
internal sealed class ArrivingStream(FileStream file, long limit) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    /// <summary>What the disk said; null while it takes everything.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>True when more came than the limit.</summary>
    public bool IsTooLong => _length > limit;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>SHA-256 of what came.</summary>
    public ContentHash Hash() => ContentHash.FromDigest(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _length += buffer.Length;
        if (IsTooLong)
            return;
        try
        {
            file.Write(buffer);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            Refusal = problem;
            throw;
        }

        _hash.AppendData(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Flushed once, when all is there.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}

namespace Dla.Etl.Mail.Mime;

/// <summary>Where the bytes of a part go once its transfer encoding is undone.</summary>
internal abstract class ContentSink : IDisposable
{
    /// <summary>Takes more bytes.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}

/// <summary>A file of ours; takes nothing more once all files together are at their limit.</summary>
/// <param name="path">Must not exist.</param>
/// <param name="budget">What may still be written.</param>
internal sealed class FileSink(string path, ByteBudget budget) : ContentSink
{
    private readonly FileStream file = new(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 65_536 });

    /// <summary>Full path.</summary>
    public string Path { get; } = path;

    /// <summary>Bytes taken.</summary>
    public long Size { get; private set; }

    /// <summary>True when bytes were refused: the file is not whole.</summary>
    public bool IsCut { get; private set; }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        IsCut |= !budget.Take(bytes.Length);
        if (IsCut)
            return;
        file.Write(bytes);
        Size += bytes.Length;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        file.Dispose();
        base.Dispose();
    }
}

/// <summary>The first bytes of a text; the rest is dropped.</summary>
internal sealed class TextSink(int most) : ContentSink
{
    private readonly MemoryStream kept = new();

    /// <summary>The bytes kept; never cut within a character of UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = kept.GetBuffer().AsSpan(0, (int)kept.Length);
            for (var back = 0; IsCut && back < 4 && !bytes.IsEmpty && bytes[^1] >= 0x80; back++)
                bytes = bytes[..^1];
            return bytes;
        }
    }

    private bool IsCut { get; set; }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        var room = most - (int)kept.Length;
        IsCut |= bytes.Length > room;
        kept.Write(bytes[..Math.Min(room, bytes.Length)]);
    }
}

/// <summary>How many bytes may still be written, all files together; what was deleted again has been written all the same.</summary>
internal sealed class ByteBudget(long bytes)
{
    private long left = bytes;

    /// <summary>True when nothing more may be written.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Takes so many, or none and never any again.</summary>
    public bool Take(int count)
    {
        IsSpent |= count > left;
        if (IsSpent)
            return false;
        left -= count;
        return true;
    }
}

namespace Dla.Etl.Mail.Mime;

/// <summary>Why the reading of a part ended.</summary>
/// <param name="Level">Whose boundary was met, counted from the outermost; -1 at the end of the message.</param>
/// <param name="Closes">True for the last boundary of that multipart.</param>
internal sealed record Stop(int Level, bool Closes)
{
    /// <summary>The message ended.</summary>
    public static Stop AtEnd { get; } = new(-1, true);
}

/// <summary>The boundaries of the multiparts that are open, outermost first. All are looked for: an inner one may never close (RFC 2046, 5.1.2).</summary>
internal sealed class Boundaries
{
    private readonly List<byte[]> open = [];

    /// <summary>How many are open.</summary>
    public int Count => open.Count;

    /// <summary>Opens one.</summary>
    public void Push(byte[] boundary) => open.Add(boundary);

    /// <summary>Closes the innermost.</summary>
    public void Pop() => open.RemoveAt(open.Count - 1);

    /// <summary>Whose boundary a line is; null when it is none.</summary>
    public Stop? Match(ReadOnlySpan<byte> line)
    {
        if (open.Count == 0 || !line.StartsWith("--"u8) || line.Length > 2048)
            return null;
        var rest = line[2..].TrimEnd(" \t\r"u8);
        for (var level = open.Count - 1; level >= 0; level--)
        {
            if (!rest.StartsWith(open[level]))
                continue;
            var tail = rest[open[level].Length..];
            if (tail.IsEmpty || tail.SequenceEqual("--"u8))
                return new Stop(level, !tail.IsEmpty);
        }
        return null;
    }
}

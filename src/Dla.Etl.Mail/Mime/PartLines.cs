namespace Dla.Etl.Mail.Mime;

/// <summary>The lines of one message and the boundaries open in it.</summary>
internal sealed record PartLines(LineSource Source, Boundaries Boundaries)
{
    /// <summary>Passes over the lines up to the next boundary.</summary>
    public Stop Skip() => Copy(null);

    /// <summary>Hands on the lines up to the next boundary; the line end before it belongs to it (RFC 2046, 5.1.1).</summary>
    public Stop Copy(TransferDecoder? decoder)
    {
        var held = 0;
        while (true)
        {
            var stop = !Source.Next() ? Stop.AtEnd : Source.StartsLine ? Boundaries.Match(Source.Text) : null;
            if (stop is null || stop == Stop.AtEnd)
                decoder?.Write(held == 2 ? "\r\n"u8 : held == 1 ? "\n"u8 : []);
            if (stop is not null)
            {
                decoder?.Finish();
                return stop;
            }
            decoder?.Write(Source.Text);
            held = Source.Break.Length;
        }
    }

    /// <summary>For a multipart that does not name its boundary: the first line that looks like one is it, and is read again.</summary>
    public (byte[]? Boundary, Stop? Stop) FirstBoundary()
    {
        while (Source.Next())
        {
            var text = Source.Text;
            if (!Source.StartsLine || !text.StartsWith("--"u8))
                continue;
            if (Boundaries.Match(text) is { } stop)
                return (null, stop);
            var name = text[2..].TrimEnd(" \t"u8);
            if (name.Length is > 2 and <= 100 && !name.Contains((byte)' '))
            {
                Source.Unread();
                return (name.ToArray(), null);
            }
        }
        return (null, Stop.AtEnd);
    }
}

namespace Dla.Etl.Mail.Mime;

/// <summary>Takes files out of a plain text that carries them as old programs do: <c>begin 644 name</c>, lines of 45 bytes, <c>end</c> (POSIX uuencode).</summary>
/// <param name="text">Where the rest of the text goes.</param>
/// <param name="begin">Makes a file; null when there may be no more of them.</param>
/// <param name="end">Takes a file, closed, with its name as written; and whether it is not whole.</param>
internal sealed class UuencodeSink(ContentSink text, Func<FileSink?> begin, Action<FileSink, string, bool> end) : ContentSink
{
    private const int LongestLine = 1024;

    private readonly List<byte> line = [];
    private readonly byte[] bytes = new byte[66]; // 63 bytes at most, in threes
    private byte[]? announced;
    private FileSink? file;
    private bool isLong;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> more)
    {
        while (!more.IsEmpty)
        {
            var lineEnd = more.IndexOf((byte)'\n');
            line.AddRange(more[..(lineEnd < 0 ? more.Length : lineEnd + 1)]);
            more = more[(lineEnd < 0 ? more.Length : lineEnd + 1)..];
            if (lineEnd < 0 && line.Count < LongestLine)
                continue;
            Take([.. line], isLong);
            isLong = lineEnd < 0;
            line.Clear();
        }
    }

    /// <summary>The text has ended.</summary>
    public void Finish()
    {
        if (line.Count > 0)
            Take([.. line], isLong);
        if (announced is not null && file is null)
            text.Write(announced);
        Close(isBroken: true);
    }

    private void Take(byte[] whole, bool isRest)
    {
        var content = whole.AsSpan().TrimEnd("\r\n"u8);
        var isData = !isRest && IsData(content);
        if (file is not null && (isData || content is [(byte)'`' or (byte)' '] or []))
            Decode(content);
        else if (file is not null && content.TrimEnd((byte)' ').SequenceEqual("end"u8))
            Close(isBroken: false);
        else if (announced is not null && file is null && isData && (file = begin()) is not null)
            Decode(content);
        else
        {
            if (announced is not null && file is null)
                text.Write(announced);
            Close(isBroken: true);
            announced = !isRest && Name(whole) is not null ? whole : null;
            if (announced is null)
                text.Write(whole);
        }
    }

    private void Close(bool isBroken)
    {
        if (file is not null)
        {
            file.Dispose();
            end(file, Name(announced!)!, isBroken);
        }
        (file, announced) = (null, null);
    }

    /// <summary>What the first line calls the file; null when it is none: <c>begin</c>, three or four octal digits, a name.</summary>
    private static string? Name(byte[] whole)
    {
        var words = Charsets.Decode(whole, null).Text.Trim().Split(' ', 3);
        return words is ["begin", { Length: 3 or 4 } mode, { Length: > 0 } name] && mode.AsSpan().IndexOfAnyExceptInRange('0', '7') < 0 ? name : null;
    }

    /// <summary>A length and as many letters as it needs; blanks at the end may be lost on the way.</summary>
    private static bool IsData(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content.IndexOfAnyExceptInRange((byte)' ', (byte)'`') >= 0)
            return false;
        var needed = ((content[0] - ' ') & 63) + 2;
        needed = needed / 3 * 4;
        return needed > 0 && content.Length - 1 <= needed + 2 && (content.Length - 1) * 4 >= needed * 3;
    }

    private void Decode(ReadOnlySpan<byte> content)
    {
        var count = content.IsEmpty ? 0 : (content[0] - ' ') & 63;
        for (var at = 0; at < count; at += 3)
        {
            var four = 0;
            for (var letter = 0; letter < 4; letter++)
            {
                var place = 1 + (at / 3 * 4) + letter;
                four = (four << 6) | (place < content.Length ? (content[place] - ' ') & 63 : 0);
            }
            (bytes[at], bytes[at + 1], bytes[at + 2]) = ((byte)(four >> 16), (byte)((four >> 8) & 255), (byte)(four & 255));
        }
        file!.Write(bytes.AsSpan(0, count));
    }
}

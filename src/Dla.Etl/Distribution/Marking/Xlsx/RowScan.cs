using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Finds where the rows of a worksheet begin and end in its bytes, keeps what stands around them, and notes how high some of them are.</summary>
/// <param name="wanted">Zero-based rows whose height matters.</param>
internal sealed class RowScan(IReadOnlySet<int> wanted)
{
    private const long MostAround = 32L * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _head = new(), _tail = new();
    private int _state;

    /// <summary>Offset of <c>&lt;sheetData</c>, or −1 while it was not found.</summary>
    public long DataStart { get; private set; } = -1;

    /// <summary>Offset behind <c>&lt;/sheetData&gt;</c>, or −1 while it was not found.</summary>
    public long DataEnd { get; private set; } = -1;

    /// <summary>Name of the element with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Heights in points of the wanted rows that state one; 0 for a hidden row.</summary>
    public Dictionary<int, double> Heights { get; } = [];

    /// <summary>The worksheet without its rows.</summary>
    public byte[] Frame() => [.. _head.WrittenSpan, .. Encoding.ASCII.GetBytes($"<{Name}/>"), .. _tail.WrittenSpan];

    /// <summary>Looks at the next piece; no tag is ever cut.</summary>
    public void Look(ReadOnlySpan<byte> piece, long offset)
    {
        if (_state == 0)
            Head(ref piece, ref offset);
        if (_state == 1)
            Data(ref piece, offset);
        if (_state == 2)
            _tail.Write(piece);
        if (_head.WrittenCount + _tail.WrittenCount > MostAround)
            throw new NotMarkableException("too much around the rows of a sheet");
    }

    /// <summary>Where the start tag of the rows stands in XML: its offset, its end and its name; null when there is none.</summary>
    public static (int Start, int End, string Name, bool IsEmpty)? StartTag(ReadOnlySpan<byte> piece)
    {
        for (var at = 0; piece[at..].IndexOf("sheetData"u8) is var found and >= 0; at += found + 9)
        {
            var name = at + found;
            var start = piece[..name].LastIndexOf((byte)'<');
            var length = piece[name..].IndexOf((byte)'>');
            if (start < 0 || length < 0 || piece[start + 1] == (byte)'/' || !IsPrefix(piece[(start + 1)..name]) || piece[name + 9] is not ((byte)'>' or (byte)'/' or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                continue;
            return (start, name + length + 1, Encoding.ASCII.GetString(piece[(start + 1)..(name + 9)]), piece[name + length - 1] == (byte)'/');
        }
        return null;
    }

    private void Head(ref ReadOnlySpan<byte> piece, ref long offset)
    {
        if (StartTag(piece) is not { } tag)
        {
            _head.Write(piece);
            return;
        }
        _head.Write(piece[..tag.Start]);
        (DataStart, Name) = (offset + tag.Start, tag.Name);
        piece = piece[tag.End..];
        offset += tag.End;
        if (tag.IsEmpty)
            DataEnd = offset;
        _state = tag.IsEmpty ? 2 : 1;
    }

    private void Data(ref ReadOnlySpan<byte> piece, long offset)
    {
        Span<byte> close = stackalloc byte[Name.Length + 3];
        Encoding.ASCII.GetBytes($"</{Name}>", close);
        var end = piece.IndexOf(close);
        if (wanted.Count > 0)
            Rows(end < 0 ? piece : piece[..end]);
        if (end < 0)
            return;
        DataEnd = offset + end + close.Length;
        piece = piece[(end + close.Length)..];
        _state = 2;
    }

    private void Rows(ReadOnlySpan<byte> piece)
    {
        for (var at = piece.IndexOf("row "u8); at >= 0; at = piece.IndexOf("row "u8))
        {
            piece = piece[(at + 3)..];
            var end = piece.IndexOf((byte)'>');
            if (end < 0)
                return;
            var tag = piece[..end];
            if (Attribute(tag, " r=\""u8) is { } number && wanted.Contains((int)number - 1))
                Note((int)number - 1, tag);
        }
    }

    private void Note(int row, ReadOnlySpan<byte> tag)
    {
        if (tag.IndexOf(" hidden=\"1\""u8) >= 0 || tag.IndexOf(" hidden=\"true\""u8) >= 0)
            Heights[row] = 0;
        else if (Attribute(tag, " ht=\""u8) is { } height)
            Heights[row] = height;
    }

    private static double? Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var at = tag.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(tag[(at + name.Length)..], out double value, out _) && value is >= 0 and <= 2_000_000 ? value : null;
    }

    private static bool IsPrefix(ReadOnlySpan<byte> prefix) => prefix.Length == 0 || (prefix[^1] == (byte)':' && prefix.IndexOfAny(" \"'=>"u8) < 0);
}

using System.IO.Compression;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Counts the shared strings without keeping them.</summary>
internal sealed class SharedStrings
{
    /// <summary>Bytes of XML of one string with its runs; ExcelDataReader joins runs in quadratic time.</summary>
    private const long MaxItemBytes = 1024 * 1024;

    private long _last;
    private bool _tooLong;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Counts the strings of a workbook; none when it has no such part. The finding says why it cannot be read.</summary>
    /// <exception cref="InvalidDataException">Does not unpack.</exception>
    /// <exception cref="System.Xml.XmlException">Not well formed.</exception>
    public static (int Count, long Bytes, Finding? Problem) Glance(ZipArchive zip, ReadingLimits limits)
    {
        if (PackageKind.Find(zip, "xl/sharedStrings.xml") is not { } part)
            return (0, 0, null);
        var strings = new SharedStrings();
        using var stream = part.Open();
        var bytes = TagChunks.Walk(stream, limits.MaxUnpackedBytes, strings.Look);
        strings._tooLong |= bytes - strings._last > MaxItemBytes;
        if (strings._tooLong)
            return (0, bytes, CellBudget.Over(ReadingFindings.TextTooLong, default, MaxItemBytes, limits.MaxCellCharacters));
        return (strings.Count > 0 ? strings.Count : Spelled(part, limits), bytes, null);
    }

    private void Look(ReadOnlySpan<byte> piece, long offset)
    {
        for (var at = piece.IndexOf("<si"u8); at >= 0; at = piece.IndexOf("<si"u8))
        {
            var start = offset + at;
            _tooLong |= start - _last > MaxItemBytes;
            _last = start;
            Count += at + 3 < piece.Length && piece[at + 3] is (byte)'>' or (byte)' ' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n' ? 1 : 0;
            piece = piece[(at + 3)..];
            offset += at + 3;
        }
    }

    /// <summary>Counts with XmlReader, for files that write a namespace prefix or UTF-16.</summary>
    private static int Spelled(ZipArchiveEntry part, ReadingLimits limits)
    {
        using var xml = SafeXml.Open(part.Open(), limits.MaxUnpackedBytes);
        var count = 0;
        while (xml.Read())
            count += xml.NodeType == System.Xml.XmlNodeType.Element && xml.LocalName == "si" ? 1 : 0;
        return count;
    }
}

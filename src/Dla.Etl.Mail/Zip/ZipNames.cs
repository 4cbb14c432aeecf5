using System.Buffers.Binary;
using System.Text;
using Dla.Etl.Mail.Mime;

namespace Dla.Etl.Mail.Zip;

/// <summary>Names of files in a zip: said to be UTF-8, or in a field of their own, or in whatever the sender's Windows writes.</summary>
internal static class ZipNames
{
    /// <summary>Info-ZIP Unicode Path (APPNOTE 4.6.9): version, CRC of the plain name, the name in UTF-8.</summary>
    private const int UnicodePath = 0x7075;

    private static readonly string[] Rubbish = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>The whole path, as written.</summary>
    public static string Of(ZipEntry entry, NoteList notes, string where)
    {
        if (!entry.IsUtf8 && FromField(entry) is { } name)
            return name;
        // Without a word about it, UTF-8 shows itself; Thai Windows writes windows-874. Neither is an error of the sender's.
        return entry.IsUtf8 ? notes.Decode(entry.Name, "utf-8", where) : Charsets.Decode(entry.Name, null).Text;
    }

    /// <summary>What systems leave behind and nobody attached: macOS's doubles, Explorer's pictures, the locks of an open workbook.</summary>
    public static bool IsRubbish(IReadOnlyList<string> segments) =>
        segments.Count == 0 || segments[0] == "__MACOSX" || Rubbish.Contains(segments[^1], StringComparer.OrdinalIgnoreCase)
        || segments[^1].StartsWith("~$", StringComparison.Ordinal) || segments[^1].StartsWith("._", StringComparison.Ordinal);

    private static string? FromField(ZipEntry entry)
    {
        for (var rest = entry.Extra.AsSpan(); rest.Length >= 4;)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(rest), size = BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            if (size > rest.Length - 4)
                return null;
            var field = rest.Slice(4, size);
            rest = rest[(4 + size)..];
            // The sum tells whether a program that knows nothing of the field renamed the file since.
            if (id == UnicodePath && size > 5 && field[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.Of(entry.Name))
                return Encoding.UTF8.GetString(field[5..]);
        }
        return null;
    }
}

/// <summary>The sum of zip files (ISO 3309); the framework keeps its own to itself.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        return sum;
    })];

    /// <summary>Of all bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(uint.MaxValue, bytes);

    /// <summary>Goes on with a sum that began as <see cref="uint.MaxValue"/>; inverted in the end.</summary>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            sum = (sum >> 8) ^ Table[(sum ^ value) & 0xFF];
        return sum;
    }
}

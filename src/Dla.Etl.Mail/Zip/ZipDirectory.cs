using System.Buffers.Binary;

namespace Dla.Etl.Mail.Zip;

/// <summary>One file as the directory of a zip lists it; nothing of it is believed but where to look.</summary>
/// <param name="Name">As bytes.</param>
/// <param name="Extra">Extra fields.</param>
/// <param name="Flags">General purpose bits.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Crc">Of the unpacked bytes.</param>
/// <param name="PackedSize">Bytes in the zip.</param>
/// <param name="Offset">Of the local header.</param>
internal sealed record ZipEntry(byte[] Name, byte[] Extra, int Flags, int Method, uint Crc, long PackedSize, long Offset)
{
    /// <summary>Asks for a password.</summary>
    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>The name is said to be UTF-8.</summary>
    public bool IsUtf8 => (Flags & 0x800) != 0;
}

/// <summary>The directory at the end of a zip, one entry at a time.</summary>
/// <remarks>
/// Own code, because the framework's ZipArchive and SharpZipLib's ZipFile read the whole directory before a limit can be put on it (SharpZipLib takes
/// memory for as many entries as the file claims), and the framework's shows neither the extra fields, where Info-ZIP keeps the true name, nor checks sums.
/// Unpacking itself is the framework's. After PKWARE's APPNOTE.TXT 6.3, sections 4.3 to 4.5.
/// </remarks>
internal sealed class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;

    private readonly Stream zip;
    private readonly long end;
    private readonly long shift;
    private long at;

    private ZipDirectory(Stream zip, long start, long end, long shift) => (this.zip, at, this.end, this.shift) = (zip, start, end, shift);

    /// <summary>True when the entries end before the directory does.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Finds the directory. Null when there is none: the file was cut off, or is no zip.</summary>
    public static ZipDirectory? Find(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndSize + ushort.MaxValue)];
        Read(zip, zip.Length - tail.Length, tail);
        for (var found = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8); found >= 0; found = tail.AsSpan(0, found).LastIndexOf("PK\u0005\u0006"u8))
        {
            if (tail.Length - found < EndSize)
                continue;
            var record = tail.AsSpan(found);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            var end = zip.Length - tail.Length + found;
            // What stands before a zip, for example a program that unpacks it, shifts every offset. Zip64 writes -1 here; no mail is so large that it needs it.
            var shift = size == uint.MaxValue || offset == uint.MaxValue ? 0 : end - size - offset;
            var start = size == uint.MaxValue ? -1 : end - size;
            if (start >= 0 && shift >= 0)
                return new ZipDirectory(zip, start, end, shift);
        }
        return null;
    }

    /// <summary>The next entry; null after the last.</summary>
    public ZipEntry? Next()
    {
        var head = new byte[EntrySize];
        if (at >= end)
            return null;
        if (end - at < EntrySize || !Read(zip, at, head) || !head.AsSpan().StartsWith("PK\u0001\u0002"u8))
        {
            IsBroken = true;
            at = end;
            return null;
        }
        var name = new byte[Word(head, 28)];
        var extra = new byte[Word(head, 30)];
        var isWhole = Read(zip, at + EntrySize, name) && Read(zip, at + EntrySize + name.Length, extra);
        at += EntrySize + name.Length + extra.Length + Word(head, 32);
        IsBroken |= !isWhole || at > end;
        return new ZipEntry(name, extra, Word(head, 8), Word(head, 10), Long(head, 16), Long(head, 20), Long(head, 42) + shift);
    }

    /// <summary>Where the packed bytes of an entry begin; null when they do not lie in the file.</summary>
    public long? DataOf(ZipEntry entry)
    {
        var head = new byte[LocalSize];
        if (!Read(zip, entry.Offset, head) || !head.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return null;
        var start = entry.Offset + LocalSize + Word(head, 26) + Word(head, 28);
        return start + entry.PackedSize <= zip.Length ? start : null;
    }

    /// <summary>Fills the buffer from a place; false when the file is too short.</summary>
    private static bool Read(Stream zip, long from, Span<byte> into)
    {
        if (from < 0 || from + into.Length > zip.Length)
            return false;
        zip.Position = from;
        return zip.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}

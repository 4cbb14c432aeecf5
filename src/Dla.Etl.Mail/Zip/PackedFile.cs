namespace Dla.Etl.Mail.Zip;

/// <summary>Whether a file is packed files, and in which way.</summary>
internal enum PackedKind
{
    /// <summary>A document, or anything else that is taken as it is.</summary>
    None,

    /// <summary>A zip whose files were meant.</summary>
    Zip,

    /// <summary>rar, 7z and others that are not unpacked.</summary>
    Other,

    /// <summary>Outlook's rich text.</summary>
    Winmail,
}

/// <summary>Tells it by the content; by the name only that a workbook, itself a zip, is no bundle of files.</summary>
internal static class PackedFile
{
    /// <summary>Documents that are zips inside (Office Open XML, OpenDocument and others).</summary>
    private static readonly string[] Documents =
    [
        ".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm", ".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".vsdx",
        ".ods", ".odt", ".odp", ".ots", ".ott", ".epub", ".jar", ".apk", ".kmz", ".numbers", ".pages",
    ];

    /// <summary>How many entries are looked through for the mark of a document; writers put it first or nearly so.</summary>
    private const int Looked = 200;

    /// <param name="file">Full path of the bytes.</param>
    /// <param name="name">As the sender calls it.</param>
    public static PackedKind KindOf(string file, string name)
    {
        using var stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[8];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK00PK\u0003\u0004"u8))
            return Documents.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || IsDocument(stream) ? PackedKind.None : PackedKind.Zip;
        if (head is [0x78, 0x9F, 0x3E, 0x22, ..])
            return PackedKind.Winmail;
        return head is [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] or [0x1F, 0x8B, ..]
            || head.StartsWith("MSCF"u8) ? PackedKind.Other : PackedKind.None;
    }

    private static bool IsDocument(FileStream stream)
    {
        var directory = ZipDirectory.Find(stream);
        for (var count = 0; count < Looked && directory?.Next() is { } entry; count++)
        {
            if (entry.Name.AsSpan().SequenceEqual("[Content_Types].xml"u8) || (count == 0 && entry.Name.AsSpan().SequenceEqual("mimetype"u8)))
                return true;
        }
        return false;
    }
}

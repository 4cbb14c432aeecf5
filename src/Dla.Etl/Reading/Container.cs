using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading;

/// <summary>How the bytes of a file are wrapped.</summary>
internal enum Container
{
    /// <summary>PK: an Office Open XML package or something else in a zip.</summary>
    Zip,

    /// <summary>OLE compound file: an .xls, an encrypted package, or something else.</summary>
    CompoundFile,

    /// <summary>Neither of these and nothing that we know to refuse: perhaps delimited text.</summary>
    PerhapsText,
}

/// <summary>Tells a file by its first bytes, never by its name.</summary>
internal static class MagicBytes
{
    private const int Glance = 4096;

    private static readonly (byte[] Magic, int Offset, FindingKind Kind, string Name)[] Refused =
    [
        ("%PDF-"u8.ToArray(), 0, ReadingFindings.Pdf, "PDF"),
        (@"{\rtf"u8.ToArray(), 0, ReadingFindings.Rtf, "RTF"),
        ([0xFF, 0xD8, 0xFF], 0, ReadingFindings.Photo, "JPEG"),
        ([0x89, 0x50, 0x4E, 0x47], 0, ReadingFindings.Photo, "PNG"),
        ("GIF8"u8.ToArray(), 0, ReadingFindings.Photo, "GIF"),
        ([0x49, 0x49, 0x2A, 0x00], 0, ReadingFindings.Photo, "TIFF"),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, ReadingFindings.Photo, "TIFF"),
        ("WEBP"u8.ToArray(), 8, ReadingFindings.Photo, "WebP"),
        ("ftyphei"u8.ToArray(), 4, ReadingFindings.Photo, "HEIC"),
        ("ftypmif1"u8.ToArray(), 4, ReadingFindings.Photo, "HEIC"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, ReadingFindings.ArchiveNotWorkbook, "7z"),
        ("Rar!"u8.ToArray(), 0, ReadingFindings.ArchiveNotWorkbook, "rar"),
        ([0x1F, 0x8B, 0x08], 0, ReadingFindings.ArchiveNotWorkbook, "gzip"),
        ([0x09, 0x08], 0, ReadingFindings.OldWorkbook, "BIFF"),
        ([0x09, 0x00, 0x04, 0x00], 0, ReadingFindings.OldWorkbook, "BIFF2"),
        ([0x09, 0x02, 0x06, 0x00], 0, ReadingFindings.OldWorkbook, "BIFF3"),
        ([0x09, 0x04, 0x06, 0x00], 0, ReadingFindings.OldWorkbook, "BIFF4"),
        ("ID;P"u8.ToArray(), 0, ReadingFindings.UnknownContent, "SYLK"),
        ("MIME-Version:"u8.ToArray(), 0, ReadingFindings.Html, "MHTML"),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "<script"];

    /// <summary>The container, or the finding that names what else the file is.</summary>
    public static (Container Container, Finding? Refusal) Tell(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith("PK\u0005\u0006"u8))
            return (Container.Zip, null);
        if (file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return (Container.CompoundFile, null);
        foreach (var (magic, offset, kind, name) in Refused)
            if (file.Length >= offset + magic.Length && file.Slice(offset, magic.Length).SequenceEqual(magic))
                return (default, new Finding(kind) { Found = name });
        return (Container.PerhapsText, Markup(FirstCharacters(file)));
    }

    private static Finding? Markup(string start)
    {
        if (HtmlStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
            return new Finding(ReadingFindings.Html);
        if (!start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return null;
        if (start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) || start.Contains("Excel.Sheet", StringComparison.Ordinal))
            return new Finding(ReadingFindings.Xml2003);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? new Finding(ReadingFindings.Html)
            : new Finding(ReadingFindings.UnknownContent) { Found = "XML" };
    }

    /// <summary>The start of the file as characters without byte order mark, NUL bytes of UTF-16 and leading blanks: enough to see a tag.</summary>
    private static string FirstCharacters(ReadOnlySpan<byte> file)
    {
        var text = Encoding.Latin1.GetString(file[..Math.Min(file.Length, Glance)]);
        return text.Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
    }
}

using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>What a sender calls a file, made fit to be shown and to be the last part of a path; files on disk are never named so.</summary>
internal static class AttachmentName
{
    private const int Longest = 400;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/vnd.ms-excel.sheet.macroenabled.12"] = ".xlsm",
        ["application/vnd.ms-excel"] = ".xls",
        ["text/csv"] = ".csv",
        ["text/plain"] = ".txt",
        ["text/html"] = ".html",
        ["text/calendar"] = ".ics",
        ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip",
        ["application/x-zip-compressed"] = ".zip",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/msword"] = ".doc",
        ["application/ms-tnef"] = ".dat",
        ["application/pkcs7-mime"] = ".p7m",
        ["message/rfc822"] = ".eml",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/gif"] = ".gif",
    };

    /// <summary>The last part of a name, clean; <c>ไฟล์แนบ</c> with the extension of its type when nothing is left.</summary>
    /// <param name="text">As the sender wrote it; null when it wrote none.</param>
    /// <param name="contentType">Lower case.</param>
    public static string Of(string? text, string contentType) =>
        Segments(text ?? "") is [.., var last] ? last : "ไฟล์แนบ" + Extensions.GetValueOrDefault(contentType, ".bin");

    /// <summary>The parts of a path as a zip names it, clean, without <c>..</c>, roots and drives.</summary>
    public static IReadOnlyList<string> Segments(string path) =>
        [.. path.Split('/', '\\').Select(Clean).Where(segment => segment.Length > 0)];

    private static string Clean(string segment)
    {
        var text = new StringBuilder();
        foreach (var rune in segment.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !CleanText.IsHidden(rune))
                text.Append(rune.ToString());
        }
        var name = text.ToString();
        if (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            name = name[2..];
        // Windows takes away blanks and dots at the end; "." and ".." are nothing but such.
        name = name.Trim().TrimEnd('.', ' ');
        return name.Length <= Longest ? name : Shortened(name);
    }

    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name);
        extension = extension.Length <= 20 ? extension : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}

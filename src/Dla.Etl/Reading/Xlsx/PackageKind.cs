using System.IO.Compression;
using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Tells what a zip is by what it declares, never by its name.</summary>
internal static class PackageKind
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string WorkbookPart = "xl/workbook.xml";
    private const string OpenDocumentPrefix = "application/vnd.oasis.opendocument.";

    /// <summary>The kind of workbook, or the finding that names what else it is.</summary>
    public static (FileKind Kind, Finding? Refusal) Tell(ZipArchive zip, ReadingLimits limits)
    {
        if (Find(zip, "mimetype") is { Length: < 200 } mime && ReadAll(mime) is var type && type.StartsWith(OpenDocumentPrefix, StringComparison.Ordinal))
            return (default, new Finding(ReadingFindings.OpenDocument) { Found = type[OpenDocumentPrefix.Length..].Trim() });
        if (Find(zip, ContentTypes) is not { } contentTypes)
            return (default, new Finding(ReadingFindings.ArchiveNotWorkbook) { Found = "zip" });
        var types = MainTypes(contentTypes, limits);
        if (types.FirstOrDefault(part => part.Name.Equals(WorkbookPart, StringComparison.OrdinalIgnoreCase)).Type is { } main && Find(zip, WorkbookPart) is not null)
            return (main.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? FileKind.Xlsm : FileKind.Xlsx, null);
        return (default, Other([.. types.Select(part => part.Type)]));
    }

    /// <summary>The first entry of a name as ExcelDataReader finds it, or null.</summary>
    public static ZipArchiveEntry? Find(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Finding Other(string[] types)
    {
        if (types.Any(type => type.Contains("sheet.binary.macroEnabled", StringComparison.OrdinalIgnoreCase)))
            return new Finding(ReadingFindings.BinaryWorkbook);
        if (types.Any(type => type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase)))
            return new Finding(ReadingFindings.Word);
        if (types.Any(type => type.Contains("presentationml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-powerpoint", StringComparison.OrdinalIgnoreCase)))
            return new Finding(ReadingFindings.PowerPoint);
        return types.Any(type => type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase))
            ? ExcelWorkbook.Corrupt("ไม่พบส่วน xl/workbook.xml")
            : new Finding(ReadingFindings.ArchiveNotWorkbook) { Found = "zip" };
    }

    private static List<(string Name, string Type)> MainTypes(ZipArchiveEntry contentTypes, ReadingLimits limits)
    {
        var types = new List<(string, string)>();
        using var xml = SafeXml.Open(contentTypes.Open(), limits.MaxUnpackedBytes);
        while (xml.Read())
            if (xml.LocalName == "Override" && xml.GetAttribute("PartName") is { } name && xml.GetAttribute("ContentType") is { } type)
                types.Add((name.TrimStart('/'), type));
            else if (xml.LocalName == "Default" && xml.GetAttribute("ContentType") is { } any && xml.GetAttribute("Extension") == "xml" && any.Contains("main", StringComparison.Ordinal))
                types.Add((WorkbookPart, any));
        return types;
    }

    private static string ReadAll(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd();
    }
}

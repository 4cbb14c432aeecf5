using System.IO.Compression;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>What <c>xl/workbook.xml</c> and its relationships say: the sheets in order and how days are counted.</summary>
/// <param name="Sheets">Name and part of each sheet; the part is null when the file does not have it.</param>
internal sealed record WorkbookPart(IReadOnlyList<(string Name, ZipArchiveEntry? Part)> Sheets, DateSystem Dates)
{
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/";

    /// <summary>Reads the two parts, or says why the workbook is refused.</summary>
    /// <exception cref="System.Xml.XmlException">Not well formed.</exception>
    /// <exception cref="InvalidDataException">Does not unpack.</exception>
    public static (WorkbookPart? Part, Finding? Refusal) Read(ZipArchive zip, ReadingLimits limits)
    {
        var (ids, dates) = (new List<(string Name, string Id)>(), new DateSystem(false, true));
        using var xml = SafeXml.Open(PackageKind.Find(zip, "xl/workbook.xml")!.Open(), limits.MaxUnpackedBytes);
        while (xml.Read())
        {
            if (xml.NodeType != System.Xml.XmlNodeType.Element)
                continue;
            if (xml.NamespaceURI.StartsWith(StrictNamespace, StringComparison.Ordinal))
                return (null, new Finding(ReadingFindings.StrictOpenXml));
            if (xml.LocalName == "workbookPr")
                dates = Dating(xml.GetAttribute("date1904"));
            else if (xml.LocalName == "sheet")
                ids.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? ""));
        }
        if (ids.Count > limits.MaxSheets)
            return (null, CellBudget.Over(ReadingFindings.TooManySheets, default, ids.Count, limits.MaxSheets));
        return ids.Count == 0
            ? (null, ExcelWorkbook.Corrupt("ไม่มีแผ่นงาน"))
            : (new WorkbookPart(Parts(zip, limits, ids), dates), null);
    }

    private static DateSystem Dating(string? date1904) => date1904 switch
    {
        "1" => new DateSystem(true, true),
        "true" => new DateSystem(true, false),
        _ => new DateSystem(false, true),
    };

    private static List<(string Name, ZipArchiveEntry? Part)> Parts(ZipArchive zip, ReadingLimits limits, List<(string Name, string Id)> ids)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (PackageKind.Find(zip, "xl/_rels/workbook.xml.rels") is { } relations)
        {
            using var xml = SafeXml.Open(relations.Open(), limits.MaxUnpackedBytes);
            while (xml.Read())
                if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                    targets[id] = target;
        }
        // A second sheet of the same id stays empty in ExcelDataReader without a word.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. ids.Select(sheet => (sheet.Name, seen.Add(sheet.Id) && targets.TryGetValue(sheet.Id, out var target) ? PackageKind.Find(zip, Path(target)) : null))];
    }

    /// <summary>As ExcelDataReader resolves it, so that both look at the same part.</summary>
    private static string Path(string target) =>
        target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : "xl/" + target;
}

using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Dla.Etl.Reporting;

/// <summary>A cell of a written workbook, as its file has it.</summary>
/// <param name="Address">For example <c>C7</c>.</param>
/// <param name="Kind">The file's own word: <c>s</c> text, <c>n</c> number, <c>b</c> truth, <c>e</c> error.</param>
/// <param name="Value">Text, or a number in its shortest invariant form.</param>
/// <param name="Format">Number format.</param>
/// <param name="Formula">The formula, or null.</param>
internal readonly record struct WrittenCell(string Address, string Kind, string Value, string Format, string? Formula);

/// <summary>A sheet of a written workbook.</summary>
internal sealed record WrittenSheet(
    string Name, bool Hidden, IReadOnlyList<WrittenCell> Cells, IReadOnlyList<int> HiddenRows, IReadOnlyList<(int First, int Last)> HiddenColumns);

/// <summary>A workbook read again from its own bytes, by nothing but the file format: what the content hash and the gate look at.</summary>
/// <remarks>Not by NPOI or ExcelDataReader, so that the hash of a report stays the same when either of them changes its mind.</remarks>
internal sealed record WrittenWorkbook(IReadOnlyList<WrittenSheet> Sheets, IReadOnlyList<string> Parts, IReadOnlyList<(string Property, string Value)> Properties)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] PropertyParts = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"];

    /// <summary>Reads an xlsx of our own making.</summary>
    /// <exception cref="InvalidDataException">Not a workbook.</exception>
    public static WrittenWorkbook Read(Stream xlsx)
    {
        using var zip = new ZipArchive(xlsx, ZipArchiveMode.Read, leaveOpen: true);
        var targets = Part(zip, "xl/_rels/workbook.xml.rels").Root!.Elements()
            .ToDictionary(relation => (string)relation.Attribute("Id")!, relation => (string)relation.Attribute("Target")!, StringComparer.Ordinal);
        var texts = zip.GetEntry("xl/sharedStrings.xml") is null ? [] : Part(zip, "xl/sharedStrings.xml").Root!.Elements(Main + "si").Select(TextOf).ToList();
        var formats = FormatsOf(Part(zip, "xl/styles.xml").Root!);
        var sheets = Part(zip, "xl/workbook.xml").Root!.Element(Main + "sheets")!.Elements(Main + "sheet")
            .Select(sheet => ReadSheet(zip, (string)sheet.Attribute("name")!, (string?)sheet.Attribute("state") is not (null or "visible"),
                Path(targets[(string)sheet.Attribute(Relation + "id")!]), texts, formats));
        return new([.. sheets], PartsOf(zip), PropertiesOf(zip));
    }

    /// <summary>The same cells in the frame of another package: its parts and properties. For a workbook that was sealed after it was read.</summary>
    public WrittenWorkbook InFrameOf(Stream xlsx)
    {
        using var zip = new ZipArchive(xlsx, ZipArchiveMode.Read, leaveOpen: true);
        return this with { Parts = PartsOf(zip), Properties = PropertiesOf(zip) };
    }

    private static List<string> PartsOf(ZipArchive zip) => [.. zip.Entries.Select(entry => entry.FullName)];

    private static string Path(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = (zip.GetEntry(name) ?? throw new InvalidDataException($"The workbook has no part {name}.")).Open();
        return XDocument.Load(stream);
    }

    private static string TextOf(XElement item) =>
        string.Concat(item.Descendants(Main + "t").Where(text => text.Parent!.Name != Main + "rPh").Select(text => text.Value));

    private static List<string> FormatsOf(XElement styles)
    {
        var own = styles.Descendants(Main + "numFmt").Where(format => format.Parent!.Name == Main + "numFmts")
            .ToDictionary(format => (int)format.Attribute("numFmtId")!, format => (string)format.Attribute("formatCode")!);
        return [.. styles.Element(Main + "cellXfs")!.Elements(Main + "xf").Select(style => (int?)style.Attribute("numFmtId") ?? 0)
            .Select(id => own.GetValueOrDefault(id, "#" + id.ToString(CultureInfo.InvariantCulture)))];
    }

    private static List<(string, string)> PropertiesOf(ZipArchive zip) => [.. PropertyParts
        .Where(name => zip.GetEntry(name) is not null)
        .SelectMany(name => Part(zip, name).Root!.Descendants().Where(element => !element.HasElements).Select(element => (element.Name.LocalName, element.Value)))];

    private static WrittenSheet ReadSheet(ZipArchive zip, string name, bool hidden, string part, List<string> texts, List<string> formats)
    {
        var (cells, hiddenRows, hiddenColumns) = (new List<WrittenCell>(), new List<int>(), new List<(int, int)>());
        using var stream = (zip.GetEntry(part) ?? throw new InvalidDataException($"The workbook has no part {part}.")).Open();
        using var xml = XmlReader.Create(stream);
        while (xml.Read())
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            else if (xml.LocalName == "row" && IsTrue(xml.GetAttribute("hidden")))
                hiddenRows.Add(int.Parse(xml.GetAttribute("r")!, CultureInfo.InvariantCulture));
            else if (xml.LocalName == "col" && IsTrue(xml.GetAttribute("hidden")))
                hiddenColumns.Add((int.Parse(xml.GetAttribute("min")!, CultureInfo.InvariantCulture), int.Parse(xml.GetAttribute("max")!, CultureInfo.InvariantCulture)));
            else if (xml.LocalName == "c" && ReadCell(xml, texts, formats) is { } cell)
                cells.Add(cell);
        return new(name, hidden, cells, hiddenRows, hiddenColumns);
    }

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static WrittenCell? ReadCell(XmlReader xml, List<string> texts, List<string> formats)
    {
        var (address, type) = (xml.GetAttribute("r")!, xml.GetAttribute("t") ?? "n");
        var style = int.Parse(xml.GetAttribute("s") ?? "0", CultureInfo.InvariantCulture);
        if (xml.IsEmptyElement)
            return null;
        string? value = null, formula = null;
        var part = "";
        // Not ReadSubtree: a reader for each cell would be half the cost of reading a large report again.
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
            if (xml.NodeType == XmlNodeType.Element)
                (part, value, formula) = (xml.LocalName, xml.LocalName is "v" or "t" ? value ?? "" : value, xml.LocalName == "f" ? formula ?? "" : formula);
            else if (xml.NodeType == XmlNodeType.EndElement)
                part = "";
            else if (part is "v" or "t")
                value += xml.Value;
            else if (part == "f")
                formula += xml.Value;
        return value is null && formula is null ? null : new WrittenCell(address, KindOf(type), Content(type, value ?? "", texts), formats[style], formula);
    }

    private static string KindOf(string type) => type is "s" or "inlineStr" or "str" ? "s" : type;

    private static string Content(string type, string value, List<string> texts) => type switch
    {
        _ when value.Length == 0 => "", // a formula that was saved without its result
        "s" => texts[int.Parse(value, CultureInfo.InvariantCulture)],
        "n" => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => value,
    };
}

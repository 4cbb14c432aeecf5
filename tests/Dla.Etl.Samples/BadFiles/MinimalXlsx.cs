using System.IO.Compression;
using System.Text;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>The smallest workbook that Excel opens, every part open to spoiling. The same input gives the same bytes.</summary>
public sealed record MinimalXlsx
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private static readonly DateTimeOffset Moment = new(2021, 5, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Name, XML inside <c>worksheet</c>, and state of each sheet.</summary>
    public IReadOnlyList<(string Name, string Xml, string? State)> Sheets { get; init; } = [("ปริมาณ", SheetData("""<row r="1"><c r="A1"><v>1</v></c></row>"""), null)];

    /// <summary>Texts of the shared strings, as XML inside <c>si</c>; null leaves the part out.</summary>
    public IReadOnlyList<string>? SharedStrings { get; init; }

    /// <summary>Number format codes from id 164 on; cell style n uses format n − 1, style 0 is General.</summary>
    public IReadOnlyList<string> NumberFormats { get; init; } = [];

    /// <summary>Attributes of <c>workbookPr</c>.</summary>
    public string WorkbookProperties { get; init; } = "";

    /// <summary>The content type of the main part.</summary>
    public string MainType { get; init; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>More entries of the zip.</summary>
    public IReadOnlyList<(string Name, string Text)> More { get; init; } = [];

    /// <summary>Puts the main namespace in place of the transitional one.</summary>
    public string Namespace { get; init; } = Main;

    /// <summary>Rows of a sheet.</summary>
    public static string SheetData(string rows) => $"<sheetData>{rows}</sheetData>";

    /// <summary>One sheet of these rows.</summary>
    public static MinimalXlsx OfRows(string rows) => new() { Sheets = [("ปริมาณ", SheetData(rows), null)] };

    /// <summary>Writes the workbook.</summary>
    public void Write(string path) => File.WriteAllBytes(path, ToBytes());

    /// <summary>The workbook as bytes.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes());
            Put(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", Workbook());
            Put(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations());
            Put(zip, "xl/styles.xml", Styles());
            if (SharedStrings is { } strings)
                Put(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Namespace}">{string.Concat(strings.Select(text => $"<si>{text}</si>"))}</sst>""");
            for (var number = 1; number <= Sheets.Count; number++)
                Put(zip, $"xl/worksheets/sheet{number}.xml", $"""<worksheet xmlns="{Namespace}">{Sheets[number - 1].Xml}</worksheet>""");
            foreach (var (name, text) in More)
                Put(zip, name, text, bare: true);
        }
        return memory.ToArray();
    }

    /// <summary>Adds an entry with a fixed date.</summary>
    public static void Put(ZipArchive zip, string name, string text, bool bare = false)
    {
        ArgumentNullException.ThrowIfNull(zip);
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Moment;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(bare ? text : Declaration + text));
    }

    private string ContentTypes() => $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MainType}"/></Types>""";

    private string Workbook() => $"""<workbook xmlns="{Namespace}" xmlns:r="{Relations}"><workbookPr {WorkbookProperties}/><sheets>{string.Concat(Sheets.Select((sheet, at) => $"""<sheet name="{sheet.Name}" sheetId="{at + 1}" {(sheet.State is { } state ? $"state=\"{state}\"" : "")} r:id="rId{at + 1}"/>"""))}</sheets></workbook>""";

    private string WorkbookRelations() => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(Sheets.Select((_, at) => $"""<Relationship Id="rId{at + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{at + 1}.xml"/>"""))}</Relationships>""";

    private string Styles() => $"""<styleSheet xmlns="{Namespace}"><numFmts count="{NumberFormats.Count}">{string.Concat(NumberFormats.Select((code, at) => $"""<numFmt numFmtId="{at + 164}" formatCode="{System.Security.SecurityElement.Escape(code)}"/>"""))}</numFmts><cellXfs><xf numFmtId="0"/>{string.Concat(NumberFormats.Select((_, at) => $"""<xf numFmtId="{at + 164}" applyNumberFormat="1"/>"""))}</cellXfs></styleSheet>""";
}

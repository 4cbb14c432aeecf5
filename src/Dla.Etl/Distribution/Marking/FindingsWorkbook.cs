using System.IO.Compression;
using System.Text;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;

namespace Dla.Etl.Distribution.Marking;

/// <summary>The findings as a workbook of their own, for a file that cannot be marked itself.</summary>
/// <remarks>Written part by part, not by NPOI, which stamps the time and its own name into every workbook: the same findings give the same bytes.</remarks>
public static class FindingsWorkbook
{
    private const string Prefix = "ผลการตรวจ-";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The earliest time that a zip entry can carry.
    private static readonly DateTimeOffset s_entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it as <c>ผลการตรวจ-ปริมาณ.xlsx</c>.</summary>
    /// <param name="request">The file and what there is to say about it; the file itself is not opened.</param>
    /// <param name="folder">An existing scratch folder of the caller's.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static MarkedFile Write(MarkRequest request, string folder)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        var content = FindingsSheetContent.Of(request);
        var marked = NameOf(request.FileName);
        var path = Path.Combine(folder, marked);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, text) in Parts(content))
            Add(zip, name, text);
        return new MarkedFile(marked, path);
    }

    private static string NameOf(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        var stem = extension.Length is > 0 and <= 6 ? fileName[..^extension.Length] : fileName;
        return FileNames.OnDisk(Prefix, stem.TrimEnd(' ', '.'), ".xlsx");
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_entryTime;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<(string Name, string Text)> Parts(FindingsSheetContent content) =>
    [
        ("[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{Relations}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """),
        ("docProps/core.xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{FindingsSheetContent.Mark}</dc:title><dc:creator>{WorkbookPackage.Author}</dc:creator></cp:coreProperties>
            """),
        ("xl/workbook.xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="{Main}" xmlns:r="{Office}"><bookViews><workbookView/></bookViews><sheets><sheet name="{FindingsSheetContent.SheetName}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">{FindingsSheetContent.SheetName}!${content.Titles.Count + 1}:${content.Titles.Count + 1}</definedName></definedNames></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", FindingsWorkbookStyles.Part),
        ("xl/worksheets/sheet1.xml", new FindingsWorkbookSheet(content).Part()),
    ];
}

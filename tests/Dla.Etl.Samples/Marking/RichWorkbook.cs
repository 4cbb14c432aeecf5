using System.IO.Compression;
using System.Text;

namespace Dla.Etl.Samples.Marking;

/// <summary>A synthetic workbook with everything that a sender's may have and marking must leave alone: a chart, a pivot table, a control, comments old and new,
/// validations, two kinds of conditional formats, a protected sheet, hidden sheets, names of sheets, a table.</summary>
/// <remarks>Written part by part as Excel writes it, oddities included: an unclosed tag in the old drawing, that drawing wrapped for compatibility.</remarks>
public sealed record RichWorkbook
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly DateTimeOffset s_moment = new(2021, 5, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The sheet with the data.</summary>
    public const string Data = "ปริมาณ";

    /// <summary>A sheet that does not show, with a name that a reference must quote.</summary>
    public const string Hidden = "ลับ'สุด 2";

    /// <summary>The sheet with the pivot table.</summary>
    public const string Pivot = "สรุป";

    /// <summary>Whether it has macros.</summary>
    public bool HasMacros { get; init; }

    /// <summary>More parts, for example a signature.</summary>
    public IReadOnlyList<(string Name, string Text)> More { get; init; } = [];

    /// <summary>Parts that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Writes the workbook.</summary>
    public void Write(string path)
    {
        using var zip = new ZipArchive(new FileStream(path, FileMode.Create), ZipArchiveMode.Create);
        foreach (var (name, text) in Parts().Where(part => !Without.Contains(part.Name, StringComparer.Ordinal)).Concat(More))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = s_moment;
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal) ? Declaration + text : text));
        }
    }

    private IEnumerable<(string Name, string Text)> Parts() =>
    [
        ("[Content_Types].xml", ContentTypes()),
        ("_rels/.rels", Relations((Office + "/officeDocument", "xl/workbook.xml"), (Office + "/extended-properties", "docProps/app.xml"))),
        ("docProps/app.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>3</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>ปริมาณ</vt:lpstr><vt:lpstr>ลับ'สุด 2</vt:lpstr><vt:lpstr>สรุป</vt:lpstr></vt:vector></TitlesOfParts></Properties>"""),
        ("xl/workbook.xml", Workbook),
        ("xl/_rels/workbook.xml.rels", WorkbookRelations()),
        ("xl/styles.xml", Styles),
        ("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="6" uniqueCount="6"><si><t>รายการ</t></si><si><t>จำนวน</t></si><si><r><t>ก </t></r><r><rPr><b/></rPr><t>ข</t></r></si><si><t>ค</t></si><si><t>ง</t></si><si><t xml:space="preserve">  หัวเรื่อง </t></si></sst>"""),
        ("xl/worksheets/sheet1.xml", RichParts.DataSheet),
        ("xl/worksheets/_rels/sheet1.xml.rels", Relations((Office + "/drawing", "../drawings/drawing1.xml"), (Office + "/vmlDrawing", "../drawings/vmlDrawing1.vml"),
            (Office + "/comments", "../comments1.xml"), (Office + "/table", "../tables/table1.xml"), ("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"), (Office + "/ctrlProp", "../ctrlProps/ctrlProp1.xml"))),
        ("xl/worksheets/sheet2.xml", RichParts.HiddenSheet),
        ("xl/worksheets/sheet3.xml", RichParts.PivotSheet),
        ("xl/worksheets/_rels/sheet3.xml.rels", Relations((Office + "/pivotTable", "../pivotTables/pivotTable1.xml"))),
        ("xl/tables/table1.xml", RichParts.Table),
        ("xl/comments1.xml", RichParts.Comments),
        ("xl/threadedComments/threadedComment1.xml", RichParts.ThreadedComments),
        ("xl/persons/person.xml", """<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="ผู้กรอก" id="{1C0F7A10-0000-4000-8000-000000000001}" userId="u" providerId="None"/></personList>"""),
        ("xl/drawings/vmlDrawing1.vml", RichParts.OldDrawing),
        ("xl/ctrlProps/ctrlProp1.xml", """<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>"""),
        ("xl/drawings/drawing1.xml", RichParts.Drawing),
        ("xl/drawings/_rels/drawing1.xml.rels", Relations((Office + "/chart", "../charts/chart1.xml"))),
        ("xl/charts/chart1.xml", RichParts.Chart),
        ("xl/pivotTables/pivotTable1.xml", RichParts.PivotTable),
        ("xl/pivotTables/_rels/pivotTable1.xml.rels", Relations((Office + "/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"))),
        ("xl/pivotCache/pivotCacheDefinition1.xml", RichParts.PivotCache),
        ("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", Relations((Office + "/pivotCacheRecords", "pivotCacheRecords1.xml"))),
        ("xl/pivotCache/pivotCacheRecords1.xml", """<pivotCacheRecords xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3"><r><x v="0"/><n v="5"/></r><r><x v="1"/><n v="-7"/></r><r><x v="2"/><n v="9"/></r></pivotCacheRecords>"""),
        .. HasMacros ? [("xl/vbaProject.bin", "made up: no program runs this")] : Array.Empty<(string, string)>(),
    ];

    private const string Workbook = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr codeName="ThisWorkbook"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" firstSheet="2" activeTab="2"/></bookViews><sheets><sheet name="ปริมาณ" sheetId="4" r:id="rId1"/><sheet name="ลับ'สุด 2" sheetId="7" state="hidden" r:id="rId2"/><sheet name="สรุป" sheetId="9" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">ปริมาณ!$A$1:$F$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">สรุป!$1:$1</definedName><definedName name="ทั้งหมด">ปริมาณ!$B$4:$B$6</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId6"/></pivotCaches></workbook>
        """;

    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="16"/><name val="TH Sarabun New"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FF00B0F0"/></patternFill></fill></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>
        """;

    private string ContentTypes() => $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>{Override("xl/workbook.xml", HasMacros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : Types + ".sheet.main+xml")}{Override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")}{Override("xl/styles.xml", Types + ".styles+xml")}{Override("xl/sharedStrings.xml", Types + ".sharedStrings+xml")}{string.Concat(Enumerable.Range(1, 3).Select(sheet => Override($"xl/worksheets/sheet{sheet}.xml", Types + ".worksheet+xml")))}{Override("xl/tables/table1.xml", Types + ".table+xml")}{Override("xl/comments1.xml", Types + ".comments+xml")}{Override("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml")}{Override("xl/persons/person.xml", "application/vnd.ms-excel.person+xml")}{Override("xl/ctrlProps/ctrlProp1.xml", "application/vnd.ms-excel.controlproperties+xml")}{Override("xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml")}{Override("xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")}{Override("xl/pivotTables/pivotTable1.xml", Types + ".pivotTable+xml")}{Override("xl/pivotCache/pivotCacheDefinition1.xml", Types + ".pivotCacheDefinition+xml")}{Override("xl/pivotCache/pivotCacheRecords1.xml", Types + ".pivotCacheRecords+xml")}</Types>""";

    private string WorkbookRelations() => Relations([(Office + "/worksheet", "worksheets/sheet1.xml"), (Office + "/worksheet", "worksheets/sheet2.xml"), (Office + "/worksheet", "worksheets/sheet3.xml"),
        (Office + "/styles", "styles.xml"), (Office + "/sharedStrings", "sharedStrings.xml"), (Office + "/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        ("http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
        .. HasMacros ? [("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")] : Array.Empty<(string, string)>()]);

    private static string Override(string part, string type) => $"""<Override PartName="/{part}" ContentType="{type}"/>""";

    private static string Relations(params IReadOnlyList<(string Type, string Target)> all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select((one, index) => $"""<Relationship Id="rId{index + 1}" Type="{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";
}

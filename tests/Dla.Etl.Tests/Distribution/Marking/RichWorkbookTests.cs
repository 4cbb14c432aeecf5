using System.Xml.Linq;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Samples.Marking;
using Dla.Etl.Tests.Reading;
using static Dla.Etl.Tests.Distribution.Marking.MarkedPackage;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>A workbook with everything in it comes back with marks and with everything in it.</summary>
public sealed class RichWorkbookTests : IDisposable
{
    private const string DataPart = "xl/worksheets/sheet1.xml";
    private static readonly XNamespace s_relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Folder _folder = new();
    private readonly MarkedPackage _before, _after;

    private static readonly Finding[] s_findings =
    [
        Wrong(RichWorkbook.Data, "B1", ReadingFindings.LostText), // inside A1:C2
        Wrong(RichWorkbook.Data, "B5"),
        Wrong(RichWorkbook.Data, "B5", ValidationFindings.RatioChanged),
        Wrong(RichWorkbook.Data, "B4", ValidationFindings.RatioChanged),
        Wrong(RichWorkbook.Data, "B6"), // people talk there in the new kind of comment
        Wrong(RichWorkbook.Data, "XFD1048576"),
        Wrong(RichWorkbook.Data, "F4", ValidationFindings.SenderUnitKept),
        Wrong(RichWorkbook.Hidden, "B2"),
        Wrong("ไม่มีแผ่นนี้", "B2"),
        new(ValidationFindings.TooLarge, Place.On(RichWorkbook.Data)),
        new(ValidationFindings.TooSmall),
    ];

    public RichWorkbookTests()
    {
        var path = Path.Combine(_folder.Path, "ก่อน.xlsx");
        new RichWorkbook().Write(path);
        _before = Of(path);
        _after = Make(path, Path.Combine(_folder.Path, "หลัง.xlsx"), s_findings);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnlyThePartsThatCarryMarksDiffer()
    {
        var same = _before.Parts.Where(part => _after.Parts[part.Key].AsSpan().SequenceEqual(part.Value)).Select(part => part.Key);
        _before.Parts.Keys.Except(same).Order(StringComparer.Ordinal).ShouldBe(
        [
            "[Content_Types].xml", "docProps/app.xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml", "xl/workbook.xml", DataPart, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",
        ]);
        foreach (var sheet in new[] { DataPart, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml" })
            _after.Rows(sheet).ShouldBe(_before.Rows(sheet));
        _after.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().Take(3).Select(style => style.ToString())
            .ShouldBe(_before.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().Select(style => style.ToString()));
    }

    [Fact]
    public void CommentsStandOnTheCellsAndBelowWhatWasThere()
    {
        var comments = _after.Comments("xl/comments1.xml");
        comments.Select(comment => comment.Cell).ShouldBe(["B4", "B5", "B6", "A1", "F4", "XFD1048576"]);
        comments[0].Text.ShouldStartWith("ตรวจแล้ว\n\n" + MarkText.Begin + " เลขรับที่ 12\n");
        comments[1].Text.ShouldStartWith("ผู้กรอก:\nยอดปรับปรุง\n\n" + MarkText.Begin);
        comments[1].Text.ShouldContain("VAL-020");
        comments[1].Text.ShouldContain("VAL-040");
        comments[2].Text.ShouldBe("[Threaded comment] ถามมา");
        comments[3].Text.ShouldEndWith(MarkText.End);
    }

    [Fact]
    public void NewBoxesHaveNumbersOfTheirOwn()
    {
        var drawing = _after.Text("xl/drawings/vmlDrawing1.vml");
        drawing.ShouldContain("data=\"1,2\"");
        drawing.ShouldContain("<br>ของเขา");
        drawing.Split("ObjectType=\"Note\"").Length.ShouldBe(1 + 6);
        drawing.Split("_x0000_t202\" coordsize").Length.ShouldBe(2);
        foreach (var number in new[] { 2049, 2050, 2051 })
            drawing.Split($"id=\"_x0000_s{number}\"").Length.ShouldBe(2);
        drawing.ShouldContain("<x:Row>1048575</x:Row><x:Column>16383</x:Column>");
    }

    [Fact]
    public void OurRulesComeFirstAndTheSendersKeepTheirOrder()
    {
        _after.Rules(DataPart).ShouldBe([("A1:C2 B5:B6 XFD1048576", 1), ("B4", 2), ("F4", 3)]);
        var theirs = _after.Xml(DataPart).Descendants().Where(rule => rule.Name.LocalName == "cfRule" && !rule.Value.Contains(MarkText.RuleWord, StringComparison.Ordinal));
        theirs.Select(rule => (int)rule.Attribute("priority")!).ShouldBe([4, 5]);
    }

    [Fact]
    public void TheFindingsSheetIsFirstAndShows()
    {
        _after.Sheets.ShouldBe([FindingsSheetContent.SheetName, RichWorkbook.Data, RichWorkbook.Hidden, RichWorkbook.Pivot]);
        var workbook = _after.Xml("xl/workbook.xml");
        var view = workbook.Descendants(Main + "workbookView").Single();
        (view.Attribute("activeTab"), view.Attribute("firstSheet")).ShouldBe((null, null));
        workbook.Descendants(Main + "definedName").Select(name => $"{(string)name.Attribute("name")!} {(string?)name.Attribute("localSheetId")}").ShouldBe(
            ["_xlnm.Print_Titles 0", "_xlnm.Print_Area 1", "_xlnm.Print_Titles 3", "ทั้งหมด "]);
        _after.Xml(DataPart).Descendants(Main + "sheetView").Single().Attribute("tabSelected").ShouldBeNull();
        _after.Xml("xl/worksheets/sheet3.xml").Descendants(Main + "sheetView").Single().Attribute("tabSelected").ShouldBeNull();
        _after.Text("docProps/app.xml").ShouldContain("<vt:lpstr>ผลการตรวจ</vt:lpstr><vt:lpstr>ปริมาณ</vt:lpstr>");
        _after.Text("docProps/app.xml").ShouldContain("<vt:i4>4</vt:i4>");
    }

    [Fact]
    public void TheFindingsSheetLeadsToEveryCellThatShows()
    {
        var sheet = _after.Xml("xl/worksheets/sheet4.xml");
        var links = sheet.Descendants(Main + "hyperlink").Select(link => (string)link.Attribute("location")!).ToList();
        links.Distinct().ShouldBe(["'ปริมาณ'!B1", "'ปริมาณ'!B5", "'ปริมาณ'!B6", "'ปริมาณ'!XFD1048576", "'ปริมาณ'!B4", "'ปริมาณ'!F4"], ignoreOrder: true);
        var texts = sheet.Descendants(Main + "t").Select(text => text.Value).ToList();
        texts[0].ShouldBe(FindingsSheetContent.Mark);
        texts.ShouldContain($"{RichWorkbook.Hidden} (แผ่นงานถูกซ่อนไว้)");
        texts.Count(text => text == "VAL-020").ShouldBe(5);
        sheet.Descendants(Main + "pane").Single().Attribute("ySplit")!.Value.ShouldBe("6");
    }

    [Fact]
    public void ASecondAnswerTakesTheFirstOneOut()
    {
        var again = Make(_after.Path, Path.Combine(_folder.Path, "อีก.xlsx"), Wrong(RichWorkbook.Data, "B4"));
        again.Sheets.ShouldBe(_after.Sheets);
        again.Xml("xl/workbook.xml").Descendants(Main + "definedName").Select(name => (string?)name.Attribute("localSheetId")).ShouldBe(["0", "1", "3", null]);
        again.Comments("xl/comments1.xml").Select(comment => comment.Cell).ShouldBe(["B4", "B5", "B6"]);
        again.Comments("xl/comments1.xml")[0].Text.Split(MarkText.Begin).Length.ShouldBe(2);
        again.Comments("xl/comments1.xml")[1].Text.ShouldBe("ผู้กรอก:\nยอดปรับปรุง");
        again.Text("xl/drawings/vmlDrawing1.vml").Split("ObjectType=\"Note\"").Length.ShouldBe(1 + 3);
        again.Rules(DataPart).Select(rule => rule.Range).ShouldBe(["B4"]);
        // The hidden sheet has no comment any more, so the parts that held it are gone.
        string[] gone = ["xl/comments2.xml", "xl/drawings/vmlDrawing2.vml", "xl/worksheets/_rels/sheet2.xml.rels", "xl/worksheets/sheet4.xml"];
        again.Parts.Keys.ShouldBe([.. _after.Parts.Keys.Except(gone), "xl/worksheets/sheet5.xml"], ignoreOrder: true);
        again.Rows(DataPart).ShouldBe(_before.Rows(DataPart));
        again.Xml("xl/styles.xml").Element(Main + "dxfs")!.Elements().Count().ShouldBe(_after.Xml("xl/styles.xml").Element(Main + "dxfs")!.Elements().Count());
        again.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().Count().ShouldBe(_after.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().Count());
    }

    [Fact]
    public void ThePrioritiesOfPivotTablesMoveWithTheirRules()
    {
        var path = Path.Combine(_folder.Path, "สรุป.xlsx");
        var marked = Make(_before.Path, path, Wrong(RichWorkbook.Pivot, "B3"));
        marked.Xml("xl/worksheets/sheet3.xml").Descendants(Main + "cfRule").Select(rule => (int)rule.Attribute("priority")!).ShouldBe([2, 1]);
        marked.Xml("xl/pivotTables/pivotTable1.xml").Descendants(Main + "conditionalFormat").Select(rule => (int)rule.Attribute("priority")!).ShouldBe([2]);
    }

    [Fact]
    public void MacrosStay()
    {
        var path = Path.Combine(_folder.Path, "ก่อน.xlsm");
        new RichWorkbook { HasMacros = true }.Write(path);
        var marked = Make(path, Path.Combine(_folder.Path, "หลัง.xlsm"), s_findings);
        marked.Parts["xl/vbaProject.bin"].ShouldBe(Of(path).Parts["xl/vbaProject.bin"]);
        marked.Text("[Content_Types].xml").ShouldContain("sheet.macroEnabled.main+xml");
        marked.Xml("xl/workbook.xml").Descendants(Main + "sheet").First().Attribute(s_relation + "id").ShouldNotBeNull();
    }
}

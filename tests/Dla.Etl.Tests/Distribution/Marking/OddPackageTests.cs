using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Samples.BadFiles;
using Dla.Etl.Samples.Marking;
using Dla.Etl.Tests.Reading;
using Dla.Etl.Values;
using static Dla.Etl.Tests.Distribution.Marking.MarkedPackage;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>Packages as other programs write them.</summary>
public sealed class OddPackageTests : IDisposable
{
    private const string Row = """<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>""";
    private readonly Folder _folder = new();

    private string Source => Path.Combine(_folder.Path, "0f");

    private string Target => Path.Combine(_folder.Path, "1f");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSmallestWorkbookGetsStylesCommentsAndTypes()
    {
        MinimalXlsx.OfRows(Row).Write(Source);
        var marked = Make(Source, Target, Wrong("ปริมาณ", "A1"));
        marked.Comments("xl/comments1.xml").Select(comment => comment.Cell).ShouldBe(["A1"]);
        marked.Text("[Content_Types].xml").ShouldContain("Extension=\"vml\"");
        marked.Text("xl/workbook.xml").ShouldContain("<workbookView");
        marked.Xml("xl/worksheets/sheet1.xml").Elements().Select(element => element.Name.LocalName).ShouldBe(["sheetData", "conditionalFormatting", "legacyDrawing"]);
    }

    [Fact]
    public void AWorkbookWithoutPropertiesGetsNone()
    {
        new RichWorkbook { Without = ["docProps/app.xml"] }.Write(Source);
        Make(Source, Target, Wrong(RichWorkbook.Data, "B5")).Parts.Keys.ShouldNotContain("docProps/app.xml");
    }

    [Fact]
    public void PrefixedElementsAreMarkedToo()
    {
        const string sheet = """<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>""";
        new RichWorkbook { Without = ["xl/worksheets/sheet2.xml"], More = [("xl/worksheets/sheet2.xml", sheet)] }.Write(Source);
        var marked = Make(Source, Target, Wrong(RichWorkbook.Hidden, "A1"));
        marked.Text("xl/worksheets/sheet2.xml").ShouldContain("<x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData>");
        marked.Rules("xl/worksheets/sheet2.xml").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(MarkPlan.MostMarks, MarkPlan.MostMarks)]
    [InlineData(MarkPlan.MostMarks + 1, MarkPlan.MostMarks)]
    public void NoMoreCellsAreMarkedThanHelp(int wrong, int marks)
    {
        MinimalXlsx.OfRows(Row).Write(Source);
        // Every other row, so that no two cells join into one range.
        var findings = Enumerable.Range(0, wrong).Select(index => Wrong("ปริมาณ", new CellAddress(index * 2, 0).ToString())).ToList();
        var marked = Make(Source, Target, findings);
        marked.Comments("xl/comments1.xml").Count.ShouldBe(marks);
        marked.Text("xl/drawings/vmlDrawing1.vml").ShouldContain("data=\"1,2\"");
        var rules = marked.Rules("xl/worksheets/sheet1.xml");
        rules.Sum(rule => rule.Range.Split(' ').Length).ShouldBe(marks);
        rules.Max(rule => rule.Range.Length).ShouldBeLessThan(2_100);
        rules.Select(rule => rule.Priority).Order().ShouldBe(Enumerable.Range(1, rules.Count));
    }

    [Fact]
    public void ASheetOfTheSendersWithOurNameKeepsIt()
    {
        new MinimalXlsx { Sheets = [("ผลการตรวจ", MinimalXlsx.SheetData(Row), null)] }.Write(Source);
        Make(Source, Target, Wrong("ผลการตรวจ", "A1")).Sheets.ShouldBe(["ผลการตรวจ (2)", "ผลการตรวจ"]);
    }

    [Fact]
    public void WhatTheSenderWroteIsNoFormulaAndNoMarkup()
    {
        MinimalXlsx.OfRows(Row).Write(Source);
        var evil = new Finding(Dla.Etl.Findings.Kinds.ValidationFindings.Negative, Place.At("ปริมาณ", default)) { Subject = "=HYPERLINK(\"x\")", Found = "<b>&\u0001\uFFFE\uD800 ]]>", Expected = "'" };
        var marked = Make(Source, Target, evil);
        marked.Xml("xl/worksheets/sheet2.xml").Descendants(Main + "f").ShouldBeEmpty();
        marked.Comments("xl/comments1.xml")[0].Text.ShouldContain("<b>&\\u0001");
    }
}

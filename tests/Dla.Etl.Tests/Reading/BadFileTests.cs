using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Samples.BadFiles;

namespace Dla.Etl.Tests.Reading;

public sealed class BadFileTests
{
    public static TheoryData<string> Names => [.. BadFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachBadFileGetsItsOwnAnswer(string name)
    {
        var bad = BadFile.All.Single(file => file.Name == name);
        using var folder = new Folder();
        var step = new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(bad.WriteInto(folder.Path), default);
        var ids = step.Findings.Select(finding => finding.Kind.Id).ToList();
        if (bad.ExpectedFindingId is { } expected)
            ids.ShouldContain(expected, bad.Description);
        else
            ids.ShouldBeEmpty(bad.Description);
        (step.Artefact is null).ShouldBe(step.Findings.Any(finding => finding.Severity == Severity.Fatal), bad.Description);
        step.Findings.ShouldAllBe(finding => !(finding.Message + finding.WhatToDo).Contains('{') && finding.WhatToDo.Length > 0, "no open slot, and something to do");
    }

    [Fact]
    public void BadFilesAreMadeTheSameEachTime()
    {
        using var folder = new Folder();
        foreach (var bad in BadFile.All.Where(file => file.Name is "bomb.xlsx" or "twice.xlsx" or "nul.csv" or "dates1904.xlsx"))
        {
            var first = File.ReadAllBytes(bad.WriteInto(folder.Path));
            File.ReadAllBytes(bad.WriteInto(folder.Path)).ShouldBe(first, bad.Name);
        }
    }

    [Fact]
    public void NamesOfBadFilesAreUnique() => BadFile.All.Select(file => file.Name).ShouldBeUnique();

    [Fact]
    public void AMissingFileIsNoFinding() =>
        Should.Throw<FileNotFoundException>(() => new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read("/nowhere/0f", default));

    [Fact]
    public void LostTextNamesItsCell()
    {
        var finding = ReadBad("lost-text.xlsx").Findings.Single();
        finding.Place.ToString().ShouldBe("แผ่นงาน “ปริมาณ” เซลล์ B1");
        finding.Message.ShouldBe("เซลล์อ้างถึงข้อความลำดับที่ 9 แต่ในไฟล์มีเพียง 1 ข้อความ ไฟล์ชำรุด");
    }

    [Theory]
    [InlineData("nul.csv", "2")]
    [InlineData("open-quote.csv", "3")]
    [InlineData("bad-quote.csv", "2")]
    public void TextNamesItsLine(string name, string line) => ReadBad(name).Findings.Single().Found.ShouldBe(line);

    [Fact]
    public void ABadQuoteKeepsTheOtherRows()
    {
        var sheet = ReadBad("bad-quote.csv").OnlySheet();
        sheet.Rows.Count.ShouldBe(3);
        sheet.Rows[2][1].Value.ShouldBe("ข");
    }

    [Fact]
    public void AFarStyledCellAddsNothing() => ReadBad("far-style.xlsx").OnlySheet().Rows.ShouldHaveSingleItem().Length.ShouldBe(1);

    [Fact]
    public void AFormulaWithoutResultIsMarkedWithItsFormula()
    {
        var row = ReadBad("no-result.xlsx").OnlySheet().Rows[0];
        row[0].ShouldBe(new RawCell(RawCellKind.FormulaWithoutValue, "SUM(B1:C1)"));
        row[1].Value.ShouldBe(1.0);
    }

    [Theory]
    [InlineData("error-cell.xlsx")]
    [InlineData("errors.xls")]
    public void AnErrorCellIsMarkedWithItsText(string name)
    {
        var row = ReadBad(name).OnlySheet().Rows[0];
        row[0].ShouldBe(new RawCell(RawCellKind.Error, "#REF!"));
        row[1].Value.ShouldBe(1.0);
    }

    [Theory]
    [InlineData("dates1904.xlsx")]
    [InlineData("dates1904-libreoffice.xlsx")]
    public void DatesFrom1904AreConverted(string name)
    {
        var row = ReadBad(name).OnlySheet().Rows[0];
        row.Select(cell => cell.Value).ShouldBe([new DateTime(2021, 5, 31), new DateTime(2021, 5, 31)]);
    }

    [Fact]
    public void HiddenSheetsAreReadAndMarked() =>
        ReadBad("hidden-sheet.xlsx").Artefact!.Sheets.Select(sheet => (sheet.Name, sheet.Visibility, sheet.Rows.Count)).ShouldBe(
        [
            ("หน้าแรก", SheetVisibility.Visible, 0), ("ข้อมูล", SheetVisibility.Hidden, 1), ("ลับ", SheetVisibility.VeryHidden, 1),
        ]);

    [Fact]
    public void NaNIsAnErrorCell()
    {
        var step = ReadBad("nan.xlsx");
        step.OnlySheet().Rows[0][0].ShouldBe(new RawCell(RawCellKind.Error, "NaN"));
        step.Findings.Single().Severity.ShouldBe(Severity.Error);
    }

    private static Step<RawWorkbook> ReadBad(string name)
    {
        using var folder = new Folder();
        return new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(BadFile.All.Single(file => file.Name == name).WriteInto(folder.Path), default);
    }
}

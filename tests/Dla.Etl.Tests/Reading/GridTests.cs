using System.Globalization;
using System.Text;
using Dla.Etl.Reading;
using Dla.Etl.Samples.BadFiles;
using Dla.Etl.Values;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reading;

public sealed class GridTests
{
    [Fact]
    public void TheSameGridReadsTheSameFromEveryKindOfFile()
    {
        var xlsx = Reads.Bytes(Save(() => Fill(new XSSFWorkbook())));
        var xls = Reads.Bytes(Save(() => Fill(new HSSFWorkbook())));
        var csv = Reads.Bytes(Encoding.UTF8.GetBytes("แบบเก็บข้อมูล,,\n\nรหัส,7850,0.5\nTRUE,2021-05-31,\n"));
        (xlsx.Artefact!.Kind, xls.Artefact!.Kind, csv.Artefact!.Kind).ShouldBe((FileKind.Xlsx, FileKind.Xls, FileKind.Csv));
        var grid = Dump(csv.OnlySheet());
        Dump(xlsx.OnlySheet()).ShouldBe(grid);
        Dump(xls.OnlySheet()).ShouldBe(grid);
        xlsx.OnlySheet().Rows.SelectMany(row => row).ShouldBe(xls.OnlySheet().Rows.SelectMany(row => row));
    }

    public static TheoryData<string, byte[]> Both => new()
    {
        { "xlsx", Save(() => Shape(new XSSFWorkbook())) },
        { "xls", Save(() => Shape(new HSSFWorkbook())) },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public void NamesMergesAndHiddenPartsAreKept(string kind, byte[] file)
    {
        var sheet = Reads.Bytes(file).OnlySheet();
        sheet.Name.ShouldBe("ปริมาณ (ต่อ)", kind);
        sheet.Merged.Select(range => range.ToString()).ShouldBe(["A1:C1", "B3:B4"], ignoreOrder: true, kind);
        sheet.HiddenRows.ShouldHaveSingleItem().ShouldBe(2, kind);
        sheet.HiddenColumns.Order().ShouldBe([3, 4]);
        sheet.MergeAt(new CellAddress(0, 2))!.Value.First.ShouldBe(new CellAddress(0, 0));
    }

    [Theory]
    [MemberData(nameof(ErrorBooks))]
    public void ErrorsAndFormulasKeepTheirPlaces(string kind, byte[] file)
    {
        var row = Reads.Bytes(file).OnlySheet().Rows[1];
        row.Select(cell => cell.Kind).ShouldBe([RawCellKind.Number, RawCellKind.Error, RawCellKind.Error, RawCellKind.Boolean, RawCellKind.Text], kind);
        (row[1].Value, row[2].Value, row[4].Value).ShouldBe(("#DIV/0!", "#N/A", "รวม 3"), kind);
    }

    public static TheoryData<string, byte[]> ErrorBooks => new()
    {
        { "xlsx", Save(() => Errors(new XSSFWorkbook())) },
        { "xls", Save(() => Errors(new HSSFWorkbook())) },
    };

    public static TheoryData<string, string, RawCellKind> Formats => new()
    {
        { "plain date", "dd/mm/yyyy", RawCellKind.Date },
        { "Thai Buddhist, Thai digits", "[$-D07041E]d mmmm yyyy;@", RawCellKind.Date },
        { "Thai Buddhist", "[$-107041E]d mmm yy;@", RawCellKind.Date },
        { "Thai Buddhist, short", "[$-1070000]d/m/yy;@", RawCellKind.Date },
        { "Thai, Western era", "[$-41E]d mmmm yyyy", RawCellKind.Date },
        { "system long date", "[$-F800]dddd, mmmm dd, yyyy", RawCellKind.Date },
        { "named locale", "[$-th-TH,107]d mmmm yyyy", RawCellKind.Date },
        { "Buddhist year code, a number to ExcelDataReader", "d/m/bbbb", RawCellKind.Date },
        { "Buddhist year code alone", "bbbb", RawCellKind.Date },
        { "localised letters", "ว/ด/ปปปป", RawCellKind.Date },
        { "Thai digits", "[$-D000000]#,##0", RawCellKind.Number },
        { "Thai digits by t", "t#,##0.00", RawCellKind.Number },
        { "unit as literal", "#,##0\" แห่ง\"", RawCellKind.Number },
        { "literal with b twice", "0\" bb\"", RawCellKind.Number },
        { "accounting", "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", RawCellKind.Number },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void NumberFormatsDecideBetweenDateAndNumber(string reason, string format, RawCellKind kind)
    {
        var cell = Reads.Bytes((MinimalXlsx.OfRows("""<row r="1"><c r="A1" s="1"><v>44347</v></c></row>""") with { NumberFormats = [format] }).ToBytes()).OnlySheet().Rows[0][0];
        cell.Kind.ShouldBe(kind, reason);
        cell.NumberFormat.ShouldBe(format, reason);
        cell.Value.ShouldBe(kind == RawCellKind.Date ? new DateTime(2021, 5, 31) : 44347.0, reason);
    }

    [Fact]
    public void AYearTypedInTheBuddhistEraStaysAsStored() => Reads.Bytes((MinimalXlsx.OfRows("""<row r="1"><c r="A1" s="1"><v>242674</v></c></row>""") with { NumberFormats = ["dd/mm/yyyy"] }).ToBytes())
        .OnlySheet().Rows[0][0].Value.ShouldBe(new DateTime(2564, 5, 31));

    [Fact]
    public void FormatsAreOneStringEach()
    {
        var rows = Reads.Rows(OddSheets.Rows(2)).OnlySheet().Rows;
        rows[0][0].NumberFormat.ShouldBeSameAs(rows[1][0].NumberFormat);
    }

    public static TheoryData<string, string, string> Spellings => new()
    {
        { "single quotes", """<row r='1'><c r='A1' t='e'><v>#REF!</v></c></row>""", "#REF!" },
        { "blanks around the sign", """<row r = "1"><c r = "A1" t = "e"><v>#REF!</v></c></row>""", "#REF!" },
        { "a character reference in the attribute", """<row r="1"><c r="A1" t="&#101;"><v>#REF!</v></c></row>""", "#REF!" },
        { "a prefix on every element", $"""</sheetData><x:sheetData xmlns:x="{MinimalXlsx.Main}"><x:row r="1"><x:c r="A1"><x:f>B1</x:f></x:c></x:row></x:sheetData><sheetData>""", "=?B1" },
        { "openpyxl: an empty value behind the formula", """<row r="1"><c r="A1"><f>B1+1</f><v/></c></row>""", "=?B1+1" },
        { "a shared formula without text", """<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>""", "=?" },
        { "LibreOffice: a formula of text with an empty result", """<row r="1"><c r="A1" t="str"><f aca="false">B1</f><v></v></c><c r="B1"><v>1</v></c></row>""", ",1" },
        { "one formula with its result, one without, among others", """<row r="1"><c r="A1"><f>B1</f><v>2</v></c><c r="B1"><f>C1</f></c><c r="C1"><v>3</v></c></row>""", "2,=?C1,3" },
        { "a formula with its result", """<row r="1"><c r="A1"><f>B1</f><v>2</v></c></row>""", "2" },
        { "rich text", """<row r="1"><c r="A1" t="inlineStr"><is><r><t>ก</t></r><r><t xml:space="preserve"> ข</t></r></is></c></row>""", "ก ข" },
        { "cells without references", """<row><c><v>1</v></c><c t="b"><v>1</v></c></row>""", "1,TRUE" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void XmlMaySpellThingsItsOwnWay(string reason, string rows, string expected) => Dump(Reads.Rows(rows).OnlySheet()).ShouldBe(expected + "\r\n", reason);

    [Theory]
    [InlineData("hidden=\"1\"", true)]
    [InlineData("hidden=\"true\"", true)]
    [InlineData("hidden=\"0\"", false)]
    [InlineData("hidden=\"false\"", false)]
    public void HiddenMayBeSpeltFourWays(string attribute, bool isHidden)
    {
        var xml = $"""<cols><col min="2" max="3" width="9" {attribute}/></cols><sheetData><row r="1" {attribute}><c r="A1"><v>1</v></c></row></sheetData>""";
        var sheet = Reads.Bytes(new MinimalXlsx { Sheets = [("ก", xml, null)] }.ToBytes()).OnlySheet();
        (sheet.HiddenRows.Count, sheet.HiddenColumns.Count).ShouldBe(isHidden ? (1, 2) : (0, 0));
    }

    [Fact]
    public void MacroWorkbooksAreNamedSo() =>
        Reads.Bytes(new MinimalXlsx { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.ToBytes()).Artefact!.Kind.ShouldBe(FileKind.Xlsm);

    [Fact]
    public void ANumberThatIsTextDoesNotPassForALostText()
    {
        var workbook = MinimalXlsx.OfRows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""") with { SharedStrings = ["<t>2564</t>"] };
        Reads.Bytes(workbook.ToBytes()).OnlySheet().Rows[0][0].Value.ShouldBe("2564");
    }

    private static string Dump(RawSheet sheet)
    {
        using var output = new StringWriter();
        GridDump.Write(sheet, output);
        return output.ToString();
    }

    private static IWorkbook Fill(IWorkbook workbook)
    {
        var sheet = workbook.CreateSheet("ปริมาณ");
        var date = workbook.CreateCellStyle();
        date.DataFormat = workbook.CreateDataFormat().GetFormat("dd/mm/yyyy");
        sheet.CreateRow(0).CreateCell(0).SetCellValue("แบบเก็บข้อมูล");
        var row = sheet.CreateRow(2);
        row.CreateCell(0).SetCellValue("รหัส");
        row.CreateCell(1).SetCellValue(7850);
        row.CreateCell(2).SetCellValue(0.5);
        row = sheet.CreateRow(3);
        row.CreateCell(0).SetCellValue(true);
        row.CreateCell(1).SetCellValue(44347);
        row.GetCell(1).CellStyle = date;
        row.CreateCell(9).CellStyle = date;
        sheet.CreateRow(20).CreateCell(30).CellStyle = date;
        return workbook;
    }

    private static IWorkbook Shape(IWorkbook workbook)
    {
        var sheet = workbook.CreateSheet("ปริมาณ (ต่อ)");
        sheet.CreateRow(0).CreateCell(0).SetCellValue("หัวเรื่อง");
        sheet.CreateRow(2).CreateCell(1).SetCellValue(1);
        sheet.GetRow(2).ZeroHeight = true;
        sheet.AddMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        sheet.AddMergedRegion(new CellRangeAddress(2, 3, 1, 1));
        sheet.SetColumnHidden(3, true);
        sheet.SetColumnHidden(4, true);
        return workbook;
    }

    private static IWorkbook Errors(IWorkbook workbook)
    {
        var row = workbook.CreateSheet("ปริมาณ").CreateRow(1);
        row.CreateCell(0).SetCellFormula("1+2");
        row.CreateCell(1).SetCellFormula("1/0");
        row.CreateCell(2).SetCellErrorValue(FormulaError.NA.Code);
        row.CreateCell(3).SetCellFormula("1=1");
        row.CreateCell(4).SetCellFormula("\"รวม \"&A2");
        workbook.GetCreationHelper().CreateFormulaEvaluator().EvaluateAll();
        return workbook;
    }

    /// <summary>NPOI 2.4.1 cannot make an xlsx under th-TH: it writes the date of creation in the culture's calendar and then refuses it.</summary>
    private static byte[] Save(Func<IWorkbook> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            using var memory = new MemoryStream();
            make().Write(memory);
            return memory.ToArray();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

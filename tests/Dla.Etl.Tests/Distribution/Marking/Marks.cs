using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Marking.Xls;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;
using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>Requests and workbooks for tests of marking; all synthetic.</summary>
internal static class Marks
{
    public const string Sheet = "ปริมาณ";

    public static Finding Wrong(string? sheet, string cell, string found = "สิบสอง") =>
        new(ValidationFindings.Negative, Place.At(sheet, Address(cell))) { Subject = "จัดทำแผน", Found = found, Expected = "จำนวนเต็ม" };

    public static Finding Remark(string? sheet, string cell) =>
        Wrong(sheet, cell) with { Severity = Severity.Warning };

    public static MarkRequest Request(IReadOnlyList<Finding> findings, long receipt = 12, string name = "ปริมาณ.xls", string path = "") =>
        new(path, name, receipt, "ไม่ผ่าน", findings, "โปรดแก้ไขแล้วส่งกลับ");

    public static CellAddress Address(string cell) => CellAddress.Parse(cell).Value;

    /// <summary>Marks, and says why when it could not.</summary>
    public static byte[] Xls(byte[] file, params Finding[] findings)
    {
        var (marked, why) = XlsMarks.Attempt(file, Request(findings), CancellationToken.None);
        marked.ShouldNotBeNull(why);
        return marked;
    }

    public static HSSFWorkbook Open(byte[] file) => Dla.Etl.Reporting.NpoiCulture.Invariant(() => new HSSFWorkbook(new MemoryStream(file)));

    /// <summary>A workbook with a table, a formula and what a test adds.</summary>
    public static byte[] Book(Action<HSSFWorkbook, HSSFSheet>? add = null) => Dla.Etl.Reporting.NpoiCulture.Invariant(() =>
    {
        var book = new HSSFWorkbook();
        var sheet = (HSSFSheet)book.CreateSheet(Sheet);
        for (var row = 0; row < 20; row++)
        {
            var cells = sheet.CreateRow(row);
            cells.CreateCell(0).SetCellValue($"กิจกรรมที่ {row}");
            cells.CreateCell(1).SetCellValue(row * 1.25);
            cells.CreateCell(2).SetCellValue(row % 2 == 0);
        }
        sheet.CreateRow(20).CreateCell(1).SetCellFormula("SUM(B1:B20)");
        add?.Invoke(book, sheet);
        return Bytes(book);
    });

    public static byte[] Bytes(HSSFWorkbook book)
    {
        using var file = new MemoryStream();
        book.Write(file);
        return file.ToArray();
    }

    public static List<string> Comments(HSSFWorkbook book, string sheet = Sheet) =>
        [.. ((HSSFSheet)book.GetSheet(sheet)).Sheet.Records.OfType<TextObjectRecord>().Select(text => text.Str.String)];

    public static int Rules(HSSFWorkbook book, string sheet = Sheet)
    {
        var table = ((HSSFSheet)book.GetSheet(sheet)).Sheet.ConditionalFormattingTable;
        return Enumerable.Range(0, table.Count).Select(table.Get).Sum(formats => Enumerable.Range(0, formats.NumberOfRules).Count(rule => XlsUnmark.IsOurs(formats.GetRule(rule))));
    }
}

using Dla.Etl.Reporting;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

public class ReportContentTests
{
    public static TheoryData<string, bool, Action<XSSFWorkbook>> Changes => new()
    {
        { "a figure", true, book => book.GetSheet("รายจังหวัด").GetRow(20).GetCell(3).SetCellValue(999_999) },
        { "a text", true, book => book.GetSheet("สถานะการส่ง").GetRow(20).GetCell(1).SetCellValue("อื่น") },
        { "a zero instead of a missing figure", true, book => Missing(book).SetCellValue(0d) },
        { "a cell more", true, book => book.GetSheet("สรุปปริมาณ").GetRow(0).CreateCell(30).SetCellValue("x") },
        { "a number format", true, book => Format(book) },
        { "the name of a sheet", true, book => book.SetSheetName(1, "จังหวัด") },
        { "the sheet of evidence", false, book => book.GetSheet("หลักฐาน").GetRow(3).GetCell(2).SetCellValue("อื่น") },
        { "a width", false, book => book.GetSheet("รายจังหวัด").SetColumnWidth(3, 5000) },
        { "nothing but saving again", false, _ => { } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_hash_changes_with_any_content_and_with_nothing_else(string change, bool changes, Action<XSSFWorkbook> edit) =>
        (Hash(Written.Tampered(edit)) != Hash(Written.Fixed)).ShouldBe(changes, change);

    private static ContentHash Hash(byte[] bytes) => ReportContent.HashOf(new MemoryStream(bytes), Written.Report.ManifestSheets);

    private static ICell Missing(XSSFWorkbook book)
    {
        var sheet = book.GetSheet("รายจังหวัด");
        return Enumerable.Range(8, 80).Select(row => sheet.GetRow(row).GetCell(4)).First(cell => cell.CellType == CellType.String && cell.StringCellValue == "…");
    }

    private static void Format(XSSFWorkbook book)
    {
        var cell = book.GetSheet("รายจังหวัด").GetRow(20).GetCell(3);
        var style = book.CreateCellStyle();
        style.CloneStyleFrom(cell.CellStyle);
        style.DataFormat = book.CreateDataFormat().GetFormat("0.000");
        cell.CellStyle = style;
    }
}

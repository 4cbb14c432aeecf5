using System.Globalization;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>A template of 15 columns (3 of text, 12 of numbers) with a heading, one model row and a footer, and the data for it.</summary>
internal static class ReportTemplate
{
    public const int Columns = 15, TextColumns = 3, FirstDataRow = 4;

    public static byte[] Bytes()
    {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.CreateSheet("รายงาน");
        sheet.CreateRow(0).CreateCell(0).SetCellValue("รายงานสำหรับวัดความเร็ว");
        sheet.AddMergedRegion(new CellRangeAddress(0, 0, 0, Columns - 1));
        var (text, number) = (Style(workbook, "@"), Style(workbook, "#,##0.00"));
        var (header, model) = (sheet.CreateRow(FirstDataRow - 1), sheet.CreateRow(FirstDataRow));
        for (var column = 0; column < Columns; column++)
        {
            header.CreateCell(column).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"({column + 1})"));
            model.CreateCell(column).CellStyle = column < TextColumns ? text : number;
        }
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Text of a cell; repeated as in real reports, so that shared strings are few.</summary>
    public static string Text(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"รายการที่ {(row + column) % 500}");

    /// <summary>Number of a cell.</summary>
    public static double Number(int row, int column) => (row * 37 % 100_000) + (column * 0.25);

    private static ICellStyle Style(XSSFWorkbook workbook, string format)
    {
        var style = workbook.CreateCellStyle();
        style.DataFormat = workbook.CreateDataFormat().GetFormat(format);
        style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        return style;
    }
}

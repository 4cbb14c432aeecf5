using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Reporting;
using Dla.Etl.Samples;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>A template of 15 columns (3 of text, 12 of numbers) with a heading, one model row and a footer, and the data for it.</summary>
internal static class RowsTemplate
{
    public const string SheetName = "รายงาน";

    public const int Columns = 15, TextColumns = 3, FirstDataRow = 4;

    public static byte[] Bytes()
    {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.CreateSheet(SheetName);
        sheet.CreateRow(0).CreateCell(0).SetCellValue("รายงานสำหรับวัดความเร็ว");
        sheet.AddMergedRegion(new CellRangeAddress(0, 0, 0, Columns - 1));
        var (text, number) = (Style(workbook, "@"), Style(workbook, "#,##0.00"));
        var (header, model) = (sheet.CreateRow(FirstDataRow - 1), sheet.CreateRow(FirstDataRow));
        for (var column = 0; column < Columns; column++)
        {
            header.CreateCell(column).SetCellValue(string.Create(CultureInfo.InvariantCulture, $"({column + 1})"));
            model.CreateCell(column).CellStyle = column < TextColumns ? text : number;
        }
        sheet.CreateRow(FirstDataRow + 2).CreateCell(0).SetCellValue(Circular.SyntheticNote);
        Name(workbook, "rows.title", "$A$1");
        Name(workbook, "rows.row.data", "$A$5");
        Name(workbook, "rows.texts", "$A$5:$C$5");
        Name(workbook, "rows.numbers", "$D$5:$O$5");
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }

    /// <summary>The contract of the template, as a report.yaml would give it.</summary>
    public static ReportDefinition Definition(byte[] template) => new()
    {
        Id = "benchmark-rows",
        Title = "รายงานสำหรับวัดความเร็ว",
        Form = "benchmark-rows",
        FileName = "benchmark-rows.xlsx",
        Templates = new Dictionary<FiscalYear, ReportTemplate> { [FiscalYear.FromBuddhistEra(2563)] = new("template.xlsx", template) },
        Rules = [],
        Queries = new Dictionary<string, ReportQuery>(),
        Sheets =
        [
            new ReportSheet
            {
                Name = SheetName,
                Prefix = "rows",
                Measure = "rows",
                Settings = new Dictionary<string, string>(),
                Rows = ["data"],
                Columns = ["texts", "numbers"],
                Lists = [],
                Texts = new Dictionary<string, string> { ["title"] = "รายงานสำหรับวัดความเร็ว" },
            },
        ],
        Folder = "",
        Content = ReadOnlyMemory<byte>.Empty,
    };

    /// <summary>The same data as a measure gives it.</summary>
    public static MeasureResult Measured(int rows) => new(new MeasuredTable(
        [new MeasuredColumn("texts", TextColumns), new MeasuredColumn("numbers", Columns - TextColumns)],
        [.. Enumerable.Range(0, rows).Select(row => new MeasuredRow("data", Cells(row)))]));

    private static CellContent[] Cells(int row)
    {
        var cells = new CellContent[Columns];
        for (var column = 0; column < Columns; column++)
            cells[column] = column < TextColumns ? CellContent.Text(Text(row, column)) : CellContent.Number((decimal)Number(row, column));
        return cells;
    }

    private static void Name(XSSFWorkbook workbook, string name, string range)
    {
        var defined = workbook.CreateName();
        defined.NameName = name;
        defined.RefersToFormula = $"'{SheetName}'!{range}";
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

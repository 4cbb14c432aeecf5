using BenchmarkDotNet.Attributes;
using Dla.Etl.Benchmarks.Files;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks;

/// <summary>Filling a report of 8,000 rows from its template, beside NPOI merely writing those cells into the same template.</summary>
public class FillReport
{
    /// <summary>Rows of data.</summary>
    public const int Rows = 8_000;

    private readonly byte[] _template = ReportTemplate.Bytes();

    /// <summary>The cells and nothing else: no names, no totals, no check, no manifest.</summary>
    [Benchmark(Baseline = true, Description = "NPOI alone")]
    public long NpoiAlone()
    {
        var workbook = new XSSFWorkbook(new MemoryStream(_template));
        var sheet = workbook.GetSheetAt(0);
        var model = sheet.GetRow(ReportTemplate.FirstDataRow);
        ICellStyle[] styles = [.. Enumerable.Range(0, ReportTemplate.Columns).Select(column => model.GetCell(column).CellStyle)];
        sheet.RemoveRow(model);
        for (var row = 0; row < Rows; row++)
        {
            var line = sheet.CreateRow(ReportTemplate.FirstDataRow + row);
            for (var column = 0; column < ReportTemplate.Columns; column++)
                Put(line.CreateCell(column), row, column, styles[column]);
        }
        using var output = new MemoryStream();
        workbook.Write(output);
        return output.Length;
    }

    private static void Put(ICell cell, int row, int column, ICellStyle style)
    {
        cell.CellStyle = style;
        if (column < ReportTemplate.TextColumns)
            cell.SetCellValue(ReportTemplate.Text(row, column));
        else
            cell.SetCellValue(ReportTemplate.Number(row, column));
    }
}

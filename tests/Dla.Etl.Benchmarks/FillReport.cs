using BenchmarkDotNet.Attributes;
using Dla.Etl.Benchmarks.Files;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Benchmarks;

/// <summary>Filling a report of 8,000 rows from its template, beside NPOI merely writing those cells into the same template.</summary>
public class FillReport
{
    /// <summary>Rows of data.</summary>
    public const int Rows = 8_000;

    private static readonly DateTimeOffset AsOf = new(2021, 6, 30, 0, 0, 0, TimeSpan.Zero);

    private readonly byte[] _template = RowsTemplate.Bytes();
    private readonly ReportDefinition _report;

    /// <summary>The contract of the template.</summary>
    public FillReport() => _report = RowsTemplate.Definition(_template);

    /// <summary>The cells and nothing else: no names, no totals, no check, no manifest.</summary>
    [Benchmark(Baseline = true, Description = "NPOI alone")]
    public long NpoiAlone()
    {
        var workbook = new XSSFWorkbook(new MemoryStream(_template));
        var sheet = workbook.GetSheetAt(0);
        var model = sheet.GetRow(RowsTemplate.FirstDataRow);
        ICellStyle[] styles = [.. Enumerable.Range(0, RowsTemplate.Columns).Select(column => model.GetCell(column).CellStyle)];
        sheet.RemoveRow(model);
        for (var row = 0; row < Rows; row++)
        {
            var line = sheet.CreateRow(RowsTemplate.FirstDataRow + row);
            for (var column = 0; column < RowsTemplate.Columns; column++)
                Put(line.CreateCell(column), row, column, styles[column]);
        }
        using var output = new MemoryStream();
        workbook.Write(output);
        return output.Length;
    }

    /// <summary>The template held against its contract, its table filled, what stands below put back, names moved.</summary>
    [Benchmark(Description = "filling the template")]
    public long Filling() => Filled().Length;

    /// <summary>Everything that a report goes through before it leaves.</summary>
    [Benchmark(Description = "filling, content hash, sealing, gate")]
    public long Whole()
    {
        var filled = Filled();
        _ = ReportContent.HashOf(new MemoryStream(filled), new HashSet<string>());
        using var output = new MemoryStream();
        WorkbookPackage.Seal(new MemoryStream(filled), output, _report.Title, AsOf);
        output.Position = 0;
        Demand(ReportGate.Inspect(output, _report));
        return output.Length;
    }

    private byte[] Filled()
    {
        var output = new MemoryStream();
        Demand(ReportFilling.Fill(_report, _report.Templates.Values.First(), new Dictionary<string, CellContent>(), [RowsTemplate.Measured(Rows)], output));
        return output.ToArray();
    }

    private static void Demand(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
            throw new InvalidOperationException(findings[0].Message);
    }

    private static void Put(ICell cell, int row, int column, ICellStyle style)
    {
        cell.CellStyle = style;
        if (column < RowsTemplate.TextColumns)
            cell.SetCellValue(RowsTemplate.Text(row, column));
        else
            cell.SetCellValue(RowsTemplate.Number(row, column));
    }
}

using System.Globalization;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>A sheet of a report as plain texts, numbers in their shortest invariant form.</summary>
public static class ReportSheet
{
    /// <summary>All rows of a sheet, from the first to the last.</summary>
    public static IReadOnlyList<string[]> Read(string file, string sheet)
    {
        using var shield = new InvariantThread();
        using var stream = File.OpenRead(file);
        var rows = new XSSFWorkbook(stream).GetSheet(sheet);
        return [.. Enumerable.Range(0, rows.LastRowNum + 1).Select(row => Cells(rows.GetRow(row)))];
    }

    private static string[] Cells(IRow? row)
    {
        var cells = Enumerable.Repeat("", 30).ToArray();
        foreach (var cell in row?.Cells ?? [])
            cells[cell.ColumnIndex] = cell.CellType switch
            {
                CellType.Numeric => cell.NumericCellValue.ToString("R", CultureInfo.InvariantCulture),
                CellType.String => cell.StringCellValue,
                CellType.Formula => throw new InvalidDataException($"A formula in row, column  {cell.RowIndex},{cell.ColumnIndex}."),
                _ => "",
            };
        return cells;
    }
}

using Dla.Etl.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>Reads a written report by the names of its template, so that a test holds when staff move a column.</summary>
internal sealed class Sheets(byte[] bytes)
{
    private readonly XSSFWorkbook _book = Written.Open(bytes);

    /// <summary>The texts of a sheet, row by row.</summary>
    public IReadOnlyList<string> Texts(string sheet) =>
        [.. Rows(sheet).Select(row => string.Join(" | ", row.Cells.Where(cell => cell.CellType == CellType.String).Select(cell => cell.StringCellValue)))];

    /// <summary>The cell of a column in the first row whose leading cell holds this text.</summary>
    public ICell At(ReportSheet sheet, string row, string column)
    {
        var lead = ColumnOf(sheet, sheet.Columns[0]);
        var found = Rows(sheet.Name).First(one => one.GetCell(lead) is { CellType: CellType.String } cell && cell.StringCellValue == row);
        return found.GetCell(ColumnOf(sheet, column));
    }

    /// <summary>The zero-based column of a placeholder.</summary>
    public int ColumnOf(ReportSheet sheet, string column) =>
        CellAddress.Parse(_book.GetName(sheet.NameOf(column)).RefersToFormula.Split('!')[1].Split(':')[0]).Value.Column;

    /// <summary>The rows of a sheet.</summary>
    public IEnumerable<IRow> Rows(string sheet)
    {
        var found = _book.GetSheet(sheet);
        return Enumerable.Range(0, found.LastRowNum + 1).Select(found.GetRow).Where(row => row is not null);
    }
}

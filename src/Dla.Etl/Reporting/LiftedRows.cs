using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>What stands below a table, lifted off so that rows can be appended, and put back under them afterwards.</summary>
/// <remarks>Shifting rows down is quadratic in NPOI 2.4.1: 30 s for 30,000 rows (LIBRARIES C5).</remarks>
internal sealed class LiftedRows
{
    private readonly List<(int Row, short? Height, List<LiftedCell> Cells)> _rows = [];
    private readonly List<CellRangeAddress> _merged;
    private readonly XSSFSheet _sheet;

    private LiftedRows(XSSFSheet sheet, int from)
    {
        _sheet = sheet;
        _merged = TakeMerged(sheet, range => range.FirstRow >= from);
        for (var index = from; index <= sheet.LastRowNum; index++)
            if (sheet.GetRow(index) is XSSFRow row)
                _rows.Add((index, row.GetCTRow().IsSetHt() ? row.Height : null, [.. row.Cells.Select(LiftedCell.Of)]));
        foreach (var (row, _, _) in _rows)
            sheet.RemoveRow(sheet.GetRow(row));
    }

    /// <summary>Takes the rows from one on off the sheet.</summary>
    public static LiftedRows Lift(XSSFSheet sheet, int from) => new(sheet, from);

    /// <summary>Takes merged ranges off the sheet.</summary>
    public static List<CellRangeAddress> TakeMerged(XSSFSheet sheet, Predicate<CellRangeAddress> which)
    {
        var taken = new List<CellRangeAddress>();
        for (var index = sheet.NumMergedRegions - 1; index >= 0; index--)
            if (sheet.GetMergedRegion(index) is var range && which(range))
            {
                taken.Add(range);
                sheet.RemoveMergedRegion(index);
            }
        return taken;
    }

    /// <summary>Puts the rows back that many rows further down.</summary>
    public void PutBack(int down)
    {
        foreach (var (index, height, cells) in _rows)
        {
            var row = _sheet.CreateRow(index + down);
            if (height is { } high)
                row.Height = high;
            foreach (var cell in cells)
                cell.PutInto(row);
        }
        foreach (var range in _merged)
            _sheet.AddMergedRegion(new CellRangeAddress(range.FirstRow + down, range.LastRow + down, range.FirstColumn, range.LastColumn));
    }

    private sealed record LiftedCell(int Column, ICellStyle Style, CellType Type, IRichTextString? Text, double Number, bool Truth)
    {
        public static LiftedCell Of(ICell cell) => new(
            cell.ColumnIndex, cell.CellStyle, cell.CellType,
            cell.CellType == CellType.String ? cell.RichStringCellValue : null,
            cell.CellType == CellType.Numeric ? cell.NumericCellValue : 0,
            cell.CellType == CellType.Boolean && cell.BooleanCellValue);

        public void PutInto(IRow row)
        {
            var cell = row.CreateCell(Column);
            cell.CellStyle = Style;
            if (Type == CellType.String)
                cell.SetCellValue(Text);
            else if (Type == CellType.Numeric)
                cell.SetCellValue(Number);
            else if (Type == CellType.Boolean)
                cell.SetCellValue(Truth);
        }
    }
}

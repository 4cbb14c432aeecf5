using Dla.Etl.Measures;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Fills the table of a sheet: lift what stands below, append a row like its model for each row of data, put back what stood below.</summary>
internal sealed class TableFiller
{
    private readonly SheetLayout _layout;
    private readonly CellPen _pen;
    private readonly XSSFSheet _sheet;
    private readonly Dictionary<string, ModelRow> _models;
    private readonly int[] _columns;
    private readonly Dictionary<CellAddress, CellOrigin> _origins = [];

    public TableFiller(SheetLayout layout, CellPen pen, MeasuredTable table)
    {
        (_layout, _pen, _sheet) = (layout, pen, layout.Sheet);
        _models = layout.ModelRows.ToDictionary(row => row.Key, row => ModelRow.Of(_sheet, row.Value), StringComparer.Ordinal);
        _columns = [.. table.Columns.SelectMany(column => Enumerable.Range(layout.PlaceOf(column.Name).First.Column, column.Cells))];
    }

    /// <summary>Where the cells of the table come from, by their place in the filled sheet.</summary>
    public IReadOnlyDictionary<CellAddress, CellOrigin> Origins => _origins;

    /// <summary>Writes the rows and says how the sheet moved.</summary>
    public RowShift Fill(MeasuredTable table)
    {
        var (first, last) = (_layout.FirstModelRow, _layout.LastModelRow);
        var below = LiftedRows.Lift(_sheet, last + 1);
        LiftedRows.TakeMerged(_sheet, range => range.FirstRow >= first && range.LastRow <= last);
        for (var model = first; model <= last; model++)
            if (_sheet.GetRow(model) is { } row)
                _sheet.RemoveRow(row);
        var at = first;
        foreach (var row in table.Rows)
            Append(at++, row);
        // A table without rows prints one empty row, so that its frame and the names that point at it stay.
        if (table.Rows.Count == 0)
            Append(at++, new MeasuredRow(_layout.Definition.Rows[0], new CellContent[_columns.Length]));
        var shift = new RowShift(first, last, at - 1);
        below.PutBack(shift.Below);
        return shift;
    }

    private void Append(int index, MeasuredRow data)
    {
        var model = _models[data.Kind];
        var row = _sheet.CreateRow(index);
        // Excel puts the break below the row that it is told.
        if (data.Kind == _layout.Definition.PageBreakBefore && index > _layout.FirstModelRow)
            _sheet.SetRowBreak(index - 1);
        for (var column = 0; column < model.Styles.Length; column++)
            if (model.Styles[column] is { } style)
            {
                var cell = row.CreateCell(column);
                cell.CellStyle = style;
                if (model.Texts[column] is { } text && Array.IndexOf(_columns, column) < 0)
                    cell.SetCellValue(text);
            }
        var height = model.Height;
        for (var position = 0; position < _columns.Length; position++)
            height = Math.Max(height, Write(row, model, _columns[position], data.Cells[position]));
        if (height > 0)
            row.HeightInPoints = height;
        foreach (var (from, to) in model.Merged)
            _sheet.AddMergedRegion(new CellRangeAddress(index, index, from, to));
    }

    private float Write(IRow row, ModelRow model, int column, CellContent content)
    {
        if (content.Kind == CellContentKind.Nothing)
            return 0;
        if (content.Origin is { } origin)
            _origins[new CellAddress(row.RowNum, column)] = origin;
        var cell = row.GetCell(column) ?? row.CreateCell(column);
        _pen.Write(cell, cell.CellStyle, content);
        return content.Kind == CellContentKind.Text ? _pen.HeightFor(cell.CellStyle, content.TextValue, model.WidthOf(_sheet, column)) : 0;
    }

    /// <summary>A row of the template that shows how rows of one kind look.</summary>
    private sealed record ModelRow(ICellStyle?[] Styles, string?[] Texts, IReadOnlyList<(int From, int To)> Merged, float Height)
    {
        private readonly Dictionary<int, int> _widths = [];

        public static ModelRow Of(XSSFSheet sheet, int index)
        {
            var row = (XSSFRow?)sheet.GetRow(index);
            var width = Math.Max((int)(row?.LastCellNum ?? 0), 0);
            var cells = Enumerable.Range(0, width).Select(column => row!.GetCell(column)).ToList();
            return new ModelRow(
                [.. cells.Select(cell => cell?.CellStyle)],
                [.. cells.Select(cell => cell is { CellType: CellType.String } ? cell.StringCellValue : null)],
                [.. Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion)
                    .Where(range => range.FirstRow == index && range.LastRow == index).Select(range => (range.FirstColumn, range.LastColumn))],
                row is not null && row.GetCTRow().IsSetHt() ? row.HeightInPoints : 0);
        }

        public int WidthOf(XSSFSheet sheet, int column)
        {
            if (_widths.TryGetValue(column, out var width))
                return width;
            var last = Merged.FirstOrDefault(range => range.From == column, (From: column, To: column)).To;
            return _widths[column] = Enumerable.Range(column, last - column + 1).Sum(at => sheet.GetColumnWidth(at));
        }
    }
}

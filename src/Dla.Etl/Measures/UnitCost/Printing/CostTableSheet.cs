using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Prints any of tables 1 to 12 and the annexes as the mathematics gives them: columns by their codes, rows by their kinds, reasons as footnotes.</summary>
internal sealed class CostTableSheet
{
    private static readonly Crosswalk NoCrosswalk = new(default, 0, 0, "", [], null, "", default);

    private readonly UnitCostAccounts _accounts;
    private readonly UnitCostTable _table;
    private readonly CellOrigins _origins;
    private readonly AnnexNames _names;
    private readonly Footnotes _notes = new();

    private CostTableSheet(UnitCostAccounts accounts, UnitCostTable table, MeasureInput input) =>
        (_accounts, _table, _origins, _names) = (accounts, table, new CellOrigins(accounts, table, input), new AnnexNames(accounts, table));

    /// <summary>The sheet of the table whose code the setting <c>table</c> gives: <c>1</c> to <c>12</c>, <c>ก</c>, <c>ข</c>, <c>ค</c> or <c>กระทบยอด</c>.</summary>
    /// <remarks>Values: <c>table_title</c>, <c>banner</c>. Rows: item, part, subtotal, total; note; message, where there is nothing to compare with.</remarks>
    [Measure("unit_cost_table")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null, ("table_title", CellContent.Nothing));
        var table = accounts.Tables.GetValueOrDefault(input.Setting("table"));
        var shape = table ?? ShapeOf(accounts, input.Setting("table"));
        var rows = table is null
            ? [Footnotes.Across("message", shape.Columns.Count, $"ไม่มีผลการเปรียบเทียบ เพราะ{accounts.Before.Because}")]
            : new CostTableSheet(accounts, table, input).Rows();
        return AccountValues.Result(accounts, new MeasuredTable([.. shape.Columns.Select(column => new MeasuredColumn(column.Code))], rows), ("table_title", CellContent.Text(shape.Title)))
            with
        { Calculations = accounts.Calculations };
    }

    // Title and columns of a comparison that there is not are those of the year compared with itself.
    private static UnitCostTable ShapeOf(UnitCostAccounts accounts, string code) =>
        ComparisonTables.Of(accounts.Now!, accounts.Now!, NoCrosswalk).FirstOrDefault(one => one.Code == code)
        ?? throw new KeyNotFoundException($"There is no table '{code}'; there are {string.Join(", ", accounts.Tables.Keys)}.");

    private List<MeasuredRow> Rows()
    {
        var rows = _table.Rows.Select(Row).ToList();
        if (rows.Count == 0)
            rows.Add(Footnotes.Across("message", _table.Columns.Count, "ไม่มีรายการ"));
        return [.. rows, .. _notes.Rows(_table.Columns.Count, _table.Notes.Concat(TableNotes.Of(_accounts, _table)))];
    }

    private MeasuredRow Row(TableRow row) => new(
        row.Kind switch { TableRowKind.Item => "item", TableRowKind.Part => "part", TableRowKind.Subtotal => "subtotal", _ => "total" },
        [.. row.Cells.Select((cell, column) => Content(row, cell, column).From(_origins.Of(row, column)))]);

    private CellContent Content(TableRow row, TableCell cell, int column) => cell.Kind switch
    {
        TableCellKind.Nothing => CellContent.Nothing,
        TableCellKind.Text when row.Kind == TableRowKind.Part && column == 0 => CellContent.Text($"{cell.Text} {_accounts.NameOf(row.Code)}".TrimEnd()),
        TableCellKind.Text => CellContent.Text(_names.Of(_table.Columns[column].Code, cell.Text)),
        TableCellKind.None => _notes.Instead(cell.Text),
        TableCellKind.Quantity => CellContent.Number(cell.Number, TableNotes.IsPartial(_accounts, _table.Columns[column].Code, row) ? TableNotes.PartialMark : ""),
        _ => CellContent.Number(cell.Number),
    };
}

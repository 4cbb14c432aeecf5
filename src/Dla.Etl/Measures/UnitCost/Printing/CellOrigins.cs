using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Says of every figure of a printed table where it comes from, by the codes of the columns beside it.</summary>
internal sealed class CellOrigins(UnitCostAccounts accounts, UnitCostTable table, MeasureInput input)
{
    private readonly Dictionary<string, int> _columns = table.Columns.Select((column, index) => (column.Code, index)).ToDictionary(one => one.Code, one => one.index, StringComparer.Ordinal);
    private readonly Dictionary<string, Rational> _factors = accounts.FactorsOf(table.Code);

    /// <summary>The origin of a cell; null of texts and of what is not there.</summary>
    public CellOrigin? Of(TableRow row, int column)
    {
        var (cell, code) = (row.Cells[column], table.Columns[column].Code);
        if (cell.Kind == TableCellKind.None)
            return new NoFigure(cell.Text, Missing(row, code) ?? AnnexOrigins.Of(accounts, table, row, column));
        if (cell.Kind is TableCellKind.Nothing or TableCellKind.Text)
            return AnnexOrigins.Of(accounts, table, row, column);
        if (table.Code == "2" && code == "indirect" && row.Kind == TableRowKind.Item && AnnexOrigins.Indirect(accounts, row.Code) is { } shares)
            return shares;
        return row.Cells[column].Kind switch
        {
            TableCellKind.Percent => ChangeIn(row, code),
            TableCellKind.Quantity => QuantityIn(row, code),
            TableCellKind.UnitCost => UnitCostIn(row, code),
            _ => (CellOrigin?)CostIn(row, column) ?? AnnexOrigins.Of(accounts, table, row, column),
        };
    }

    // What the figure would be computed of, by its column: a cell without a figure has no kind.
    private CellOrigin? Missing(TableRow row, string code) => code.Contains("change", StringComparison.Ordinal) ? ChangeIn(row, code)
        : code.EndsWith("unit_cost", StringComparison.Ordinal) ? UnitCostIn(row, code)
        : code.EndsWith("quantity", StringComparison.Ordinal) ? QuantityIn(row, code)
        : null;

    private CellOrigin? UnitCostIn(TableRow row, string code)
    {
        var side = SideOf(code);
        return CostIn(row, _columns[side + "total"]) is not { } cost ? null : QuantityIn(row, side + "quantity") is { } quantity ? new PerUnitOf(cost, quantity) : cost;
    }

    private static string SideOf(string code) => code.StartsWith("old_", StringComparison.Ordinal) ? "old_" : code.StartsWith("new_", StringComparison.Ordinal) ? "new_" : "";

    private CostPlaces? CostIn(TableRow row, int column) => row.Cells[column].From is { } from
        ? new CostPlaces(SideOf(table.Columns[column].Code) == "old_" ? accounts.Before.Calculation : accounts.Calculation, from)
        : null;

    private CellOrigin? QuantityIn(TableRow row, string code)
    {
        var side = SideOf(code);
        var year = side == "old_" ? accounts.Before.Year : accounts.Now;
        return QuantityOrigins.OfAll(input, year!, row.Cells[_columns[side + "total"]].From?.Nodes.Select(node => node.Code) ?? []);
    }

    // total_change of tables 7 to 10, change_total of 11 and 12.
    private ChangeOf? ChangeIn(TableRow row, string code)
    {
        var what = code.Replace("_change", "", StringComparison.Ordinal).Replace("change_", "", StringComparison.Ordinal);
        if (Of(row, _columns["old_" + what]) is not { } old || Of(row, _columns["new_" + what]) is not { } now)
            return null;
        var factor = _factors.GetValueOrDefault(row.Code, Rational.One);
        return new ChangeOf(old, now, IsPercent: true) { OldTimes = what switch { "quantity" => factor, "unit_cost" => Rational.One / factor, _ => Rational.One } };
    }
}

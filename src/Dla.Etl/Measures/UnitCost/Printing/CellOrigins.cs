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
        if (row.Cells[column].Kind is TableCellKind.Nothing or TableCellKind.Text or TableCellKind.None)
            return AnnexOrigins.Of(accounts, table, row, column);
        var code = table.Columns[column].Code;
        return row.Cells[column].Kind switch
        {
            TableCellKind.Percent => ChangeIn(row, code),
            TableCellKind.Quantity => QuantityIn(row, code),
            TableCellKind.UnitCost => CostIn(row, column) is { } cost && QuantityIn(row, SideOf(code) + "quantity") is { } quantity ? new PerUnitOf(cost, quantity) : null,
            _ => (CellOrigin?)CostIn(row, column) ?? AnnexOrigins.Of(accounts, table, row, column),
        };
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

using System.Globalization;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tables;

/// <summary>What a cell of the tables holds.</summary>
public enum TableCellKind
{
    /// <summary>Nothing belongs here.</summary>
    Nothing,
    Text,

    /// <summary>Satang.</summary>
    Money,

    /// <summary>Ten-thousandths of the unit of measure.</summary>
    Quantity,

    /// <summary>Satang for one unit of measure, rounded half away from zero.</summary>
    UnitCost,

    /// <summary>Hundredths of one per cent; negative for a decrease, which prints in parentheses.</summary>
    Percent,

    /// <summary>There is no figure; the text says why, in Thai.</summary>
    None,
}

/// <summary>The places of the flow whose cost a cell shows.</summary>
/// <param name="Nodes">Places; the cell is the sum over them.</param>
/// <param name="Source">One funding source, or null for all.</param>
public sealed record TracePoint(IReadOnlyList<CostNode> Nodes, FundingSource? Source = null)
{
    /// <summary>Places whose cost is taken off: a centre's indirect cost is the centre less its direct cost.</summary>
    public IReadOnlyList<CostNode> Less { get; init; } = [];

    /// <summary>One place.</summary>
    public static TracePoint To(CostNode node, FundingSource? source = null) => new([node], source);

    /// <summary>The sum of several cells of one column; null when one of them has no trace.</summary>
    public static TracePoint? Sum(IReadOnlyCollection<TracePoint?> points) => points.Count == 0 || points.Contains(null)
        ? null
        : new TracePoint([.. points.SelectMany(point => point!.Nodes)], points.First()!.Source) { Less = [.. points.SelectMany(point => point!.Less)] };

    /// <summary>The exact amount, in satang, before the table was rounded.</summary>
    public Rational ExactIn(CostGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Amount(Nodes) - Amount(Less);
        Rational Amount(IReadOnlyList<CostNode> nodes) => Rational.Sum(nodes.Select(node => Source is { } source ? graph.Of(node)[source] : graph.Of(node).Total));
    }
}

/// <summary>A cell.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Amount">In the scale of the kind.</param>
/// <param name="Text">The text, or why there is no figure.</param>
/// <param name="From">Where a cost or unit cost comes from.</param>
public sealed record TableCell(TableCellKind Kind, long Amount = 0, string Text = "", TracePoint? From = null)
{
    /// <summary>Nothing.</summary>
    public static TableCell Nothing { get; } = new(TableCellKind.Nothing);

    /// <summary>The figure in baht, units of measure or per cent; 0 for the other kinds.</summary>
    public decimal Number => Kind switch
    {
        TableCellKind.Money or TableCellKind.UnitCost or TableCellKind.Percent => (decimal)Amount / 100,
        TableCellKind.Quantity => (decimal)Amount / Quantity.Scale,
        _ => 0,
    };

    /// <summary>True for a change downwards.</summary>
    public bool IsDecrease => Kind == TableCellKind.Percent && Amount < 0;

    /// <summary>A text.</summary>
    public static TableCell Of(string text) => new(TableCellKind.Text, Text: text);

    /// <summary>An amount of money.</summary>
    public static TableCell Money(long satang, TracePoint? from = null) => new(TableCellKind.Money, satang, From: from);

    /// <summary>A quantity, or why there is none.</summary>
    public static TableCell Of(Declared<Measured> volume) => volume.IsKnown ? new(TableCellKind.Quantity, volume.Value.Amount.TenThousandths) : None(volume.UnknownBecause!);

    /// <summary>A unit cost, or why there is none.</summary>
    /// <exception cref="OverflowException">It does not fit into 64 bits of satang.</exception>
    public static TableCell UnitCost(Declared<Rational> satang, TracePoint? from = null) =>
        satang.IsKnown ? new(TableCellKind.UnitCost, (long)satang.Value.Round(), From: from) : None(satang.UnknownBecause!);

    /// <summary>A change in per cent, two decimals, halves away from zero, or why there is none.</summary>
    public static TableCell Percent(Declared<Rational> percent) => percent.IsKnown ? new(TableCellKind.Percent, (long)(percent.Value * 100).Round()) : None(percent.UnknownBecause!);

    /// <summary>No figure.</summary>
    public static TableCell None(string reason) => new(TableCellKind.None, Text: reason);

    /// <summary>As it reads in a sentence or a test.</summary>
    public override string ToString() => Kind switch
    {
        TableCellKind.Text => Text,
        TableCellKind.None => $"- ({Text})",
        TableCellKind.Nothing => "",
        TableCellKind.Quantity => Number.ToString("#,##0.####", CultureInfo.InvariantCulture),
        _ => Number.ToString("#,##0.00;(#,##0.00)", CultureInfo.InvariantCulture),
    };
}

/// <summary>A column.</summary>
/// <param name="Code">Name for definitions and tests.</param>
/// <param name="Title">Thai heading.</param>
/// <param name="Group">Thai heading over several columns; empty without one.</param>
public sealed record TableColumn(string Code, string Title, string Group = "");

/// <summary>What a row is.</summary>
public enum TableRowKind
{
    Item,

    /// <summary>A part of the item above, shown but not added once more.</summary>
    Part,
    Subtotal,
    Total,
}

/// <summary>A row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Code of the item; empty for sums.</param>
/// <param name="Cells">A cell for every column.</param>
public sealed record TableRow(TableRowKind Kind, string Code, IReadOnlyList<TableCell> Cells);

/// <summary>One of the twelve tables or an annex, as data: nothing of paper is in it but the order.</summary>
/// <param name="Code"><c>1</c> to <c>12</c>, or the name of an annex.</param>
/// <param name="Title">Thai title without the year.</param>
/// <param name="Columns">Columns in printed order.</param>
/// <param name="Rows">Rows in printed order.</param>
public sealed record UnitCostTable(string Code, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Notes below the table, in Thai.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The cell of a row and column.</summary>
    /// <exception cref="InvalidOperationException">There is no such row or column.</exception>
    public TableCell At(string row, string column) => Cell(Rows.First(one => one.Kind is TableRowKind.Item or TableRowKind.Part && one.Code == row), column);

    /// <summary>The cell of the row of totals.</summary>
    /// <exception cref="InvalidOperationException">There is no such row or column.</exception>
    public TableCell TotalAt(string column) => Cell(Rows.Last(one => one.Kind == TableRowKind.Total), column);

    private TableCell Cell(TableRow row, string column) => row.Cells[Columns.Select((one, index) => (one.Code, index)).First(one => one.Code == column).index];
}

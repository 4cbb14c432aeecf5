using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Rounding;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tables;

/// <summary>The printed figures of an item, or of several together.</summary>
/// <param name="Codes">The items.</param>
/// <param name="BySource">Satang by funding source, rounded with the table.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Exact">The exact total in satang, of which unit cost and changes are computed.</param>
/// <param name="Volume">The quantity, or why there is none.</param>
/// <param name="Nodes">Where the cost comes from.</param>
public sealed record LevelFigure(IReadOnlyList<string> Codes, IReadOnlyList<long> BySource, long Total, Rational Exact, Declared<Measured> Volume, IReadOnlyList<CostNode> Nodes)
{
    /// <summary>The exact unit cost in satang, or why there is none.</summary>
    public Declared<Rational> UnitCost => PerUnit.Of(Exact, Volume);

    /// <summary>Several items as one. Their quantities are added only in one unit of measure.</summary>
    public static LevelFigure Together(IReadOnlyList<LevelFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Count == 1 ? figures[0] : new LevelFigure(
            [.. figures.SelectMany(one => one.Codes)],
            [.. CostKinds.Sources.Select((_, index) => figures.Sum(one => one.BySource[index]))],
            figures.Sum(one => one.Total),
            Rational.Sum(figures.Select(one => one.Exact)),
            Add([.. figures.Select(one => one.Volume)]),
            [.. figures.SelectMany(one => one.Nodes)]);
    }

    private static Declared<Measured> Add(IReadOnlyList<Declared<Measured>> volumes) => volumes.FirstOrDefault(volume => !volume.IsKnown) is { IsKnown: false } unknown
        ? unknown
        : new Volumes(volumes.Select((volume, index) => new Volume("", $"{index}", volume.Value.UnitOfMeasure, volume.Value.Amount)), 0).Total("");
}

/// <summary>A level of a year, rounded once: tables 3 to 6 print it, and tables 7 to 10 print the same figures again.</summary>
/// <param name="Level">The level.</param>
/// <param name="Figures">An item each, in printed order.</param>
/// <param name="ColumnTotals">Satang by funding source.</param>
/// <param name="Total">Satang.</param>
public sealed record LevelFigures(CostLevel Level, IReadOnlyList<LevelFigure> Figures, IReadOnlyList<long> ColumnTotals, long Total)
{
    /// <summary>The figures of a level.</summary>
    /// <exception cref="OverflowException">A figure does not fit into 64 bits of satang.</exception>
    public static LevelFigures Of(CostYear year, CostLevel level)
    {
        ArgumentNullException.ThrowIfNull(year);
        CostNode[] nodes = [.. year.CodesOf(level).Select(code => new CostNode(level, code))];
        Funds[] costs = [.. nodes.Select(year.Allocated.Graph.Of)];
        var rounded = ControlledRounding.Round(
            [.. nodes.Select(node => node.Code)], [.. CostKinds.Sources.Select((_, index) => $"{index}")],
            [.. costs.Select(cost => CostKinds.Sources.Select(source => cost[source]).ToArray())]);
        return new LevelFigures(
            level,
            [.. nodes.Select((node, row) => new LevelFigure([node.Code], rounded.Cells[row], rounded.RowTotals[row], costs[row].Total, year.Volumes.Total(node.Code), [node]))],
            rounded.ColumnTotals,
            rounded.Total);
    }
}

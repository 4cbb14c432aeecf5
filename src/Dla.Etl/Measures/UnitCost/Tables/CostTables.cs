using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Rounding;

namespace Dla.Etl.Measures.UnitCost.Tables;

/// <summary>Tables 1 to 6 of a year (DOMAIN §1.2). Each is rounded once, adds up in both directions, and all six have the same total.</summary>
public static class CostTables
{
    private static readonly string[] LevelTitles =
    [
        "รายงานต้นทุนกิจกรรมย่อยแยกตามแหล่งเงิน", "รายงานต้นทุนผลผลิตย่อยแยกตามแหล่งเงิน",
        "รายงานต้นทุนกิจกรรมหลักแยกตามแหล่งเงิน", "รายงานต้นทุนผลผลิตหลักแยกตามแหล่งเงิน",
    ];

    private static readonly string[] LevelNames = ["กิจกรรมย่อย", "ผลผลิตย่อย", "กิจกรรมหลัก", "ผลผลิตหลัก"];

    /// <summary>The Thai name of what a row of table 3, 4, 5 or 6 is.</summary>
    public static string NameOf(CostLevel level) => LevelNames[level switch
    {
        CostLevel.SubActivity or CostLevel.Borne => 0,
        CostLevel.SubOutput => 1,
        CostLevel.MainActivity => 2,
        CostLevel.MainOutput => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No table of items prints this level."),
    }];

    /// <summary>The six tables in order.</summary>
    public static IReadOnlyList<UnitCostTable> Of(CostYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var notes = NotesOf(year);
        return [.. new[] { BySource(year), ByCentre(year) }.Concat(year.PrintedLevels.Select((level, index) => ByLevel(year, level, index))).Select(table => table with { Notes = [.. table.Notes, .. notes] })];
    }

    /// <summary>Columns of figures as tables 3 to 10 have them.</summary>
    internal static IReadOnlyList<TableColumn> FigureColumns(string prefix = "", string group = "") =>
    [
        .. CostKinds.Sources.Select((source, index) => new TableColumn($"{prefix}source_{index + 1}", source.Thai(), group)),
        new($"{prefix}total", "ต้นทุนรวม", group), new($"{prefix}quantity", "ปริมาณ", group), new($"{prefix}unit", "หน่วยนับ", group), new($"{prefix}unit_cost", "ต้นทุนต่อหน่วย", group),
    ];

    /// <summary>The cells of <see cref="FigureColumns"/>.</summary>
    internal static IEnumerable<TableCell> Cells(LevelFigure figure) =>
    [
        .. CostKinds.Sources.Select((source, index) => TableCell.Money(figure.BySource[index], new TracePoint(figure.Nodes, source))),
        TableCell.Money(figure.Total, new TracePoint(figure.Nodes)),
        TableCell.Of(figure.Volume),
        figure.Volume.IsKnown ? TableCell.Of(figure.Volume.Value.UnitOfMeasure) : TableCell.Nothing,
        TableCell.UnitCost(figure.UnitCost, new TracePoint(figure.Nodes)),
    ];

    /// <summary>The totals under <see cref="FigureColumns"/>; quantities of different items are not added.</summary>
    internal static IEnumerable<TableCell> Totals(LevelFigures figures) =>
    [
        .. CostKinds.Sources.Select((source, index) => TableCell.Money(figures.ColumnTotals[index], new TracePoint(NodesOf(figures), source))),
        TableCell.Money(figures.Total, new TracePoint(NodesOf(figures))),
        .. Enumerable.Repeat(TableCell.Nothing, 3),
    ];

    private static CostNode[] NodesOf(LevelFigures figures) => [.. figures.Figures.SelectMany(figure => figure.Nodes)];

    private static IReadOnlyList<string> NotesOf(CostYear year) => year.Allocated.Drivers.MadeUp is { } madeUp ? [madeUp] : [];

    // Nothing is rounded here: every figure is a sum of lines. Depreciation has no cash source and stands in its row and in the total only.
    private static UnitCostTable BySource(CostYear year)
    {
        FundingSource[] cash = [FundingSource.Budget, FundingSource.OffBudget, FundingSource.Central];
        CostNode[] nodes = [.. CostKinds.Categories.Select(category => new CostNode(CostLevel.Category, category.Code(), category))];
        var rows = nodes.Select(node => new TableRow(TableRowKind.Item, node.Code,
        [
            TableCell.Of(node.Category!.Value.Thai()),
            .. cash.Select(source => node.Category == ExpenseCategory.Depreciation ? TableCell.None("ค่าเสื่อมราคาไม่มีแหล่งเงินสด") : Exact(year, new TracePoint([node], source))),
            Exact(year, TracePoint.To(node)),
        ]));
        var total = new TableRow(TableRowKind.Total, "", [TableCell.Of("รวมต้นทุนผลผลิต"), .. cash.Select(source => Exact(year, new TracePoint(nodes, source))), Exact(year, new TracePoint(nodes))]);
        return new UnitCostTable("1", "รายงานต้นทุนรวมของหน่วยงานโดยแยกประเภทตามแหล่งของเงิน",
            [new("name", "ประเภทค่าใช้จ่าย"), .. cash.Select((source, index) => new TableColumn($"source_{index + 1}", source.Thai())), new("total", "รวม")], [.. rows, total]);
    }

    /// <summary>A sum of lines, which is a whole number of satang.</summary>
    internal static TableCell Exact(CostYear year, TracePoint from) => from.ExactIn(year.Allocated.Graph) is { IsWhole: true } whole
        ? TableCell.Money((long)whole.Numerator, from)
        : throw new InvalidOperationException("A sum of lines has parts of a satang, which cannot be.");

    // Cells and row totals are rounded together. Direct cost is a sum of lines, so what remains of a row total is its indirect cost.
    private static UnitCostTable ByCentre(CostYear year)
    {
        CostCentre[] centres = [.. year.Allocated.Drivers.Centres.Value.OrderBy(centre => centre.Kind).ThenBy(centre => centre.Code, StringComparer.Ordinal)];
        var nodes = centres.Select(centre => CostKinds.Categories.Select(category => new CostNode(CostLevel.CentreCost, centre.Code, category)).ToArray()).ToArray();
        var rounded = ControlledRounding.Round(
            [.. centres.Select(centre => centre.Code)], [.. CostKinds.Categories.Select(category => category.Code())],
            [.. nodes.Select(row => row.Select(node => year.Allocated.Graph.Of(node).Total).ToArray())]);
        var rows = centres.Select((centre, row) => (centre.Kind, Row: CentreRow(year, centre, nodes[row], rounded.Cells[row], rounded.RowTotals[row]))).ToList();
        var subtotals = rows.GroupBy(row => row.Kind).SelectMany(kind => kind.Select(row => row.Row).Append(Sum(TableRowKind.Subtotal, $"รวม{kind.Key.Thai()}", [.. kind.Select(row => row.Row)])));
        return new UnitCostTable("2", "รายงานต้นทุนตามศูนย์ต้นทุนแยกตามประเภทค่าใช้จ่ายและลักษณะของต้นทุน (ทางตรง/ทางอ้อม)",
            [
                new("name", "ศูนย์ต้นทุน"), .. CostKinds.Categories.Select(category => new TableColumn(category.Code(), category.Thai(), "ประเภทค่าใช้จ่าย")),
                new("direct", "ต้นทุนทางตรง"), new("indirect", "ต้นทุนทางอ้อม"), new("total", "ต้นทุนรวม"),
            ],
            [.. subtotals, Sum(TableRowKind.Total, "รวมทั้งสิ้น", [.. rows.Select(row => row.Row)])]);
    }

    private static TableRow CentreRow(CostYear year, CostCentre centre, CostNode[] nodes, IReadOnlyList<long> cells, long total)
    {
        var direct = Exact(year, new TracePoint(DirectNodes(centre.Code)));
        var whole = new CostNode(CostLevel.Centre, centre.Code);
        return new TableRow(TableRowKind.Item, centre.Code,
        [
            TableCell.Of(centre.Name), .. nodes.Select((node, index) => TableCell.Money(cells[index], TracePoint.To(node))),
            direct, TableCell.Money(total - direct.Amount, TracePoint.To(whole) with { Less = DirectNodes(centre.Code) }), TableCell.Money(total, TracePoint.To(whole)),
        ]);
    }

    /// <summary>The direct costs of a centre, of one behaviour or of both.</summary>
    internal static CostNode[] DirectNodes(string centre, Behaviour? only = null) =>
        [.. CostKinds.Categories.SelectMany(category => Enum.GetValues<Behaviour>().Where(one => only is null || one == only).Select(one => new CostNode(CostLevel.Direct, centre, category, one)))];

    private static TableRow Sum(TableRowKind kind, string label, IReadOnlyList<TableRow> rows) =>
        new(kind, "",
        [
            TableCell.Of(label),
            .. Enumerable.Range(1, rows[0].Cells.Count - 1).Select(column => TableCell.Money(
                rows.Sum(row => row.Cells[column].Amount), TracePoint.Sum([.. rows.Select(row => row.Cells[column].From)]))),
        ]);

    private static UnitCostTable ByLevel(CostYear year, CostLevel level, int index)
    {
        var figures = LevelFigures.Of(year, level);
        return new UnitCostTable($"{index + 3}", LevelTitles[index], [new("name", LevelNames[index]), .. FigureColumns()],
        [
            .. figures.Figures.Select(figure => new TableRow(TableRowKind.Item, figure.Codes[0], [TableCell.Of(year.Names[figure.Codes[0]]), .. Cells(figure)])),
            new(TableRowKind.Total, "", [TableCell.Of("รวมทั้งสิ้น"), .. Totals(figures)]),
        ]);
    }
}

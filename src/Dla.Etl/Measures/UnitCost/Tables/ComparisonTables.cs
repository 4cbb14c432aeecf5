using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tables;

/// <summary>A row of tables 7 to 10 that has to be explained.</summary>
/// <param name="Table"><c>7</c> to <c>10</c>.</param>
/// <param name="Item">The row.</param>
/// <param name="By">Which factor moved.</param>
public sealed record ToExplain(string Table, ItemComparison Item, MovedBy By);

/// <summary>Tables 7 to 12: a year against the one before, with the figures that tables 3 to 6 print.</summary>
public static class ComparisonTables
{
    private static readonly CostLevel[] Levels = [CostLevel.SubActivity, CostLevel.SubOutput, CostLevel.MainActivity, CostLevel.MainOutput];

    /// <summary>The six tables in order.</summary>
    public static IReadOnlyList<UnitCostTable> Of(CostYear old, CostYear now, Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(crosswalk);
        string[] notes = [.. new[] { old.Allocated.Drivers.MadeUp, now.Allocated.Drivers.MadeUp, crosswalk.MadeUp }.OfType<string>().Distinct(StringComparer.Ordinal)];
        return [.. Enum.GetValues<ItemKind>().Select(kind => Items(old, now, kind, crosswalk)).Concat([DirectCosts(old, now), IndirectCosts(old, now)]).Select(table => table with { Notes = notes })];
    }

    /// <summary>The rows that changed beyond the threshold, are new or are no more, in the order of the tables.</summary>
    public static IReadOnlyList<ToExplain> Beyond(CostYear old, CostYear now, Crosswalk crosswalk) =>
        [.. from kind in Enum.GetValues<ItemKind>()
            from item in Compared(old, now, kind, crosswalk)
            let moved = item.Moved(crosswalk)
            where moved is not null
            select new ToExplain(NumberOf(kind), item, moved.Value)];

    /// <summary>The compared items of one kind.</summary>
    public static IReadOnlyList<ItemComparison> Compared(CostYear old, CostYear now, ItemKind kind, Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        return ItemComparison.Of(old, FiguresOf(old, kind), now, FiguresOf(now, kind), kind, crosswalk);
    }

    private static LevelFigures FiguresOf(CostYear year, ItemKind kind) => LevelFigures.Of(year, year.PrintedLevels[(int)kind]);

    /// <summary>The number of the table that compares items of a kind.</summary>
    internal static string NumberOf(ItemKind kind) => ((int)kind + 7).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static UnitCostTable Items(CostYear old, CostYear now, ItemKind kind, Crosswalk crosswalk)
    {
        var name = CostTables.NameOf(Levels[(int)kind]);
        var rows = Compared(old, now, kind, crosswalk).SelectMany(Rows);
        var (before, after) = (FiguresOf(old, kind), FiguresOf(now, kind));
        var total = new TableRow(TableRowKind.Total, "",
            [TableCell.Of("รวมทั้งสิ้น"), .. CostTables.Totals(before), .. CostTables.Totals(after), TableCell.Percent(Change.Of(before.Total, after.Total)), TableCell.Nothing, TableCell.Nothing]);
        return new UnitCostTable(NumberOf(kind), $"รายงานเปรียบเทียบผลการคำนวณต้นทุน{name}แยกตามแหล่งเงิน",
            [
                new("name", name), .. CostTables.FigureColumns("old_", Thai(old.Year)), .. CostTables.FigureColumns("new_", Thai(now.Year)),
                new("total_change", "ต้นทุนรวมเพิ่ม/(ลด) %", "ผลการเปรียบเทียบ"), new("quantity_change", "หน่วยนับเพิ่ม/(ลด) %", "ผลการเปรียบเทียบ"),
                new("unit_cost_change", "ต้นทุนต่อหน่วยเพิ่ม/(ลด) %", "ผลการเปรียบเทียบ"),
            ],
            [.. rows, total]);
    }

    private static string Thai(FiscalYear year) => $"ปีงบประมาณ พ.ศ. {year}";

    // The parts of what was split or merged stand below, each in its own year, and are not added once more.
    private static IEnumerable<TableRow> Rows(ItemComparison item)
    {
        yield return new TableRow(TableRowKind.Item, (item.New ?? item.Old)!.Codes[0],
        [
            TableCell.Of(item.Name), .. Side(item.Old), .. Side(item.New),
            TableCell.Percent(item.OfCost), TableCell.Percent(item.OfVolume), TableCell.Percent(item.OfUnitCost),
        ]);
        foreach (var part in item.OldParts)
            yield return new TableRow(TableRowKind.Part, part.Codes[0], [TableCell.Of($"ในจำนวนนี้ {part.Codes[0]}"), .. Side(part), .. Side(null), .. Enumerable.Repeat(TableCell.Nothing, 3)]);
        foreach (var part in item.NewParts)
            yield return new TableRow(TableRowKind.Part, part.Codes[0], [TableCell.Of($"ในจำนวนนี้ {part.Codes[0]}"), .. Side(null), .. Side(part), .. Enumerable.Repeat(TableCell.Nothing, 3)]);
    }

    private static IEnumerable<TableCell> Side(LevelFigure? figure) => figure is null ? Enumerable.Repeat(TableCell.Nothing, 8) : CostTables.Cells(figure);

    private static UnitCostTable DirectCosts(CostYear old, CostYear now)
    {
        var centres = now.Allocated.Drivers.Centres.Value.Concat(old.Allocated.Drivers.Centres.Value).DistinctBy(centre => centre.Code, StringComparer.Ordinal)
            .OrderBy(centre => centre.Kind).ThenBy(centre => centre.Code, StringComparer.Ordinal).ToList();
        return ByBehaviour("11", "รายงานเปรียบเทียบต้นทุนทางตรงตามศูนย์ต้นทุนแยกตามประเภทค่าใช้จ่ายและลักษณะของต้นทุน (คงที่/ผันแปร)", "ศูนย์ต้นทุน", old, now,
            [.. centres.GroupBy(centre => centre.Kind).Select(kind => (kind.Key.Thai(), kind.Select(centre => (centre.Code, centre.Name)).ToArray()))],
            (_, code, behaviour) => CostTables.DirectNodes(code, behaviour));
    }

    private static UnitCostTable IndirectCosts(CostYear old, CostYear now) =>
        ByBehaviour("12", "รายงานเปรียบเทียบต้นทุนทางอ้อมตามลักษณะของต้นทุน (คงที่/ผันแปร)", "ประเภทค่าใช้จ่ายทางอ้อม", old, now,
            [("", CostKinds.Categories.Select(category => (category.Code(), category.Thai())).ToArray())],
            (year, code, behaviour) => [.. year.Allocated.Graph.At(CostLevel.Pool).Where(node => node.Category!.Value.Code() == code && node.Behaviour == behaviour)]);

    private static UnitCostTable ByBehaviour(
        string number, string title, string what, CostYear old, CostYear now,
        IReadOnlyList<(string Label, (string Code, string Name)[] Items)> groups, Func<CostYear, string, Behaviour, CostNode[]> nodes)
    {
        IEnumerable<TableCell> Money(string[] codes) => new[] { old, now }.SelectMany(year =>
        {
            TracePoint[] points = [.. Enum.GetValues<Behaviour>().Select(behaviour => new TracePoint([.. codes.SelectMany(code => nodes(year, code, behaviour))]))];
            return points.Append(new TracePoint([.. points.SelectMany(point => point.Nodes)])).Select(point => CostTables.Exact(year, point));
        });
        TableRow Row(TableRowKind kind, string code, string name, string[] codes)
        {
            TableCell[] money = [.. Money(codes)];
            return new TableRow(kind, code, [TableCell.Of(name), .. money, .. Enumerable.Range(0, 3).Select(index => TableCell.Percent(Change.Of(money[index].Amount, money[index + 3].Amount)))]);
        }

        var rows = groups.SelectMany(group => group.Items.Select(item => Row(TableRowKind.Item, item.Code, item.Name, [item.Code]))
            .Concat(group.Label.Length == 0 ? [] : [Row(TableRowKind.Subtotal, "", $"รวม{group.Label}", [.. group.Items.Select(item => item.Code)])]));
        return new UnitCostTable(number, title,
            [
                new("name", what), .. new[] { ("old_", Thai(old.Year), ""), ("new_", Thai(now.Year), ""), ("change_", "เพิ่ม/(ลด) %", " %") }.SelectMany(side => new TableColumn[]
                {
                    new($"{side.Item1}fixed", $"ต้นทุนคงที่{side.Item3}", side.Item2), new($"{side.Item1}variable", $"ต้นทุนผันแปร{side.Item3}", side.Item2), new($"{side.Item1}total", $"รวม{side.Item3}", side.Item2),
                }),
            ],
            [.. rows, Row(TableRowKind.Total, "", "รวมทั้งสิ้น", [.. groups.SelectMany(group => group.Items).Select(item => item.Code)])]);
    }
}

using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Where the figures of the annexes come from: the driver file, the lines that were left out, the pools of indirect cost.</summary>
internal static class AnnexOrigins
{
    /// <summary>The origin of a cell of an annex; null of every other table and of cells that hold no figure.</summary>
    public static CellOrigin? Of(UnitCostAccounts accounts, UnitCostTable table, TableRow row, int column) => (table.Code, table.Columns[column].Code) switch
    {
        ("ก", "weight" or "amount") when row.Kind == TableRowKind.Item => OfPool(accounts, row, table.Columns[column].Code == "amount"),
        ("ข" or "ค", "weight") => OfRatio(accounts, table, row),
        ("กระทบยอด", "amount") => OfReconciliation(accounts, table, row),
        _ => null,
    };

    private static CellOrigin? OfPool(UnitCostAccounts accounts, TableRow row, bool isAmount)
    {
        var drivers = accounts.Now!.Allocated.Drivers;
        var pool = drivers.Pools.FirstOrDefault(one => $"{one.Code} {one.Name}" == row.Cells[0].Text);
        return pool is null ? null : isAmount ? ShareOf(accounts, pool, row.Code) : Weight(drivers, pool.Split, row.Code);
    }

    /// <summary>The indirect cost of a centre: its share of every pool, as annex (ก) lists them; null when it gets none.</summary>
    public static ComputedOf? Indirect(UnitCostAccounts accounts, string centre)
    {
        CellOrigin[] shares =
        [
            .. accounts.Now!.Allocated.Drivers.Pools.Where(pool => pool.Split.Unknown.Count == 0 && Nodes(accounts, pool).Length > 0
                && pool.Split.Parts.Value.Any(part => part.To == centre && part.Weight.Value.Sign > 0)).Select(pool => ShareOf(accounts, pool, centre)),
        ];
        return shares.Length == 0 ? null : new ComputedOf("ต้นทุนทางอ้อมที่ศูนย์ต้นทุนได้รับจากทุกก้อน ตามภาคผนวก (ก)", shares) { IsSum = true };
    }

    private static ComputedOf ShareOf(UnitCostAccounts accounts, IndirectPool pool, string centre)
    {
        var weight = Weight(accounts.Now!.Allocated.Drivers, pool.Split, centre);
        return new ComputedOf($"{pool.Code} {pool.Name}: ต้นทุนทางอ้อมทั้งก้อน × ค่าที่ใช้ปันส่วนของศูนย์ต้นทุน {weight.Value?.ToString() ?? "…"} ÷ {pool.Split.Whole} ({pool.Split.Basis})",
            [new CostPlaces(accounts.Calculation, new TracePoint(Nodes(accounts, pool))), weight])
        {
            Times = weight.Value is { } known ? [known / pool.Split.Whole, Rational.Zero] : null,
        };
    }

    private static CostNode[] Nodes(UnitCostAccounts accounts, IndirectPool pool) => [.. accounts.Now!.Allocated.Graph.At(CostLevel.Pool).Where(node => node.Code == pool.Code)];

    private static RuleValue? OfRatio(UnitCostAccounts accounts, UnitCostTable table, TableRow row)
    {
        var drivers = accounts.Now!.Allocated.Drivers;
        var rules = table.Code == "ข"
            ? drivers.Workload.Select(rule => (rule.Givers, rule.Split))
            : AnnexTables.Onward(drivers);
        return rules.FirstOrDefault(rule => rule.Givers == row.Cells[0].Text && rule.Split.Parts.Value.Any(part => part.To == row.Code)) is { Split: { } split } ? Weight(drivers, split, row.Code) : null;
    }

    private static CellOrigin? OfReconciliation(UnitCostAccounts accounts, UnitCostTable table, TableRow row)
    {
        var allocated = accounts.Now!.Allocated;
        if (row.Kind == TableRowKind.Total)
            return new CostPlaces(accounts.Calculation, new TracePoint(allocated.Graph.At(CostLevel.Category)));
        if (row.Kind == TableRowKind.Item)
            return Line(allocated, table.Rows.TakeWhile(one => !ReferenceEquals(one, row)).Count());
        var statements = new RuleValue(QuantityOrigins.FileOf(allocated.Drivers), "statements.total", allocated.Drivers.Statements.Source)
        {
            Value = allocated.Drivers.Statements.Total is { IsKnown: true } published ? published.Value.Satang : null, UnitOfMeasure = "บาท",
        };
        if (row.Cells[0].Text == "ค่าใช้จ่ายตามงบการเงิน")
            return statements;
        var excluded = allocated.Excluded.Where(one => row.Cells[0].Text == $"หัก {one.Because.Reason}").Select(one => one.Line.Origin).OfType<CostOrigin>();
        return row.Cells[0].Text.StartsWith("หัก ", StringComparison.Ordinal)
            ? Left([.. excluded.Select(origin => new ReturnLine(origin.VersionId, origin.RowPosition, "amount"))])
            : new ComputedOf("ต้นทุนรวม หักค่าใช้จ่ายตามงบการเงินหลังหักรายการที่ไม่นำมาคำนวณ",
                [new CostPlaces(accounts.Calculation, new TracePoint(allocated.Graph.At(CostLevel.Category))), statements]);
    }

    private static ComputedOf Left(CellOrigin[] lines) => new("หักผลรวมรายการที่ไม่นำมาคำนวณ", lines) { Times = [.. lines.Select(_ => -Rational.One)] };

    // The lines stand in the order of AnnexTables: by rule, centre and amount.
    private static ReturnLine? Line(Allocated allocated, int position) => allocated.Excluded
        .OrderBy(one => one.Because.Code, StringComparer.Ordinal).ThenBy(one => one.Line.Centre, StringComparer.Ordinal).ThenBy(one => one.Line.Amount)
        .ElementAtOrDefault(position)?.Line.Origin is { } origin ? new ReturnLine(origin.VersionId, origin.RowPosition, "amount") : null;

    private static RuleValue Weight(AllocationDrivers drivers, Split split, string to) => new(QuantityOrigins.FileOf(drivers), $"{split.Key}.{to}", split.Source)
    {
        Value = split.Parts.Value.FirstOrDefault(part => part.To == to)?.Weight is { IsKnown: true } weight ? weight.Value : null,
    };
}

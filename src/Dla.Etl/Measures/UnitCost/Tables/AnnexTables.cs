using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Rounding;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tables;

/// <summary>The annexes that tell how costs were divided (DOMAIN §1.2): (ก) indirect cost, (ข) cost centres, (ค) sub-activities; and what was left out of the unit cost.</summary>
public static class AnnexTables
{
    /// <summary>The annexes of a year in order.</summary>
    public static IReadOnlyList<UnitCostTable> Of(CostYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var drivers = year.Allocated.Drivers;
        return
        [
            Indirect(year),
            Ratios("ข", "เกณฑ์การปันส่วนจากศูนย์ต้นทุนเข้าสู่กิจกรรมย่อย", drivers.Workload.Select(rule => (rule.Givers, rule.Split))),
            Ratios("ค", "เกณฑ์การปันส่วนจากกิจกรรมย่อยเข้าสู่ผลผลิตย่อย", Onward(drivers)),
            Excluded(year),
        ];
    }

    /// <summary>The splits of annex ค: the step-down, then sub-activities to sub-outputs and beside them to main activities, then sub-outputs to main outputs.</summary>
    internal static IEnumerable<(string Givers, Split Split)> Onward(AllocationDrivers drivers) =>
    [
        .. drivers.Support.Select(one => ($"{one.Code} {one.Name}", one.Split)),
        .. drivers.SubOutputs.Concat(drivers.MainActivities).Concat(drivers.MainOutputs).Select(rule => (rule.Givers, rule.Split)),
    ];

    // Each pool is rounded once: its amounts make the pool to the satang.
    private static UnitCostTable Indirect(CostYear year) => new("ก", "รายละเอียดการปันส่วนค่าใช้จ่ายทางอ้อม",
        [new("pool", "ค่าใช้จ่ายทางอ้อม"), new("basis", "เกณฑ์"), new("centre", "ศูนย์ต้นทุน"), new("weight", "ค่าที่ใช้ปันส่วน"), new("amount", "จำนวนเงิน"), new("source", "แหล่งที่มา")],
        [.. year.Allocated.Drivers.Pools.Where(pool => pool.Split.Unknown.Count == 0).SelectMany(pool => PoolRows(year, pool))]);

    private static IEnumerable<TableRow> PoolRows(CostYear year, IndirectPool pool)
    {
        var graph = year.Allocated.Graph;
        CostNode[] nodes = [.. graph.At(CostLevel.Pool).Where(node => node.Code == pool.Code)];
        if (nodes.Length == 0)
            return [];
        var total = Rational.Sum(nodes.Select(node => graph.Of(node).Total));
        var shares = pool.Split.Shares().ToDictionary(part => part.To, part => part.Share, StringComparer.Ordinal);
        var parts = pool.Split.Parts.Value.Select(part => (part.To, total * shares.GetValueOrDefault(part.To))).ToList();
        var rounded = LargestRemainder.Round(parts, (long)total.Numerator);
        var name = $"{pool.Code} {pool.Name}";
        return
        [
            .. pool.Split.Parts.Value.Select((part, index) => new TableRow(TableRowKind.Item, part.To,
                [TableCell.Of(name), TableCell.Of(pool.Split.Basis), TableCell.Of(part.To), TableCell.Of(part.Weight.Value.ToString()), TableCell.Money(rounded[index]), TableCell.Of(pool.Split.Source)])),
            new(TableRowKind.Subtotal, pool.Code,
                [TableCell.Of($"รวม {name}"), TableCell.Nothing, TableCell.Nothing, TableCell.Of(pool.Split.Whole.ToString()), TableCell.Money((long)total.Numerator, new TracePoint(nodes)), TableCell.Nothing]),
        ];
    }

    private static UnitCostTable Ratios(string code, string title, IEnumerable<(string Givers, Split Split)> rules) => new(code, title,
        [new("from", "จาก"), new("to", "เข้าสู่"), new("weight", "อัตราส่วน"), new("basis", "เกณฑ์"), new("source", "แหล่งที่มา")],
        [.. rules.SelectMany(rule => rule.Split.Parts.Value.Where(part => part.Weight.Value.Sign > 0).Select(part => new TableRow(TableRowKind.Item, part.To,
            [TableCell.Of(rule.Givers), TableCell.Of(part.To), TableCell.Of(part.Weight.Value.ToString()), TableCell.Of(rule.Split.Basis), TableCell.Of(rule.Split.Source)])))]);

    // Every line that was left out, then the way from the financial statements to the total of the tables.
    private static UnitCostTable Excluded(CostYear year)
    {
        var reconciliation = Reconciliation.Of(year.Allocated);
        TableRow Step(string label, TableCell amount, string source) => new(TableRowKind.Subtotal, "", [TableCell.Of(label), TableCell.Nothing, amount, TableCell.Of(source)]);
        TableCell Declared(Declared<Baht> amount) => amount.IsKnown ? TableCell.Money(amount.Value.Satang) : TableCell.None(amount.UnknownBecause!);
        return new UnitCostTable("กระทบยอด", "รายการที่ไม่นำมาคำนวณต้นทุน และการกระทบยอดกับงบการเงิน",
            [new("label", "รายการ"), new("centre", "ศูนย์ต้นทุน"), new("amount", "จำนวนเงิน"), new("source", "แหล่งที่มา")],
            [
                .. year.Allocated.Excluded.OrderBy(one => one.Because.Code, StringComparer.Ordinal).ThenBy(one => one.Line.Centre, StringComparer.Ordinal).ThenBy(one => one.Line.Amount)
                    .Select(one => new TableRow(TableRowKind.Item, one.Because.Code,
                        [TableCell.Of(one.Because.Reason), TableCell.Of(one.Line.Centre), TableCell.Money(one.Line.Amount.Satang), TableCell.Of(one.Because.Source)])),
                Step("ค่าใช้จ่ายตามงบการเงิน", Declared(reconciliation.Published), year.Allocated.Drivers.Statements.Source),
                .. reconciliation.Excluded.Select(step => Step($"หัก {step.Label}", TableCell.Money(-step.Amount.Satang), step.Source)),
                Step("ผลต่างที่ยังอธิบายไม่ได้", Declared(reconciliation.Remainder is { IsKnown: true } known ? Values.Declared<Baht>.Known(new Baht(-known.Value.Satang)) : reconciliation.Remainder), ""),
                new(TableRowKind.Total, "", [TableCell.Of("ต้นทุนรวม"), TableCell.Nothing, TableCell.Money(reconciliation.Total.Satang), TableCell.Nothing]),
            ]);
    }
}

using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The offices whose unit cost is far from the median, the farthest first.</summary>
internal static class FarOfficesSheet
{
    private static readonly MeasuredColumn[] Columns = ["number", "office", "item", "cost", "quantity", "unit", "unit_cost", "median", "from_median"];

    /// <summary>The sheet ห่างมัธยฐาน. Rows: item, note, message.</summary>
    [Measure("unit_cost_far_offices")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        var rows = Far(accounts).Select((one, index) => Row(accounts, input, index + 1, one.Spread, one.Office)).ToList();
        if (rows.Count == 0)
            rows.Add(Footnotes.Across("message", Columns.Length, "ไม่มี สถจ. ที่ต้นทุนต่อหน่วยห่างจากมัธยฐานมาก"));
        rows.AddRange(new Footnotes().Rows(Columns.Length, "เรียงจากที่ห่างจากมัธยฐานมากที่สุด  ต้นทุนของ สถจ. คือต้นทุนของศูนย์ต้นทุนนั้นเอง รวมต้นทุนทางอ้อมที่ได้รับปันส่วน ไม่รวมงานสนับสนุนของศูนย์ต้นทุนอื่น"));
        return AccountValues.Result(accounts, new MeasuredTable(Columns, rows)) with { Calculations = accounts.Calculations };
    }

    /// <summary>The offices that are far, with the sub-activity.</summary>
    public static IEnumerable<(ProvinceSpread Spread, ProvinceUnitCost Office)> Far(UnitCostAccounts accounts) => accounts.Spreads
        .SelectMany(spread => spread.Provinces.Where(office => office.IsFar).Select(office => (spread, office)))
        .OrderByDescending(one => one.office.FromMedian.IsKnown ? one.office.FromMedian.Value.Abs() : Rational.Zero)
        .ThenBy(one => one.spread.Item, StringComparer.Ordinal).ThenBy(one => one.office.Centre.Code, StringComparer.Ordinal);

    private static MeasuredRow Row(UnitCostAccounts accounts, MeasureInput input, int number, ProvinceSpread spread, ProvinceUnitCost office)
    {
        var unit = spread.Spreads.First(one => one.UnitOfMeasure == office.Volume.Value.UnitOfMeasure);
        var median = OfficeOrigins.Quartile(accounts, input, spread, unit, 2);
        var unitCost = OfficeOrigins.UnitCost(accounts, input, spread.Item, office);
        return new MeasuredRow("item",
        [
            CellContent.Number(number), CellContent.Text(office.Centre.Name), CellContent.Text(accounts.Now!.Names[spread.Item]),
            CellContent.Number(Money.Baht(office.Cost)).From(OfficeOrigins.Cost(accounts, spread.Item, office)),
            CellContent.Number(office.Volume.Value.Amount.ToDecimal()).From(OfficeOrigins.Quantity(accounts, input, spread.Item, office)),
            CellContent.Text(office.Volume.Value.UnitOfMeasure.Length == 0 ? "ไม่ระบุ" : office.Volume.Value.UnitOfMeasure),
            CellContent.Number(Money.Baht(office.UnitCost.Value)).From(unitCost), CellContent.Number(Money.Baht(unit.Median)).From(median),
            office.FromMedian.IsKnown
                ? CellContent.Number(Money.Percent(office.FromMedian.Value)).From(unitCost is null ? null : new ChangeOf(median, unitCost, IsPercent: true))
                : CellContent.Text($"- ({office.FromMedian.UnknownBecause})").From(new NoFigure(office.FromMedian.UnknownBecause!, median)),
        ]);
    }
}

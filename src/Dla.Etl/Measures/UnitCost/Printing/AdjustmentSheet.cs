using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Annex (ง): how the costs of the year before were changed for the comparison, each change with what stood there before and after it.</summary>
internal static class AdjustmentSheet
{
    private static readonly MeasuredColumn[] Columns = ["centre", "category", "source", "kind", "before", "adjustment", "after", "reason"];

    /// <summary>The sheet ผนวก ง. Rows: item, total, note, message.</summary>
    [Measure("unit_cost_adjustments")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        List<MeasuredRow> rows = accounts.Before.Adjustments.Count == 0
            ? [Footnotes.Across("message", Columns.Length, "ไม่มีการปรับปรุงข้อมูลต้นทุนปีก่อน")]
            : [.. Rows(accounts.Before), Total(accounts)];
        rows.AddRange(new Footnotes().Rows(Columns.Length,
            "การปรับปรุงมีผลเฉพาะการเปรียบเทียบในตารางที่ 7–12 ไม่เปลี่ยนรายงานต้นทุนของปีก่อนที่จัดทำแล้ว  ช่องก่อนและหลังปรับปรุงเป็นยอดของศูนย์ต้นทุน ประเภท แหล่งเงิน และลักษณะเดียวกัน"));
        return AccountValues.Result(accounts, new MeasuredTable(Columns, rows));
    }

    // Several changes of one place follow each other: what stood after the first stands before the second.
    private static IEnumerable<MeasuredRow> Rows(YearBefore before)
    {
        var places = before.Lines.GroupBy(PlaceOf).ToDictionary(place => place.Key, place => place.Aggregate(default(Baht), (sum, line) => sum + line.Amount));
        var names = before.Year?.Allocated.Drivers.Centres.Value.ToDictionary(centre => centre.Code, centre => centre.Name, StringComparer.Ordinal) ?? [];
        foreach (var line in before.Adjustments)
        {
            var was = places.GetValueOrDefault(PlaceOf(line));
            places[PlaceOf(line)] = was + line.Amount;
            yield return new MeasuredRow("item",
            [
                CellContent.Text($"{line.Centre} {names.GetValueOrDefault(line.Centre)}".TrimEnd()), CellContent.Text(line.Category.Thai()), CellContent.Text(line.Source.Thai()),
                CellContent.Text($"{line.Directness.Thai()}\n{line.Behaviour.Thai()}"), Number(was).From(Origins(before, line, withIt: false)), Number(line.Amount).From(Origin(line)), Number(was + line.Amount).From(Origins(before, line, withIt: true)), CellContent.Text(line.Note),
            ]);
        }
    }

    private static MeasuredRow Total(UnitCostAccounts accounts)
    {
        var (was, changed) = (Sum(accounts.Before.Lines), Sum(accounts.Before.Adjustments));
        var costs = new StandingReturns("cost-by-cost-centre", accounts.Year.Previous);
        CellOrigin[] lines = [.. accounts.Before.Adjustments.Select(Origin).OfType<CellOrigin>()];
        return new MeasuredRow("total",
        [
            CellContent.Text("ต้นทุนตามไฟล์ของปีก่อนทั้งหมด"), default, default, default, Number(was).From(new ComputedOf("ผลรวมทุกรายการของไฟล์ต้นทุนปีก่อน", [costs])),
            Number(changed).From(new ComputedOf("ผลรวมรายการปรับปรุง", lines) { IsSum = true }), Number(was + changed).From(new ComputedOf("ก่อนปรับปรุง บวก รายการปรับปรุง", [costs, .. lines])),
            CellContent.Text("รวมรายการที่ไม่นำมาคำนวณ"),
        ]);
    }

    private static (string, ExpenseCategory, FundingSource, Directness, Behaviour) PlaceOf(CostLine line) => (line.Centre, line.Category, line.Source, line.Directness, line.Behaviour);

    private static Baht Sum(IEnumerable<CostLine> lines) => lines.Aggregate(default(Baht), (sum, line) => sum + line.Amount);

    private static CellContent Number(Baht amount) => CellContent.Number((decimal)amount.Satang / 100);

    private static ComputedOf Origins(YearBefore before, CostLine line, bool withIt) => new(withIt ? "ก่อนปรับปรุง บวก รายการปรับปรุง" : "ผลรวมของรายการในไฟล์ต้นทุนปีก่อนและรายการปรับปรุงก่อนหน้า",
        [.. before.Lines.Concat(before.Adjustments.TakeWhile(one => !ReferenceEquals(one, line))).Where(one => PlaceOf(one) == PlaceOf(line)).Concat(withIt ? [line] : []).Select(Origin).OfType<CellOrigin>()]) { IsSum = true };

    private static ReturnLine? Origin(CostLine line) => line.Origin is { } origin ? new ReturnLine(origin.VersionId, origin.RowPosition, "amount") : null;
}

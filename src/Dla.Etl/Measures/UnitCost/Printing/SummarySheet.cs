using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The first sheet, for the head of กองคลัง: what it cost, what moved, what to be careful of.</summary>
internal sealed class SummarySheet
{
    private const int MostMovers = 5;

    private static readonly MeasuredColumn[] Columns = ["label", "total", "quantity", "unit", "unit_cost", "old_unit_cost", "change", "remark"];

    private static readonly (ItemKind Kind, string Heading)[] Levels =
        [(ItemKind.MainOutput, "ผลผลิตหลัก"), (ItemKind.SubOutput, "ผลผลิตย่อย"), (ItemKind.MainActivity, "กิจกรรมหลัก")];

    private readonly UnitCostAccounts _accounts;
    private readonly MeasureInput _input;
    private readonly Footnotes _notes = new();

    private SummarySheet(UnitCostAccounts accounts, MeasureInput input) => (_accounts, _input) = (accounts, input);

    /// <summary>The sheet สรุป, and the key figures that the mail prints too. Rows: heading, item, mover, total, message, warning, note.</summary>
    [Measure("unit_cost_summary")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        return AccountValues.Result(accounts, accounts.Now is null ? null : new MeasuredTable(Columns, [.. new SummarySheet(accounts, input).Rows()]), SummaryValues.Of(accounts, input))
            with
        { Calculations = accounts.Calculations };
    }

    private IEnumerable<MeasuredRow> Rows()
    {
        List<MeasuredRow> rows = [];
        foreach (var (kind, heading) in Levels)
            rows.AddRange([Footnotes.Across("heading", Columns.Length, heading), .. Compared(kind).Select(item => Row("item", item, ""))]);
        rows.Add(Footnotes.Across("heading", Columns.Length, $"กิจกรรมย่อยที่ต้นทุนต่อหน่วยเปลี่ยนแปลงมากที่สุด {MostMovers} รายการ"));
        rows.AddRange(Movers());
        var warnings = SummaryValues.Warnings(_accounts, withNames: true).Select(warning => Footnotes.Across("warning", Columns.Length, warning)).ToList();
        if (warnings.Count > 0)
            rows.AddRange([Footnotes.Across("heading", Columns.Length, "ข้อสังเกตสำคัญ"), .. warnings]);
        return [.. rows, .. _notes.Rows(Columns.Length)];
    }

    private List<MeasuredRow> Movers()
    {
        if (_accounts.Before.Year is null)
            return [Footnotes.Across("message", Columns.Length, $"ไม่มีผลการเปรียบเทียบ เพราะ{_accounts.Before.Because}")];
        var rows = Compared(ItemKind.SubActivity).Where(item => item.OfUnitCost is { IsKnown: true, Value.Sign: not 0 }).OrderByDescending(item => item.OfUnitCost.Value.Abs()).Take(MostMovers)
            .Select(item => Row("mover", item, Remark(item))).ToList();
        return rows.Count > 0 ? rows : [Footnotes.Across("message", Columns.Length, "ไม่มีกิจกรรมย่อยที่เปรียบเทียบต้นทุนต่อหน่วยได้")];
    }

    // Without a year to compare with, every item stands for itself.
    private IReadOnlyList<ItemComparison> Compared(ItemKind kind) => _accounts.Before is { Year: { } old, Crosswalk: { } crosswalk }
        ? ComparisonTables.Compared(old, _accounts.Now!, kind, crosswalk)
        : [.. LevelFigures.Of(_accounts.Now!, _accounts.Now!.PrintedLevels[(int)kind]).Figures
            .Select(figure => new ItemComparison(_accounts.Now!.Names[figure.Codes[0]], ItemChange.New, null, figure, [], [], Declared<Rational>.Known(Rational.One)))];

    private string Remark(ItemComparison item)
    {
        var row = _accounts.Beyond.FirstOrDefault(one => one.Table == ComparisonTables.NumberOf(ItemKind.SubActivity) && Code(one.Item) == Code(item));
        return row is null ? "ไม่เกินเกณฑ์" : $"{ExplainSheet.Moved(row.By)}เปลี่ยนแปลง: {_accounts.ExplanationOf(row)?.Explanation ?? "ยังไม่มีคำอธิบาย"}";
    }

    private static string Code(ItemComparison item) => (item.New ?? item.Old)!.Codes[0];

    private MeasuredRow Row(string kind, ItemComparison item, string remark)
    {
        var (now, old) = (item.New, item.Old);
        var (cost, oldCost) = (Origin(now, _accounts.Calculation), Origin(old, _accounts.Before.Calculation));
        var (perUnit, oldPerUnit) = (PerUnit(cost, Quantity(now, _accounts.Now)), PerUnit(oldCost, Quantity(old, _accounts.Before.Year)));
        return new MeasuredRow(kind,
        [
            CellContent.Text(item.Name),
            now is null ? CellContent.Nothing : CellContent.Number((decimal)now.Total / 100).From(cost),
            now is null ? CellContent.Nothing : now.Volume.IsKnown ? CellContent.Number(now.Volume.Value.Amount.ToDecimal()).From(Quantity(now, _accounts.Now)) : _notes.Instead(now.Volume.UnknownBecause!).From(new NoFigure(now.Volume.UnknownBecause!, Quantity(now, _accounts.Now))),
            now is { Volume.IsKnown: true } ? CellContent.Text(now.Volume.Value.UnitOfMeasure) : CellContent.Nothing,
            UnitCost(now, (CellOrigin?)perUnit ?? cost), UnitCost(old, (CellOrigin?)oldPerUnit ?? oldCost), Change(item, perUnit, oldPerUnit),
            remark.Length == 0 ? CellContent.Nothing : CellContent.Text(remark),
        ]);
    }

    private CellContent UnitCost(LevelFigure? figure, CellOrigin? origin) => figure is null
        ? CellContent.Nothing
        : figure.UnitCost.IsKnown ? CellContent.Number(Money.Baht(figure.UnitCost.Value)).From(origin) : _notes.Instead(figure.UnitCost.UnknownBecause!).From(new NoFigure(figure.UnitCost.UnknownBecause!, origin));

    private CellContent Change(ItemComparison item, CellOrigin? now, CellOrigin? old)
    {
        if (item.Old is null)
            return CellContent.Nothing;
        var origin = now is null || old is null || !item.Factor.IsKnown ? null : new ChangeOf(old, now, IsPercent: true) { OldTimes = Rational.One / item.Factor.Value };
        return item.OfUnitCost.IsKnown ? CellContent.Number(Money.Percent(item.OfUnitCost.Value)).From(origin) : _notes.Instead(item.OfUnitCost.UnknownBecause!).From(new NoFigure(item.OfUnitCost.UnknownBecause!, origin));
    }

    private static CostPlaces? Origin(LevelFigure? figure, string calculation) => figure is null ? null : new CostPlaces(calculation, new TracePoint(figure.Nodes));

    private static PerUnitOf? PerUnit(CellOrigin? cost, CellOrigin? quantity) => cost is null || quantity is null ? null : new PerUnitOf(cost, quantity);

    private CellOrigin? Quantity(LevelFigure? figure, CostYear? year) => figure is null || year is null ? null : QuantityOrigins.OfAll(_input, year, figure.Codes);
}

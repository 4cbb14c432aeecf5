using System.Globalization;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The rows of tables 7 to 10 that changed beyond the threshold, with the factor that moved and the explanation that was filed.</summary>
internal sealed class ExplainSheet
{
    /// <summary>Form of the explanations.</summary>
    public const string Form = "cost-explanation";

    private static readonly MeasuredColumn[] Columns =
        ["table", "item", "name", "old_unit_cost", "new_unit_cost", "total_change", "quantity_change", "unit_cost_change", "moved_by", "explanation"];

    private readonly UnitCostAccounts _accounts;
    private readonly MeasureInput _input;
    private readonly Footnotes _notes = new();

    private ExplainSheet(UnitCostAccounts accounts, MeasureInput input) => (_accounts, _input) = (accounts, input);

    /// <summary>The sheet เกินเกณฑ์. Rows: explained, unexplained; note; message, where nothing is to be explained.</summary>
    [Measure("unit_cost_to_explain")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        var rows = accounts.Beyond.Count > 0
            ? new ExplainSheet(accounts, input).Rows()
            : [Footnotes.Across("message", Columns.Length, accounts.Before.Because.Length > 0
                ? $"ไม่มีผลการเปรียบเทียบ เพราะ{accounts.Before.Because}"
                : $"ไม่มีรายการที่ต้นทุนต่อหน่วยเปลี่ยนแปลงเกินร้อยละ {Threshold(accounts)}")];
        return AccountValues.Result(accounts, new MeasuredTable(Columns, rows)) with { Calculations = accounts.Calculations };
    }

    /// <summary>The threshold as it is printed; empty without a comparison.</summary>
    public static string Threshold(UnitCostAccounts accounts) => accounts.Before.Crosswalk?.Threshold.ToString() ?? "";

    /// <summary>The factor that moved, in Thai.</summary>
    public static string Moved(MovedBy by) => by switch
    {
        MovedBy.Cost => "ต้นทุน",
        MovedBy.Volume => "ปริมาณ",
        MovedBy.Both => "ต้นทุนและปริมาณ",
        MovedBy.NewItem => "รายการใหม่",
        MovedBy.ItemEnded => "ยกเลิกรายการ",
        MovedBy.CostAlone => "ต้นทุนรวม (เปรียบเทียบต้นทุนต่อหน่วยไม่ได้)",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not a factor."),
    };

    private List<MeasuredRow> Rows()
    {
        var rows = _accounts.Beyond.Select(Row).ToList();
        var crosswalk = _accounts.Before.Crosswalk!;
        return
        [
            .. rows,
            .. _notes.Rows(Columns.Length,
                $"เกณฑ์อย่างมีสาระสำคัญ: ต้นทุนต่อหน่วยเปลี่ยนแปลงเกินร้อยละ {crosswalk.Threshold}  ต้นทุนหรือปริมาณนับว่าเปลี่ยนแปลงเมื่อเกินร้อยละ {crosswalk.Flat}  ที่มา: {crosswalk.ThresholdSource}",
                "รายการใหม่และรายการที่ยกเลิกต้องมีคำอธิบายเสมอ  คำอธิบายที่ส่งแล้วจะคงอยู่ในรายงานที่จัดทำใหม่ทุกครั้ง"),
        ];
    }

    private MeasuredRow Row(ToExplain row)
    {
        var (item, explanation) = (row.Item, _accounts.ExplanationOf(row));
        var (old, now) = (Side(item.Old, isOld: true), Side(item.New, isOld: false));
        return new MeasuredRow(explanation is null ? "unexplained" : "explained",
        [
            CellContent.Number(int.Parse(row.Table, CultureInfo.InvariantCulture)), CellContent.Text((item.New ?? item.Old)!.Codes[0]), CellContent.Text(item.Name),
            Figure(item.Old?.UnitCost, "ไม่มีรายการนี้ในปีก่อน", PerUnit(old) ?? old.Cost), Figure(item.New?.UnitCost, "ไม่มีรายการนี้ในปีนี้", PerUnit(now) ?? now.Cost),
            Percent(item.OfCost, ChangeOf(old.Cost, now.Cost, Rational.One)),
            Percent(item.OfVolume, item.Factor.IsKnown ? ChangeOf(old.Quantity, now.Quantity, item.Factor.Value) : null),
            Percent(item.OfUnitCost, item.Factor.IsKnown ? ChangeOf(PerUnit(old), PerUnit(now), Rational.One / item.Factor.Value) : null),
            CellContent.Text(Moved(row.By)),
            explanation is null
                ? CellContent.Text("ยังไม่มีคำอธิบาย ผู้ต้องจัดทำ: กองคลัง กลุ่มงานบัญชี ร่วมกับหน่วยงานเจ้าของกิจกรรม โดยส่งแบบคำอธิบายสาเหตุของปีนี้")
                : CellContent.Text(explanation.Explanation).From(new ReturnLine(explanation.VersionId, explanation.RowPosition, "explanation")),
        ]);
    }

    private (CellOrigin? Cost, CellOrigin? Quantity) Side(LevelFigure? figure, bool isOld)
    {
        if (figure is null)
            return (null, null);
        return (
            new CostPlaces(isOld ? _accounts.Before.Calculation : _accounts.Calculation, new TracePoint(figure.Nodes)),
            QuantityOrigins.OfAll(_input, isOld ? _accounts.Before.Year! : _accounts.Now!, figure.Codes));
    }

    private static PerUnitOf? PerUnit((CellOrigin? Cost, CellOrigin? Quantity) side) =>
        side is { Cost: { } cost, Quantity: { } quantity } ? new PerUnitOf(cost, quantity) : null;

    private static ChangeOf? ChangeOf(CellOrigin? old, CellOrigin? now, Rational factor) =>
        old is null || now is null ? null : new ChangeOf(old, now, IsPercent: true) { OldTimes = factor };

    private CellContent Figure(Declared<Rational>? satang, string absent, CellOrigin? origin) => satang switch
    {
        null => _notes.Instead(absent).From(new NoFigure(absent, null)),
        { IsKnown: true } known => CellContent.Number(Money.Baht(known.Value)).From(origin),
        { } unknown => _notes.Instead(unknown.UnknownBecause!).From(new NoFigure(unknown.UnknownBecause!, origin)),
    };

    private CellContent Percent(Declared<Rational> percent, CellOrigin? origin) =>
        (percent.IsKnown ? CellContent.Number(Money.Percent(percent.Value)) : _notes.Instead(percent.UnknownBecause!)).From(NoFigure.Unless(percent, origin));
}

using Dla.Etl.Samples.Drafts;

namespace Dla.Etl.Samples.Costs;

/// <summary>The case folders of <c>cost-explanation</c> and <c>prior-year-adjustment</c>.</summary>
internal static class OtherCostCases
{
    public static IEnumerable<CostCase> All => [.. Explanations, .. Adjustments];

    private static IEnumerable<CostCase> Explanations =>
    [
        Explanation("ok-typical", "คำอธิบายของสามตาราง") with { Values = [(Of(1, "table"), "7"), (Of(5, "table"), "8"), (Of(6, "item_name"), "พัฒนาระบบเทคโนโลยีสารสนเทศฯ")] },
        Explanation("ok-table-as-number", "เขียนเลขตารางอย่างเดียว") with { Change = draft => draft.Replace(Of(1, "table"), 7d), Values = [(Of(1, "table"), "7")] },
        Explanation("error-blank", "ไม่ได้กรอกคำอธิบาย") with { Change = draft => draft.Replace(Of(2, "explanation"), null), Findings = [new("VAL-002", Of(2, "explanation"))] },
        Explanation("error-table-unknown", "ตารางที่ 6 ไม่ใช่ตารางเปรียบเทียบ") with { Change = draft => draft.Replace(Of(3, "table"), "ตารางที่ 6"), Findings = [new("NORM-010", Of(3, "table"))] },
        Explanation("error-explained-twice", "รายการเดียวกันมีคำอธิบายสองแถว") with { Change = draft => draft.Replace(Of(2, "item"), "SA16"), Findings = [new("COST-035", Of(2, "item"))] },
        Explanation("warning-no-such-item", "รหัสกิจกรรมย่อยในตารางของผลผลิต") with { Change = draft => draft.Replace(Of(5, "item"), "SA16"), Findings = [new("COST-033", Of(5, "item"))] },
    ];

    private static IEnumerable<CostCase> Adjustments =>
    [
        Adjustment("ok-typical", "ปรับปรุงสามรายการ") with { Values = [(By(1, "amount"), "-350000.00"), (By(3, "category"), "depreciation")] },
        Adjustment("error-no-reason", "ไม่ได้กรอกเหตุผล") with { Change = draft => draft.Replace(By(2, "reason"), null), Findings = [new("VAL-002", By(2, "reason"))] },
        Adjustment("error-unknown-centre", "ศูนย์ต้นทุนที่ไม่มีในปีก่อน") with { Change = draft => draft.Replace(By(3, "centre"), "P99"), Findings = [new("COST-002", By(3, "centre"))] },
        Adjustment("error-control-total", "ยอดคุมไม่ตรง") with { Table = CostDrawing.Adjustments(2564, CostSamples.Adjustments) with { Total = 0.25 }, Findings = [new("VAL-090", By(0, "amount"))] },
    ];

    private static LineCell Of(int line, string field) => new("explanation", line, field);

    private static LineCell By(int line, string field) => new("adjustment", line, field);

    private static CostCase Explanation(string name, string what) => new()
    {
        Form = "cost-explanation", Name = "2564-" + name, What = what, Table = CostDrawing.Explanations(2564, CostSamples.Explanations),
    };

    private static CostCase Adjustment(string name, string what) => new()
    {
        Form = "prior-year-adjustment", Name = "2564-" + name, What = what, Table = CostDrawing.Adjustments(2564, CostSamples.Adjustments),
    };
}

using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The summary: each strategy of each list, published, in the plan, difference.</summary>
public static class ReconciliationSheet
{
    private static readonly MeasuredColumn[] Columns =
        ["label", "published_projects", "published_baht", "plan_projects", "plan_baht", "difference_projects", "difference_baht", "result", "remark"];

    /// <summary>The table of the sheet กระทบยอด; <c>conclusion</c> and <c>document</c> for its texts, <c>department_conclusion</c> and <c>grants_conclusion</c> for the mail.</summary>
    [Measure("plan_reconciliation")]
    public static MeasureResult Of(MeasureInput input)
    {
        if (PlanAccount.Of(input) is not { } account)
            return new MeasureResult(new MeasuredTable(Columns, [])) { Values = Texts(null), Findings = [PlanAccount.Unpublished(input)] };
        return new MeasureResult(new MeasuredTable(Columns, [.. account.Lists.SelectMany(list => Rows(account, list))]))
        {
            Values = Texts(account),
        };
    }

    /// <summary>What the whole comes to, in a sentence.</summary>
    internal static string Conclusion(PlanListAccount list) => list.Total.Agrees && list.Strategies.All(one => one.Comparison.Agrees)
        ? $"{list.Name} ตรงกับยอดที่ประกาศทั้งจำนวนและเงิน"
        : $"{list.Name} {list.Total.Words} ({string.Join(" ", list.Strategies.Where(one => !one.Comparison.Agrees).Select(one => $"ยุทธศาสตร์ที่ {one.Code} {one.Comparison.Words}"))})";

    private static string Conclusion(PlanAccount account) => string.Join("      ", account.Lists.Select(Conclusion));

    // The conclusions of the two lists by themselves are for the mail that brings the report.
    private static Dictionary<string, CellContent> Texts(PlanAccount? account) => new(StringComparer.Ordinal)
    {
        ["conclusion"] = CellContent.Text(account is null ? "" : Conclusion(account)),
        ["document"] = CellContent.Text(account?.Published.Document ?? ""),
        ["department_conclusion"] = CellContent.Text(Conclusion(account, "department")),
        ["grants_conclusion"] = CellContent.Text(Conclusion(account, "grants")),
    };

    private static string Conclusion(PlanAccount? account, string fund) => account?.Lists.FirstOrDefault(list => list.Fund == fund) is { } list ? Conclusion(list) : "";

    private static IEnumerable<MeasuredRow> Rows(PlanAccount account, PlanListAccount list)
    {
        yield return new MeasuredRow("heading", [CellContent.Text($"{list.Name} ({list.Page})"), .. Enumerable.Repeat(CellContent.Nothing, Columns.Length - 1)]);
        foreach (var (_, part) in list.Strategies)
            yield return Row(account, part, part.Agrees ? "agrees" : "differs");
        yield return Row(account, list.Total, list.Total.Agrees ? "total_agrees" : "total_differs");
    }

    private static MeasuredRow Row(PlanAccount account, PlanComparison part, string kind) => new(kind,
    [
        CellContent.Text(part.Label),
        .. part.Cells(account.Published),
        CellContent.Text(part.Agrees ? "ตรง" : "ไม่ตรง"),
        part.Agrees || part.Remark.Length == 0 ? CellContent.Nothing : CellContent.Text(part.Remark),
    ]);
}

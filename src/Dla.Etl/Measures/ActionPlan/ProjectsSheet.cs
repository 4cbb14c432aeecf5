using System.Globalization;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The projects of a list by strategy, with office, budget and quarters.</summary>
public static class ProjectsSheet
{
    private static readonly MeasuredColumn[] Columns = ["number", "project", "office", "budget", "q1", "q2", "q3", "q4", "remark"];

    /// <summary>The table of the sheet โครงการ of the list in the setting <c>fund</c>, and <c>quarters_line</c>: of how many projects the plan says when they are to be done.</summary>
    [Measure("plan_projects")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (PlanAccount.Of(input) is not { } account)
            return new MeasureResult(new MeasuredTable(Columns, [])) { Values = Line("") };
        var list = account.List(input.Setting("fund"));
        return new MeasureResult(new MeasuredTable(Columns, [.. Rows(input, list)])) { Values = Line(Quarters(list.Total.Rows.Rows)) };
    }

    private static Dictionary<string, CellContent> Line(string text) => new(StringComparer.Ordinal) { ["quarters_line"] = CellContent.Text(text) };

    private static string Quarters(IReadOnlyList<PlanProject> rows) => string.Create(CultureInfo.InvariantCulture,
        $"แผนระบุไตรมาสที่ดำเนินการ {rows.Count(row => row.Quarters.IsStated)} จาก {rows.Count} โครงการ      ● ดำเนินการในไตรมาสนั้น");

    private static IEnumerable<MeasuredRow> Rows(MeasureInput input, PlanListAccount list)
    {
        foreach (var (_, part) in list.Strategies.Where(one => one.Comparison.Rows.Rows.Count > 0))
        {
            yield return new MeasuredRow("strategy", [CellContent.Text(part.Label), .. Enumerable.Repeat(CellContent.Nothing, Columns.Length - 1)]);
            for (var index = 0; index < part.Rows.Rows.Count; index++)
                yield return Row(input, index + 1, part.Rows.Rows[index]);
            yield return Sum("subtotal", $"รวม {part.Rows.Rows.Count.ToString(CultureInfo.InvariantCulture)} {list.Counted}", part);
        }

        yield return Sum("total", $"รวมทั้งสิ้น {list.Total.Rows.Rows.Count.ToString(CultureInfo.InvariantCulture)} {list.Counted}", list.Total);
    }

    private static MeasuredRow Row(MeasureInput input, int number, PlanProject row)
    {
        var quarters = row.Quarters;
        return new MeasuredRow("project",
        [
            CellContent.Number(number),
            CellContent.Text(row.Project),
            row.Office.Length == 0 ? CellContent.Missing.From(row.Line("office")) : CellContent.Text(PlanRows.Label(input, "office", row.Office)).From(row.Line("office")),
            BudgetOf(row),
            .. Enumerable.Range(0, 4).Select(quarter => quarters.Columns[quarter]
                ? CellContent.Text("●").From(row.Line($"q{(quarter + 1).ToString(CultureInfo.InvariantCulture)}"))
                : CellContent.Nothing),
            RemarkOf(row) is { Length: > 0 } remark ? CellContent.Text(remark) : CellContent.Nothing,
        ]);
    }

    /// <summary>The budget as it is printed: a stated nothing in the plan's own words, never as zero.</summary>
    internal static CellContent BudgetOf(PlanProject row) => (row.NoBudget.Length > 0 ? CellContent.Text(row.NoBudget)
        : row.Budget is { } budget ? CellContent.Number(budget / 100m)
        : CellContent.Missing).From(row.BudgetOrigin);

    private static string RemarkOf(PlanProject row) => string.Join(" ", new[]
    {
        row.Office.Length == 0 ? "แผนไม่ระบุหน่วยงาน" : "",
        !row.Quarters.IsStated ? "แผนไม่ระบุไตรมาส" : row.Quarters.HasOpenEnd ? "ไม่ทราบไตรมาสสิ้นสุด" : row.Quarters.HasOpenBeginning ? "ไม่ทราบไตรมาสเริ่ม" : "",
    }.Where(part => part.Length > 0));

    private static MeasuredRow Sum(string kind, string label, PlanComparison part) => new(kind,
        [CellContent.Nothing, CellContent.Text(label), CellContent.Nothing, part.Rows.Sum, .. Enumerable.Repeat(CellContent.Nothing, 4),
            part.Agrees ? CellContent.Nothing : CellContent.Text($"เทียบกับที่ประกาศ {part.Words}")]);
}

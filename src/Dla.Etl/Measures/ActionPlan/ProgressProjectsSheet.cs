using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>Every project of the plan, planned quarters beside what was told, and the quarters added up.</summary>
public static class ProgressProjectsSheet
{
    private static readonly MeasuredColumn[] Columns =
        ["number", "project", "office", "q1", "q2", "q3", "q4", "state", "started", "finished", "output", "budget", "disbursed", "percent", "judgement"];

    private static readonly MeasuredColumn[] QuarterColumns = ["quarter", "planned", "to_start", "started", "not_yet_started", "to_finish", "finished", "not_yet_finished"];

    /// <summary>The table of the sheet รายโครงการ: within each strategy late projects first; and <c>coverage</c>.</summary>
    [Measure("plan_progress_projects")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var progress = PlanProgress.Of(input);
        return new MeasureResult(new MeasuredTable(Columns, progress is null ? [] : [.. Rows(input, progress)])) { Values = Coverage(progress) };
    }

    /// <summary>The table of the sheet รายไตรมาส: of the projects planned for a quarter, how many have begun and are finished; and <c>coverage</c>.</summary>
    [Measure("plan_progress_quarters")]
    public static MeasureResult Quarters(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var progress = PlanProgress.Of(input);
        return new MeasureResult(new MeasuredTable(QuarterColumns, progress is null ? [] : [.. QuarterRows(progress)])) { Values = Coverage(progress) };
    }

    private static Dictionary<string, CellContent> Coverage(PlanProgress? progress) => new(StringComparer.Ordinal) { ["coverage"] = CellContent.Text(progress?.Coverage ?? "") };

    private static IEnumerable<MeasuredRow> Rows(MeasureInput input, PlanProgress progress)
    {
        foreach (var strategy in progress.Projects.GroupBy(one => one.Plan.Strategy, StringComparer.Ordinal))
        {
            yield return new MeasuredRow("strategy", [CellContent.Text(PlanRows.Label(input, "strategy", strategy.Key)), .. Enumerable.Repeat(CellContent.Nothing, Columns.Length - 1)]);
            var number = 0;
            foreach (var one in strategy.OrderByDescending(one => one.Standing.IsLate()))
                yield return Row(input, ++number, one, progress);
        }

        var plan = new PlanRows("งบอำนวยการ (กรม)", "โครงการ", [.. progress.Projects.Select(one => one.Plan)]);
        var told = progress.Projects.Select(one => one.Told).OfType<ProgressRow>().ToList();
        var disbursed = new ComputedOf("ผลรวมเบิกจ่ายสะสมจากรายงานผลการดำเนินงาน", [.. told.Select(row => row.Line("disbursed"))]) { IsSum = true };
        var sum = told.Sum(row => row.Disbursed ?? 0);
        yield return new MeasuredRow("total",
        [
            CellContent.Nothing, CellContent.Text($"รวมทั้งสิ้น {progress.Projects.Count.ToString(CultureInfo.InvariantCulture)} โครงการ"), .. Enumerable.Repeat(CellContent.Nothing, 9),
            plan.Sum, CellContent.Number(sum / 100m).From(disbursed), ProgressCells.PercentOf(sum, plan.Money.Satang, disbursed, plan.SumOrigin), CellContent.Nothing,
        ]);
    }

    private static MeasuredRow Row(MeasureInput input, int number, TrackedProject one, PlanProgress progress) => new(one.Standing.IsLate() ? "late" : "project",
    [
        CellContent.Number(number), CellContent.Text(one.Plan.Project), ProgressCells.Office(input, one),
        .. Enumerable.Range(0, 4).Select(quarter => one.Plan.Quarters.Columns[quarter]
            ? CellContent.Text("●").From(one.Plan.Line($"q{(quarter + 1).ToString(CultureInfo.InvariantCulture)}")) : CellContent.Nothing),
        ProgressCells.State(input, one), ProgressCells.Day(one, one.Told?.StartedOn, "started"), ProgressCells.Day(one, one.Told?.FinishedOn, "finished"), ProgressCells.Output(one),
        ProjectsSheet.BudgetOf(one.Plan), ProgressCells.Disbursed(one), ProgressCells.Percent(one), CellContent.Text(ProgressCells.Words(one, progress.Period)),
    ]);

    private static IEnumerable<MeasuredRow> QuarterRows(PlanProgress progress)
    {
        var stated = progress.Projects.Where(one => one.Plan.Quarters.First >= 0).ToList();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var at = quarter;
            yield return Row("item", $"ไตรมาส {(quarter + 1).ToString(CultureInfo.InvariantCulture)}",
                [.. stated.Where(one => one.Plan.Quarters.Columns[at])],
                [.. stated.Where(one => one.Plan.Quarters.First == at && !one.Plan.Quarters.HasOpenBeginning)],
                [.. stated.Where(one => one.Plan.Quarters.Last == at && !one.Plan.Quarters.HasOpenEnd)]);
        }

        yield return Row("total", "รวม", stated, [.. stated.Where(one => !one.Plan.Quarters.HasOpenBeginning)], [.. stated.Where(one => !one.Plan.Quarters.HasOpenEnd)]);
    }

    private static MeasuredRow Row(string kind, string label, List<TrackedProject> planned, List<TrackedProject> toStart, List<TrackedProject> toFinish) => new(kind,
    [
        CellContent.Text(label), Count(label, planned), Count(label, toStart), Count(label, toStart.Where(Begun)), Count(label, toStart.Where(one => !Begun(one))),
        Count(label, toFinish), Count(label, toFinish.Where(one => one.Standing == Standing.Finished)), Count(label, toFinish.Where(one => one.Standing != Standing.Finished)),
    ]);

    private static bool Begun(TrackedProject one) => one.Told is { State: "in_progress" or "finished" };

    private static CellContent Count(string label, IEnumerable<TrackedProject> projects)
    {
        var counted = projects.ToList();
        return CellContent.Number(counted.Count).From(new ComputedOf(
            string.Create(CultureInfo.InvariantCulture, $"นับโครงการที่แผนระบุ{label} ได้ {counted.Count} โครงการ"), [.. counted.Select(one => one.Told?.Line("state") ?? one.Plan.BudgetOrigin)]));
    }
}

using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The late projects, and those of which nothing was told.</summary>
public static class LateProjectsSheet
{
    private static readonly MeasuredColumn[] LateColumns = ["number", "project", "office", "planned", "state", "started", "budget", "disbursed", "percent", "why", "problem"];
    private static readonly MeasuredColumn[] MissingColumns = ["number", "project", "office", "strategy", "budget"];

    /// <summary>The table of the sheet ล่าช้า, and <c>definition</c>.</summary>
    [Measure("plan_progress_late")]
    public static MeasureResult Late(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var progress = PlanProgress.Of(input);
        return new MeasureResult(new MeasuredTable(LateColumns, progress is null || progress.Late.Count == 0
            ? [None("ไม่มีโครงการที่ล่าช้ากว่าแผน", LateColumns.Length)]
            : [.. progress.Late.Select((one, index) => Row(input, index + 1, one, progress))]))
        {
            Values = new Dictionary<string, CellContent> { ["definition"] = CellContent.Text(Judgement.Definition) },
        };
    }

    /// <summary>The table of the sheet ยังไม่รายงาน, and <c>unmatched</c>: rows of the progress that the plan does not have.</summary>
    [Measure("plan_progress_missing")]
    public static MeasureResult Missing(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var progress = PlanProgress.Of(input);
        var rows = (progress?.Projects ?? []).Where(one => one.Told is null).Select((one, index) => new MeasuredRow("item",
        [
            CellContent.Number(index + 1), CellContent.Text(one.Plan.Project), ProgressCells.Office(input, one),
            CellContent.Text(PlanRows.Label(input, "strategy", one.Plan.Strategy)), ProjectsSheet.BudgetOf(one.Plan),
        ])).ToList();
        return new MeasureResult(new MeasuredTable(MissingColumns, rows.Count > 0 ? rows : [None("รายงานครบทุกโครงการ", MissingColumns.Length)]))
        {
            Values = new Dictionary<string, CellContent>
            {
                ["unmatched"] = CellContent.Text(progress is { Unmatched: { Count: > 0 } unmatched }
                    ? $"รายงานที่ไม่ตรงกับโครงการในแผนฉบับปัจจุบัน: {string.Join("  ", unmatched.Select(row => row.Project))}"
                    : "ทุกแถวของรายงานตรงกับโครงการในแผน"),
            },
        };
    }

    private static MeasuredRow None(string text, int width) => new("none", [CellContent.Nothing, CellContent.Text(text), .. Enumerable.Repeat(CellContent.Nothing, width - 2)]);

    private static MeasuredRow Row(MeasureInput input, int number, TrackedProject one, PlanProgress progress) => new("item",
    [
        CellContent.Number(number), CellContent.Text(one.Plan.Project), ProgressCells.Office(input, one), CellContent.Text(ProgressCells.Planned(one.Plan)),
        ProgressCells.State(input, one), ProgressCells.Day(one, one.Told?.StartedOn, "started"), ProjectsSheet.BudgetOf(one.Plan), ProgressCells.Disbursed(one), ProgressCells.Percent(one),
        CellContent.Text(ProgressCells.Words(one, progress.Period)),
        one.Told is { Problem.Length: > 0 } told ? CellContent.Text(told.Problem).From(told.Line("problem")) : CellContent.Nothing,
    ]);
}

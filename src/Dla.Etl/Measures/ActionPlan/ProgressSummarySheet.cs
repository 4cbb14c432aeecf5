using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The summary of a month: by strategy, then by office.</summary>
public static class ProgressSummarySheet
{
    private static readonly MeasuredColumn[] Columns =
        ["label", "projects", "budget", "disbursed", "percent", "not_started", "in_progress", "finished", "cancelled", "not_reported", "late", "unjudged"];

    private static readonly string[] States = ["not_started", "in_progress", "finished", "cancelled"];

    /// <summary>The table of the sheet สรุป; values <c>conclusion</c>, <c>definition</c>, and for the mail <c>reported</c>, <c>planned</c>, <c>late</c>, <c>percent</c>, <c>late_names</c>, <c>offices_missing</c>.</summary>
    [Measure("plan_progress_summary")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (PlanProgress.Of(input) is not { } progress)
            return new MeasureResult(new MeasuredTable(Columns, [])) { Values = Values(null, input), Findings = [PlanProgress.NoPlan(input)] };
        return new MeasureResult(new MeasuredTable(Columns, [.. Rows(input, progress)])) { Values = Values(progress, input) };
    }

    private static Dictionary<string, CellContent> Values(PlanProgress? progress, MeasureInput input)
    {
        var all = progress?.Projects ?? [];
        var (budget, disbursed) = (all.Sum(one => one.Plan.Budget ?? 0), all.Sum(one => one.Told?.Disbursed ?? 0));
        var percent = budget == 0 ? "…" : decimal.Round((decimal)disbursed * 100 / budget, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
        var late = progress?.Late ?? [];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["conclusion"] = progress is null ? "" : string.Create(CultureInfo.InvariantCulture,
                $"{progress.Coverage}      ล่าช้า {late.Count} โครงการ      เบิกจ่ายร้อยละ {percent} ของงบประมาณตามแผน"),
            ["definition"] = Judgement.Definition,
            ["reported"] = Whole(all.Count(one => one.Told is not null)),
            ["planned"] = Whole(all.Count),
            ["late"] = Whole(late.Count),
            ["percent"] = percent,
            ["late_names"] = late.Count == 0 ? "ไม่มี" : string.Join("  ", late.Select((one, index) => $"{Whole(index + 1)}. {one.Plan.Project} ({PlanRows.Label(input, "office", one.Plan.Office)})")),
            ["offices_missing"] = all.Where(one => one.Told is null).GroupBy(one => one.Plan.Office, StringComparer.Ordinal)
                .Select(office => $"{(office.Key.Length == 0 ? "แผนไม่ระบุหน่วยงาน" : PlanRows.Label(input, "office", office.Key))} {Whole(office.Count())} โครงการ").ToList() is { Count: > 0 } offices
                ? string.Join("  ", offices) : "ไม่มี",
        }.ToDictionary(value => value.Key, value => CellContent.Text(value.Value), StringComparer.Ordinal);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<MeasuredRow> Rows(MeasureInput input, PlanProgress progress)
    {
        yield return Heading("จำแนกตามประเด็นยุทธศาสตร์");
        foreach (var strategy in progress.Projects.GroupBy(one => one.Plan.Strategy, StringComparer.Ordinal))
            yield return Row("item", PlanRows.Label(input, "strategy", strategy.Key), [.. strategy]);
        yield return Row("total", "รวมทั้งสิ้น", progress.Projects);
        yield return Heading("จำแนกตามหน่วยงานที่รับผิดชอบ");
        foreach (var office in progress.Projects.GroupBy(one => one.Plan.Office, StringComparer.Ordinal).OrderByDescending(office => office.Count(one => one.Standing.IsLate())).ThenByDescending(office => office.Count()))
            yield return Row("item", office.Key.Length == 0 ? "แผนไม่ระบุหน่วยงาน" : PlanRows.Label(input, "office", office.Key), [.. office]);
        yield return Row("total", "รวมทั้งสิ้น", progress.Projects);
    }

    private static MeasuredRow Heading(string text) => new("heading", [CellContent.Text(text), .. Enumerable.Repeat(CellContent.Nothing, Columns.Length - 1)]);

    private static MeasuredRow Row(string kind, string label, IReadOnlyList<TrackedProject> projects)
    {
        var plan = new PlanRows(label, "โครงการ", [.. projects.Select(one => one.Plan)]);
        var told = projects.Select(one => one.Told).OfType<ProgressRow>().ToList();
        var disbursed = told.Sum(row => row.Disbursed ?? 0);
        var disbursedOrigin = new ComputedOf($"ผลรวมเบิกจ่ายสะสมของ{label} จากรายงานผลการดำเนินงาน", [.. told.Select(row => row.Line("disbursed"))]) { IsSum = true };
        return new MeasuredRow(kind,
        [
            CellContent.Text(label), plan.Count, plan.Sum,
            told.Count == 0 ? CellContent.Missing : CellContent.Number(disbursed / 100m).From(disbursedOrigin),
            told.Count == 0 ? CellContent.Missing : ProgressCells.PercentOf(disbursed, plan.Money.Satang, disbursedOrigin, plan.SumOrigin),
            .. States.Select(state => Count(label, projects, one => one.Told?.State == state)),
            Count(label, projects, one => one.Standing == Standing.NotReported),
            Count(label, projects, one => one.Standing.IsLate()),
            Count(label, projects, one => one.Standing == Standing.Unjudged),
        ]);
    }

    private static CellContent Count(string label, IReadOnlyList<TrackedProject> projects, Func<TrackedProject, bool> which)
    {
        var counted = projects.Where(which).ToList();
        return CellContent.Number(counted.Count).From(new ComputedOf(
            string.Create(CultureInfo.InvariantCulture, $"นับโครงการของ{label} ได้ {counted.Count} จาก {projects.Count} โครงการ"), [.. counted.Select(one => one.Told?.Line("state") ?? one.Plan.BudgetOrigin)]));
    }
}

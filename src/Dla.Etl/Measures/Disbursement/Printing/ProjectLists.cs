using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The lists of projects that somebody has to look after.</summary>
internal static class ProjectLists
{
    private const int MostStuck = 100;

    /// <summary>The sheet ค้างนาน: projects longest at one stage. Rows: item, message.</summary>
    [Measure("pipeline_stuck")]
    public static MeasureResult Stuck(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        return List(accounts, ["number", "province", "name", "project", "stage", "months", "allocated", "reason"], accounts.Now.StuckLongest(MostStuck), "ไม่มีโครงการที่อยู่ขั้นเดิมตั้งแต่สองเดือนขึ้นไป",
            (project, number) => new MeasuredRow("item",
            [
                .. accounts.Named(number, project), Cells.Count(project.Row.StageNumber).From(PipelineAccounts.Line(project, "stage")), Cells.Count(project.Months).From(Months(project)),
                Cells.Baht(project.Row.Allocated).From(PipelineAccounts.Line(project, "allocated")), Reason(project, needed: project.Row.StageNumber == 1),
            ]));
    }

    /// <summary>The sheet ไม่พร้อม: all projects of stage 1. Rows: item, missing (without a reason), message, total.</summary>
    [Measure("pipeline_not_ready")]
    public static MeasureResult NotReady(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        return List(accounts, ["number", "province", "name", "project", "months", "allocated", "reason"], accounts.Now.NotReady, "ไม่มีโครงการที่ไม่พร้อมดำเนินการ",
            (project, number) => new MeasuredRow(string.IsNullOrEmpty(project.Row.Reason) ? "missing" : "item",
            [
                .. accounts.Named(number, project), Cells.Count(project.Months).From(Months(project)),
                Cells.Baht(project.Row.Allocated).From(PipelineAccounts.Line(project, "allocated")), Reason(project, needed: true),
            ]),
            total: projects =>
            [
                CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Text($"รวม {Cells.Told(projects.Count)} โครงการ"), CellContent.Nothing,
                Cells.Baht(projects.Sum(project => project.Row.Allocated ?? 0)).From(accounts.Money("allocated", stage: "1")), CellContent.Nothing,
            ]);
    }

    /// <summary>The sheet รอเบิกจ่าย: contracts signed of which nothing is disbursed. Rows: item, message, total.</summary>
    [Measure("pipeline_signed")]
    public static MeasureResult Signed(MeasureInput input)
    {
        var accounts = PipelineAccounts.Of(input);
        return List(accounts, ["number", "province", "name", "project", "contract_number", "contract_date", "days", "committed"], accounts.Now.SignedUndisbursed, "ไม่มีโครงการที่ลงนามในสัญญาแล้วแต่ยังไม่เบิกจ่าย",
            (project, number) => new MeasuredRow("item", [.. accounts.Named(number, project), .. Contract(accounts, project)]),
            total: projects =>
            [
                CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Text($"รวม {Cells.Told(projects.Count)} โครงการ"), CellContent.Nothing, CellContent.Nothing, CellContent.Nothing,
                Cells.Baht(projects.Sum(project => project.Row.Committed ?? 0)).From(new ComputedOf("ผลรวมของผูกพันสัญญาในรายการข้างต้น", [.. projects.Select(project => PipelineAccounts.Line(project, "committed"))]) { IsSum = true }),
            ]);
    }

    private static MeasureResult List(
        PipelineAccounts accounts, MeasuredColumn[] columns, IReadOnlyList<Project> projects, string none, Func<Project, int, MeasuredRow> row, Func<IReadOnlyList<Project>, CellContent[]>? total = null)
    {
        var rows = projects.Select((project, index) => row(project, index + 1)).ToList();
        if (rows.Count == 0)
            rows.Add(MonthlyReport.Across("message", columns.Length, accounts.Now.Reported > 0 ? none : MonthlyReport.NobodyReported));
        else if (total is not null)
            rows.Add(new MeasuredRow("total", total(projects)));
        return PipelineValues.Result(accounts, new MeasuredTable(columns, rows));
    }

    private static CellContent[] Contract(PipelineAccounts accounts, Project project)
    {
        var signed = project.Row.ContractDate is { } day ? DateOnly.FromDayNumber((int)day) : (DateOnly?)null;
        return
        [
            Cells.Sent(project.Row.ContractNumber).From(PipelineAccounts.Line(project, "contract_number")),
            (signed is { } on ? CellContent.Day(on) : CellContent.Missing).From(PipelineAccounts.Line(project, "contract_date")),
            signed is { } since ? Cells.Count(accounts.Period.LastDay.DayNumber - since.DayNumber).From(new ComputedOf("จำนวนวันจากวันที่ลงนามถึงวันสิ้นเดือนของรายงาน", [PipelineAccounts.Line(project, "contract_date")])) : CellContent.Missing,
            Cells.Baht(project.Row.Committed).From(PipelineAccounts.Line(project, "committed")),
        ];
    }

    private static CellContent Reason(Project project, bool needed) => string.IsNullOrEmpty(project.Row.Reason)
        ? needed ? CellContent.Text("ไม่ระบุเหตุผล") : CellContent.Nothing
        : Cells.Sent(project.Row.Reason).From(PipelineAccounts.Line(project, "reason"));

    private static ComputedOf Months(Project project) => new("จำนวนเดือนติดต่อกันในปีงบประมาณนี้ที่รายงานขั้นเดิม นับเดือนนี้ด้วย", [PipelineAccounts.Line(project, "stage")]);
}

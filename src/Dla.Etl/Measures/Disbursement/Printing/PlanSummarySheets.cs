using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The first sheets of development plans, for the head of division: where the country stands at every step, who is ahead and behind, and the chart.</summary>
internal static class PlanSummarySheets
{
    private const int Most = 5;

    private static readonly MeasuredColumn[] Columns = ["number", "label", "projects", "projects_percent", "projects_change", "baht", "baht_percent", "baht_change"];

    /// <summary>The sheet สรุป. Rows: heading, step, message, warning, note.</summary>
    [Measure("development_plan_summary")]
    public static MeasureResult Summary(MeasureInput input)
    {
        var accounts = PlanAccounts.Of(input);
        var ranked = accounts.Standing.Ranked.ToList();
        List<MeasuredRow> rows =
        [
            Heading("การดำเนินการตามขั้นตอน ทั้งประเทศ"), .. PlanSteps.All.Select(step => Step(accounts, step)),
            Heading("จังหวัดที่เบิกจ่ายต่องบประมาณที่อนุมัติสูงสุด"), .. Provinces(accounts, ranked.Take(Most)),
            Heading("จังหวัดที่เบิกจ่ายต่องบประมาณที่อนุมัติต่ำสุด"), .. Provinces(accounts, ranked.AsEnumerable().Reverse().Take(Most)),
        ];
        if (PlanValues.Warnings(accounts).ToList() is { Count: > 0 } warnings)
            rows.AddRange([Heading("ข้อควรระวังในการใช้ตัวเลข"), .. warnings.Select(warning => MonthlyReport.Across("warning", Columns.Length, warning))]);
        rows.AddRange([MonthlyReport.Across("note", Columns.Length, accounts.Report.RegistryLine), MonthlyReport.Across("note", Columns.Length, PlanValues.ComparedLine(accounts))]);
        return PlanValues.Result(accounts, new MeasuredTable(Columns, rows));
    }

    /// <summary>The sheet แผนภูมิ: the funnel, in lists of a cell for each step.</summary>
    [Measure("development_plan_chart")]
    public static MeasureResult Chart(MeasureInput input)
    {
        var accounts = PlanAccounts.Of(input);
        var (projects, baht) = (new PlanCells(accounts, PlanFigure.Projects), new PlanCells(accounts, PlanFigure.Baht));
        IReadOnlyList<CellContent> Of(Func<PlanStep, CellContent> cell) => [.. PlanSteps.All.Select(cell)];
        return PlanValues.Result(accounts, null) with
        {
            Lists = new Dictionary<string, IReadOnlyList<CellContent>>(StringComparer.Ordinal)
            {
                ["labels"] = Of(step => CellContent.Text(step.Thai())),
                ["projects"] = Of(step => projects.Step(accounts.Standing.Country, step, PlanPlace.Country, MonthlyReport.NobodyReported)),
                ["projects_percent"] = Of(step => projects.OfStepBefore(accounts.Standing.Country, step, PlanPlace.Country, MonthlyReport.NobodyReported)),
                ["baht"] = Of(step => baht.Step(accounts.Standing.Country, step, PlanPlace.Country, MonthlyReport.NobodyReported)),
                ["baht_percent"] = Of(step => baht.OfStepBefore(accounts.Standing.Country, step, PlanPlace.Country, MonthlyReport.NobodyReported)),
                ["chart_baht"] = Of(step => Millions(accounts, step)),
            },
        };
    }

    // The axis of the chart is in millions of baht.
    private static CellContent Millions(PlanAccounts accounts, PlanStep step) => accounts.Standing.Country.Now is { } now
        ? CellContent.Number((decimal)now.Satang(step) / Values.Baht.Scale / 1_000_000).From(new ComputedOf("คิดเป็นล้านบาท", [accounts.Origins.Step(PlanFigure.Baht, step, PlanPlace.Country)]))
        : CellContent.Nothing;

    private static MeasuredRow Heading(string text) => MonthlyReport.Across("heading", Columns.Length, text);

    private static MeasuredRow Step(PlanAccounts accounts, PlanStep step)
    {
        var (country, everybody) = (accounts.Standing.Country, PlanPlace.Country);
        CellContent[] Of(PlanFigure figure)
        {
            var cells = new PlanCells(accounts, figure);
            return [cells.Step(country, step, everybody, MonthlyReport.NobodyReported), cells.OfStepBefore(country, step, everybody, MonthlyReport.NobodyReported), cells.Change(country, step, everybody)];
        }

        return new("step", [Cells.Count((int)step + 1), CellContent.Text(step.Thai()), .. Of(PlanFigure.Projects), .. Of(PlanFigure.Baht)]);
    }

    private static List<MeasuredRow> Provinces(PlanAccounts accounts, IEnumerable<ProvincePlan> provinces)
    {
        var rows = provinces.Select(province =>
        {
            var row = MonthlyReport.Across("message", Columns.Length, $"อันดับ {Cells.Told(province.Rank!.Value)}  {province.Province.NameThai}  ร้อยละ {Cells.Told(province.Part.Now!.DisbursedOfBudget)}  ({MonthlyReport.Told(province.Part.Coverage)})");
            return row with { Cells = [row.Cells[0].From(accounts.Origins.Rank(PlanPlace.Of(province))), .. row.Cells.Skip(1)] };
        }).ToList();
        return rows.Count > 0 ? rows : [MonthlyReport.Across("message", Columns.Length, "ยังไม่มีจังหวัดที่รายงานงบประมาณที่อนุมัติ")];
    }
}

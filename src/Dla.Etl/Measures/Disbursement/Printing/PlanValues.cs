using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The key figures of development plans, for the texts of every sheet and for the mail. Their names are the same whatever the figures are.</summary>
internal static class PlanValues
{
    private const int MostNames = 5;

    /// <summary>A sheet's result.</summary>
    public static MeasureResult Result(PlanAccounts accounts, MeasuredTable? table) => new(table) { Values = Of(accounts), Findings = accounts.Report.Findings };

    private static Dictionary<string, CellContent> Of(PlanAccounts accounts)
    {
        var (standing, country, all) = (accounts.Standing, accounts.Standing.Country, PlanPlace.Country);
        var origins = accounts.Origins;
        return new Dictionary<string, CellContent>(StringComparer.Ordinal)
        {
            ["authorities"] = CellContent.Text(Cells.Told(country.Coverage.Of)),
            ["authorities_reported"] = CellContent.Text(Cells.Told(country.Coverage.Reported)).From(origins.Authorities(all)),
            ["authorities_percent"] = CellContent.Text(Cells.Told(country.Coverage.Percent)).From(origins.Authorities(all)),
            ["authorities_nothing"] = CellContent.Text(Cells.Told(standing.SayNothing)),
            ["registry_line"] = CellContent.Text(accounts.Report.RegistryLine),
            ["projects_line"] = CellContent.Text(Line(country.Now, step => country.Now!.Projects(step).ToString("#,##0.####", System.Globalization.CultureInfo.InvariantCulture))),
            ["baht_line"] = CellContent.Text(Line(country.Now, step => Cells.Told(country.Now!.Satang(step)))),
            ["percents_line"] = CellContent.Text(country.Now is { } now
                ? string.Join("  ", PlanSteps.All.Skip(1).Select(step => $"{step.Thai()} {Cells.Told(now.OfStepBefore(PlanFigure.Baht, step))}"))
                : "ไม่มีข้อมูล"),
            ["of_budget"] = CellContent.Text(Cells.Told(country.Now?.DisbursedOfBudget)).From(origins.Percent(PlanFigure.Baht, PlanStep.Disbursed, PlanStep.Budgeted, all)),
            ["moved_line"] = CellContent.Text(country.Moved is { } moved
                ? $"{Line(moved.Change, step => Cells.Told(moved.Change.Satang(step)))}  (เทียบเฉพาะ อปท. ที่รายงานทั้งสองเดือน {Cells.Told(moved.Authorities)} แห่ง)"
                : accounts.NoComparison),
            ["compared_line"] = CellContent.Text(ComparedLine(accounts)),
            ["best"] = CellContent.Text(Provinces(standing.Ranked.Take(MostNames))),
            ["worst"] = CellContent.Text(Provinces(standing.Ranked.Reverse().Take(MostNames))),
            ["without_report"] = CellContent.Text(MonthlyReport.WithoutReport(standing.Provinces.Select(province => (province.Province, province.Part.Coverage)))),
            ["warnings"] = CellContent.Text(MonthlyReport.Numbered(Warnings(accounts))),
        };
    }

    /// <summary>Of whom changes are told.</summary>
    public static string ComparedLine(PlanAccounts accounts) => accounts.Standing.Country.Moved is { } moved
        ? $"เพิ่ม/(ลด) จากเดือนก่อน เทียบเฉพาะ อปท. ที่รายงานตัวเลขทั้งสองเดือน {Cells.Told(moved.Authorities)} แห่ง"
        : accounts.NoComparison;

    /// <summary>What a reader must know before relying on the figures.</summary>
    public static IEnumerable<string> Warnings(PlanAccounts accounts) => accounts.Report.Warnings(
        accounts.Standing.Country.Coverage, [.. accounts.Standing.Strangers.Select(row => row.Authority)],
        accounts.Standing.Incomplete == 0 ? [] : [$"มี {Cells.Told(accounts.Standing.Incomplete)} แถวที่ไม่ระบุตัวเลขครบทุกขั้นตอน จึงไม่อยู่ในยอดรวม"]);

    private static string Line(PlanFigures? of, Func<PlanStep, string> told) => of is null ? "ไม่มีข้อมูล" : string.Join("  ", PlanSteps.All.Select(step => $"{step.Thai()} {told(step)}"));

    private static string Provinces(IEnumerable<ProvincePlan> provinces) => MonthlyReport.Numbered(provinces.Select(province => $"{province.Province.NameThai} ร้อยละ {Cells.Told(province.Part.Now!.DisbursedOfBudget)}"));
}

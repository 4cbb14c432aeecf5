using Dla.Etl.Measures.ActionPlan;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
using NPOI.SS.UserModel;

namespace Dla.Etl.Tests.Plans;

/// <summary>The report of a month: the real template, filled with the plan as transcribed and the made-up progress of March 2564.</summary>
public sealed class ProgressReportTests
{
    private static readonly Period March = Period.MonthOf(PlanReports.Year, 3);
    private static readonly Lazy<List<ProgressRow>> Told = new(() => PlanReports.Told(PlanReports.Read("samples/action-plan-progress/2564/progress-2564-03.xlsx")));
    private static readonly Lazy<byte[]> Whole = new(() => PlanReports.Progress(March, PlanReports.Projects, Told.Value).Bytes!);

    [Fact]
    public void The_workbook_is_the_expected_one()
    {
        var path = TestData.PathOf("reports", "action-plan-progress", "2564-03-made-up", "expected.xlsx");
        if (TestData.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Whole.Value);
        }

        var (expected, actual) = (Facts(File.ReadAllBytes(path)), Facts(Whole.Value));
        expected.Except(actual).Take(10).ShouldBeEmpty("in the expected workbook only; DLA_UPDATE=1 rewrites it");
        actual.Except(expected).Take(10).ShouldBeEmpty("in the written workbook only; DLA_UPDATE=1 rewrites it");
    }

    [Fact]
    public void Strategies_and_offices_add_up_to_the_same()
    {
        var sheet = Written.Open(Whole.Value).GetSheet("สรุป");
        var totals = Rows(sheet).Where(row => Label(row, 0) == "รวมทั้งสิ้น").ToList();
        totals.Count.ShouldBe(2);
        foreach (var column in Enumerable.Range(1, 11))
            totals[0].GetCell(column).NumericCellValue.ShouldBe(totals[1].GetCell(column).NumericCellValue, $"column {column}");
        var items = Rows(sheet).SkipWhile(row => Label(row, 0) != "จำแนกตามประเด็นยุทธศาสตร์").Skip(1).TakeWhile(row => Label(row, 0) != "รวมทั้งสิ้น").ToList();
        items.Count.ShouldBe(5);
        foreach (var column in new[] { 1, 2, 3, 5, 6, 7, 8, 9, 10, 11 })
            items.Sum(row => row.GetCell(column).NumericCellValue).ShouldBe(totals[0].GetCell(column).NumericCellValue, $"column {column}");
        // Every project has one state, or none was told.
        Enumerable.Range(5, 5).Sum(column => totals[0].GetCell(column).NumericCellValue).ShouldBe(114);
    }

    [Fact]
    public void Late_projects_come_first_and_the_definition_stands_there()
    {
        var book = Written.Open(Whole.Value);
        var progress = PlanProgress.Of(PlanReports.Projects, Told.Value, March);
        var late = Rows(book.GetSheet("ล่าช้า")).Where(row => row.GetCell(0) is { CellType: CellType.Numeric }).Select(row => row.GetCell(1).StringCellValue).ToList();
        late.ShouldNotBeEmpty();
        late.ShouldBe(progress.Late.Select(one => one.Plan.Project));
        progress.Late.Select(one => one.Standing).ShouldBeInOrder();
        Rows(book.GetSheet("ล่าช้า")).Select(row => Label(row, 0)).ShouldContain(Judgement.Definition);
    }

    [Fact]
    public void Every_project_stands_once_and_what_was_not_told_is_listed()
    {
        var book = Written.Open(Whole.Value);
        Rows(book.GetSheet("รายโครงการ")).Count(row => row.GetCell(0) is { CellType: CellType.Numeric }).ShouldBe(114);
        Rows(book.GetSheet("ยังไม่รายงาน")).Count(row => row.GetCell(0) is { CellType: CellType.Numeric }).ShouldBe(114 - Told.Value.Count);
    }

    [Fact]
    public void A_row_that_the_plan_no_longer_has_is_said_and_a_month_without_late_projects_says_so()
    {
        var plan = PlanReports.Projects.Select(row => row with { Quarter1 = null, Quarter2 = null, Quarter3 = null, Quarter4 = null }).ToList();
        var book = Written.Open(PlanReports.Progress(March, plan, [.. Told.Value, new ProgressRow { Project = "โครงการที่ถูกตัดออก", State = "in_progress", Disbursed = 1 }]).Bytes!);
        Rows(book.GetSheet("ยังไม่รายงาน")).Select(row => Label(row, 0)).ShouldContain(text => text.Contains("โครงการที่ถูกตัดออก", StringComparison.Ordinal));
        Rows(book.GetSheet("ล่าช้า")).Select(row => Label(row, 1)).ShouldContain("ไม่มีโครงการที่ล่าช้ากว่าแผน");
    }

    [Fact]
    public void Without_a_plan_the_report_is_held_back_with_the_cause()
    {
        var (bytes, findings) = PlanReports.Progress(March, [], Told.Value);
        bytes.ShouldBeNull();
        findings.Select(finding => finding.Kind.Id).Distinct().ShouldBe(["PLAN-021"]);
    }

    [Fact]
    public void The_culture_changes_nothing() =>
        Facts(UnderThai.Run(() => PlanReports.Progress(March, PlanReports.Projects, Told.Value).Bytes!)).ShouldBe(Facts(Whole.Value));

    private static IEnumerable<IRow> Rows(ISheet sheet) => Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null);

    private static string Label(IRow row, int column) => row.GetCell(column) is { CellType: CellType.String } cell ? cell.StringCellValue : "";

    private static List<string> Facts(byte[] bytes) =>
        [.. WorkbookFacts.Of(bytes).Select(fact => System.Text.RegularExpressions.Regex.Replace(fact, "“[0-9a-f]{64}”", "“(hash)”"))];
}

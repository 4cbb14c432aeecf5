using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.StorageTests;

/// <summary>The plan of 2564 and its progress through a real warehouse: loaded as filed, reported by the reports' own queries, on every engine.</summary>
public class PlanReportTests
{
    private static readonly DefinitionFiles Files = DefinitionFiles.Read(Path.Combine(AppContext.BaseDirectory, "templates"));
    private static readonly FormCatalogue Forms = FormCatalogue.Load(Files);
    private static readonly ReportCatalogue Reports = ReportCatalogue.Load(Files);
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2564);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Plan_and_progress_are_reported_as_filed(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var plan = desk.Load("plan", Filed(desk.Database, "action-plan/2564/plan-2564.xlsx").Return!).Sequence;
        var progress = Filed(desk.Database, "action-plan-progress/2564/progress-2564-03.xlsx");
        // The plan stands, so that names, offices and money were compared with it, and agree.
        progress.Findings.Select(finding => finding.Kind.Id).ShouldNotContain("PLAN-010");
        progress.Findings.Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Message).ShouldBeEmpty();
        var sequence = desk.Load("progress", progress.Return!).Sequence;

        var reconciled = Written(desk.Database, "action-plan-reconciliation", Year, plan);
        Row(reconciled, "กระทบยอด", 0, "รวมงบอำนวยการ").GetCell(4).NumericCellValue.ShouldBe(600_204_190);
        Row(reconciled, "กระทบยอด", 0, "รวมงบเงินอุดหนุน").GetCell(4).NumericCellValue.ShouldBe(236_479_663_099);
        Row(reconciled, "โครงการ", 1, "โครงการร่างระเบียบกระทรวงมหาดไทย").GetCell(3).StringCellValue.ShouldBe("ไม่ใช้งบประมาณ");

        var march = Written(desk.Database, "action-plan-progress", Period.MonthOf(Year, 3), sequence);
        Row(march, "สรุป", 0, "รวมทั้งสิ้น").GetCell(1).NumericCellValue.ShouldBe(114);
        march.GetSheet("ยังไม่รายงาน").GetRow(2).GetCell(0).StringCellValue.ShouldBe("ทุกแถวของรายงานตรงกับโครงการในแผน");
        SameAs("action-plan-reconciliation/2564-transcribed", reconciled);
        SameAs("action-plan-progress/2564-03-made-up", march);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_project_that_the_standing_plan_has_not_is_refused(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("plan", Filed(desk.Database, "../forms/action-plan/2564-ok-document/input.xlsx").Return!);
        var progress = Filed(desk.Database, "../forms/action-plan-progress/2564-error-not-in-plan/input.xlsx");
        progress.Return!.Passed.ShouldBeFalse();
        progress.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Kind.Id).ShouldBe(["PLAN-011"]);
        Filed(desk.Database, "../forms/action-plan-progress/2564-ok-names-spaced-otherwise/input.xlsx").Return!.Passed.ShouldBeTrue();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_second_file_of_the_month_takes_away_no_other_office_s_projects(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("plan", Filed(desk.Database, "../forms/action-plan/2564-ok-document/input.xlsx").Return!);
        const string Lacking = "../forms/action-plan-progress/2564-warning-row-left-out/input.xlsx", Whole = "../forms/action-plan-progress/2564-ok-typical/input.xlsx";
        Filed(desk.Database, Lacking).Findings.ShouldNotContain(finding => finding.Kind.Id == "PLAN-017", "nothing stands yet");
        desk.Load("first", Filed(desk.Database, Lacking).Return!).Verdict.ShouldBe(Verdict.Loaded);
        var all = Filed(desk.Database, Whole);
        all.Return!.Passed.ShouldBeTrue("a project more");
        desk.Load("second", all.Return);
        var refused = Filed(desk.Database, Lacking);
        refused.Return!.Passed.ShouldBeFalse();
        refused.Findings.Single(finding => finding.Severity == Severity.Error).Message.ShouldBe(
            "รายงานของเดือนมีนาคม พ.ศ. 2564 ที่ใช้อยู่มี 1 โครงการที่ไม่มีในไฟล์นี้ ได้แก่ “โครงการกิจกรรมสัมพันธ์ตัวอย่าง ข” (กพส.) หากรับไฟล์นี้ ผลของโครงการเหล่านั้นจะหายไป");
        Filed(desk.Database, Whole).Return!.Passed.ShouldBeTrue("all are there");
        Filed(desk.Database, "../forms/action-plan-progress/2564-ok-names-spaced-otherwise/input.xlsx").Return!.Passed.ShouldBeTrue("a name spaced otherwise is the same project");
    }

    private static Examined Filed(Database warehouse, string file)
    {
        var history = new History(warehouse);
        return new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(Forms), history.Of, Files,
                (filed, form) => history.Standing(filed, form, Forms.PeriodOf(form, filed.Form.Period)))
            .Examine(Path.Combine(TestData, "samples", file), new Delivery("ไฟล์.xlsx", "00-ส่วนกลาง"), CancellationToken.None);
    }

    private static XSSFWorkbook Written(Database warehouse, string report, Period period, long sequence)
    {
        using var output = new MemoryStream();
        var step = new ReportWriter(Reports, Forms, warehouse).Write(new ReportRequest(report, period, sequence, new DateTimeOffset(2021, 6, 15, 0, 0, 0, TimeSpan.Zero)), output);
        step.Artefact.ShouldNotBeNull(string.Join("\n", step.Findings.Select(finding => finding.Message)));
        return Open(output.ToArray());
    }

    // Everything but the day and the evidence, which name this warehouse.
    private static void SameAs(string golden, XSSFWorkbook written)
    {
        var expected = Open(File.ReadAllBytes(Path.Combine(TestData, "reports", golden, "expected.xlsx")));
        for (var sheet = 0; sheet < expected.NumberOfSheets - 1; sheet++)
            Texts(written.GetSheetAt(sheet)).ShouldBe(Texts(expected.GetSheetAt(sheet)), expected.GetSheetName(sheet));
    }

    private static List<string> Texts(ISheet sheet) => [.. Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null)
        .SelectMany(row => row.Cells).Select(cell => $"{cell.RowIndex}:{cell.ColumnIndex} {cell}").Where(text => !text.Contains("ข้อมูล ณ วันที่", StringComparison.Ordinal))];

    private static XSSFWorkbook Open(byte[] bytes) => NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(bytes)));

    private static IRow Row(XSSFWorkbook book, string sheet, int column, string label) => Enumerable.Range(0, book.GetSheet(sheet).LastRowNum + 1).Select(book.GetSheet(sheet).GetRow)
        .First(row => row?.GetCell(column) is { CellType: CellType.String } cell && cell.StringCellValue.StartsWith(label, StringComparison.Ordinal));

    private static string TestData { get; } = Root();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dla.Etl.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), "testdata");
    }
}

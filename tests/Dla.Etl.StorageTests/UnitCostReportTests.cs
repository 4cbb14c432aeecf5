using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.StorageTests;

/// <summary>The twelve tables from a real warehouse: what the department and the provinces filed, through the report's own queries, on every engine.</summary>
public class UnitCostReportTests
{
    private const string Report = "unit-cost-tables", Refusal = "ต้นทุนต่อหน่วยผลผลิต-ตารางที่ 1-12-2563 - จัดทำไม่ได้.txt";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");
    private static readonly DefinitionFiles Files = DefinitionFiles.Read(Folder, CostReturns.Rules);
    private static readonly FormCatalogue Forms = FormCatalogue.Load(Files);
    private static readonly ReportCatalogue Reports = ReportCatalogue.Load(Files);
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2563);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_hand_worked_example_comes_out_of_the_warehouse_whatever_the_order_of_files_and_rows(string engine)
    {
        var first = Written(engine, reversed: false, "11", "12", "costs");
        var second = Written(engine, reversed: true, "costs", "12", "11");
        second.Hash.ShouldBe(first.Hash);
        foreach (var table in Enumerable.Range(1, 6))
            Last(first.Book.GetSheet($"ตาราง {table}"), "รวม").ShouldBe(1_476_000, $"ตาราง {table}");
        // printed.csv: A1 of table 3 and U1 of table 4.
        Cells(first.Book.GetSheet("ตาราง 3"), "A1").ShouldContain(2_848.29);
        Cells(first.Book.GetSheet("ตาราง 4"), "U1").ShouldContain(9_852.56);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Unknown_ratios_leave_an_answer_in_the_folder_the_head_hears_the_cause_and_both_end_when_they_are_known(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.File("11", CostReturns.Quantities(Forms, "11"));
        office.Go("2021-05-18 02:00");
        (await office.ReportAsync()).Problems.ShouldBeEmpty("without a return of costs the report is not due");
        office.Go("2021-05-18 12:00");
        office.File("costs", CostReturns.Costs(Forms));

        office.Go("2021-05-19 02:00");
        var held = await office.ReportAsync();
        held.Problems.Select(problem => problem.Finding.Kind.Id).ShouldContain("COST-001");
        held.Broken.ShouldBeEmpty("missing ratios are no failure of the program");
        var answer = await File.ReadAllTextAsync(Path.Combine(office.Folders.Reports, Refusal));
        foreach (var problem in held.Problems)
            Flat(answer).ShouldContain(Flat(problem.Finding.Message));
        office.Go("2021-05-19 02:30");
        await office.NotifyAsync();
        office.Mails.Select(mail => mail.Text).ShouldContain(text => Flat(text).Contains(Flat(Refusal), StringComparison.Ordinal) && text.Contains("ไม่ทราบ", StringComparison.Ordinal));

        office.Go("2021-05-20 02:00");
        await office.ReportAsync();
        office.Go("2021-05-20 02:30");
        await office.NotifyAsync();
        office.Mails.Count(mail => mail.Occasion.StartsWith("report_failed", StringComparison.Ordinal)).ShouldBe(1, "what may take the department weeks is told once, not every night");

        office.Workplace = office.Place([("rules/allocation/drivers.2563.yaml", CostReturns.Drivers)]);
        office.Go("2021-05-21 02:00");
        (await office.ReportAsync()).Reports.ShouldContain(path => path.EndsWith("ต้นทุนต่อหน่วยผลผลิต-ตารางที่ 1-12-2563.xlsx", StringComparison.Ordinal), "other rules make it due");
        File.Exists(Path.Combine(office.Folders.Reports, Refusal)).ShouldBeFalse();
        office.Go("2021-05-21 02:30");
        await office.NotifyAsync();
        var mail = office.Mails.Last(one => one.Occasion.StartsWith("report unit-cost-tables 2563 version-", StringComparison.Ordinal));
        mail.Text.ShouldContain("ต้นทุนรวม (บาท): ๑,๔๗๖,๐๐๐");
        (await office.ReportAsync()).Reports.ShouldBeEmpty("nothing changed");
    }

    // PlainLines and mails fold where they like.
    private static string Flat(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static (string Hash, XSSFWorkbook Book) Written(string engine, bool reversed, params IReadOnlyList<string> order)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        long sequence = 0;
        foreach (var file in order)
            sequence = desk.Load(file, file == "costs" ? CostReturns.Costs(Forms, reversed) : CostReturns.Quantities(Forms, file)).Sequence;
        using var output = new MemoryStream();
        var step = new ReportWriter(Reports, Forms, desk.Database).Write(new ReportRequest(Report, Year, sequence, new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero)), output);
        var written = step.Artefact.ShouldNotBeNull(string.Join("\n", step.Findings.Select(finding => finding.Message)));
        return (written.Content.Hex, NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(output.ToArray()))));
    }

    private static double Last(ISheet sheet, string label) => Rows(sheet).Last(row => row.GetCell(0) is { CellType: CellType.String } cell && cell.StringCellValue.StartsWith(label, StringComparison.Ordinal))
        .Cells.Where(cell => cell.CellType == CellType.Numeric).Select(cell => cell.NumericCellValue).Last();

    private static IEnumerable<double> Cells(ISheet sheet, string label) => Rows(sheet).First(row => row.GetCell(0) is { CellType: CellType.String } cell && cell.StringCellValue == label)
        .Cells.Where(cell => cell.CellType == CellType.Numeric).Select(cell => cell.NumericCellValue);

    private static IEnumerable<IRow> Rows(ISheet sheet) => Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null);
}

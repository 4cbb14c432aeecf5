using Dla.Etl.Measures.ActionPlan;
using Dla.Etl.Tests.Reporting;
using NPOI.SS.UserModel;

namespace Dla.Etl.Tests.Plans;

/// <summary>The reconciliation of the plan of 2564: the real template, filled with the transcribed rows (DOMAIN §9, oracles 1 and 2).</summary>
public sealed class ReconciliationTests
{
    private static readonly Lazy<byte[]> Whole = new(() => PlanReports.Reconciliation(PlanReports.Projects).Bytes!);

    public static TheoryData<string, double[], string> Printed => new()
    {
        { "ประเด็นยุทธศาสตร์ที่ 1 ", [8, 24_313_200, 8, 24_313_200, 0, 0], "ตรง" },
        { "ประเด็นยุทธศาสตร์ที่ 2 ", [16, 78_586_000, 16, 78_586_000, 0, 0], "ตรง" },
        { "ประเด็นยุทธศาสตร์ที่ 3 ", [3, 17_902_750, 3, 17_902_750, 0, 0], "ตรง" },
        { "ประเด็นยุทธศาสตร์ที่ 4 ", [22, 162_309_500, 19, 122_465_300, -3, -39_844_200], "ไม่ตรง" },
        { "ประเด็นยุทธศาสตร์ที่ 5 ", [73, 368_270_140, 68, 356_936_940, -5, -11_333_200], "ไม่ตรง" },
        { "รวมงบอำนวยการ", [122, 651_381_590, 114, 600_204_190, -8, -51_177_400], "ไม่ตรง" },
        { "รวมงบเงินอุดหนุน", [44, 236_479_663_099, 44, 236_479_663_099, 0, 0], "ตรง" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Each_strategy_is_printed_as_published_and_as_found(string label, double[] figures, string result)
    {
        var row = Row("กระทบยอด", 0, label);
        Enumerable.Range(1, 6).Select(column => row.GetCell(column).NumericCellValue).ShouldBe(figures);
        row.GetCell(7).StringCellValue.ShouldBe(result);
    }

    [Fact]
    public void The_waterfall_goes_from_the_published_total_to_the_rows_that_are_there()
    {
        var sheet = Written.Open(Whole.Value).GetSheet("แผนภูมิ");
        var steps = Enumerable.Range(39, 7).Select(sheet.GetRow).ToList();
        steps[0].GetCell(2).NumericCellValue.ShouldBe(651_381_590);
        (steps[0].GetCell(2).NumericCellValue + steps.Skip(1).Take(5).Sum(step => step.GetCell(2).NumericCellValue)).ShouldBe(steps[6].GetCell(2).NumericCellValue);
        (steps[0].GetCell(1).NumericCellValue + steps.Skip(1).Take(5).Sum(step => step.GetCell(1).NumericCellValue)).ShouldBe(114);
        steps[4].GetCell(5).StringCellValue.ShouldBe("ยุทธศาสตร์ที่ 4 ขาด 3 โครงการ 39,844,200 บาท");
        // The bar of a shortage hangs between what was left before it and after.
        (steps[4].GetCell(6).NumericCellValue + steps[4].GetCell(8).NumericCellValue).ShouldBe(651.38159, 1e-9);
        (steps[5].GetCell(6).NumericCellValue + steps[5].GetCell(8).NumericCellValue).ShouldBe(steps[4].GetCell(6).NumericCellValue, 1e-9);
    }

    [Fact]
    public void The_lists_have_every_row_once_and_say_what_the_plan_does_not()
    {
        var book = Written.Open(Whole.Value);
        Row("โครงการ", 1, "รวมทั้งสิ้น 114 โครงการ").GetCell(3).NumericCellValue.ShouldBe(600_204_190);
        Row("โครงการ", 1, "โครงการร่างระเบียบกระทรวงมหาดไทย").GetCell(3).StringCellValue.ShouldBe("ไม่ใช้งบประมาณ");
        Row("โครงการ", 1, "โครงการพัฒนาโปรแกรมแผนที่ภาษี").GetCell(2).StringCellValue.ShouldBe("…");
        Row("เงินอุดหนุน", 1, "รวมทั้งสิ้น 44 รายการ").GetCell(3).NumericCellValue.ShouldBe(236_479_663_099);
        Enumerable.Range(0, book.GetSheet("โครงการ").LastRowNum).Count(row => book.GetSheet("โครงการ").GetRow(row)?.GetCell(0) is { CellType: CellType.Numeric }).ShouldBe(114);
    }

    [Fact]
    public void The_workbook_is_the_expected_one()
    {
        var path = TestData.PathOf("reports", "action-plan-reconciliation", "2564-transcribed", "expected.xlsx");
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
    public void More_than_was_published_and_a_strategy_nobody_published_show_as_differences_too()
    {
        var rows = PlanReports.Projects.Append(PlanReports.Projects[0] with { RowPosition = 900, Budget = 100 }).Append(PlanReports.Projects[0] with { RowPosition = 901, Fund = "grants", Strategy = "1", Budget = 500 }).ToList();
        var book = Written.Open(PlanReports.Reconciliation(rows).Bytes!);
        Row(book, "กระทบยอด", 0, "ประเด็นยุทธศาสตร์ที่ 1 การ").GetCell(6).NumericCellValue.ShouldBe(1);
        Row(book, "กระทบยอด", 0, "ประเด็นยุทธศาสตร์ที่ 1 ไม่มีในบัญชีสรุป").GetCell(5).NumericCellValue.ShouldBe(1);
        Row(book, "กระทบยอด", 0, "รวมงบเงินอุดหนุน").GetCell(7).StringCellValue.ShouldBe("ไม่ตรง");
    }

    [Fact]
    public void The_order_of_the_rows_in_the_query_is_that_of_the_plan_and_the_culture_changes_nothing() =>
        Facts(UnderThai.Run(() => PlanReports.Reconciliation(PlanReports.Projects).Bytes!)).ShouldBe(Facts(Whole.Value));

    [Fact]
    public void Published_parts_that_do_not_add_up_are_a_mistake_of_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("dla-published-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "action-plan"));
            var text = File.ReadAllText(Path.Combine(Dla.Etl.Tests.Definitions.Templates.Folder, "rules", "action-plan", "published.2564.yaml"));
            File.WriteAllText(Path.Combine(folder.FullName, "action-plan", "published.2564.yaml"), text.Replace("projects: 22", "projects: 21", StringComparison.Ordinal));
            Should.Throw<Dla.Etl.Definitions.DefinitionException>(() => PublishedPlan.Of(
                Dla.Etl.Definitions.DefinitionFiles.Read(Dla.Etl.Tests.Definitions.Templates.Folder, folder.FullName), PlanReports.Year)).Message.ShouldContain("121");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Facts(byte[] bytes) =>
        [.. WorkbookFacts.Of(bytes).Select(fact => System.Text.RegularExpressions.Regex.Replace(fact, "“[0-9a-f]{64}”", "“(hash)”"))];

    private static IRow Row(string sheet, int column, string label) => Row(Written.Open(Whole.Value), sheet, column, label);

    private static IRow Row(NPOI.XSSF.UserModel.XSSFWorkbook book, string sheet, int column, string label) => Enumerable.Range(0, book.GetSheet(sheet).LastRowNum + 1).Select(book.GetSheet(sheet).GetRow)
        .First(row => row?.GetCell(column) is { CellType: CellType.String } cell && cell.StringCellValue.StartsWith(label, StringComparison.Ordinal));
}

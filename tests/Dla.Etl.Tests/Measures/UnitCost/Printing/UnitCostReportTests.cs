using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Reporting;
using NPOI.SS.UserModel;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>The report of the twelve tables from end to end: the real template, filled.</summary>
public class UnitCostReportTests
{
    private static readonly Lazy<byte[]> Hand = new(() => Write(AccountsInput.HandWorked)), Whole = new(() => Write(WholeDepartment.Input));

    public static TheoryData<string, string, string, string> Printed
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in HandWorked.Csv("printed.csv"))
                data.Add(row["table"], row["row"], row["column"], row["printed"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Every_figure_that_was_worked_out_on_paper_is_in_the_workbook(string table, string row, string column, string printed)
    {
        var sheet = AccountsInput.Report.Sheets.Single(one => one.Settings.GetValueOrDefault("table") == table);
        var cell = new Sheets(Hand.Value).At(sheet, LabelOf(table, row), column);
        if (printed.StartsWith("- (", StringComparison.Ordinal))
            cell.StringCellValue.ShouldMatch("^- [0-9]+/$", "the reason stands below");
        else if (cell.CellType == CellType.String)
            cell.StringCellValue.ShouldBe(printed);
        else
            cell.NumericCellValue.ShouldBe(double.Parse(printed, NumberStyles.Number | NumberStyles.AllowParentheses, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_hand_worked_workbook_is_the_expected_one()
    {
        var path = TestData.PathOf("reports", "unit-cost-tables", "2563-hand-worked", "expected.xlsx");
        if (TestData.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Hand.Value);
        }
        var (expected, actual) = (WithoutHashes(File.ReadAllBytes(path)), WithoutHashes(Hand.Value));
        expected.Except(actual).Take(10).ShouldBeEmpty("in the expected workbook only; DLA_UPDATE=1 rewrites it");
        actual.Except(expected).Take(10).ShouldBeEmpty("in the written workbook only; DLA_UPDATE=1 rewrites it");
    }

    [Fact]
    public void Tables_1_to_6_of_the_whole_department_have_one_total()
    {
        var sheets = new Sheets(Whole.Value);
        var totals = Enumerable.Range(1, 6).Select(number => AccountsInput.Report.Sheets.Single(one => one.Prefix == $"table_{number}"))
            .Select(sheet => sheets.At(sheet, sheet.Prefix == "table_1" ? "รวมต้นทุนผลผลิต" : "รวมทั้งสิ้น", "total").NumericCellValue).ToList();
        totals.Distinct().ShouldHaveSingleItem();
        totals[0].ShouldBeGreaterThan(100_000_000);
    }

    [Fact]
    public void The_order_of_files_and_rows_and_the_culture_change_nothing()
    {
        var input = WholeDepartment.Input;
        var turned = input with
        {
            Costs = [.. input.Costs.Reverse()], Quantities = [.. input.Quantities.OrderBy(one => one.Item.GetHashCode(StringComparison.Ordinal) ^ one.Unit.Length).Reverse()],
            LastYear = [.. input.LastYear.OrderBy(line => line.Amount.Satang)], QuantitiesLastYear = [.. input.QuantitiesLastYear.Reverse()],
        };
        ContentOf(UnderThai.Run(() => Write(turned))).ShouldBe(ContentOf(Whole.Value));
    }

    [Fact]
    public void Without_a_year_before_the_comparisons_say_so()
    {
        var sheets = new Sheets(Hand.Value);
        for (var number = 7; number <= 12; number++)
            sheets.Texts($"ตาราง {number}").ShouldContain("ไม่มีผลการเปรียบเทียบ เพราะไม่มีข้อมูลต้นทุนปีงบประมาณ พ.ศ. 2562");
        sheets.Texts("เกินเกณฑ์").ShouldContain("ไม่มีผลการเปรียบเทียบ เพราะไม่มีข้อมูลต้นทุนปีงบประมาณ พ.ศ. 2562");
        sheets.Texts("ผนวก ง").ShouldContain("ไม่มีการปรับปรุงข้อมูลต้นทุนปีก่อน");
        sheets.Texts("สรุป").ShouldContain(text => text.Contains("ตารางที่ 7–12 ไม่มีผลการเปรียบเทียบ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_before_whose_ratios_are_unknown_leaves_the_year_itself_whole()
    {
        var input = AccountsInput.HandWorked with { Year = 2564, Rules = WholeDepartment.Input.Rules, Costs = WholeDepartment.Input.Costs, LastYear = [WholeDepartment.Input.Costs[0] with { Centre = "X99" }] };
        var sheets = new Sheets(Write(input));
        sheets.Texts("ตาราง 8").ShouldContain(text => text.StartsWith("ไม่มีผลการเปรียบเทียบ เพราะคำนวณต้นทุนปีงบประมาณ พ.ศ. 2563 ไม่ได้", StringComparison.Ordinal));
        sheets.Texts("ข้อสังเกต").ShouldContain(text => text.StartsWith("COST-002 | 2563 | รหัสศูนย์ต้นทุน “X99”", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_ratios_hold_the_report_back_and_each_is_named()
    {
        var (bytes, findings) = (AccountsInput.HandWorked with { Rules = "" }).Write();
        bytes.ShouldBeNull();
        findings.ShouldAllBe(finding => finding.Severity == Severity.Error);
        var unknown = findings.Where(finding => finding.Kind.Id == "COST-001").Select(finding => finding.Message).ToList();
        unknown.ShouldContain(message => message.Contains("ศูนย์ต้นทุน", StringComparison.Ordinal));
        unknown.Count(message => message.Contains("กิจกรรมย่อยสนับสนุน SS", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(10, "all of them at once");
        findings.Distinct().Count().ShouldBe(findings.Count, "each sheet says the same; it is told once");
    }

    [Theory]
    [InlineData(2563, "COST-009", "no line of cost at all")]
    [InlineData(2564, "COST-015", "no driver file of the year; none of another year is taken")]
    public void Other_reasons_that_hold_it_back(int year, string kind, string because)
    {
        var (bytes, findings) = (AccountsInput.HandWorked with { Year = year, Costs = [] }).Write();
        bytes.ShouldBeNull(because);
        findings.Select(finding => finding.Kind.Id).ShouldContain(kind, because);
    }

    [Fact]
    public void Explanations_are_kept_and_a_missing_one_is_said_as_such()
    {
        var sheets = new Sheets(Whole.Value);
        sheets.Texts("เกินเกณฑ์").ShouldContain(text => text.StartsWith("SA03 | ", StringComparison.Ordinal) && text.EndsWith("| ปริมาณ | สมมติ: งดการติดตามในพื้นที่ช่วงการแพร่ระบาด ปริมาณจึงลดลง", StringComparison.Ordinal));
        sheets.Texts("เกินเกณฑ์").ShouldContain(text => text.StartsWith("SA09 | ", StringComparison.Ordinal) && text.Contains("ยังไม่มีคำอธิบาย ผู้ต้องจัดทำ: กองคลัง กลุ่มงานบัญชี", StringComparison.Ordinal));
        sheets.Texts("ข้อสังเกต").ShouldContain(text => text.StartsWith("COST-019 | 2564 | SA09", StringComparison.Ordinal));
        sheets.Texts("ข้อสังเกต").ShouldContain(text => text.StartsWith("COST-020 | 2564 | มีคำอธิบายของ SA99", StringComparison.Ordinal));
    }

    [Fact]
    public void Adjustments_change_the_year_before_in_the_comparison_only()
    {
        var without = Write(WholeDepartment.Input with { Adjustments = [] });
        var (plain, adjusted) = (new Sheets(without), new Sheets(Whole.Value));
        var table8 = AccountsInput.Report.Sheets.Single(sheet => sheet.Prefix == "table_8");
        (adjusted.At(table8, "รวมทั้งสิ้น", "old_total").NumericCellValue - plain.At(table8, "รวมทั้งสิ้น", "old_total").NumericCellValue).ShouldBe(-125_000 + 84_500, 0.001);
        adjusted.At(table8, "รวมทั้งสิ้น", "new_total").NumericCellValue.ShouldBe(plain.At(table8, "รวมทั้งสิ้น", "new_total").NumericCellValue);
        var annex = AccountsInput.Report.Sheets.Single(sheet => sheet.Prefix == "annex_d");
        foreach (var (centre, change) in new[] { ("P30 สถจ.นครราชสีมา", -125_000d), ("D01 กองคลัง (สมมติ)", 84_500d) })
            (adjusted.At(annex, centre, "after").NumericCellValue - adjusted.At(annex, centre, "before").NumericCellValue).ShouldBe(change, 0.001);
    }

    [Fact]
    public void What_the_form_prints_itself_is_counted_once_and_not_once_for_each_province()
    {
        var table = AccountsInput.Report.Sheets.Single(sheet => sheet.Prefix == "table_5");
        var quantity = new Sheets(Whole.Value).At(table, "พัฒนาบุคลากร", "quantity");
        quantity.NumericCellValue.ShouldBe(7_850, "74 returns repeat it");
        quantity.CellStyle.GetDataFormatString().ShouldNotContain("*", Case.Sensitive, "nobody is missing");
    }

    [Fact]
    public void Offices_far_from_the_median_are_marked_and_listed()
    {
        var sheets = new Sheets(Whole.Value);
        var far = AccountsInput.Report.Sheets.Single(sheet => sheet.Prefix == "far_offices");
        var first = sheets.Rows("ห่างมัธยฐาน").First(row => row.GetCell(sheets.ColumnOf(far, "office"))?.ToString() == "สถจ.เชียงใหม่");
        first.GetCell(sheets.ColumnOf(far, "number")).NumericCellValue.ShouldBe(1, "twelve times less of it than the others");
        first.GetCell(sheets.ColumnOf(far, "from_median")).NumericCellValue.ShouldBeGreaterThan(500);
        var matrix = sheets.Rows("รายจังหวัด").First(row => row.GetCell(1)?.ToString() == "สถจ.เชียงใหม่");
        matrix.GetCell(2 + 9).CellStyle.GetDataFormatString().ShouldContain("▲", Case.Sensitive, "SA10; the figure stays a number");
        matrix.GetCell(2 + 9).CellType.ShouldBe(CellType.Numeric);
    }

    [Fact]
    public void The_chart_lives_in_the_template_and_reads_the_bars_of_the_sheet()
    {
        using var zip = new ZipArchive(new MemoryStream(Whole.Value));
        using var reader = new StreamReader(zip.GetEntry("xl/charts/chart1.xml").ShouldNotBeNull().Open());
        var ranges = Regex.Matches(reader.ReadToEnd(), "<c:f>'การกระจาย'!\\$([A-Z]+)\\$([0-9]+):\\$[A-Z]+\\$([0-9]+)</c:f>");
        ranges.Count.ShouldBe(10, "five bars with their labels");
        var rows = new Sheets(Whole.Value).Rows("การกระจาย").ToDictionary(row => row.RowNum + 1);
        foreach (Match range in ranges)
            for (var row = int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture); row <= int.Parse(range.Groups[3].Value, CultureInfo.InvariantCulture); row++)
                rows[row].GetCell(NPOI.SS.Util.CellReference.ConvertColStringToIndex(range.Groups[1].Value)).CellType.ShouldNotBe(CellType.Blank);
    }

    [Fact]
    public void The_made_up_ratios_are_said_on_every_sheet_of_figures()
    {
        var sheets = new Sheets(Whole.Value);
        foreach (var sheet in AccountsInput.Report.Sheets.Where(sheet => !sheet.IsManifest))
            sheets.Texts(sheet.Name).ShouldContain(text => text.StartsWith("ข้อมูลสมมติทั้งไฟล์", StringComparison.Ordinal), sheet.Name);
    }

    internal static byte[] Write(AccountsInput input)
    {
        var (bytes, findings) = input.Write();
        return bytes.ShouldNotBeNull(string.Join("\n", findings.Select(finding => $"{finding.Kind.Id} {finding.Message}")));
    }

    private static string LabelOf(string table, string row) => (table, row) switch
    {
        ("1", "total") => "รวมต้นทุนผลผลิต",
        (_, "total") => "รวมทั้งสิ้น",
        ("1", _) => CostKinds.Categories.Single(category => category.Code() == row).Thai(),
        ("2", _) => HandWorked.Drivers.Centres.Value.Single(centre => centre.Code == row).Name,
        _ => HandWorked.Drivers.Support.FirstOrDefault(one => one.Code == row)?.Name ?? row,
    };

    private static string ContentOf(byte[] bytes) => ReportContent.HashOf(new MemoryStream(bytes), AccountsInput.Report.ManifestSheets).Hex;

    // The sheet of evidence holds the hashes of template and rules, which change with them.
    private static List<string> WithoutHashes(byte[] bytes) => [.. WorkbookFacts.Of(bytes).Select(fact => Regex.Replace(fact, "“[0-9a-f]{64}”", "“(hash)”"))];
}

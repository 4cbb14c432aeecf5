using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using FsCheck;
using FsCheck.Fluent;
using static Dla.Etl.Tests.Validation.CostFile;

namespace Dla.Etl.Tests.Validation.Rules;

/// <summary>What the export of the accounting system is checked by.</summary>
public class CostByCostCentreTests
{
    public static TheoryData<string, string, string[]> ControlLines => new()
    {
        { "equal to the satang", Control("#30.25"), [] },
        { "one satang more", Control("#30.26"), ["VAL-090 H7"] },
        { "one satang less", Control("#30.24"), ["VAL-090 H7"] },
        { "as text with a grouping comma", Control("30.25"), [] },
        { "another word for it", Control("#30.25", "ยอดคุม"), [] },
        { "with the count of rows in Thai digits", Control("#30.25", "ยอดรวมทั้งสิ้น ๒ รายการ"), [] },
        { "with another count", Control("#30.25", "รวมทั้งสิ้น 3 รายการ"), ["VAL-092 A7"] },
        { "with a number that counts something else", Control("#30.25", "รวมทั้งสิ้น 12 เดือน"), [] },
        { "none", "", ["VAL-091"] },
        { "a sum that is no control line", Control("#30.25", "รวม"), ["VAL-091"] },
        { "without an amount", Control(""), ["VAL-093 A7"] },
        { "with words for its amount", Control("สามสิบบาท"), ["NORM-006 H7"] },
        { "twice the same, as two pages print it", Control("#30.25") + Control("#30.25"), [] },
        { "twice, and not the same", Control("#30.25") + Control("#31.25"), ["VAL-090 H8"] },
    };

    [Theory]
    [MemberData(nameof(ControlLines))]
    public void Rows_are_checked_by_the_files_own_total(string because, string control, string[] told) =>
        Complaints(Head() + Line("P11", "#10.00") + Line("P11", "#20.25") + control).ShouldBe(told, because);

    [Fact]
    public void An_unreadable_amount_is_told_once_and_no_total_is_compared() =>
        Complaints(Head() + Line("P11", "#10.00") + Line("P11", "สิบบาท") + Control("#30.25")).ShouldBe(["NORM-006 H6"]);

    [Fact]
    public void Whatever_the_rows_and_their_order_only_the_exact_total_passes() => Prop.ForAll(
        Gen.NonEmptyListOf(Gen.Choose(-2_000_000_000, 2_000_000_000)).ToArbitrary(),
        rows =>
        {
            var total = rows.Sum(row => (decimal)row);
            var lines = string.Concat(rows.Select(row => Line("P11", Satang(row), "ทดสอบ")));
            Complaints(Head() + lines + Control(Satang(total))).ShouldBeEmpty();
            Complaints(Head() + lines + Control(Satang(total + 1))).ShouldHaveSingleItem().ShouldStartWith("VAL-090");
        }).QuickCheckThrowOnFailure();

    public static TheoryData<string, string?, string[], string[]> Units => new()
    {
        { "baht", "หน่วย : บาท", [], [] },
        { "in brackets", "(หน่วย: บาท)", [], [] },
        { "in two cells", "หน่วย|บาท", [], [] },
        { "thousands", "หน่วย : พันบาท", ["VAL-094 A3"], [] },
        { "thousands in two cells", "หน่วย :|พันบาท", ["VAL-094 A3"], [] },
        { "millions", "หน่วย : ล้านบาท", ["VAL-094 A3"], [] },
        { "thousands in figures, in brackets", "(หน่วย : 1000 บาท)", ["VAL-094 A3"], [] },
        { "Thai figures", "หน่วย : ๑๐๐๐ บาท", ["VAL-094 A3"], [] },
        { "the word alone", "หน่วย : พัน", ["VAL-094 A3"], [] },
        { "nothing but the unit", "(พันบาท)", ["VAL-094 A3"], [] },
        { "unit of money", "หน่วยเงิน : พันบาท", ["VAL-094 A3"], [] },
        { "a scale that nobody uses", "หน่วย : แสนบาท", ["VAL-149 A3"], [] },
        { "another currency", "หน่วย : ดอลลาร์", ["VAL-149 A3"], [] },
        { "two units", "หน่วย : พันบาท/ล้านบาท", ["VAL-149 A3"], [] },
        { "something else and baht", "หน่วย : โครงการ/บาท", [], [] },
        { "nothing is said", null, [], ["VAL-097"] },
        { "a line that only begins alike", "หน่วยตรวจสอบภายใน", [], ["VAL-097"] },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void The_unit_of_the_money_is_baht(string because, string? line, string[] told, string[] infos)
    {
        var (_, findings) = Examine(Head(unit: line) + Line("P11", "#10.00") + Control("#10.00"));
        findings.Where(finding => finding.Severity > Severity.Info).Select(Told).ShouldBe(told, because);
        findings.Where(finding => finding.Kind.Id == "VAL-097").Select(finding => finding.Kind.Id).ShouldBe(infos, because);
    }

    [Fact]
    public void Thousands_are_refused_with_what_they_would_be() =>
        Examine(Head(unit: "หน่วย : พันบาท") + Line("P11", "#1234.50") + Control("#1234.50")).Findings.Single(finding => finding.Kind.Id == "VAL-094").Message
            .ShouldBe("ไฟล์ระบุหน่วยเป็นพันบาท แต่แบบรายงานนี้ต้องเป็นบาท หากจำนวนเป็นพันบาทจริง ยอดรวม 1,234.50 พันบาท คือ 1,234,500.00 บาท");

    public static TheoryData<string, decimal, string?, string[]> Years => new()
    {
        { "a thousandth of last year's, and no unit said", 10_000_000m, null, ["VAL-095"] },
        { "the same of a file that says baht", 10_000_000m, "หน่วย : บาท", ["VAL-096"] },
        { "a millionth", 10_000_000_000m, null, ["VAL-095"] },
        { "exactly half of a thousandth", 20_000_000m, null, ["VAL-095"] },
        { "just beyond it", 20_000_000.01m, null, [] },
        { "exactly twice a thousandth", 5_000_000m, null, ["VAL-095"] },
        { "just beyond it", 4_999_999.99m, null, [] },
        { "a tenth is a change and no unit", 100_000m, null, [] },
        { "who says thousands is told so, and not twice", 10_000_000m, "หน่วย : พันบาท", ["VAL-094 A3"] },
        { "nothing the year before", 0m, null, [] },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void Thousands_show_by_the_year_before(string because, decimal before, string? unit, string[] told) =>
        Complaints(Head(unit: unit) + Line("P11", "#9000") + Line("D01", "#1000") + Control("#10000"), null, ("P96", before))
            .Where(one => one != "COST-037").ShouldBe(told, because);

    public static TheoryData<string, int, string[]> Centres => new()
    {
        { "all twenty of last year", 20, [] },
        { "two of twenty are a tenth", 18, ["COST-036"] },
        { "three of twenty are more: the export was cut", 17, ["COST-037"] },
        { "one that stands for all", 1, ["COST-037"] },
    };

    [Theory]
    [MemberData(nameof(Centres))]
    public void A_cut_export_does_not_replace_that_of_the_department(string because, int sent, string[] told)
    {
        (string, decimal)[] before = [.. Enumerable.Range(11, 17).Concat(Enumerable.Range(30, 3)).Select(number => ($"P{number}", 100m))];
        var lines = string.Concat(before.Take(sent).Select(centre => Line(centre.Item1, "#100")));
        Complaints(Head() + lines + Control($"#{sent * 100}"), null, before).ShouldBe(told, because);
    }

    [Fact]
    public void A_centre_with_several_lines_is_compared_by_their_sum()
    {
        var lines = Head() + Line("P11", "#400") + Line("P11", "#500") + Line("P12", "#100") + Control("#1000");
        Complaints(lines, null, ("P11", 300), ("P12", 100)).ShouldBeEmpty("900 is exactly three times 300");
        var told = Examine(lines, null, ("P11", 299.99m), ("P12", 100)).Findings.Single(finding => finding.Kind.Id == "VAL-070");
        told.Message.ShouldBe("จำนวนเงินของรายการค่าใช้จ่าย “P11” รวม 2 แถว สูงกว่าปีก่อนมากผิดปกติ พบ 900.00 บาท ปีก่อน 299.99 บาท");
        told.Place.Cell.ToString().ShouldBe("H5");
    }

    public static TheoryData<string, string, string[]> Lines => new()
    {
        { "a credit with a note is told", Line("P11", "#-5", "รับคืน"), ["COST-005 H5"] },
        { "a credit without", Line("P11", "#-5"), ["COST-004 H5"] },
        { "in parentheses, as text", Line("P11", "(5.00)"), ["COST-004 H5"] },
        { "a dash is no credit", Line("P11", "-"), [] },
        { "depreciation from its own source", "P11||ค่าเสื่อมราคาและค่าตัดจำหน่าย|ค่าเสื่อมราคา|ทางตรง|คงที่||#5\n", [] },
        { "depreciation from cash", "P11||ค่าเสื่อมราคาและค่าตัดจำหน่าย|งบกลาง|ทางตรง|คงที่||#5\n", ["COST-003 D5"] },
        { "cash from no source", "P11||ค่าใช้จ่ายเดินทาง|ค่าเสื่อมราคา|ทางตรง|คงที่||#5\n", ["COST-003 D5"] },
        { "without a source nothing is said of depreciation", "P11||ค่าเสื่อมราคาและค่าตัดจำหน่าย||ทางตรง|คงที่||#5\n", ["VAL-002 D5"] },
        { "a division", Line("D09", "#5"), [] },
        { "a centre that nobody knows, twice", Line("P10", "#5") + Line("P10", "#6"), ["COST-002 A5"] },
        { "a code in small letters is another code", Line("p11", "#5"), ["COST-002 A5"] },
        { "grants that only pass through", "P11||ค่าใช้จ่ายเงินอุดหนุน|เงินในงบประมาณ|ทางตรง|คงที่|5107010102|#5\n", ["COST-031 H5"] },
        { "other grants", "P11||ค่าใช้จ่ายเงินอุดหนุน|เงินในงบประมาณ|ทางตรง|คงที่|5107010199|#5\n", [] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Lines_are_judged_by_the_rules_of_the_year(string because, string lines, string[] told) =>
        Examine(Head() + lines, MadeUp).Findings.Where(finding => finding.Kind.Id is "VAL-002" || finding.Kind.Room == "COST").Select(Told).ShouldBe(told, because);

    public static TheoryData<string, DefinitionFiles?, string> Unchecked => new()
    {
        { "no rules are at hand", null, "ไม่มีไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. 2564" },
        { "the year has none", Definitions.Templates.Forms.Definitions, "ไม่มีไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. 2564" },
        { "the file is wrong", DefinitionFiles.Of("x", [new DefinitionFile("rules/allocation/drivers.2564.yaml", "rules: x\n"u8.ToArray())]), "ไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. 2564 ผิดที่ " },
    };

    [Theory]
    [MemberData(nameof(Unchecked))]
    public void What_cannot_be_checked_is_said(string because, DefinitionFiles? rules, string reason)
    {
        var findings = Examine(Head() + Line("X99", "#5") + Control("#5"), rules).Findings;
        findings.ShouldNotContain(finding => finding.Kind.Id == "COST-002", because);
        findings.Single(finding => finding.Kind.Id == "COST-030").Reason.ShouldStartWith(reason, customMessage: because);
    }

    [Fact]
    public void The_list_of_the_year_may_be_unknown() =>
        Examine(Head(2563) + Line("X99", "#5") + Control("#5"), Definitions.Templates.Forms.Definitions).Findings.Single(finding => finding.Kind.Id == "COST-030").Message
            .ShouldBe("ไม่ได้ตรวจรหัสศูนย์ต้นทุนกับรายชื่อของปีงบประมาณ พ.ศ. 2563 เพราะไม่มีเอกสารของกองคลังที่ระบุเรื่องนี้");

    [Fact]
    public void Codes_are_kept_and_not_words()
    {
        var row = Examine(Head() + Line("P11", "#5") + Control("#5")).Return!.Rows.Single();
        row.Fields.Select(field => field.Text ?? field.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(["P11", "0", "travel", "budget", "direct", "variable", "0", "500", "0"]);
        row.Fields[1].State.ShouldBe(FieldState.Missing);
    }

    [Fact]
    public void An_export_without_lines_is_no_year_without_costs() => Complaints(Head() + Control("#0")).ShouldBe(["VAL-015"]);

    private static string Satang(decimal satang) => "#" + (satang / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Measures.UnitCost;

/// <summary>What is not known or cannot be stops the allocation with a finding that names it; what is wrong in a driver file stops its load.</summary>
public class AllocationFindingsTests
{
    private static readonly CostLine Line = HandWorked.Costs[0];

    public static TheoryData<string, string, string, string> Stopped => new()
    {
        { "A1: 45, A2: 45}", "A1: {unknown: ไม่มีผู้บันทึก}, A2: 45}", "COST-001 อัตราส่วน (ร้อยละ) ของกิจกรรมย่อยสนับสนุน S1 การเงินและบัญชี ส่วนของ A1", "one ratio" },
        { "{S2: 10, A1: 45, A2: 45}", "{unknown: ไม่มีเอกสาร}", "COST-001 อัตราส่วน (ร้อยละ) ของกิจกรรมย่อยสนับสนุน S1 การเงินและบัญชี", "a whole split" },
        { "{S2: 10, A1: 45, A2: 45}", "{}", "COST-007 กิจกรรมย่อยสนับสนุน S1 การเงินและบัญชี", "a support sub-activity without receivers" },
        { "{C11: 3, C12: 2, C90: 2}", "{C11: 3, C12: {unknown: ไม่มีบัญชีคน}, C90: 2}", "COST-001 จำนวนบุคลากร (คน) ของต้นทุนทางอ้อม I1 ค่าใช้จ่ายดำเนินงานส่วนกลาง ส่วนของ C12", "a driver figure" },
        { "{C11: 3, C12: 2, C90: 2}", "{C11: 0, C12: 0, C90: 0}", "COST-007 ต้นทุนทางอ้อม I1 ค่าใช้จ่ายดำเนินงานส่วนกลาง", "a driver of nought" },
        { "  - {centres: [C12], source: 'สมมติ', shares: {A1: 40, A2: 40, A3: 20}}\n", "", "COST-008 C12 สถจ. สมมติ ข", "a centre whose sub-activities nobody gave" },
        { "categories: [operating]", "categories: [travel]", "COST-006 ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค", "indirect cost without a driver" },
        { "exclusions:\n  - {code: E1, category: grants, accounts: ['5107'], reason: 'เงินอุดหนุนที่ส่งผ่านให้ อปท.', source: 'สมมติ'}", "exclusions: {unknown: ไม่มีเอกสาร}", "COST-001 รายการที่ไม่นำมาคำนวณ เช่น เงินอุดหนุนส่งผ่าน", "nobody knows what passes through" },
        { "U1: 50, U2: 50", "U1: {unknown: ไม่ทราบ}, U2: {unknown: ไม่ทราบ}", "COST-001 อัตราส่วน (ร้อยละ) ของกิจกรรมย่อย A2 สู่ผลผลิตย่อย ส่วนของ U1; COST-001 อัตราส่วน (ร้อยละ) ของกิจกรรมย่อย A2 สู่ผลผลิตย่อย ส่วนของ U2", "every one is named" },
    };

    [Theory]
    [MemberData(nameof(Stopped))]
    public void What_is_not_known_is_named(string instead, string yaml, string expected, string reason)
    {
        var step = Allocation.Compute(HandWorked.Costs, HandWorked.Read(Changed(instead, yaml)));
        step.Artefact.ShouldBeNull(reason);
        string.Join("; ", step.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Kind.Id} {finding.Subject}")).ShouldBe(expected, reason);
    }

    [Fact]
    public void A_driver_that_no_cost_needs_may_be_unknown() =>
        Allocation.Compute([Line], HandWorked.Read(Changed("{C11: 3, C12: 2, C90: 2}", "{unknown: ไม่มีเอกสาร}"))).Artefact.ShouldNotBeNull();

    [Fact]
    public void Centres_that_nobody_knows_stop_it_too()
    {
        var from = HandWorked.Yaml.IndexOf("centres:", StringComparison.Ordinal);
        var to = HandWorked.Yaml.IndexOf("drivers:", StringComparison.Ordinal);
        HandWorked.FindingsOf($"{HandWorked.Yaml[..from]}centres: {{unknown: ไม่มีรายชื่อ}}\n\n{HandWorked.Yaml[to..]}").Single(finding => finding.Severity == Severity.Error).Message.ShouldBe("คำนวณต้นทุนไม่ได้ เพราะไม่ทราบศูนย์ต้นทุน: ไม่มีรายชื่อ");
    }

    public static TheoryData<string, CostLine, string> Lines => new()
    {
        { "a centre that nobody knows", Line with { Centre = "C77" }, "COST-002" },
        { "depreciation paid from a budget", Line with { Category = ExpenseCategory.Depreciation }, "COST-003" },
        { "salaries paid from depreciation", Line with { Source = FundingSource.Depreciation }, "COST-003" },
        { "a credit without a note", Line with { Amount = new Baht(-1) }, "COST-004" },
        { "a credit with a note", Line with { Amount = new Baht(-1), Note = "รับคืน" }, "COST-005" },
        { "nought", Line with { Amount = new Baht(0) }, "" },
        { "a line that is left out is looked at as well", Line with { Category = ExpenseCategory.Grants, Account = "5107", Centre = "C77" }, "COST-002" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_that_cannot_be_is_told(string reason, CostLine line, string expected)
    {
        var step = Allocation.Compute([.. HandWorked.Costs.Where(one => one.Amount.Satang > 0), line], HandWorked.Drivers);
        string.Join(' ', step.Findings.Select(finding => finding.Kind.Id).Where(id => id != "COST-010")).ShouldBe(expected, reason);
        (step.Artefact is null).ShouldBe(expected is not ("" or "COST-005"), reason);
    }

    [Fact]
    public void A_year_without_costs_is_told_and_one_whose_costs_are_all_left_out_as_well()
    {
        Allocation.Compute([], HandWorked.Drivers).Findings[0].Kind.Id.ShouldBe("COST-009");
        Allocation.Compute([.. HandWorked.Costs.Where(line => line.Account == "5107")], HandWorked.Drivers).Findings[0].Kind.Id.ShouldBe("COST-009");
    }

    [Fact]
    public void Quantities_without_costs_and_quantities_of_some_provinces_are_told()
    {
        var findings = HandWorked.YearOf(HandWorked.Drivers, [Line with { Centre = "C90" }], HandWorked.Quantities.Where(volume => volume.Unit != "12"))
            .Findings().Select(finding => $"{finding.Kind.Id} {finding.Subject.Split(' ')[0]}").ToList();
        findings.ShouldContain("COST-013 A1", "support cost goes to it only after the table that prints it");
        findings.ShouldContain("COST-014 U1", "one of two provinces");
    }

    [Theory]
    [InlineData(1, false, "a satang is shown")]
    [InlineData(147_452_400, true, "a thousandth: thousands of baht were given")]
    public void What_remains_of_the_financial_statements_is_shown(long lacking, bool thousands, string reason)
    {
        var costs = HandWorked.Costs.Select((line, index) => index == 0 ? line with { Amount = new Baht(line.Amount.Satang - lacking), Note = "ทดสอบ" } : line);
        var reconciliation = Reconciliation.Of(Allocation.Compute([.. costs], HandWorked.Drivers).Artefact!);
        reconciliation.Remainder.Value.ShouldBe(new Baht(lacking), reason);
        reconciliation.Findings().ShouldHaveSingleItem().Message.Contains("พันบาท", StringComparison.Ordinal).ShouldBe(thousands, reason);
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "shares: {S2: 10, A1: 45, A2: 45}", "shares: {S2: 10, A1: 45, A2: 44}", "support[0].shares: the ratios make 99, not 100", "ratios" },
        { "{A1: 100/3, A2: 100/3, A3: 100/3}", "{S1: 10, A1: 90}", "support[1].shares.S1: S2 cannot give to S1, which has been spread already: the cost would go in a circle", "a circle" },
        { "{A1: 100/3, A2: 100/3, A3: 100/3}", "{S2: 10, A1: 90}", "S2 cannot give to S2", "to itself" },
        { "{U1: 100}", "{U9: 100}", "sub_outputs[0].shares.U9: U9 is not a sub-output of this file", "an unknown receiver" },
        { "{C11: 3, C12: 2, C90: 2}", "{C11: 3, C12: 2}", "drivers[0].figures: the cost centre C90 has no figure; give 0 when it takes no part", "missing is not zero" },
        { "{C11: 3, C12: 2, C90: 2}", "{C11: 3, C12: 2, C90: -2}", "drivers[0].figures.C90: must be a number not below 0", "a negative weight" },
        { "  - {sub_activities: [A2, A3]", "  - {sub_activities: [A2]", "main_activities: must divide the same sub-activities as sub_outputs", "a sub-activity without a main activity" },
        { "code: I2", "code: I1", "indirect: I1 stands twice", "a code twice" },
        { "categories: [depreciation]", "categories: [depreciation, operating]", "indirect: two pools take Operating", "two pools for a category" },
        { "categories: [depreciation]", "categories: [wages]", "“wages” is no category; allowed are personnel, training, travel, operating, depreciation, grants, other", "a category nobody knows" },
        { "driver: area", "driver: desks", "there is no driver desks; there are headcount, area", "a driver that is not there" },
        { "province: '12'", "province: '10'", "centres[1].province: must be the two digits of a province that reports", "Bangkok has no office" },
        { "  - {centres: [C12]", "  - {each_province: true, centres: [C12]", "give either centres or each_province", "both" },
        { "fiscal_year: 2563", "fiscal_year: 2564", "fiscal_year: must be the year in the name of the file", "another year" },
        { "table_3: before_step_down", "table_3: maybe", "“maybe” is not known; allowed are before_step_down, after_step_down", "a word nobody knows" },
        { "total: 2476000.00", "total: 2476000.001", "statements.total: must be an amount in baht with at most two decimals", "parts of a satang" },
        { "quantity: 1000", "quantity: many", "support[0].quantity: must be a number not below 0 with at most four decimals", "no number" },
        { "source: 'ตัวอย่างสมมติ README.md'\n", "", "source: missing key", "a file without a source" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_driver_file_is_told_with_file_and_line(string instead, string yaml, string expected, string reason)
    {
        var told = Should.Throw<DefinitionException>(() => HandWorked.Read(Changed(instead, yaml)), reason);
        told.Message.ShouldContain(expected, customMessage: reason);
        told.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_year_without_drivers_names_those_that_have_some()
    {
        var files = DefinitionFiles.Read(TestData.PathOf("unit-cost", "made-up"));
        Should.Throw<DefinitionException>(() => AllocationCatalogue.Drivers(files, FiscalYear.FromBuddhistEra(2565))).Message
            .ShouldEndWith("drivers.2565.yaml:0: (file): there is no file for fiscal year 2565; there are for 2563, 2564");
        AllocationCatalogue.Years(files, "crosswalk").ShouldBe([FiscalYear.FromBuddhistEra(2564)]);
    }

    [Fact]
    public void The_shipped_rules_are_honest_name_every_code_of_the_form_and_stop_the_calculation()
    {
        var files = DefinitionFiles.Read(Templates.Folder);
        var drivers = AllocationCatalogue.Drivers(files, FiscalYear.FromBuddhistEra(2563));
        files.All.Where(file => file.Path.StartsWith("rules/", StringComparison.Ordinal)).Select(file => System.Text.Encoding.UTF8.GetString(file.Content.ToArray()))
            .ShouldAllBe(text => !text.Contains("made_up:", StringComparison.Ordinal));
        SameCodesAsTheForm(drivers);
        drivers.Workload[0].Split.Parts.Value.Select(part => (part.To, part.Weight.IsKnown ? part.Weight.Value.ToString() : part.Weight.UnknownBecause))
            .ShouldBe(Templates.Form().Group("sub_activity").Items.Select(item =>
                (item.Code, item.Ratio.IsKnown ? Rational.Of(item.Ratio.Value, Quantity.Scale).ToString() : item.Ratio.UnknownBecause)), "the ratios of the form, no other");
        var step = Allocation.Compute([Line], drivers);
        step.Artefact.ShouldBeNull();
        step.Findings.Count(finding => finding.Kind.Id == "COST-001").ShouldBe(1 + 15 + 10 + 1, "centres, sub-activities, support, exclusions; no indirect cost, so its driver is not needed");
    }

    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void The_made_up_drivers_have_the_codes_of_the_form(int year) =>
        SameCodesAsTheForm(AllocationCatalogue.Drivers(DefinitionFiles.Read(TestData.PathOf("unit-cost", "made-up")), FiscalYear.FromBuddhistEra(year)));

    private static void SameCodesAsTheForm(AllocationDrivers drivers)
    {
        var form = Templates.Form(drivers.Year.BuddhistEra);
        IEnumerable<string> Codes(string group) => form.Group(group).Items.Select(item => item.Code);
        drivers.MainSubActivities.ShouldBe(Codes("sub_activity"));
        drivers.MainOutputs.SelectMany(rule => rule.From).ShouldBe(Codes("sub_output"));
        foreach (var item in form.Group("sub_activity").Items)
        {
            Receiver(drivers.SubOutputs, item.Code).ShouldBe(item.Parents["sub_output"]);
            Receiver(drivers.MainActivities, item.Code).ShouldBe(item.Parents["main_activity"]);
        }
    }

    private static string Receiver(IEnumerable<SplitRule> rules, string code) => rules.Single(rule => rule.From.Contains(code)).Split.Parts.Value.ShouldHaveSingleItem().To;

    private static string Changed(string instead, string yaml)
    {
        HandWorked.Yaml.ShouldContain(instead);
        return HandWorked.Yaml.Replace(instead, yaml, StringComparison.Ordinal);
    }
}

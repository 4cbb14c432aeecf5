using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Validation;

namespace Dla.Etl.Tests.Validation;

public class ReturnValidatorTests
{
    [Fact]
    public void Checks_run_in_the_order_of_the_list_after_the_earlier_findings()
    {
        var earlier = new Finding(NormalisingFindings.ToleranceUsed);
        var filed = new FiledReturn(
            SampleForm.Check("range", "sub_activity", "quantity", null, ("min", "0")),
            SampleForm.Check("required", "sub_activity")).Row("SA01").Row("SA03", -1);
        var validated = ReturnValidator.Validate(filed.Build(), ValidationContext.Empty, [earlier]);
        validated.Findings.Select(finding => finding.Kind.Id).ShouldBe(["NORM-020", "VAL-020", "VAL-001"]);
        validated.Passed.ShouldBeFalse();
    }

    [Fact]
    public void The_severity_of_the_yaml_goes_before_that_of_the_catalogue() =>
        new FiledReturn(SampleForm.Check("required", "sub_activity", severity: Severity.Warning)).Row("SA01").Row("SA03", 1).Findings()
            .Single().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void What_is_only_for_information_stays_so() =>
        new FiledReturn(SampleForm.Check("unit_matches", "sub_activity", severity: Severity.Error)).Row("SA01", 1).Findings()
            .Single().Severity.ShouldBe(Severity.Info);

    [Fact]
    public void A_template_that_came_back_empty_is_told_once() =>
        new FiledReturn(SampleForm.Check("required"), SampleForm.Check("whole_set", "sub_output"))
            .Row("SA01").Row("SA02").Row("SA03", FiledReturn.NoColumn).Row("MA1", 7850).Told().ShouldBe(
            [
                "VAL-004 ERROR ปริมาณ! แบบรายงานที่ส่งมายังไม่ได้กรอกจำนวนเลย ช่องที่ต้องกรอกทั้ง 2 ช่องยังว่าง"
                    + " > ตรวจว่าแนบไฟล์ถูกฉบับ กรอกจำนวนให้ครบทุกช่อง ช่องที่ไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งมาใหม่",
            ]);

    private static readonly string Kinds = string.Join(", ", Dla.Etl.Validation.CheckKinds.ByName.Keys.Order(StringComparer.Ordinal));

    public static TheoryData<string, object> Somethings => new()
    {
        { "a zero", 0 },
        { "a dash", FiledReturn.Dash },
        { "something unreadable", FiledReturn.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Somethings))]
    public void A_template_with_anything_in_it_is_not_empty(string why, object content) =>
        new FiledReturn(SampleForm.Check("required")).Row("SA01", content).Row("SA03").Findings().Single().Kind.ShouldBe(CompletenessFindings.BlankFigure, why);

    [Fact]
    public void A_return_without_one_of_its_columns_is_not_called_empty() =>
        new FiledReturn(SampleForm.Check("required")).Row("SA01", FiledReturn.NoColumn).Findings().Single().Kind.ShouldBe(CompletenessFindings.NoColumn);

    [Fact]
    public void A_return_without_rows_is_left_to_the_whole_set() =>
        new FiledReturn(SampleForm.Check("required"), SampleForm.Check("whole_set", "sub_output")).Findings().Single().Kind.ShouldBe(CompletenessFindings.GroupAbsent);

    public static TheoryData<string, CheckDefinition, string?> Lines => new()
    {
        { "right", SampleForm.Check("required"), null },
        { "unknown kind", SampleForm.Check("reqired"), "checks[1].kind no kind 'reqired'; there are " + Kinds },
        { "no group", SampleForm.Check("whole_set"), "checks[1] whole_set: needs a group" },
        { "unknown group", SampleForm.Check("whole_set", "sub"), "checks[1].group no group 'sub'; there are sub_activity, sub_output, main_activity, expense" },
        { "open rows", SampleForm.Check("whole_set", "expense"), "checks[1] whole_set: group 'expense' has open rows, which are never a whole set" },
        { "no field", SampleForm.Check("range", settings: ("min", "0")), "checks[1] range: needs a field" },
        { "unknown field", SampleForm.Check("range", "expense", "quantity", settings: ("min", "0")), "checks[1].field no field 'quantity' in 'expense'; there are name, budget, other, sum, paid_on" },
        { "a field without amount", SampleForm.Check("range", "expense", "paid_on", settings: ("min", "0")), "checks[1].field field 'paid_on' is no quantity, money or ratio" },
        { "no limit", SampleForm.Check("range", null, "quantity"), "checks[1] range: needs 'min' or 'max' or both" },
        { "unknown setting", SampleForm.Check("range", null, "quantity", settings: ("least", "0")), "checks[1].least no setting 'least'; there are min, max" },
        { "a limit that is no number", SampleForm.Check("range", null, "quantity", settings: ("min", "๐")), "checks[1] range: setting 'min': “๐” is not a number" },
        { "a limit finer than the field", SampleForm.Check("range", null, "quantity", settings: ("min", "0.00001")), "checks[1] range: setting 'min': “0.00001” has too many digits for a Quantity" },
        { "limits the wrong way round", SampleForm.Check("range", null, "quantity", settings: [("min", "2"), ("max", "1")]), "checks[1] range: 'min' is greater than 'max'" },
        { "equal limits", SampleForm.Check("range", null, "quantity", settings: [("min", "2"), ("max", "2")]), null },
        { "a setting is missing", SampleForm.Check("history", settings: ("more_than", "3")), "checks[1] history: needs the setting 'less_than_one_in'" },
        { "one time is no change", SampleForm.Check("history", settings: [("more_than", "1"), ("less_than_one_in", "3")]), "checks[1] history: 'more_than' must be a number above 1 and up to 1000, not “1”" },
        { "the greatest", SampleForm.Check("history", settings: [("more_than", "1000"), ("less_than_one_in", "1.5")]), null },
        { "above the greatest", SampleForm.Check("history", settings: [("more_than", "3"), ("less_than_one_in", "1001")]), "checks[1] history: 'less_than_one_in' must be a number above 1 and up to 1000, not “1001”" },
        { "unknown item", Sum("quantity", "SA01", "SA02,SA09"), "checks[1] sum: 'SA09' is not one of SA01, SA02, SA03" },
        { "unknown column", Sum(null, "total", "quantity"), "checks[1] sum: 'total' is not one of ratio, quantity" },
        { "columns of two types", Sum(null, "ratio", "quantity"), "checks[1] sum: total and parts are of different types" },
        { "a negative allowance", Sum("quantity", "SA01", "SA02", ("within", "-1")), "checks[1] sum: 'within' must be a number of 0 or more, not “-1”" },
        { "no allowance", Sum("quantity", "SA01", "SA02", ("within", "0")), null },
        { "unknown class", SampleForm.Check("class", settings: ("class", "Rule1")), "checks[1] class: no class 'Rule1' in Dla.Etl.Validation.Rules.UnitCostQuantity" },
        { "known class", SampleForm.Check("class", settings: ("class", "CountsOfAuthoritiesAgree")), null },
        { "known counts", SampleForm.Check("reference_count"), null },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_list_is_proof_read(string why, CheckDefinition check, string? problem) =>
        ReturnValidator.CheckDefinitions(SampleForm.With(SampleForm.Check("required"), check)).Select(mistake => $"{mistake.Key} {mistake.Problem}")
            .ShouldBe(problem is null ? [] : [problem], why);

    [Fact]
    public void An_unknown_count_of_the_reference_is_a_mistake()
    {
        var group = SampleForm.SubOutput;
        var form = SampleForm.With(SampleForm.Check("reference_count", "sub_output")) with
        {
            Groups = [group with { Items = [group.Items[0] with { ReferenceCount = "villages" }] }],
        };
        ReturnValidator.CheckDefinitions(form).ShouldBe([("checks[0]", "reference_count: item 'SO1': the province reference has no count 'villages'")]);
    }

    [Fact]
    public void A_form_whose_checks_cannot_be_run_is_a_mistake_of_the_program()
    {
        var filed = new FiledReturn(SampleForm.Check("reqired")).Row("SA01", 1).Build();
        Should.Throw<InvalidOperationException>(() => ReturnValidator.Validate(filed, ValidationContext.Empty, []))
            .Message.ShouldStartWith("templates/forms/sample/form.2569.yaml: checks[0].kind: no kind 'reqired'");
    }

    private static CheckDefinition Sum(string? field, string total, string parts, params (string, string)[] more) =>
        SampleForm.Check("sum", "sub_activity", field, null, [("total", total), ("parts", parts), .. more]);
}

using Dla.Etl.Definitions;

namespace Dla.Etl.Tests.Validation.Checks;

/// <summary>Lines of totals in forms that prescribe none (<c>control_total</c> with <c>parts: allowed</c>), and amounts of one row in two units (<c>same_scale</c>).</summary>
public sealed class PartTotalsTests
{
    private const string Check = "kind: control_total, group: project, field: allocated, when_missing: NONE, parts: allowed", Scale = "kind: same_scale, group: project, field: disbursed, of: allocated, within: 2";

    private static readonly FormCatalogue Form = KeyedForm.With(Check, Labels), Scaled = KeyedForm.With(Scale);

    public static TheoryData<string, string, string[]> Lines => new()
    {
        { "no line at all", "ก|ถนน|ลงนาม|#2|#0", [] },
        { "the sum", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#5", [] },
        { "a satang more", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#5.01", ["VAL-090 ERROR D6"] },
        { "the first row forgotten: the whole is the whole", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#3", ["VAL-090 ERROR D6"] },
        { "blank", "ก|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||", [] },
        { "a dash", "ก|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||-", [] },
        { "words: told, and nothing is refused", "ก|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||ห้าบาท", ["NORM-006 WARNING D5"] },
        { "an amount that cannot be read: nothing is compared", "ก|ถนน|ลงนาม|สอง|#0\nรวมทั้งสิ้น|||#5", ["NORM-006 ERROR D4"] },
        { "how many it says there are may be anything: items, projects, authorities", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น 9 รายการ|||#5", [] },
        { "parts, parts of parts, and the whole", "ก|ถนน|ลงนาม|#2|#0\nก|สะพาน|ลงนาม|#4|#0\nรวม ก|||#6\nข|ประปา|ลงนาม|#3|#0\nรวม ข|||#3\nรวมอำเภอเมือง|||#9\nค|ประปา|ลงนาม|#1|#0\nรวม|||#1\nรวมทั้งสิ้น|||#10", [] },
        { "one part that is none, though the whole is right", "ก|ถนน|ลงนาม|#2|#0\nก|สะพาน|ลงนาม|#4|#0\nรวม ก|||#7\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#9", ["VAL-148 WARNING D6"] },
        { "a head line with its total first", "รวมอำเภอเมือง|||#5\nก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมอำเภอไกล|||#4\nค|ประปา|ลงนาม|#4|#0", [] },
        { "two blocks with a whole each", "ก|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||#2\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#3", [] },
        { "the second of them wrong", "ก|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||#2\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#4", ["VAL-090 ERROR D7"] },
        { "the word goes on without a star: a row", "รวมพล|ถนน|ลงนาม|#2|#0\nรวมทั้งสิ้น|||#2", [] },
        { "brought forward is no sum to check", "ก|ถนน|ลงนาม|#2|#0\nยอดยกไป|||#99", [] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_held_against_the_rows_that_it_can_mean(string why, string rows, string[] told) => KeyedForm.Told(Form, rows).ShouldBe(told, why);

    [Fact]
    public void It_is_said_what_differs_by_how_much() => Validated(Form, "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0\nรวมทั้งสิ้น|||#6")
        .ShouldBe("ได้รับจัดสรรของโครงการ (รวมทั้งสิ้น) รวมได้ 5.00 บาท แต่ยอดคุมของไฟล์คือ 6.00 บาท ขาด 1.00 บาท");

    [Theory]
    [InlineData("#2000000|#1000", true, "half of a thousandth")]
    [InlineData("#2000000|#999.99", false, "less than that proves nothing")]
    [InlineData("#2000000|#4000", true, "twice a thousandth")]
    [InlineData("#2000000|#4000.01", false, "more than that")]
    [InlineData("#2000000|#2", true, "a millionth")]
    [InlineData("#2000000|#2000000", false, "as much")]
    [InlineData("#2000000|#0", false, "nothing yet")]
    [InlineData("#2000|#2000000", false, "too much is told by another check")]
    public void A_part_in_another_unit_is_asked_about(string amounts, bool asked, string why) =>
        KeyedForm.Told(Scaled, $"ก|ถนน|ลงนาม|{amounts}").ShouldBe(asked ? ["VAL-098 WARNING E4"] : [], why);

    [Fact]
    public void Rows_of_a_column_are_asked_about_once() => Validated(Scaled, "ก|ถนน|ลงนาม|#2000000|#1990\nข|ประปา|ลงนาม|#3000000|#2990")
        .ShouldBe("เบิกจ่ายแล้วของโครงการ “ก – ถนน” (และอีก 1 แถว) คือ 1,990.00 บาท แต่ได้รับจัดสรรคือ 2,000,000.00 บาท หากกรอกเป็นพันบาท จำนวนที่ถูกต้องคือ 1,990,000.00 บาท");

    public static TheoryData<string, string> Mistakes => new()
    {
        { Check.Replace("NONE", "FATAL", StringComparison.Ordinal), "'when_missing' must be NONE, INFO, WARNING or ERROR, not “FATAL”" },
        { Check.Replace("allowed", "yes", StringComparison.Ordinal), "'parts' must be allowed, not “yes”" },
        { Scale.Replace("of: allocated", "of: note", StringComparison.Ordinal), "'of': field 'note' is not money" },
        { Scale.Replace("within: 2", "within: 1", StringComparison.Ordinal), "'within' must be a number above 1 and up to 10, not “1”" },
        { Scale + ", severity: ERROR", "'severity' cannot be ERROR: it asks and knows nothing for sure" },
        { "kind: money_last_year, group: project, field: allocated, within: 2", "only a monthly form has it; use money_history" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_of_the_definition_is_named(string check, string message) => Should.Throw<DefinitionException>(() => KeyedForm.With(check, Labels)).Message.ShouldContain(message);

    private static string Validated(FormCatalogue form, string rows) =>
        Etl.Validation.ReturnValidator.Validate(KeyedForm.Read(form, rows).Artefact!, Etl.Validation.ValidationContext.Empty, []).Findings.ShouldHaveSingleItem().Message;

    private static string Labels(string yaml) => yaml.Replace("subtotal_labels: [รวม]", "subtotal_labels: [ยอดยกไป], control_labels: [รวมทั้งสิ้น], part_labels: [รวม, 'รวมอำเภอ*']", StringComparison.Ordinal);
}

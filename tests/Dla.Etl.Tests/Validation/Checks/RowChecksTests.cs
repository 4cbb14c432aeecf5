using Dla.Etl.Definitions;
using Dla.Etl.Validation;

namespace Dla.Etl.Tests.Validation.Checks;

/// <summary>The checks that look at the fields of one row together: at_most, only_with, filled_when, percent_of, date_within.</summary>
public sealed class RowChecksTests
{
    private const string AtMost = "kind: at_most, group: project, field: disbursed, of: allocated",
        OnlyWith = "kind: only_with, group: project, field: disbursed, with: stage, is: '3'",
        FilledWhen = "kind: filled_when, group: project, field: note, when: stage, is: '1, 2'",
        Percent = "kind: percent_of, group: project, field: percent, part: disbursed, of: allocated",
        Date = "kind: date_within, group: project, field: signed, years_before: 1";

    public static TheoryData<string, string, string, string[]> Rows => new()
    {
        { AtMost, "as much is allowed", "ก|ถนน|เบิกจ่าย|#100|#100", [] },
        { AtMost, "one satang more is not", "ก|ถนน|เบิกจ่าย|#100|#100.01", ["VAL-110 ERROR E4"] },
        { AtMost, "a stated zero bounds too", "ก|ถนน|เบิกจ่าย|-|#1", ["VAL-110 ERROR E4"] },
        { AtMost + ", severity: WARNING", "only remarked upon", "ก|ถนน|เบิกจ่าย|#1|#2", ["VAL-111 WARNING E4"] },
        { OnlyWith, "the stage allows it", "ก|ถนน|เบิกจ่าย|#9|#1", [] },
        { OnlyWith, "the stage does not", "ก|ถนน|ลงนาม|#9|#1", ["VAL-112 ERROR E4"] },
        { OnlyWith, "zero is no disbursement", "ก|ถนน|ลงนาม|#9|#0", [] },
        { OnlyWith, "a stage that could not be read is told once", "ก|ถนน|นอน|#9|#1", ["NORM-010 ERROR C4"] },
        { OnlyWith + ", severity: WARNING", "only remarked upon", "ก|ถนน|ลงนาม|#9|#1", ["VAL-113 WARNING E4"] },
        { FilledWhen, "blank where it must not be", "ก|ถนน|ไม่พร้อม|#9|#0", ["VAL-114 ERROR H4"] },
        { FilledWhen, "the second code counts too", "ก|ถนน|ลงนาม|#9|#0", ["VAL-114 ERROR H4"] },
        { FilledWhen, "filled", "ก|ถนน|ไม่พร้อม|#9|#0|||ที่ดินมีข้อพิพาท", [] },
        { FilledWhen, "another stage", "ก|ถนน|เบิกจ่าย|#9|#0", [] },
        { FilledWhen + ", severity: WARNING", "only remarked upon", "ก|ถนน|ลงนาม|#9|#0", ["VAL-115 WARNING H4"] },
        { FilledWhen, "who has nothing to report has no stage", "ก|ไม่มีรายการ", [] },
        { Percent, "85 is 85", "ก|ถนน|เบิกจ่าย|#100|#85|#85", [] },
        { Percent, "in words", "ก|ถนน|เบิกจ่าย|#100|#85|ร้อยละ 85", [] },
        { Percent, "rounded to a whole", "ก|ถนน|เบิกจ่าย|#300|#100|#33", [] },
        { Percent, "rounded up", "ก|ถนน|เบิกจ่าย|#3|#2|#66.67", [] },
        { Percent, "cut off", "ก|ถนน|เบิกจ่าย|#3|#2|#66.66", [] },
        { Percent, "a whole point off", "ก|ถนน|เบิกจ่าย|#100|#85|#86", ["VAL-116 WARNING F4"] },
        { Percent, "a hundredth off", "ก|ถนน|เบิกจ่าย|#3|#2|#66.68", ["VAL-116 WARNING F4"] },
        { Percent, "a share is understood", "ก|ถนน|เบิกจ่าย|#100|#85|#0.85", [] },
        { Percent, "a share that does not fit", "ก|ถนน|เบิกจ่าย|#100|#85|#0.58", ["VAL-116 WARNING F4"] },
        { Percent, "1 may be a hundred per cent", "ก|ถนน|เบิกจ่าย|#100|#100|#1", [] },
        { Percent, "or one", "ก|ถนน|เบิกจ่าย|#100|#1|#1", [] },
        { Percent, "of nothing", "ก|ถนน|เบิกจ่าย|#0|#0|#85", ["VAL-118 WARNING F4"] },
        { Percent, "nothing of nothing", "ก|ถนน|เบิกจ่าย|#0|#0|-", [] },
        { Percent, "blank is not asked for", "ก|ถนน|เบิกจ่าย|#100|#85", [] },
        { Date, "either era", "ก|ถนน|เบิกจ่าย|#9|#1||1 ก.พ. 2566\nข|ถนน|เบิกจ่าย|#9|#1||2023-02-01\nค|ถนน|เบิกจ่าย|#9|#1||1/2/66", [] },
        { Date, "the first day that may be", "ก|ถนน|เบิกจ่าย|#9|#1||1/10/2564", [] },
        { Date, "the day before it", "ก|ถนน|เบิกจ่าย|#9|#1||30/9/2564", ["VAL-119 ERROR G4"] },
        { Date, "the last day that may be", "ก|ถนน|เบิกจ่าย|#9|#1||30/9/2566", [] },
        { Date, "the day after it", "ก|ถนน|เบิกจ่าย|#9|#1||1/10/2566", ["VAL-119 ERROR G4"] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_looked_at(string check, string why, string rows, string[] told) => KeyedForm.Told(KeyedForm.With(check), rows).ShouldBe(told, why);

    public static TheoryData<string, string, string> Sentences => new()
    {
        { AtMost, "ก|ถนน|เบิกจ่าย|#100|#250", "เบิกจ่ายแล้วของโครงการ “ก – ถนน” คือ 250.00 บาท มากกว่าได้รับจัดสรร ซึ่งมี 100.00 บาท" },
        { OnlyWith, "ก|ถนน|ลงนาม|#9|#1", "เบิกจ่ายแล้วของโครงการ “ก – ถนน” คือ 1.00 บาท แต่สถานะคือ “ลงนาม” ซึ่งมีได้เมื่อสถานะเป็น “เบิกจ่าย” เท่านั้น" },
        { FilledWhen, "ก|ถนน|ลงนาม|#9|#0", "ยังไม่ได้กรอกหมายเหตุของแถวของโครงการ “ก – ถนน” ซึ่งต้องมีเมื่อสถานะคือ “ลงนาม”" },
        { Percent, "ก|ถนน|เบิกจ่าย|#100|#85|#86", "ร้อยละของโครงการ “ก – ถนน” เขียนว่า 86 แต่คำนวณจากจำนวนเงินในแถวได้ร้อยละ 85" },
        { Percent, "ก|ถนน|เบิกจ่าย|#100|#85|#0.85", "ร้อยละของโครงการ “ก – ถนน” เขียนเป็นสัดส่วน 0.85 ตรงกับร้อยละ 85" },
        { Percent, "ก|ถนน|เบิกจ่าย|#0|#0|#85", "ร้อยละของโครงการ “ก – ถนน” เขียนว่า 85 แต่ได้รับจัดสรรเป็น 0 จึงคิดร้อยละไม่ได้" },
        { Date, "ก|ถนน|เบิกจ่าย|#9|#1||1/2/2556", "วันที่สัญญาของโครงการ “ก – ถนน” คือวันที่ 1 กุมภาพันธ์ 2556 ซึ่งไม่อยู่ระหว่างวันที่ 1 ตุลาคม 2564 ถึงวันที่ 30 กันยายน 2566" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_said_so_that_an_officer_can_act(string check, string rows, string sentence)
    {
        var read = KeyedForm.Read(KeyedForm.With(check), rows);
        ReturnValidator.Validate(read.Artefact!, ValidationContext.Empty, []).Findings.Single().Message.ShouldBe(sentence);
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "kind: at_most, group: project, field: disbursed, of: road", "at_most: 'of': no field 'road' in 'project'; there are place, project, stage, allocated, disbursed, percent, signed, note" },
        { "kind: at_most, group: project, field: disbursed, of: percent", "at_most: 'of': field 'percent' is not of the type of 'disbursed'" },
        { "kind: only_with, group: project, field: disbursed, with: note, is: '3'", "only_with: 'with': field 'note' is not a closed list" },
        { "kind: only_with, group: project, field: disbursed, with: stage, is: '3, 9'", "only_with: 'is': no code '9'; there are 1, 2, 3" },
        { "kind: filled_when, group: project, field: note, when: stage", "filled_when: needs the setting 'is'" },
        { "kind: percent_of, group: project, field: allocated, part: disbursed, of: allocated", "percent_of: field 'allocated' is no ratio" },
        { "kind: percent_of, group: project, field: percent, part: disbursed, of: percent", "percent_of: 'of': field 'percent' is not money" },
        { "kind: date_within, group: project, field: note, years_before: 1", "date_within: field 'note' is no date" },
        { "kind: date_within, group: project, field: signed, years_before: 1.5", "date_within: 'years_before' must be a whole number from 0 to 30, not “1.5”" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_of_the_definition_is_named(string check, string message) =>
        Should.Throw<DefinitionException>(() => KeyedForm.With(check)).Message.ShouldEndWith(message);

    [Fact]
    public void Money_carried_over_that_was_counted_in_is_recognised()
    {
        var forms = KeyedForm.With("kind: percent_of, group: project, field: percent, part: disbursed, of: allocated, apart: carried", text => text.Replace(
            "      - {code: percent,", "      - {code: carried, label: เงินกัน, role: figure, type: baht}\n      - {code: percent,", StringComparison.Ordinal)
            .Replace("  - {kind: range, group: project, field: allocated, min: 0}", "  - {kind: range, group: project, field: allocated, min: 0}\n  - {kind: range, group: project, field: carried, min: 0}", StringComparison.Ordinal));
        var read = KeyedForm.Read(forms, "หน่วยงาน|โครงการ|สถานะ|ได้รับจัดสรร|เบิกจ่ายแล้ว|ร้อยละ|เงินกัน\nก|ถนน|เบิกจ่าย|#100|#50|#80|#30");
        ReturnValidator.Validate(read.Artefact!, ValidationContext.Empty, []).Findings.Single().Message.ShouldEndWith("ได้ร้อยละ 50 ดูเหมือนรวมเงินกันด้วย ซึ่งไม่นำมาคิดร้อยละ");
    }
}

using Dla.Etl.Definitions;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation.Checks;

/// <summary>The checks that compare a row with the same row of the month before: not_less, not_back, keeps_rows, money_history by rows, nothing_to_report.</summary>
public sealed class MonthChecksTests
{
    private const string NotLess = "kind: not_less, group: project, field: disbursed, note: note", NotBack = "kind: not_back, group: project, field: stage, note: note",
        Keeps = "kind: keeps_rows, group: project", Money = "kind: money_history, group: project, field: allocated, within: 2, rows: note, severity: ERROR";

    // ก|ถนน stood at step 2 with 2,000,000 baht of which 500 were paid, ข|ประปา at step 3 with 3,000,000 and 1,000.
    private static readonly PriorFigures Before = new(Period.Parse("2566-04").Value, new Dictionary<FigureKey, PriorFigure>
    {
        [Key("ก|ถนน", "allocated")] = new(200_000_000, ""), [Key("ก|ถนน", "disbursed")] = new(50_000, ""),
        [Key("ข|ประปา", "allocated")] = new(300_000_000, ""), [Key("ข|ประปา", "disbursed")] = new(100_000, ""),
    })
    {
        Texts = new Dictionary<FigureKey, string>
        {
            [Key("ก|ถนน", "stage")] = "2", [Key("ก|ถนน", "place")] = "ก", [Key("ก|ถนน", "project")] = "ถ นน",
            [Key("ข|ประปา", "stage")] = "3", [Key("ข|ประปา", "place")] = "ข", [Key("ข|ประปา", "project")] = "ประปา",
        },
    };

    public static TheoryData<string, string, string, string[]> Rows => new()
    {
        { NotLess, "as much", "ก|ถนน|ลงนาม|#2000000|#500", [] },
        { NotLess, "a satang less", "ก|ถนน|ลงนาม|#2000000|#499.99", ["VAL-130 ERROR E4"] },
        { NotLess, "less with a note", "ก|ถนน|ลงนาม|#2000000|#400|||เบิกเกินส่งคืน", ["VAL-131 INFO E4"] },
        { NotLess, "nothing, stated", "ก|ถนน|ลงนาม|#2000000|-", ["NORM-022 INFO E4", "VAL-130 ERROR E4"] },
        { NotLess, "a row that was not there", "ค|ถนน|ลงนาม|#1|#0", [] },
        { NotLess, "written with another space it is the same row", "ก|ถนน |ลงนาม|#2000000|#1", ["VAL-130 ERROR E4"] },
        { NotBack, "the same step", "ก|ถนน|ลงนาม|#2|#0", [] },
        { NotBack, "on", "ก|ถนน|เบิกจ่าย|#2|#0", [] },
        { NotBack, "back", "ก|ถนน|ไม่พร้อม|#2|#0", ["VAL-132 ERROR C4"] },
        { NotBack, "back with a note", "ก|ถนน|ไม่พร้อม|#2|#0|||ผู้รับจ้างทิ้งงาน", ["VAL-133 INFO C4"] },
        { NotBack, "a step of a row that was not there", "ค|ถนน|ไม่พร้อม|#2|#0", [] },
        { Keeps, "both are there", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#2|#0", [] },
        { Keeps, "one is gone", "ก|ถนน|ลงนาม|#2|#0", ["VAL-134 WARNING "] },
        { Keeps, "one has another name", "ก|ถนน|ลงนาม|#2|#0\nข|ระบบประปา|ลงนาม|#2|#0", ["VAL-134 WARNING "] },
        { Keeps, "a key that could not be read may be the one", "ก|ถนน|ลงนาม|#2|#0\n|ประปา|ลงนาม|#2|#0", ["VAL-002 ERROR A5"] },
        { Money, "as before", "ก|ถนน|ลงนาม|#2000000|#0\nข|ประปา|ลงนาม|#3000000|#0", [] },
        { Money, "all in thousands: once for the whole", "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000|#0", ["VAL-095 ERROR "] },
        { Money, "all in millions", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3|#0", ["VAL-095 ERROR "] },
        { Money, "all a thousandfold", "ก|ถนน|ลงนาม|#2000000000|#0\nข|ประปา|ลงนาม|#3000000000|#0", ["VAL-095 ERROR "] },
        { Money, "all a millionfold", "ก|ถนน|ลงนาม|#2000000000000|#0\nข|ประปา|ลงนาม|#3000000000000|#0", ["VAL-095 ERROR "] },
        { Money, "one row in thousands", "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
        { Money, "one row in millions", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
        { Money, "one row a thousandfold stands out of the total too", "ก|ถนน|ลงนาม|#2000000|#0\nข|ประปา|ลงนาม|#3000000|#0\nค|ถนน|ลงนาม|#9|#0", [] },
        { Money, "exactly half of a thousandth", "ก|ถนน|ลงนาม|#1000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
        { Money, "a little less than that", "ก|ถนน|ลงนาม|#999.99|#0\nข|ประปา|ลงนาม|#3000000|#0", [] },
        { Money, "with a note", "ก|ถนน|ลงนาม|#2000|#0|||โอนคืนคลัง\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-138 INFO D4"] },
        { Money, "the only row with a note: its total needs none", "ก|ถนน|ลงนาม|#2500|#0|||โอนคืนคลัง", ["VAL-138 INFO D4"] },
        { "kind: not_less, group: project, field: allocated, note: note\n" + Money, "what looks like another unit is told once", "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
        { "kind: not_less, group: project, field: allocated, note: note\n" + Money, "what became less is told as such", "ก|ถนน|ลงนาม|#1900000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-130 ERROR D4"] },
        { Keeps, "nothing to report after figures is told at its row alone", "ก|ไม่มีรายการ\nข|ประปา|ลงนาม|#2|#0", ["VAL-135 ERROR B4"] },
        { Keeps, "nothing of a place that had none", "ก|ถนน|ลงนาม|#2|#0\nข|ประปา|ลงนาม|#2|#0\nค|ไม่มีรายการ", [] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_month_is_held_against_the_one_before(string check, string why, string rows, string[] told) =>
        KeyedForm.Told(KeyedForm.With(check), rows, Before, infos: true).ShouldBe(told, why);

    [Theory]
    [InlineData("ก|ถนน|ลงนาม|#2000000|", new[] { "VAL-139 ERROR E4", "VAL-139 ERROR B4" }, "a blank cell, and a column that is gone")]
    [InlineData("ก|ถนน|ลงนาม|#2000000||||ยกเลิกสัญญา", new[] { "VAL-140 INFO E4", "VAL-140 INFO B4" }, "the note says why")]
    [InlineData("ข|ประปา|ลงนาม|#3000000|", new[] { "VAL-139 ERROR E4" }, "what was zero then may be blank now")]
    [InlineData("ค|ถนน|ลงนาม|#2000000|", new string[0], "a row that was not there")]
    [InlineData("ก|ไม่มีรายการ", new[] { "VAL-135 ERROR B4" }, "nothing to report is told once")]
    public void A_figure_that_was_there_may_not_be_left_blank(string rows, string[] told, string why)
    {
        var forms = KeyedForm.With(NotLess + "\n" + NotLess.Replace("disbursed", "over", StringComparison.Ordinal) + "\nkind: range, group: project, field: over, min: 0", yaml => yaml.Replace(
            "label: เบิกจ่ายแล้ว, role: figure, type: baht, required: true}", "label: เบิกจ่ายแล้ว, role: figure, type: baht}\n      - {code: over, label: เหลื่อมปี, role: figure, type: baht}", StringComparison.Ordinal));
        var before = Before with { Figures = new Dictionary<FigureKey, PriorFigure>(Before.Figures) { [Key("ก|ถนน", "over")] = new(700, ""), [Key("ข|ประปา", "over")] = new(0, "") } };
        KeyedForm.Told(forms, rows, before, infos: true).ShouldBe(told, why);
    }

    // The same, of a month that comes after the one that is filed now, with what only the later month says.
    private static PriorFigures After(string note = "") => Before with
    {
        Period = Period.Parse("2566-07").Value,
        Texts = new Dictionary<FigureKey, string>(Before.Texts) { [Key("ก|ถนน", "note")] = note, [Key("ค|none", "project")] = "none" },
        OtherMonths = new Dictionary<string, Period> { ["ข|ประปา"] = Period.Parse("2566-08").Value },
    };

    public static TheoryData<string, string, string, string[]> Late => new()
    {
        { NotLess, "as much as the later month", "ก|ถนน|ลงนาม|#2000000|#500", [] },
        { NotLess, "a satang more", "ก|ถนน|ลงนาม|#2000000|#500.01", ["VAL-141 ERROR E4"] },
        { NotLess, "more with a note", "ก|ถนน|ลงนาม|#2000000|#600|||จะส่งคืนในเดือนกรกฎาคม", ["VAL-142 INFO E4"] },
        { NotLess, "a row that the later month has not: keeps_rows speaks of it", "ก|สะพาน|ลงนาม|#1|#9", [] },
        { NotLess, "more, which is no other unit since nothing looks for that", "ก|ถนน|ลงนาม|#2000000|#500000", ["VAL-141 ERROR E4"] },
        { NotBack, "the same step", "ก|ถนน|ลงนาม|#2|#0", [] },
        { NotBack, "a step before", "ก|ถนน|ไม่พร้อม|#2|#0", [] },
        { NotBack, "a step beyond", "ก|ถนน|เบิกจ่าย|#2|#0", ["VAL-143 ERROR C4"] },
        { NotBack, "a step beyond with a note", "ก|ถนน|เบิกจ่าย|#2|#0|||ผู้รับจ้างทิ้งงานภายหลัง", ["VAL-144 INFO C4"] },
        { Keeps, "fewer rows than later: more came", "ก|ถนน|ลงนาม|#2|#0", [] },
        { Keeps, "a row that the later month has not", "ก|ถนน|ลงนาม|#2|#0\nก|สะพาน|ลงนาม|#2|#0", ["VAL-145 WARNING "] },
        { Keeps, "one without money", "ก|ถนน|ลงนาม|#2|#0\nก|สะพาน|ลงนาม|#0|#0", [] },
        { Keeps, "of a place that the later month has not heard of", "ง|สะพาน|ลงนาม|#2|#0", [] },
        { Keeps, "the later month says that there is nothing: told once for the place", "ค|ถนน|ลงนาม|#2|#0\nค|ประปา|ลงนาม|#3|#0", ["VAL-146 ERROR B4"] },
        { Keeps, "nothing both times", "ค|ไม่มีรายการ", [] },
        { Money, "all in thousands", "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000|#0", ["VAL-095 ERROR "] },
        { Money, "one row in thousands", "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
        { "kind: not_less, group: project, field: allocated, note: note\n" + Money, "a thousandfold of the later month is told as another unit alone", "ก|ถนน|ลงนาม|#2000000000|#0\nข|ประปา|ลงนาม|#3000000|#0", ["VAL-137 ERROR D4"] },
    };

    [Theory]
    [MemberData(nameof(Late))]
    public void A_month_that_comes_late_is_held_against_the_later_one(string check, string why, string rows, string[] told) =>
        KeyedForm.Told(KeyedForm.With(check), rows, infos: true, after: After()).ShouldBe(told, why);

    [Fact]
    public void The_note_of_the_later_month_explains_as_well_and_a_blank_there_is_less()
    {
        KeyedForm.Told(KeyedForm.With(NotLess), "ก|ถนน|ลงนาม|#2000000|#600", infos: true, after: After("เบิกเกินส่งคืน")).ShouldBe(["VAL-142 INFO E4"]);
        KeyedForm.Told(KeyedForm.With(NotBack), "ก|ถนน|เบิกจ่าย|#2|#0", infos: true, after: After("ผู้รับจ้างทิ้งงาน")).ShouldBe(["VAL-144 INFO C4"]);
        var blank = After() with { Figures = Before.Figures.Where(one => one.Key.Field != "disbursed").ToDictionary() };
        KeyedForm.Told(KeyedForm.With(NotLess), "ก|ถนน|ลงนาม|#2000000|#0.01\nข|ประปา|ลงนาม|#3000000|#0", after: blank).ShouldBe(["VAL-141 ERROR E4"]);
    }

    [Fact]
    public void Between_two_months_both_are_asked() => KeyedForm.Told(KeyedForm.With(NotLess), "ก|ถนน|ลงนาม|#2000000|#499\nข|ประปา|ลงนาม|#3000000|#1001", Before, after: After())
        .ShouldBe(["VAL-130 ERROR E4", "VAL-141 ERROR E5"]);

    [Theory]
    [InlineData(NotLess)]
    [InlineData(NotBack)]
    [InlineData(Keeps)]
    [InlineData(Money)]
    public void Without_history_nothing_is_said(string check) => KeyedForm.Told(KeyedForm.With(check), "ก|ถนน|ไม่พร้อม|#2|#0").ShouldBeEmpty();

    [Fact]
    public void Nothing_to_report_after_figures_may_be_explained()
    {
        var forms = KeyedForm.With("", text => text.Replace("{kind: nothing_to_report, group: project}", "{kind: nothing_to_report, group: project, note: note}", StringComparison.Ordinal));
        KeyedForm.Told(forms, "ก|ไม่มีรายการ||||||รายงานผิดหน่วยงานในเดือนก่อน", Before, infos: true).ShouldBe(["VAL-136 INFO B4"]);
        KeyedForm.Told(forms, "ก|ไม่มีรายการ", Before).ShouldBe(["VAL-135 ERROR B4"]);
    }

    public static TheoryData<string, string, string> Sentences => new()
    {
        { NotLess, "ก|ถนน|ลงนาม|#2000000|#0.5", "เบิกจ่ายแล้วของโครงการ “ก – ถนน” คือ 0.50 บาท น้อยกว่าเดือนเมษายน พ.ศ. 2566 ซึ่งคือ 500.00 บาท ทั้งที่เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ หากกรอกเป็นพันบาท จำนวนที่ถูกต้องคือ 500.00 บาท" },
        { NotLess, "ก|ถนน|ลงนาม|#2000000|#100", "เบิกจ่ายแล้วของโครงการ “ก – ถนน” คือ 100.00 บาท น้อยกว่าเดือนเมษายน พ.ศ. 2566 ซึ่งคือ 500.00 บาท ทั้งที่เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ" },
        { NotBack, "ก|ถนน|ไม่พร้อม|#2|#0", "สถานะของโครงการ “ก – ถนน” คือ “ไม่พร้อม” แต่เดือนเมษายน พ.ศ. 2566 คือ “ลงนาม” สถานะจึงย้อนกลับ" },
        { Keeps, "ก|ถนน|ลงนาม|#2|#0", "ไม่พบ 1 รายการที่มียอดในเดือนเมษายน พ.ศ. 2566 ได้แก่ “ข – ประปา”" },
        { Money, "ก|ถนน|ลงนาม|#2000|#0\nข|ประปา|ลงนาม|#3000000|#0", "ได้รับจัดสรรของโครงการ “ก – ถนน” คือ 2,000.00 บาท แต่เดือนเมษายน พ.ศ. 2566 คือ 2,000,000.00 บาท หากกรอกเป็นพันบาท จำนวนที่ถูกต้องคือ 2,000,000.00 บาท" },
        { Money, "ก|ถนน|ลงนาม|#2000000000|#0\nข|ประปา|ลงนาม|#3000000000|#0", "ได้รับจัดสรรของโครงการ รวมได้ 5,000,000,000.00 บาท แต่เดือนเมษายน พ.ศ. 2566 รวมได้ 5,000,000.00 บาท หากกรอกเกินไป 1,000 เท่า จำนวนที่ถูกต้องคือ 5,000,000.00 บาท" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_said_with_both_figures_and_a_proposal(string check, string rows, string sentence) =>
        ReturnValidator.Validate(KeyedForm.Read(KeyedForm.With(check), rows).Artefact!, new ValidationContext(Before), []).Findings.Single().Message.ShouldBe(sentence);

    public static TheoryData<string, string, string, string> LateSentences => new()
    {
        {
            NotLess, "ก|ถนน|ลงนาม|#2000000|#600", "เบิกจ่ายแล้วของโครงการ “ก – ถนน” ในปีงบประมาณ พ.ศ. 2566 คือ 600.00 บาท มากกว่าเดือนกรกฎาคม พ.ศ. 2566 ที่มีในระบบแล้ว ซึ่งคือ 500.00 บาท ทั้งที่เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ",
            "หากเดือนนี้ผิด ให้แก้เซลล์ E4 แล้วส่งไฟล์เดิมกลับมาใหม่ หากเดือนกรกฎาคม พ.ศ. 2566 ผิด ให้ส่งไฟล์ของเดือนกรกฎาคม พ.ศ. 2566 ที่แก้ไขแล้วมาก่อน"
        },
        { NotLess, "ข|ประปา|ลงนาม|#2000000|#1001", "มากกว่าเดือนสิงหาคม พ.ศ. 2566 ที่มีในระบบแล้ว ซึ่งคือ 1,000.00 บาท", "เดือนสิงหาคม" },
        { NotBack, "ก|ถนน|เบิกจ่าย|#2|#0", "คือ “เบิกจ่าย” แต่เดือนกรกฎาคม พ.ศ. 2566 ที่มีในระบบแล้วคือ “ลงนาม” สถานะจึงย้อนกลับในเดือนหลัง", "ยกเลิกประกาศ" },
        { Money, "ก|ถนน|ลงนาม|#2000|#0", "แต่เดือนกรกฎาคม พ.ศ. 2566 คือ 2,000,000.00 บาท หากกรอกเป็นพันบาท จำนวนที่ถูกต้องคือ 2,000,000.00 บาท หากเดือนหลังเป็นฝ่ายผิดหน่วย ให้ส่งเดือนนั้นที่แก้ไขแล้วมาก่อน", "D4" },
        { Keeps, "ก|สะพาน|ลงนาม|#2|#0", "เดือนกรกฎาคม พ.ศ. 2566 ที่มีในระบบแล้ว ไม่มี 1 รายการที่มียอดในไฟล์นี้ ได้แก่ “ก – สะพาน”", "ส่งไฟล์ของเดือนนั้น" },
        { Keeps, "ค|ถนน|ลงนาม|#2|#0", "แต่เดือนกรกฎาคม พ.ศ. 2566 ที่มีในระบบแล้วแจ้งว่าไม่มีรายการ", "เขียนเหตุผล" },
    };

    [Theory]
    [MemberData(nameof(LateSentences))]
    public void It_is_said_which_of_the_two_months_to_mend(string check, string rows, string message, string whatToDo)
    {
        var said = ReturnValidator.Validate(KeyedForm.Read(KeyedForm.With(check), rows).Artefact!, new ValidationContext((PriorFigures?)null) { After = After() }, []).Findings
            .Where(finding => finding.Kind.Id != "VAL-095").ToList().ShouldHaveSingleItem();
        said.Message.ShouldContain(message);
        said.WhatToDo.ShouldContain(whatToDo);
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "kind: not_less, group: project, field: disbursed", "not_less: needs the setting 'note'" },
        { "kind: not_less, group: project, field: disbursed, note: stage", "not_less: 'note': field 'stage' is not a text" },
        { "kind: not_back, group: project, field: note, note: note", "not_back: field 'note' is not a closed list" },
        { "kind: money_history, group: project, field: allocated, within: 2, rows: signed", "money_history: 'rows': field 'signed' is not a text" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_of_the_definition_is_named(string check, string message) =>
        Should.Throw<DefinitionException>(() => KeyedForm.With(check)).Message.ShouldEndWith(message);

    private static FigureKey Key(string item, string field) => new("project", item, field);
}

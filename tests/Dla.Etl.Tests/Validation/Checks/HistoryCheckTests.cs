using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation.Checks;

public class HistoryCheckTests
{
    private const string Same = " หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่";

    public static TheoryData<string, object?, decimal, string?> Years => new()
    {
        { "just more than three times", 300.0001m, 100, "VAL-070 สูงกว่าปีก่อนมากผิดปกติ พบ 300.0001 ปีก่อน 100 > ตรวจสอบจำนวนในเซลล์ D9" + Same },
        { "exactly three times", 300, 100, null },
        { "the same", 100, 100, null },
        { "exactly a third", 100, 300, null },
        { "just less than a third", 99.9999m, 300, "VAL-071 ต่ำกว่าปีก่อนมากผิดปกติ พบ 99.9999 ปีก่อน 300 > ตรวจสอบจำนวนในเซลล์ D9" + Same },
        { "zero before, something now", 0.0001m, 0, "VAL-072 ปีก่อนรายงานเป็น 0 แต่ปีนี้พบ 0.0001 > ตรวจสอบจำนวนในเซลล์ D9 หากเริ่มมีผลงานปีนี้จริงไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "something before, zero now", 0, 0.0001m, "VAL-073 ปีนี้เป็น 0 แต่ปีก่อนรายงาน 0.0001 > ตรวจสอบจำนวนในเซลล์ D9 หากปีนี้ไม่มีผลงานจริงไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "something before, a stated zero now", FiledReturn.Dash, 7, "VAL-073 ปีนี้เป็น 0 แต่ปีก่อนรายงาน 7 > ตรวจสอบจำนวนในเซลล์ D9 หากปีนี้ไม่มีผลงานจริงไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "zero in both years", 0, 0, null },
        { "negative now: range says so", -900, 100, null },
        { "negative before", 900, -100, null },
        { "blank now: required says so", null, 100, null },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void Three_times_or_a_third(string why, object? now, decimal before, string? told) =>
        Filed().Row("SA01", now, "เรื่อง").Row("SA03", 1, "คน").Findings(Before("SA01", before, "เรื่อง"))
            .Select(finding => $"{finding.Kind.Id} {finding.Message["ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ".Length..]} > {finding.WhatToDo}")
            .ShouldBe(told is null ? [] : [told], why);

    [Fact]
    public void The_whole_finding_is_a_warning_at_the_figure() =>
        Filed().Row("SA01", 31, "เรื่อง").Told(Before("SA01", 10, "เรื่อง")).ShouldBe(
        [
            "VAL-070 WARNING ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ สูงกว่าปีก่อนมากผิดปกติ พบ 31 ปีก่อน 10 > ตรวจสอบจำนวนในเซลล์ D9" + Same,
        ]);

    [Fact]
    public void Without_a_previous_year_nothing_is_said() => Filed().Row("SA01", 1_000_000).Told().ShouldBeEmpty();

    [Fact]
    public void An_item_that_was_missing_the_year_before_has_no_history() =>
        Filed().Row("SA03", 1_000_000, "คน").Told(Before("SA01", 1, "เรื่อง")).ShouldBeEmpty();

    public static TheoryData<string, object?, string, string?> Units => new()
    {
        { "the same unit of the sender", "ครั้ง", "ครั้ง", null },
        { "another unit of the sender", "ครั้ง", "เรื่อง", "พบ “ครั้ง” ปีก่อน “เรื่อง”" },
        { "no unit any more", null, "เรื่อง", "พบ “ไม่ระบุ” ปีก่อน “เรื่อง”" },
        { "no unit the year before", "ครั้ง", "", "พบ “ครั้ง” ปีก่อน “ไม่ระบุ”" },
        { "no unit in both years", null, "", null },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void Figures_of_different_units_are_not_compared(string why, object? unit, string before, string? told) =>
        Filed().Row("SA02", 100, unit).Told(Before("SA02", 100, before)).ShouldBe(told is null ? [] :
        [
            $"VAL-074 WARNING ปริมาณ!D9 หน่วยนับของกิจกรรมย่อยที่ 2 ติดตาม DLTV ต่างจากปีก่อน {told} จึงเปรียบเทียบกับปีก่อนไม่ได้"
                + " > ตรวจสอบหน่วยนับในแถวของเซลล์ D9" + Same,
        ], why);

    private static FiledReturn Filed() =>
        new(SampleForm.Check("history", "sub_activity", "quantity", null, ("more_than", "3"), ("less_than_one_in", "3")));

    private static PriorFigures Before(string item, decimal amount, string unit) => new(FiscalYear.FromBuddhistEra(2568), new Dictionary<FigureKey, PriorFigure>
    {
        [new FigureKey("sub_activity", item, "quantity")] = new((long)(amount * 10_000), unit),
    });
}

namespace Dla.Etl.Tests.Validation.Checks;

public class SumCheckTests
{
    private const string Advice = " > ตรวจสอบเซลล์ {0} และรายการย่อยที่นำมารวม แก้ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่";

    public static TheoryData<string, decimal, string?> AcrossTheRow => new()
    {
        { "one satang less than allowed", 1498.99m, "1,498.99" },
        { "the least allowed", 1499m, null },
        { "exact", 1500m, null },
        { "the greatest allowed", 1501m, null },
        { "one satang more than allowed", 1501.01m, "1,501.01" },
    };

    [Theory]
    [MemberData(nameof(AcrossTheRow))]
    public void Fields_of_a_row_give_or_take_1_baht(string why, decimal total, string? told) =>
        new FiledReturn(SampleForm.Check("sum", "expense", null, null, ("total", "sum"), ("parts", "budget, other"), ("within", "1")))
            .Open("ค่าวัสดุ", 1000, 500, total, 1).Told().ShouldBe(told is null ? [] :
            [
                $"VAL-060 ERROR ปริมาณ!E9 รวมเงินของค่าใช้จ่าย “ค่าวัสดุ” ไม่เท่ากับผลบวกของรายการย่อย พบ {told} บาท ควรเป็น 1,500.00 บาท"
                    + Advice.Replace("{0}", "E9", StringComparison.Ordinal),
            ], why);

    public static TheoryData<string, object?, object?, string?> DownTheColumn => new()
    {
        { "just below", 4.9999m, 2, "4.9999" },
        { "equal", 5, 2, null },
        { "just above", 5.0001m, 2, "5.0001" },
        { "a blank part: missing is not zero", 9, null, null },
        { "a stated zero is a part", 3, FiledReturn.Dash, null },
        { "an unreadable total", FiledReturn.Unreadable, 2, null },
    };

    [Theory]
    [MemberData(nameof(DownTheColumn))]
    public void Items_of_a_column(string why, object? total, object? part, string? told) =>
        Column().Row("SA01", total).Row("SA02", 3).Row("SA03", part).Told().ShouldBe(told is null ? [] :
        [
            $"VAL-060 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ไม่เท่ากับผลบวกของรายการย่อย พบ {told} ควรเป็น 5"
                + Advice.Replace("{0}", "D9", StringComparison.Ordinal),
        ], why);

    [Fact]
    public void An_absent_or_repeated_item_leaves_nothing_to_add() =>
        (Column().Row("SA01", 99).Row("SA02", 3).Told().Count, Column().Row("SA01", 99).Row("SA02", 3).Row("SA03", 1).Row("SA03", 1).Told().Count).ShouldBe((0, 0));

    private static FiledReturn Column() => new(SampleForm.Check("sum", "sub_activity", "quantity", null, ("total", "SA01"), ("parts", "SA02,SA03")));
}

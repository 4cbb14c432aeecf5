namespace Dla.Etl.Tests.Validation.Checks;

public class UnitMatchesCheckTests
{
    private const string Other = "VAL-030 ERROR ปริมาณ!{0} หน่วยนับของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ไม่ตรงกับแบบ พบ “ครั้ง” ต้องเป็น “เรื่อง”"
        + " > นับผลงานเป็น “เรื่อง” แล้วแก้จำนวนและหน่วยนับ (เซลล์ {0}) ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่";

    private const string FormUsed = "VAL-032 INFO ปริมาณ!D9 ไม่ได้ระบุหน่วยนับของกิจกรรมย่อย {0} แถว เริ่มที่ D9 ระบบใช้หน่วยนับตามแบบ"
        + " > ไม่ต้องแก้ไข หากท่านนับเป็นหน่วยอื่น ให้แก้จำนวนตามหน่วยนับของแบบแล้วส่งมาใหม่";

    private const string Kept = "VAL-033 INFO ปริมาณ!D9 แบบไม่ได้กำหนดหน่วยนับของกิจกรรมย่อย 1 แถว เริ่มที่ D9 ระบบใช้หน่วยนับตามที่ท่านระบุ"
        + " > ไม่ต้องแก้ไข จำนวนจะนำไปรวมเฉพาะกับจังหวัดที่ใช้หน่วยนับเดียวกัน";

    private const string Unknown = "VAL-034 WARNING ปริมาณ!D9 กิจกรรมย่อยที่ 2 ติดตาม DLTV ไม่มีหน่วยนับ และแบบไม่ได้กำหนดไว้ ระบบบันทึกจำนวนไว้โดยไม่นำไปรวมกับจำนวนที่มีหน่วยนับ"
        + " > โปรดระบุหน่วยนับในแถวของเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่";

    private const string Disagree = "VAL-031 ERROR ปริมาณ!D9 หน่วยนับของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ขัดกันเอง ในช่องจำนวนเขียนว่า “ครั้ง” แต่ในช่องหน่วยนับเขียนว่า “เรื่อง”"
        + " > กรอกเฉพาะตัวเลขในเซลล์ D9 และให้หน่วยนับอยู่ในช่องหน่วยนับเพียงที่เดียว แล้วส่งไฟล์เดิมกลับมาใหม่";

    private static FiledReturn Filed => new(SampleForm.Check("unit_matches", "sub_activity"));

    public static TheoryData<string, string, object?, string?, string?> Units => new()
    {
        { "the form's unit in its column", "SA01", "เรื่อง", null, null },
        { "the form's unit in the quantity cell", "SA01", null, "เรื่อง", null },
        { "the form's unit in both", "SA01", "เรื่อง", "เรื่อง", null },
        { "another unit in its column", "SA01", "ครั้ง", null, Other.Replace("{0}", "E9", StringComparison.Ordinal) },
        { "another unit in the quantity cell", "SA01", null, "ครั้ง", Other.Replace("{0}", "D9", StringComparison.Ordinal) },
        { "another unit in both", "SA01", "ครั้ง", "ครั้ง", Other.Replace("{0}", "E9", StringComparison.Ordinal) },
        { "column and cell disagree", "SA01", "เรื่อง", "ครั้ง", Disagree },
        { "no unit, the form knows it", "SA01", null, null, FormUsed.Replace("{0}", "1", StringComparison.Ordinal) },
        { "no such column, the form knows it", "SA01", FiledReturn.NoColumn, null, FormUsed.Replace("{0}", "1", StringComparison.Ordinal) },
        { "the form's unit is lost, the sender gives one", "SA02", "ครั้ง", null, Kept },
        { "the form's unit is lost, the sender gives one in the cell", "SA02", null, "ครั้ง", Kept },
        { "nobody knows the unit", "SA02", null, null, Unknown },
        { "an unreadable unit has its own finding", "SA01", FiledReturn.Unreadable, "ครั้ง", null },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void A_figure_of_4(string why, string item, object? unit, string? inCell, string? told) =>
        Filed.Row(item, 4, unit, unitInCell: inCell).Told().ShouldBe(told is null ? [] : [told], why);

    [Fact]
    public void Another_unit_is_told_even_where_the_figure_is_still_blank() =>
        new FiledReturn(SampleForm.Check("unit_matches", "sub_activity")).Row("SA01", null, "ครั้ง").Row("SA03", 1, "คน").Told()
            .ShouldBe([Other.Replace("{0}", "E9", StringComparison.Ordinal)]);

    [Fact]
    public void A_blank_figure_needs_no_unit() => Filed.Row("SA01").Row("SA02").Row("SA03", 1, "คน").Told().ShouldBeEmpty();

    [Fact]
    public void What_is_only_for_information_is_told_once_with_its_count() =>
        Filed.Row("SA01", 4).Row("SA03", 5).Told().ShouldBe([FormUsed.Replace("{0}", "2", StringComparison.Ordinal)]);

    [Fact]
    public void A_unit_that_the_form_prints_by_another_name_is_compared_in_its_canonical_spelling() =>
        new FiledReturn(SampleForm.Check("unit_matches", "sub_output")).Row("SO1", 4, "แห่ง").Told().ShouldBeEmpty();

    [Fact]
    public void The_unit_that_is_wanted_is_told_as_the_form_prints_it() =>
        new FiledReturn(SampleForm.Check("unit_matches", "sub_output")).Row("SO1", 4, "คน").Told()
            .ShouldHaveSingleItem().ShouldContain("พบ “คน” ต้องเป็น “จำนวน อปท. ในจังหวัด”");

    [Fact]
    public void A_row_that_nobody_knows_is_left_to_the_whole_set() => Filed.Row("งานอื่น ๆ", 4).Told().ShouldBeEmpty();
}

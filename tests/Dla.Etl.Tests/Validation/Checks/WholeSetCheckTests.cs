namespace Dla.Etl.Tests.Validation.Checks;

public class WholeSetCheckTests
{
    private static FiledReturn Filed => new(SampleForm.Check("whole_set", "sub_activity"));

    [Fact]
    public void Every_item_once_is_right_in_any_order() => Filed.Row("SA03", 1).Row("SA01", 1).Row("SA02", 1).Told().ShouldBeEmpty();

    [Fact]
    public void An_item_without_a_row_is_told_by_its_name() =>
        Filed.Row("SA01", 1).Row("SA03", 1).Told().ShouldBe(
        [
            "VAL-010 ERROR ! ไม่พบกิจกรรมย่อยที่ 2 ติดตาม DLTV ในไฟล์ > เพิ่มแถวของรายการนี้ตามแบบรายงาน กรอกจำนวน แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    [Fact]
    public void An_item_twice_is_told_with_both_cells() =>
        Filed.Row("SA01", 1).Row("SA02", 1).Row("SA03", 1).Row("SA01", 2).Told().ShouldBe(
        [
            "VAL-012 ERROR ปริมาณ!B12 กิจกรรมย่อยที่ 1 ตอบข้อหารือ มีมากกว่าหนึ่งแถว พบที่เซลล์ B9 และ B12"
                + " > เหลือไว้เพียงแถวเดียวที่มีจำนวนถูกต้อง ลบแถวที่ซ้ำ แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    [Fact]
    public void An_item_on_two_sheets_is_told_with_both_sheets() =>
        Filed.Row("SA01", 1).Row("SA02", 1).Row("SA03", 1).OnSheet(1, "หน้า 2").Row("SA01", 2).Findings().Single().Message
            .ShouldBe("กิจกรรมย่อยที่ 1 ตอบข้อหารือ มีมากกว่าหนึ่งแถว พบที่เซลล์ B9 ของแผ่นงาน “ปริมาณ” และ B12 ของแผ่นงาน “หน้า 2”");

    [Fact]
    public void A_row_that_the_form_does_not_list_is_told_in_the_words_of_the_sender() =>
        Filed.Row("SA01", 1).Row("SA02", 1).Row("SA03", 1).Row("งานอื่น ๆ", 2).Told().ShouldBe(
        [
            "VAL-011 ERROR ปริมาณ!B12 กิจกรรมย่อย “งานอื่น ๆ” ไม่อยู่ในแบบรายงาน"
                + " > ใช้ชื่อรายการตามแบบรายงาน หากเป็นรายการที่เพิ่มเองให้ลบแถวของเซลล์ B12 แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    [Fact]
    public void A_group_of_which_nothing_came_is_told_once() =>
        Filed.Row("SO1", 1).Told().ShouldBe(
        [
            "VAL-013 ERROR ! ไม่พบกิจกรรมย่อยในไฟล์แม้แต่รายการเดียว จากทั้งหมด 3 รายการ"
                + " > ตรวจว่าส่งครบทุกหน้าและทุกแผ่นงานของแบบรายงาน แล้วส่งไฟล์ที่ครบถ้วนมาใหม่",
        ]);

    [Fact]
    public void As_many_unknown_rows_as_the_departments_copy_has_lost_are_warnings_and_the_next_is_an_error() =>
        new FiledReturn(SampleForm.Check("whole_set", "main_activity"))
            .Row("MA1", 1).Row("บริหารจัดการ", 1, group: "main_activity").Row("อื่น ๆ", 1, group: "main_activity").Told().ShouldBe(
            [
                "VAL-014 WARNING ปริมาณ!B10 กิจกรรมหลัก “บริหารจัดการ” ไม่อยู่ในรายการที่กรมฯ มี แต่อาจเป็นรายการที่ต้นฉบับอ่านไม่ได้"
                    + " > ไม่ต้องส่งใหม่ กรมฯ จะตรวจสอบรายการในเซลล์ B10",
                "VAL-011 ERROR ปริมาณ!B11 กิจกรรมหลัก “อื่น ๆ” ไม่อยู่ในแบบรายงาน"
                    + " > ใช้ชื่อรายการตามแบบรายงาน หากเป็นรายการที่เพิ่มเองให้ลบแถวของเซลล์ B11 แล้วส่งไฟล์เดิมกลับมาใหม่",
            ]);
}

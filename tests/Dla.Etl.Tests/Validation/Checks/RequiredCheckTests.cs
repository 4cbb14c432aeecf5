namespace Dla.Etl.Tests.Validation.Checks;

public class RequiredCheckTests
{
    private const string Blank = "VAL-001 ERROR ปริมาณ!D9 ยังไม่ได้กรอกปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ"
        + " > กรอกจำนวนลงในเซลล์ D9 หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่";

    private static FiledReturn Filed => new(SampleForm.Check("required"));

    [Fact]
    public void A_blank_figure_is_told_with_its_cell_and_what_to_write() =>
        Filed.Row("SA01").Row("SA03", 4).Told().ShouldBe([Blank]);

    public static TheoryData<string, object> Filled => new()
    {
        { "a number", 12 },
        { "the number zero", 0 },
        { "a dash is a stated zero", FiledReturn.Dash },
        { "what cannot be read has its own finding", FiledReturn.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Filled))]
    public void Anything_but_a_blank_fills_the_cell(string why, object content) =>
        Filed.Row("SA01", content).Row("SA03", 4).Told().ShouldBeEmpty(why);

    [Fact]
    public void A_field_that_is_not_marked_required_may_be_blank() =>
        Filed.Row("MA1").Row("SA01", 4).Told().ShouldBeEmpty();

    [Fact]
    public void The_field_that_the_line_names_is_required_whatever_its_mark() =>
        new FiledReturn(SampleForm.Check("required", "sub_activity", "unit")).Row("SA01", 4).Told().ShouldBe(
        [
            "VAL-002 ERROR ปริมาณ!E9 ยังไม่ได้กรอกหน่วยนับของกิจกรรมย่อยที่ 1 ตอบข้อหารือ > กรอกข้อมูลลงในเซลล์ E9 แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    [Fact]
    public void An_open_row_goes_by_the_label_of_the_sender() =>
        Filed.Open("ค่าวัสดุ", 10, 0, 10, null).Told().ShouldBe(
        [
            "VAL-002 ERROR ปริมาณ!F9 ยังไม่ได้กรอกวันที่จ่ายของค่าใช้จ่าย “ค่าวัสดุ” > กรอกข้อมูลลงในเซลล์ F9 แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    [Fact]
    public void A_column_that_is_not_there_is_told_once() =>
        Filed.Row("SA01", FiledReturn.NoColumn).Row("SA02", FiledReturn.NoColumn).Row("SO1", 4).Told().ShouldBe(
        [
            "VAL-003 ERROR ปริมาณ! ไม่พบคอลัมน์ “ปริมาณ” ของกิจกรรมย่อย"
                + " > ใช้แบบรายงานที่กรมฯ ส่งให้โดยไม่ลบหรือเปลี่ยนชื่อหัวคอลัมน์ กรอกข้อมูลให้ครบ แล้วส่งมาใหม่",
        ]);

    [Fact]
    public void A_row_that_nobody_knows_is_left_to_the_whole_set() =>
        Filed.Row("กิจกรรมที่เพิ่มเอง").Row("SA01", 4).Told().ShouldBeEmpty();
}

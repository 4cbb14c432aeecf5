using System.Text.Json;
using Dla.Etl.Distribution;

namespace Dla.Etl.Tests.Distribution;

public class CheckTextTests
{
    [Fact]
    public void A_file_with_nothing_to_say_takes_one_line() =>
        CheckText.Compose("56.xlsx", []).ShouldBe("56.xlsx: ผ่าน (ไม่พบข้อที่ต้องแก้ไขหรือข้อสังเกต)\n");

    [Fact]
    public void Findings_follow_gravest_first_and_the_rest_is_counted() =>
        CheckText.Compose("ก\nข.xlsx", [AnswerSamples.Digits, AnswerSamples.More, AnswerSamples.Unit], inFull: 1).ShouldBe(
            "ก\\nข.xlsx: ไม่ผ่าน (ต้องแก้ไข 1 รายการ ข้อสังเกต 1 รายการ แจ้งเพื่อทราบ 1 รายการ)\n"
            + "1. [ต้องแก้ไข] แผ่นงาน “ปริมาณ” เซลล์ L9 (VAL-030)\n"
            + "   หน่วยนับของกิจกรรมย่อยที่ 6 อบรม/สัมมนา บุคลากร สถ. ไม่ตรงกับแบบ พบ “รุ่น” ต้องเป็น “คน”\n"
            + "   สิ่งที่ต้องทำ: นับผลงานเป็น “คน” แล้วแก้จำนวนและหน่วยนับ (เซลล์ L9) ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่\n"
            + "และยังมีอีก 2 รายการ ได้แก่\n"
            + "   - ข้อสังเกต: สูงกว่าปีก่อนมาก 1 รายการ (VAL-070)\n"
            + "   - แจ้งเพื่อทราบ: ปรับรูปแบบการกรอกให้อ่านได้ 1 รายการ (NORM-020)\n");

    [Fact]
    public void A_check_never_says_that_a_file_was_received() =>
        CheckText.Compose("56.xlsx", [AnswerSamples.More]).ShouldStartWith("56.xlsx: ผ่าน มีข้อสังเกต (ข้อสังเกต 1 รายการ)\n");

    [Fact]
    public void A_file_that_cannot_be_read_says_so() =>
        CheckText.Compose("56.xlsx", [AnswerSamples.Broken]).ShouldStartWith("56.xlsx: เปิดไฟล์ไม่ได้ (ตรวจต่อไม่ได้ 1 รายการ)\n1. [ตรวจต่อไม่ได้] ทั้งไฟล์ (READ-900)\n");

    [Fact]
    public void The_names_of_the_properties_for_scripts_are_stable()
    {
        var json = JsonSerializer.SerializeToElement(FindingJson.Of([AnswerSamples.Digits, AnswerSamples.Blank(10)]))[0];
        json.EnumerateObject().Select(property => $"{property.Name}={property.Value}").ShouldBe(
        [
            "id=VAL-001",
            "severity=ERROR",
            "sheet=ปริมาณ",
            "cell=K10",
            "subject=ปริมาณของกิจกรรมย่อยที่ 7 อบรม/สัมมนา บุคลากร อปท.",
            "found=",
            "expected=จำนวนตั้งแต่ 0 ขึ้นไป หรือ -",
            "message=ยังไม่ได้กรอกปริมาณของกิจกรรมย่อยที่ 7 อบรม/สัมมนา บุคลากร อปท.",
            "whatToDo=กรอกจำนวนลงในเซลล์ K10 หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);
    }

    [Fact]
    public void A_finding_about_the_whole_file_has_neither_sheet_nor_cell() =>
        (FindingJson.Of(AnswerSamples.Broken).Sheet, FindingJson.Of(AnswerSamples.Broken).Cell).ShouldBe((null, null));
}

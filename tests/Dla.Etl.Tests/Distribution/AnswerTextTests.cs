using Dla.Etl.Distribution;
using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Distribution;

public class AnswerTextTests
{
    private const string Rule = "------------------------------------------------------------";

    private const string Head =
        "กรมส่งเสริมการปกครองท้องถิ่น กองคลัง กลุ่มงานบัญชี\n"
        + "ใบตอบรับแบบรายงาน เลขรับที่ 42\n"
        + Rule + "\n";

    private const string ToPhayao = Head + "ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา\n\n";

    private const string Facts =
        "ชื่อไฟล์: 56-พะเยา ปริมาณ 2563.xlsx\n"
        + "ได้รับเมื่อ: 12 พฤษภาคม 2564 เวลา 09.05 น.\n"
        + "แบบรายงาน: ปริมาณงานต้นทุนต่อหน่วยผลผลิต\n"
        + "ปีงบประมาณ: พ.ศ. 2563\n"
        + "กำหนดส่ง: ภายในวันที่ 31 พฤษภาคม 2564 (ส่งทันกำหนด)\n\n";

    private const string Digits =
        " [แจ้งเพื่อทราบ] แผ่นงาน “ปริมาณ” เซลล์ K9 (NORM-020)\n"
        + "   อ่านเลขไทยเป็นเลขอารบิก 22 เซลล์ เริ่มที่ K9\n"
        + "   สิ่งที่ต้องทำ: ไม่ต้องแก้ไข แจ้งเพื่อให้ตรวจว่าระบบอ่านค่าได้ตรงกับที่ท่านตั้งใจ\n\n";

    private const string More =
        " [ข้อสังเกต] แผ่นงาน “ปริมาณ” เซลล์ K12 (VAL-070)\n"
        + "   ปริมาณของกิจกรรมย่อยที่ 9 เบิกจ่ายเงินของ สถจ. สูงกว่าปีก่อนมากผิดปกติ พบ 12,400 ปีก่อน 1,240\n"
        + "   สิ่งที่ต้องทำ: ตรวจสอบจำนวนในเซลล์ K12 หากถูกต้องแล้วไม่ต้องส่งใหม่\n"
        + "   หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่\n";

    private const string Unit =
        " [ต้องแก้ไข] แผ่นงาน “ปริมาณ” เซลล์ L9 (VAL-030)\n"
        + "   หน่วยนับของกิจกรรมย่อยที่ 6 อบรม/สัมมนา บุคลากร สถ. ไม่ตรงกับแบบ พบ “รุ่น” ต้องเป็น “คน”\n"
        + "   สิ่งที่ต้องทำ: นับผลงานเป็น “คน” แล้วแก้จำนวนและหน่วยนับ (เซลล์ L9) ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่\n";

    private const string Foot =
        "\nจึงแจ้งมาเพื่อทราบ\nกองคลัง กลุ่มงานบัญชี\n" + Rule + "\n"
        + "ใบตอบรับนี้ออกโดยระบบอัตโนมัติ หากมีข้อสงสัยโปรดแจ้งเลขรับและชื่อไฟล์ ไปที่ gfmis@dla.go.th\n";

    [Fact]
    public void Loaded() => Lines(AnswerSamples.Of(Verdict.Loaded)).ShouldBe(
        ToPhayao + "ผลการตรวจรับ: รับแล้ว\n\n" + Facts
        + "ผลการตรวจ: ไม่พบข้อที่ต้องแก้ไขหรือข้อสังเกต\n\n"
        + "ขั้นตอนต่อไป\n"
        + "   - ระบบบันทึกข้อมูลจากไฟล์นี้แล้ว เป็นฉบับที่ 1\n"
        + "   - ท่านไม่ต้องดำเนินการใดเพิ่มเติม\n"
        + Foot);

    [Theory]
    [InlineData(805_001_300L, "บันทึกแล้ว: 1,005 แถว รวม 8,050,013.00 บาท", "one column of money")]
    [InlineData(null, "บันทึกแล้ว: 1,005 แถว\n", "several columns do not add up")]
    public void What_was_loaded_of_a_form_of_money(long? satang, string expected, string because) =>
        Lines(AnswerSamples.Of(Verdict.Loaded) with { Loaded = new(1005, satang is { } sum ? new Dla.Etl.Values.Baht(sum) : null) }).ShouldContain(expected, Case.Sensitive, because);

    [Fact]
    public void Loaded_in_place_of_an_earlier_version() =>
        Lines(AnswerSamples.Of(Verdict.Loaded, AnswerSamples.Digits) with { Version = 2, Standing = AnswerSamples.First }).ShouldBe(
            ToPhayao + "ผลการตรวจรับ: รับแล้ว\n\n" + Facts
            + "ผลการตรวจ: แจ้งเพื่อทราบ 1 รายการ\n\n1." + Digits
            + "ขั้นตอนต่อไป\n"
            + "   - ระบบบันทึกข้อมูลจากไฟล์นี้แล้ว เป็นฉบับที่ 2 ใช้แทนฉบับที่ 1 (เลขรับที่ 12 ได้รับเมื่อ 3 พฤษภาคม 2564\n"
            + "     เวลา 10.00 น.)\n"
            + "   - ท่านไม่ต้องดำเนินการใดเพิ่มเติม\n"
            + Foot);

    [Fact]
    public void Loaded_with_warnings_and_late_by_the_clock_of_Bangkok() =>
        Lines(AnswerSamples.Of(Verdict.LoadedWithWarnings, AnswerSamples.Digits, AnswerSamples.More) with
        {
            ReceivedAt = new DateTimeOffset(2021, 5, 31, 17, 0, 0, TimeSpan.Zero),
            OnTime = false,
        }).ShouldBe(
            ToPhayao + "ผลการตรวจรับ: รับแล้ว มีข้อสังเกต\n\n"
            + "ชื่อไฟล์: 56-พะเยา ปริมาณ 2563.xlsx\n"
            + "ได้รับเมื่อ: 1 มิถุนายน 2564 เวลา 00.00 น.\n"
            + "แบบรายงาน: ปริมาณงานต้นทุนต่อหน่วยผลผลิต\n"
            + "ปีงบประมาณ: พ.ศ. 2563\n"
            + "กำหนดส่ง: ภายในวันที่ 31 พฤษภาคม 2564 (ส่งช้ากว่ากำหนด 1 วัน)\n\n"
            + "ผลการตรวจ: ข้อสังเกต 1 รายการ แจ้งเพื่อทราบ 1 รายการ\n\n1." + More + "2." + Digits
            + "ขั้นตอนต่อไป\n"
            + "   - ระบบบันทึกข้อมูลจากไฟล์นี้แล้ว เป็นฉบับที่ 1\n"
            + "   - โปรดตรวจสอบข้อสังเกตข้างต้น หากข้อมูลถูกต้องแล้วไม่ต้องส่งใหม่ หากต้องแก้ไขให้แก้ในไฟล์เดิมแล้วส่งมาใหม่\n"
            + "     ระบบจะใช้ฉบับใหม่แทน\n"
            + Foot);

    [Fact]
    public void Rejected_with_nothing_standing() =>
        Lines(AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Digits, AnswerSamples.More, AnswerSamples.Blank(10), AnswerSamples.Unit)).ShouldBe(
            ToPhayao + "ผลการตรวจรับ: ไม่ผ่าน\n\n" + Facts
            + "ผลการตรวจ: ต้องแก้ไข 2 รายการ ข้อสังเกต 1 รายการ แจ้งเพื่อทราบ 1 รายการ\n\n"
            + "1." + Unit + "2." + Blank(10) + "3." + More + "4." + Digits
            + "ขั้นตอนต่อไป\n"
            + "   - ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้\n"
            + "   - ขณะนี้ยังไม่มีข้อมูลของหน่วยงานท่านสำหรับแบบรายงานนี้ในระบบ\n"
            + "   - โปรดแก้ไขรายการที่ระบุว่า “ต้องแก้ไข” ให้ครบทุกรายการ แล้วส่งมาใหม่ภายในวันที่ 31 พฤษภาคม 2564\n"
            + Foot);

    [Fact]
    public void Rejected_late_while_an_earlier_version_stands_with_more_than_ten_findings() =>
        Lines(AnswerSamples.Of(Verdict.Rejected, [.. Enumerable.Range(9, 12).Select(AnswerSamples.Blank), AnswerSamples.Digits]) with
        {
            Standing = AnswerSamples.First,
            ReceivedAt = new DateTimeOffset(2021, 6, 2, 17, 0, 0, TimeSpan.Zero),
            OnTime = false,
        }).ShouldBe(
            ToPhayao + "ผลการตรวจรับ: ไม่ผ่าน\n\n"
            + "ชื่อไฟล์: 56-พะเยา ปริมาณ 2563.xlsx\n"
            + "ได้รับเมื่อ: 3 มิถุนายน 2564 เวลา 00.00 น.\n"
            + "แบบรายงาน: ปริมาณงานต้นทุนต่อหน่วยผลผลิต\n"
            + "ปีงบประมาณ: พ.ศ. 2563\n"
            + "กำหนดส่ง: ภายในวันที่ 31 พฤษภาคม 2564 (ส่งช้ากว่ากำหนด 3 วัน)\n\n"
            + "ผลการตรวจ: ต้องแก้ไข 12 รายการ แจ้งเพื่อทราบ 1 รายการ\n\n"
            + string.Concat(Enumerable.Range(1, 10).Select(number => $"{number}.{Blank(number + 8)}"))
            + "และยังมีอีก 3 รายการ ได้แก่\n"
            + "   - ต้องแก้ไข: ยังไม่ได้กรอกจำนวน 2 รายการ (VAL-001)\n"
            + "   - แจ้งเพื่อทราบ: ปรับรูปแบบการกรอกให้อ่านได้ 1 รายการ (NORM-020)\n\n"
            + "ขั้นตอนต่อไป\n"
            + "   - ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้\n"
            + "   - ข้อมูลฉบับที่ 1 (เลขรับที่ 12 ได้รับเมื่อ 3 พฤษภาคม 2564 เวลา 10.00 น.) ยังใช้อยู่\n"
            + "     จนกว่าจะได้รับฉบับใหม่ที่ผ่านการตรวจ\n"
            + "   - โปรดแก้ไขรายการที่ระบุว่า “ต้องแก้ไข” ให้ครบทุกรายการ แล้วส่งมาใหม่โดยเร็ว เนื่องจากพ้นกำหนดส่งแล้ว\n"
            + Foot);

    [Fact]
    public void Duplicate() => Lines(AnswerSamples.Of(Verdict.Duplicate) with { Standing = AnswerSamples.First }).ShouldBe(
        ToPhayao + "ผลการตรวจรับ: ส่งซ้ำ\n\n" + Facts
        + "ขั้นตอนต่อไป\n"
        + "   - ไฟล์นี้มีข้อมูลตรงกับฉบับที่ 1 (เลขรับที่ 12 ได้รับเมื่อ 3 พฤษภาคม 2564 เวลา 10.00 น.) ซึ่งใช้อยู่ในขณะนี้\n"
        + "     ระบบจึงไม่บันทึกซ้ำ\n"
        + "   - ท่านไม่ต้องดำเนินการใดเพิ่มเติม หากตั้งใจส่งฉบับแก้ไข โปรดตรวจว่าบันทึกไฟล์แล้วและแนบไฟล์ถูกฉบับ\n"
        + Foot);

    [Fact]
    public void Not_recognised_with_a_newline_in_the_name_of_the_file() => Lines(AnswerSamples.Unknown(Verdict.NotRecognised, AnswerSamples.NotOurs)).ShouldBe(
        Head + "ถึง ผู้ส่งไฟล์\n\nผลการตรวจรับ: ไม่ใช่แบบรายงานที่รู้จัก\n\n"
        + "ชื่อไฟล์: IMG\\n0001.xlsx\n"
        + "ได้รับเมื่อ: 12 พฤษภาคม 2564 เวลา 09.05 น.\n\n"
        + "ผลการตรวจ: ตรวจต่อไม่ได้ 1 รายการ\n\n"
        + "1. [ตรวจต่อไม่ได้] ทั้งไฟล์ (REC-900)\n"
        + "   ไม่พบชื่อแบบรายงานที่รู้จักในไฟล์\n"
        + "   สิ่งที่ต้องทำ: ส่งแบบรายงานที่กรมฯ กำหนด\n\n"
        + "ขั้นตอนต่อไป\n"
        + "   - ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้\n"
        + "   - โปรดตรวจว่าแนบไฟล์ถูกฉบับ ใช้แบบรายงานที่กรมฯ ส่งให้โดยไม่แก้ไขชื่อแบบและหัวตาราง แล้วส่งมาใหม่\n"
        + Foot);

    [Fact]
    public void Unreadable() => Lines(AnswerSamples.Unknown(Verdict.Unreadable, AnswerSamples.Broken)).ShouldBe(
        Head + "ถึง ผู้ส่งไฟล์\n\nผลการตรวจรับ: เปิดไฟล์ไม่ได้\n\n"
        + "ชื่อไฟล์: IMG\\n0001.xlsx\n"
        + "ได้รับเมื่อ: 12 พฤษภาคม 2564 เวลา 09.05 น.\n\n"
        + "ผลการตรวจ: ตรวจต่อไม่ได้ 1 รายการ\n\n"
        + "1. [ตรวจต่อไม่ได้] ทั้งไฟล์ (READ-900)\n"
        + "   ไฟล์เสียหาย ไม่สามารถเปิดอ่านได้\n"
        + "   สิ่งที่ต้องทำ: บันทึกไฟล์ใหม่แล้วส่งมาอีกครั้ง\n\n"
        + "ขั้นตอนต่อไป\n"
        + "   - ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้\n"
        + "   - โปรดตรวจว่าเปิดไฟล์ได้ด้วยโปรแกรมตารางคำนวณ บันทึกเป็นไฟล์ .xlsx ที่ไม่ใส่รหัสผ่าน แล้วส่งมาใหม่\n"
        + Foot);

    [Fact]
    public void Rejected_for_a_province_that_could_not_be_told_says_nothing_of_what_stands() =>
        Lines(AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Unit) with { Unit = null }).ShouldNotContain("ยังไม่มีข้อมูลของหน่วยงานท่าน");

    [Fact]
    public void Nothing_that_a_sender_wrote_breaks_a_line_or_the_width()
    {
        var spoilt = AnswerSamples.Unit with { Subject = "ก\r\nข", Found = new string('ค', 400), Expected = "\u202Eง\0" };
        var lines = Lines(AnswerSamples.Of(Verdict.Rejected, spoilt) with { FileName = new string('ก', 255) }).Split('\n');
        lines.ShouldAllBe(line => PlainLines.Columns(line) <= AnswerText.Width && !line.Any(char.IsControl) && !line.Contains('\u202E'));
        lines.ShouldContain(line => line.Contains(@"ก\r\nข", StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_is_the_same_under_the_Thai_culture() =>
        UnderThai.Run(() => Lines(AnswerSamples.Of(Verdict.Loaded))).ShouldBe(Lines(AnswerSamples.Of(Verdict.Loaded)));

    [Theory]
    [InlineData(Verdict.Loaded)]
    [InlineData(Verdict.Duplicate)]
    public void A_version_that_the_verdict_needs_must_be_given(Verdict verdict) =>
        Should.Throw<ArgumentException>(() => Lines(AnswerSamples.Of(verdict) with { Version = null }));

    /// <summary>The answer with LF for CRLF, after looking that there is no other end of a line.</summary>
    private static string Lines(Answer answer)
    {
        var text = AnswerText.Compose(answer, AnswerSamples.Wording);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        lines.ShouldNotContain("\r");
        text.Count(letter => letter == '\r').ShouldBe(text.Count(letter => letter == '\n'));
        return lines;
    }

    private static string Blank(int row) =>
        $" [ต้องแก้ไข] แผ่นงาน “ปริมาณ” เซลล์ K{row} (VAL-001)\n"
        + "   ยังไม่ได้กรอกปริมาณของกิจกรรมย่อยที่ 7 อบรม/สัมมนา บุคลากร อปท.\n"
        + "   ควรเป็น: จำนวนตั้งแต่ 0 ขึ้นไป หรือ -\n"
        + $"   สิ่งที่ต้องทำ: กรอกจำนวนลงในเซลล์ K{row} หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่\n";

    [Fact]
    public void What_has_no_place_in_the_file_is_not_said_to_be_marked_there()
    {
        var marked = new MarkedCopies(["000042 ปริมาณ - ผลการตรวจ.xlsx"], MarkedWhere.Beside);
        AnswerText.Compose(AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Unit) with { Marked = marked }, AnswerSamples.Wording).ShouldContain("ทำเครื่องหมายตำแหน่งที่พบ");
        AnswerText.Compose(AnswerSamples.Of(Verdict.NotRecognised, AnswerSamples.NotOurs) with { Marked = marked }, AnswerSamples.Wording).ShouldContain("เขียนรายการที่พบไว้ให้แล้วใน");
        AnswerText.Compose(AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Unit) with { Marked = marked with { Names = ["000042 ผลการตรวจ-ปริมาณ.xlsx", "000042 ปริมาณ.xlsb"] } }, AnswerSamples.Wording)
            .ShouldContain("เขียนรายการที่พบไว้ให้แล้วใน", Case.Sensitive, "the file itself could not be marked");
    }
}

using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Validation.Checks;

public class RangeCheckTests
{
    public static TheoryData<string, object, string?> FromZeroToThousand => new()
    {
        { "just below the least value", -0.0001m, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ติดลบ พบ -0.0001 > กรอกจำนวนตั้งแต่ 0 ขึ้นไป ในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "well below", -12, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ติดลบ พบ -12 > กรอกจำนวนตั้งแต่ 0 ขึ้นไป ในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "the least value", 0, null },
        { "a stated zero counts as zero", FiledReturn.Dash, null },
        { "the greatest value", 1000, null },
        { "just above the greatest value", 1000.0001m, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ สูงกว่าที่กำหนด พบ 1,000.0001 ต้องไม่เกิน 1,000 > ตรวจสอบและแก้จำนวนในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "unreadable has its own finding", FiledReturn.Unreadable, null },
    };

    [Theory]
    [MemberData(nameof(FromZeroToThousand))]
    public void From_0_to_1000(string why, object content, string? told) =>
        Look(content, ("min", "0"), ("max", "1000")).ShouldBe(told, why);

    public static TheoryData<string, object, string?> FromTen => new()
    {
        { "below, not negative", 9.9999m, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ต่ำกว่าที่กำหนด พบ 9.9999 ต้องไม่น้อยกว่า 10 > ตรวจสอบและแก้จำนวนในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "at", 10, null },
        { "above, without a greatest value", 999_999_999, null },
        { "negative has its own words", -1, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ติดลบ พบ -1 > กรอกจำนวนตั้งแต่ 10 ขึ้นไป ในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
    };

    [Theory]
    [MemberData(nameof(FromTen))]
    public void From_10_up(string why, object content, string? told) => Look(content, ("min", "10")).ShouldBe(told, why);

    [Fact]
    public void A_least_value_below_zero_allows_negatives_and_calls_what_is_below_too_small() =>
        (Look(-5, ("min", "-5")), Look(-6, ("min", "-5"))).ShouldBe(
            (null, "ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ต่ำกว่าที่กำหนด พบ -6 ต้องไม่น้อยกว่า -5 > ตรวจสอบและแก้จำนวนในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่"));

    [Fact]
    public void Money_is_told_in_baht() =>
        new FiledReturn(SampleForm.Check("range", "expense", "budget", null, ("max", "1000"))).Open("ค่าวัสดุ", 1000.01m, 0, 0, 1).Told().ShouldBe(
        [
            "VAL-022 ERROR ปริมาณ!C9 งบประมาณของค่าใช้จ่าย “ค่าวัสดุ” สูงกว่าที่กำหนด พบ 1,000.01 บาท ต้องไม่เกิน 1,000.00 บาท"
                + " > ตรวจสอบและแก้จำนวนในเซลล์ C9 แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);

    private static string? Look(object content, params (string, string)[] settings)
    {
        var findings = new FiledReturn(SampleForm.Check("range", null, "quantity", null, settings)).Row("SA01", content).Findings();
        findings.ShouldAllBe(finding => finding.Severity == Severity.Error);
        return findings.Select(finding => $"{finding.Message} > {finding.WhatToDo}").SingleOrDefault();
    }
}

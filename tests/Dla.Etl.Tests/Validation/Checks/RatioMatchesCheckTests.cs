namespace Dla.Etl.Tests.Validation.Checks;

public class RatioMatchesCheckTests
{
    private const string Changed = "VAL-040 WARNING ปริมาณ!C9 อัตราส่วนของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ไม่ตรงกับแบบ พบ {0} ตามแบบคือ 5"
        + " > ไม่ต้องส่งใหม่ ระบบใช้อัตราส่วนตามแบบของกรมฯ ครั้งต่อไปโปรดอย่าแก้เซลล์ C9";

    public static TheoryData<string, string, object?, string?> Ratios => new()
    {
        { "just below", "SA01", 4.9999m, "4.9999" },
        { "the form's own", "SA01", 5, null },
        { "just above", "SA01", 5.0001m, "5.0001" },
        { "a stated zero is another ratio", "SA01", FiledReturn.Dash, "0" },
        { "left blank: ours is used", "SA01", null, null },
        { "unreadable has its own finding", "SA01", FiledReturn.Unreadable, null },
        { "the form does not know its own", "SA02", 99, null },
        { "a row that nobody knows", "งานอื่น ๆ", 99, null },
    };

    [Theory]
    [MemberData(nameof(Ratios))]
    public void A_ratio_of_5(string why, string item, object? ratio, string? told) =>
        new FiledReturn(SampleForm.Check("ratio_matches", "sub_activity")).Row(item, 1, ratio: ratio).Told()
            .ShouldBe(told is null ? [] : [Changed.Replace("{0}", told, StringComparison.Ordinal)], why);
}

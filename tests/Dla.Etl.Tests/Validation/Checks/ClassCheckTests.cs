namespace Dla.Etl.Tests.Validation.Checks;

public class ClassCheckTests
{
    public static TheoryData<string, object?, object?, string?> Counts => new()
    {
        { "the same number twice", 98, 98, null },
        { "one less the second time", 98, 97, "พบ 97 อีกรายการคือ 98" },
        { "one more the second time", 98, 99, "พบ 99 อีกรายการคือ 98" },
        { "a blank: required says so", 98, null, null },
        { "a stated zero is a number", 98, FiledReturn.Dash, "พบ 0 อีกรายการคือ 98" },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Both_sub_outputs_count_the_authorities_of_one_province(string why, object? first, object? second, string? told) =>
        new FiledReturn(SampleForm.Check("class", settings: ("class", "CountsOfAuthoritiesAgree"))).Row("SA01", 1).Row("SO1", first).Row("SO2", second).Told()
            .ShouldBe(told is null ? [] :
            [
                $"VAL-080 WARNING ปริมาณ!D11 ปริมาณของผลผลิตย่อยที่ 2 ภารกิจของ อปท. ไม่เท่ากับรายการอื่นที่นับ อปท. ในจังหวัดเดียวกัน {told}"
                    + " > ตรวจสอบจำนวน อปท. ในจังหวัดในเซลล์ D11 หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่",
            ], why);
}

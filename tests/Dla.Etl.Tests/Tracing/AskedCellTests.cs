using Dla.Etl.Tracing;

namespace Dla.Etl.Tests.Tracing;

public class AskedCellTests
{
    [Theory]
    [InlineData("สรุปปริมาณ!C7", "สรุปปริมาณ", "C7", "a plain name")]
    [InlineData("'ตาราง 3'!C7", "ตาราง 3", "C7", "as Excel writes a name with a blank")]
    [InlineData("'ตาราง ๓'!$C$7", "ตาราง ๓", "C7", "Thai digits, and absolute as a formula has it")]
    [InlineData("'It''s 50% !'!aa10", "It's 50% !", "AA10", "a doubled quote, a mark within the name, small letters")]
    [InlineData("K9", "", "K9", "a csv has no sheet")]
    [InlineData("  Sheet1!A1 ", "Sheet1", "A1", "blanks around it")]
    [InlineData("'!A1", "'", "A1", "one quote alone is a name, not quotes around nothing")]
    public void A_cell_is_read_as_Excel_writes_it(string text, string sheet, string cell, string why)
    {
        var asked = AskedCell.Parse(text);
        asked.Succeeded.ShouldBeTrue(why);
        (asked.Value.Sheet, asked.Value.Cell.ToString()).ShouldBe((sheet, cell), why);
    }

    [Theory]
    [InlineData("", "ไม่ใช่ตำแหน่งเซลล์")]
    [InlineData(null, "ไม่ใช่ตำแหน่งเซลล์")]
    [InlineData("Sheet!", "ไม่ใช่ตำแหน่งเซลล์")]
    [InlineData("Sheet!C0", "ไม่ใช่ตำแหน่งเซลล์")]
    [InlineData("Sheet!C7:D9", "ทีละเซลล์")]
    [InlineData("Sheet!ก7", "ไม่ใช่ตำแหน่งเซลล์")]
    public void Anything_else_is_answered_with_an_example(string? text, string said)
    {
        var asked = AskedCell.Parse(text);
        asked.Succeeded.ShouldBeFalse();
        asked.Reason!.ShouldContain(said);
    }

    [Theory]
    [InlineData("ตาราง 3", "ตาราง 3", "the very name")]
    [InlineData("ตาราง ๓", "ตาราง 3", "the other kind of digits")]
    [InlineData("ตาราง3", "ตาราง 3", "without the blank")]
    [InlineData("", null, "no name, and more than one sheet")]
    [InlineData("ตาราง 1", null, "two are alike but for the blank: neither is guessed")]
    [InlineData("ตาราง 4", null, "there is none")]
    [InlineData("", null, "no name")]
    public void A_sheet_is_found_by_its_name_or_by_one_that_differs_in_blanks_and_digits_alone(string asked, string? found, string why) =>
        new AskedCell(asked, default).SheetAmong(["ตาราง  1", "ตาราง ๑", "ตาราง 3", "ตาราง 12"]).ShouldBe(found, why);

    [Fact]
    public void Without_a_name_the_only_sheet_is_meant() => AskedCell.Parse("K15").Value.SheetAmong(["ข้อมูล"]).ShouldBe("ข้อมูล");
}

using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Letters;

namespace Dla.Etl.Tests.Distribution.Letters;

public class LetterTests
{
    [Fact]
    public void Every_block_has_its_place_in_the_text() => LetterText.Of(
        new Letter().Head(["กอง"], "เรื่อง").Paragraph("เรียน").Verdict("ผล", "ผ่าน", Tone.Good).Facts(("ก", "1"), ("ข", "2")).Heading("หัวข้อ").List("หนึ่ง", "สอง")
            .Section("ตอนที่ 1").Entries([new LetterEntry("[ต้องแก้ไข] K9", ["ว่าง"], Tone.Wrong)], "และอีก 2 รายการ", ["ก 2 รายการ"])
            .Table(["จังหวัด", "จำนวน"], [["พะเยา", "1,200"], ["เชียงราย", "7"]]).Paragraph("จบ", "กอง").Foot("ถามที่ไหน"), "\n").ShouldBe(
        """
        กอง
        เรื่อง
        ------------------------------------------------------------
        เรียน

        ผล: ผ่าน

        ก: 1
        ข: 2

        หัวข้อ
           - หนึ่ง
           - สอง

        ------------------------------------------------------------
        ตอนที่ 1
        ------------------------------------------------------------
        1. [ต้องแก้ไข] K9
           ว่าง
        และอีก 2 รายการ
           - ก 2 รายการ

        จังหวัด    จำนวน
        พะเยา    1,200
        เชียงราย      7

        จบ
        กอง
        ------------------------------------------------------------
        ถามที่ไหน

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_table_that_is_wider_than_the_page_is_told_row_by_row() => LetterText.Of(
        new Letter().Table(["ชื่อ", "ผล"], [[string.Concat(Enumerable.Repeat("กข ", 30)), "ผ่าน"]]), "\n").ShouldStartWith("   - ชื่อ: กข กข");

    [Fact]
    public void A_row_with_another_number_of_cells_is_a_mistake() => Should.Throw<ArgumentException>(() => new Letter().Table(["ก"], [["1", "2"]]));

    [Fact]
    public void What_is_empty_leaves_no_block() => new Letter().Paragraph().Facts().List().Foot().Blocks.ShouldBeEmpty();

    [Fact]
    public void No_line_is_wider_than_the_page() =>
        LetterText.Of(new Letter().Paragraph(new string('ก', 300)).List(new string('ข', 300)).Facts(("ค", new string('ง', 300))), "\n").Split('\n')
            .ShouldAllBe(line => PlainLines.Columns(line) <= LetterText.Width);

    [Fact]
    public void Html_is_escaped_and_says_its_language()
    {
        var html = LetterHtml.Of(new Letter().Head(["<กอง>"], "\"เรื่อง\" & อื่น").Paragraph("a<b>c"));
        html.ShouldContain("<html lang=\"th\">");
        html.ShouldContain("&lt;กอง&gt;");
        html.ShouldContain("<title>&quot;เรื่อง&quot; &amp; อื่น</title>");
        html.ShouldNotContain("<b>");
    }
}

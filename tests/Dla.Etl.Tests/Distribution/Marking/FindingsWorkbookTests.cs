using System.Text;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Recognition;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>The findings as a workbook of their own.</summary>
public sealed class FindingsWorkbookTests
{
    [Fact]
    public void It_says_what_the_officer_has_to_know()
    {
        using var folder = new Reading.Folder();
        var sheet = Open(FindingsWorkbook.Write(Marks.Request([Marks.Remark(Marks.Sheet, "B4"), Marks.Wrong(Marks.Sheet, "C7")]), folder.Path)).GetSheetAt(0);
        Texts(sheet, 0).ShouldBe([OwnSheet.Mark]);
        Texts(sheet, 1).ShouldBe(["เลขรับที่ 12    ไฟล์ ปริมาณ.xls"]);
        Texts(sheet, 2).ShouldBe(["ผลการตรวจรับ: ไม่ผ่าน    ต้องแก้ไข 1 รายการ ข้อสังเกต 1 รายการ"]);
        Texts(sheet, 3).ShouldBe(["โปรดแก้ไขแล้วส่งกลับ"]);
        Texts(sheet, 4).ShouldBe(["ลำดับ", "ระดับ", "แผ่นงาน", "เซลล์", "สิ่งที่ตรวจพบ", "ค่าที่พบ", "ค่าที่ควรเป็น", "สิ่งที่ต้องทำ", "รหัส"]);
        Texts(sheet, 5)[..4].ShouldBe(["1", "ต้องแก้ไข", Marks.Sheet, "C7"], "the gravest first");
        Texts(sheet, 6)[..4].ShouldBe(["2", "ข้อสังเกต", Marks.Sheet, "B4"]);
        sheet.RepeatingRows.FormatAsString().ShouldBe("5:5");
        sheet.PaneInformation.HorizontalSplitPosition.ShouldBe((short)5);
        (sheet.PrintSetup.Landscape, sheet.PrintSetup.PaperSize, sheet.FitToPage).ShouldBe((true, (short)9, true));
    }

    [Theory]
    [InlineData("=1+1", "a formula")]
    [InlineData("@SUM(A1)", "a formula of old")]
    [InlineData("ก\u0000\u001b\ud800\uffff", "what XML refuses")]
    [InlineData("<b>&amp;</b>]]>", "markup")]
    public void Whatever_a_sender_wrote_stays_text(string found, string reason)
    {
        using var folder = new Reading.Folder();
        var cell = Open(FindingsWorkbook.Write(Marks.Request([Marks.Wrong(Marks.Sheet, "C7", found)]), folder.Path)).GetSheetAt(0).GetRow(5).GetCell(5);
        (cell.CellType, cell.StringCellValue).ShouldBe((CellType.String, Printable.Slot(found)), reason);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes()
    {
        using var folder = new Reading.Folder();
        using var other = new Reading.Folder();
        byte[] Written(string path) => File.ReadAllBytes(FindingsWorkbook.Write(Marks.Request([Marks.Wrong(Marks.Sheet, "C7")]), path).Path);
        UnderThai.Run(() => Written(folder.Path)).ShouldBe(Written(other.Path));
    }

    [Theory]
    [InlineData("ปริมาณ.xlsx", "ผลการตรวจ-ปริมาณ.xlsx")]
    [InlineData("../../ปริมาณ.tar.gz", "ผลการตรวจ-.._.._ปริมาณ.tar.xlsx")]
    [InlineData("", "ผลการตรวจ-ไม่มีชื่อ.xlsx")]
    [InlineData("สำเนา ปริมาณ ฉบับที่ 2. แก้ไขแล้ว", "ผลการตรวจ-สำเนา ปริมาณ ฉบับที่ 2. แก้ไขแล้ว.xlsx")]
    public void It_is_called_after_the_file(string name, string expected)
    {
        using var folder = new Reading.Folder();
        FindingsWorkbook.Write(Marks.Request([Marks.Wrong(null, "A1")], name: name), folder.Path).Name.ShouldBe(expected);
    }

    [Fact]
    public void A_long_name_is_shortened()
    {
        using var folder = new Reading.Folder();
        var name = FindingsWorkbook.Write(Marks.Request([Marks.Wrong(null, "A1")], name: new string('ก', 200) + ".xls"), folder.Path).Name;
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(FileNames.LongestBytes);
        name.ShouldEndWith("….xlsx");
    }

    [Theory]
    [InlineData(FindingsSheetContent.MostRows, null)]
    [InlineData(FindingsSheetContent.MostRows + 1, "และยังมีอีก 1 รายการที่ไม่ได้แสดง โปรดแก้ไขรายการข้างต้นก่อน")]
    public void Beyond_the_most_rows_findings_are_counted(int count, string? rest)
    {
        var content = FindingsSheetContent.Of(Marks.Request([.. Enumerable.Range(0, count).Select(_ => Marks.Wrong(null, "B3"))]));
        (content.Rows.Count, content.Rest).ShouldBe((FindingsSheetContent.MostRows, rest));
    }

    [Fact]
    public void It_is_read_as_nothing_of_a_return()
    {
        using var folder = new Reading.Folder();
        var file = File.ReadAllBytes(FindingsWorkbook.Write(Marks.Request([Marks.Wrong(Marks.Sheet, "C7")]), folder.Path).Path);
        OwnSheet.Is(Reading.Reads.Bytes(file).Artefact!.Sheets.ShouldHaveSingleItem()).ShouldBeTrue();
    }

    private static XSSFWorkbook Open(MarkedFile file) => NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(file.Path))));

    private static List<string> Texts(ISheet sheet, int row) => [.. sheet.GetRow(row).Cells.Select(cell => cell.StringCellValue)];
}

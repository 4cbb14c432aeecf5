using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Tracing;

public class SheetHeadsTests
{
    // A title, cards of key figures, then a table: header of two rows, bounds, column numbers, body with texts in it.
    private static readonly string[] Sheet =
    [
        "A1 รายงาน", "G1 หน่วย : บาท",
        "A3 รายการที่มี", "C3 สถจ. ที่รายงาน", "F3 เกินเกณฑ์",
        "A4 33 จาก 37 แห่ง", "C4 =71", "F4 =7",
        "A6 รหัส", "B6 รายการ", "C6 ต้นทุน", "G6 คำอธิบาย",
        "C7 ปีก่อน", "D7 ปีนี้", "E7 เพิ่ม",
        "A8 ต่ำมากเมื่อต่ำกว่า", "C8 =1",
        "C9 (1)", "D9 (2)", "E9 (3) = (2)-(1)",
        "A10 ภาคเหนือ",
        "A11 SA19", "B11 การจัดเก็บข้อมูล", "C11 - 1/", "D11 =5", "E11 - 1/", "G11 ยังไม่มีคำอธิบาย",
        "A12 SA20", "B12 การสำรวจ", "C12 =2", "D12 =5", "G12 เพราะงบประมาณ",
    ];

    [Theory]
    [InlineData("C4", null, "สถจ. ที่รายงาน", "the text beside a key figure is a figure itself, not its name")]
    [InlineData("C11", "SA19 การจัดเก็บข้อมูล", "ต้นทุน ปีก่อน", "above the numbers of the columns and the bounds")]
    [InlineData("D12", "SA20 การสำรวจ", "ปีนี้", "a code is told with its name")]
    [InlineData("G12", "SA20 การสำรวจ", "คำอธิบาย", "the text of the row above is no header")]
    [InlineData("A1", null, null, "nothing is above the title")]
    public void A_cell_is_named_by_its_row_and_the_header_of_its_table(string cell, string? row, string? column, string why)
    {
        var cells = Sheet.Select(one => one.Split(' ', 2)).ToDictionary(
            one => CellAddress.Parse(one[0]).Value, one => one[1].StartsWith('=') ? new WrittenCell(one[0], "n", one[1][1..], "", null) : new WrittenCell(one[0], "s", one[1], "", null));
        var heads = new SheetHeads(cells, new[] { "A4", "C4", "C11", "E11", "D12" }.Select(one => CellAddress.Parse(one).Value).ToHashSet());
        (heads.RowOf(CellAddress.Parse(cell).Value), heads.ColumnOf(CellAddress.Parse(cell).Value)).ShouldBe((row, column), why);
    }
}

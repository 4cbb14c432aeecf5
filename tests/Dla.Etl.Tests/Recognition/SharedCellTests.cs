using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Several numbered items in one cell, as the circular prints them.</summary>
public class SharedCellTests
{
    [Theory]
    [InlineData(0, "values from the row of the items on")]
    [InlineData(1, "values from the row below")]
    public void Items_are_paired_when_there_are_as_many_values(int below, string reason)
    {
        var step = Returns.RecogniseCsv(Page(1, 6, 6, below));

        step.Errors().ShouldBeEmpty(reason);
        step.Quantities().ShouldBe(Returns.Expected("K", 5 + below, 1, 6));
        step.Artefact!.Rows.Where(row => row.Group.Code == "sub_activity").ShouldAllBe(row => row.KeyCell.Address.ToString() == "I5");
    }

    [Theory]
    [InlineData(5, "one value too few, as in the scan")]
    [InlineData(7, "one value too many")]
    public void Other_counts_are_an_error_that_says_both(int values, string reason)
    {
        var step = Returns.RecogniseCsv(Page(1, 6, values, 0));

        var rows = string.Join(", ", Enumerable.Range(5, values));
        step.Errors().ShouldBe([$"REC-019 เซลล์ I5 (แถวที่ 5): กิจกรรมย่อยในเซลล์ I5 (ค่าอยู่ในแถวที่ {rows}): พบ 6 รายการ แต่มี {values} ค่า จึงจับคู่ไม่ได้โดยไม่เดา"], reason);
        step.Quantities().ShouldBeEmpty();
    }

    [Fact]
    public void Thai_digits_number_items_too()
    {
        var step = Returns.RecogniseCsv(Page(9, 12, 4, 0).Replace("9. ", "๙. ", StringComparison.Ordinal).Replace("10. ", "๑๐) ", StringComparison.Ordinal)
            .Replace("11. ", "(๑๑) ", StringComparison.Ordinal).Replace("12. ", "๑๒.", StringComparison.Ordinal));

        step.Errors().ShouldBeEmpty();
        step.Quantities().ShouldBe(Returns.Expected("K", 5, 9, 12));
    }

    [Fact]
    public void A_quantity_left_blank_keeps_its_row()
    {
        var step = Returns.RecogniseCsv(Page(1, 6, 6, 0).Replace("|#5|#103|", "|#5||", StringComparison.Ordinal));

        step.Errors().ShouldBeEmpty();
        step.Quantities().ShouldContain("SA02=102@K6 SA03=@K7 SA04=104@K8");
    }

    [Fact]
    public void The_circulars_own_scan_is_an_error_and_never_a_guess()
    {
        var step = Returns.RecogniseCsv(CircularScan.Literal);

        step.Messages(Severity.Info).ShouldBe(
        [
            "REC-030 เซลล์ A24 (แถวที่ 24): ไม่พบชื่อจังหวัดในบรรทัดชื่อหน่วยงาน ระบบใช้ พะเยา จากโฟลเดอร์ “56-พะเยา”",
            "REC-019 เซลล์ I28 (แถวที่ 28): กิจกรรมย่อยในเซลล์ I28 (ค่าอยู่ในแถวที่ 28, 29, 30, 31, 32): พบ 6 รายการ แต่มี 5 ค่า จึงจับคู่ไม่ได้โดยไม่เดา",
            "REC-019 เซลล์ I36 (แถวที่ 36): กิจกรรมย่อยในเซลล์ I36 (ค่าอยู่ในแถวที่ 36, 37, 38, 39, 40, 41): พบ 7 รายการ แต่มี 6 ค่า จึงจับคู่ไม่ได้โดยไม่เดา",
            "REC-017 เซลล์ M36 (แถวที่ 36): พบ “5” ในคอลัมน์ที่ไม่มีหัวตาราง (ทั้งหมด 12 เซลล์)",
            "REC-016 เซลล์ L45 (แถวที่ 45): คอลัมน์ “กิจกรรมย่อย – ปริมาณ” มี “ครั้ง” ซึ่งไม่ใช่ปริมาณที่เป็นตัวเลข",
            "REC-016 เซลล์ J45 (แถวที่ 45): คอลัมน์ “กิจกรรมย่อย – หน่วยนับ” มี “5” ซึ่งไม่ใช่หน่วยนับ",
        ]);
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(2563);
        step.Quantities().ShouldBeEmpty();
    }

    private static string Page(int first, int last, int values, int below)
    {
        var items = string.Join('⏎', Enumerable.Range(first, last - first + 1).Select(number => $"{number}. {Returns.SubActivities[number - 1].Label}"));
        var rows = Enumerable.Range(0, Math.Max(values + below, 1)).Select(index =>
            $"||||||||{(index == 0 ? items : "")}|{(index >= below ? $"#5|#{100 + first + index - below}|ครั้ง" : "||")}");
        return $"{Returns.Title}\n{Returns.Office}\n{Returns.Header}{string.Join('\n', rows)}";
    }
}

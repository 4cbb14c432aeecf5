using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Recognition;

public class OneTableTests
{
    [Fact]
    public void A_clean_table_gives_every_row_with_its_cells_and_nothing_to_say()
    {
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ปริมาณ", Returns.OneTable())));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(2563);
        step.Artefact.Unit.Province!.Value.Number.ShouldBe(56);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
        step.Quantities("sub_output").ShouldBe("SO1=71@G6 SO2=71@G19");
        step.Quantities("main_activity").ShouldBe("MA1=7,850 แห่ง@D6 MA2=7,850 แห่ง@D12 MA3=7,850 แห่ง@D19");
        step.Artefact.Rows.Count(row => row.Group.Code == "main_output").ShouldBe(1);
    }

    [Fact]
    public void Fields_stand_parallel_to_the_fields_of_the_group()
    {
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ปริมาณ", Returns.OneTable())));

        var row = step.Artefact!.Rows.Single(found => found.Item?.Code == "SA07");
        row.Key.ShouldBe(Returns.SubActivities[6].Label);
        row.KeyCell.Address.ToString().ShouldBe("I12");
        row.Fields.Select(cell => cell!.Value.Address.ToString()).ShouldBe(["I12", "J12", "K12", "L12"]);
        row.Fields[2]!.Value.Raw.Value.ShouldBe(107d);
    }

    [Fact]
    public void Merged_headings_serve_as_well_as_unmerged_ones()
    {
        string[] merged = ["A4:A5", "B4:D4", "E4:H4", "I4:L4", "A6:A25", "B6:B11"];
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ปริมาณ", Returns.OneTable(), merged)));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void A_row_of_column_numbers_is_no_data()
    {
        var numbers = string.Join('|', Enumerable.Range(1, 12).Select(number => $"({number})"));
        var step = Returns.RecogniseCsv(Returns.OneTable(header: Returns.Header + numbers + "\n"));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe(Returns.Expected("K", 7));
    }

    [Theory]
    [InlineData("รวม|#5|#2010|", "K25", "in the column of names")]
    [InlineData("|||||||||||", "K25", "no sum at all")]
    public void Sums_are_no_rows(string row, string last, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable() + "||||||||" + row);

        step.Errors().ShouldBeEmpty(reason);
        step.Quantities().ShouldEndWith($"SA20=120@{last}");
    }

    [Fact]
    public void A_sum_named_in_the_first_column_is_said_and_not_read()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable() + "รวมทั้งสิ้น||||||||||#2210|");

        step.Messages(Severity.Info).ShouldBe(["REC-025 เซลล์ A26 (แถวที่ 26): แถวผลรวม “รวมทั้งสิ้น” ไม่นำเข้าเป็นข้อมูล (ทั้งหมด 1 แถว)"]);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Theory]
    [InlineData("หมายเหตุ : ข้อมูลสังเคราะห์|||||||||#9|#9", "a note")]
    [InlineData("ที่มา : กลุ่มงานการเงินบัญชีและการตรวจสอบ", "the source")]
    [InlineData("(ลงชื่อ) ........................ ผู้รายงาน", "a signature")]
    [InlineData("* ปริมาณนับตั้งแต่เดือนตุลาคม", "a footnote")]
    public void Notes_end_the_table(string note, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable() + "\n" + note + "\n1. ปริมาณนับถึงเดือนกันยายน|||||||||#4|#4|คน");

        step.Messages(Severity.Info).ShouldBeEmpty(reason);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void A_footnote_mark_does_not_hide_an_item()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 6 ? row.Replace("สถ.|", "สถ. *|", StringComparison.Ordinal) : row));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldContain("SA06=106@K11");
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_and_said()
    {
        var sheet = Grid.Sheet("ปริมาณ", Returns.OneTable()) with { HiddenRows = new HashSet<int> { 2, 8, 9 }, HiddenColumns = new HashSet<int> { 9 } };
        var step = Returns.Recognise(Grid.Book(sheet));

        step.Messages(Severity.Warning).ShouldBe(
        [
            "REC-013 แผ่นงาน “ปริมาณ” เซลล์ A9: ตารางมีแถวที่ซ่อนไว้ 2 แถว ระบบอ่านแถวเหล่านั้นด้วย",
            "REC-014 แผ่นงาน “ปริมาณ” เซลล์ J5: คอลัมน์ “อัตราส่วน” ถูกซ่อนไว้ ระบบอ่านคอลัมน์นั้นด้วย",
        ]);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void Thai_digits_and_broken_spelling_are_read_and_said_once_with_a_count()
    {
        var literal = Returns.OneTable().Replace("การกำหนด", "การก\u0E4D\u0E32หนด", StringComparison.Ordinal)
            .Replace("|6. ", "|๖. ", StringComparison.Ordinal).Replace("เเ", "แ", StringComparison.Ordinal).Replace("ปริมาณ|", "ปริมาณ\u200B|", StringComparison.Ordinal);
        var step = Returns.RecogniseCsv(literal);

        step.Errors().ShouldBeEmpty();
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
        step.Messages(Severity.Info).ShouldBe(["REC-026 เซลล์ G5 (แถวที่ 5): ตัดอักขระที่มองไม่เห็น (ความกว้างศูนย์) ออก (ข้อความหัวตารางและชื่อรายการ 2 แห่ง)"]);
    }

    [Fact]
    public void An_open_label_near_to_an_item_is_read_and_said()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 15 ? row.Replace("อุปสรรค", "อุปสรค", StringComparison.Ordinal) : row));

        step.Messages(Severity.Info).ShouldBe(
        [
            "REC-022 เซลล์ I20 (แถวที่ 20): อ่าน “15. การสำรวจข้อมูล ปัญหาอุปสรคในการจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง” เป็น “การสำรวจข้อมูล ปัญหาอุปสรรคในการจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง”",
        ]);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void Number_and_text_that_disagree_are_an_error()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 7 ? row.Replace("|7. ", "|6. ", StringComparison.Ordinal) : row));

        step.Errors().ShouldBe(
        [
            "REC-021 เซลล์ I12 (แถวที่ 12): พบ “6. การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ/พนักงานท้องถิ่น สังกัด อปท.” แต่ตามแบบรายการนี้คือ 7. การฝึกอบรมเชิงปฏิบัติการ/สัมมนา ศึกษาดูงานของข้าราชการ/พนักงานท้องถิ่น สังกัด อปท.",
        ]);
    }

    [Fact]
    public void An_unknown_item_is_a_row_without_item()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable() + "||||||||21. งานที่จังหวัดคิดขึ้นเอง|#5|#9|ครั้ง");

        step.Errors().ShouldBeEmpty();
        var row = step.Artefact!.Rows[^1];
        row.Item.ShouldBeNull();
        row.Key.ShouldBe("งานที่จังหวัดคิดขึ้นเอง");
        row.Fields[2]!.Value.Address.ToString().ShouldBe("K26");
    }

    [Fact]
    public void An_item_that_comes_twice_stays_twice_for_the_check()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable() + Returns.Rows(9, 9));

        step.Errors().ShouldBeEmpty();
        step.Quantities().ShouldEndWith("SA20=120@K25 SA09=109@K26");
    }

    [Fact]
    public void Names_repeated_on_every_row_of_a_flat_table_are_one_row()
    {
        var beside = Returns.Rows(1, 1).Split("|1. การสร้าง")[0];
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number is > 1 and < 7 ? beside + row[7..] : row));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities("sub_output").ShouldBe("SO1=71@G6 SO2=71@G19");
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void A_label_broken_over_two_rows_is_one_item()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 3 ? row.Replace("ด้วยเทคโนโลยีสารสนเทศ (DLTV)", "", StringComparison.Ordinal) + "\n||||||||ด้วยเทคโนโลยีสารสนเทศ (DLTV)" : row));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldStartWith("SA01=101@K6 SA02=102@K7 SA03=103@K8 SA04=104@K10");
    }

    [Fact]
    public void Values_without_an_item_are_an_error()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 5 ? "|||||||||#5|#105|ครั้ง" : row));

        step.Errors().ShouldBe(["REC-020 เซลล์ J10 (แถวที่ 10): พบ “5” ในกลุ่มกิจกรรมย่อย แต่ไม่มีชื่อรายการในแถวนั้นหรือแถวก่อนหน้า"]);
    }
}

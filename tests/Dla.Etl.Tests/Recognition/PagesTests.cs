using Dla.Etl.Findings;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Recognition;

public class PagesTests
{
    // Page 3 of the circular: อัตราส่วน and ปริมาณ before the names, หน่วยนับ of the sub-activities beside the headings.
    private const string ThirdHeader = """
        ผลผลิตหลัก|การกำหนดกิจกรรมหลัก|||การกำหนดผลผลิตย่อย||||การกำหนดกิจกรรมย่อย|||
        |ชื่อกิจกรรมหลัก|อัตราส่วน|หน่วยนับ|อัตราส่วน|ปริมาณ|ชื่อผลผลิตย่อย|หน่วยนับ|อัตราส่วน|ปริมาณ|ชื่อกิจกรรมย่อย|หน่วยนับ

        """;

    private static readonly string ThirdRows = string.Join('\n', Enumerable.Range(14, 7).Select(number =>
        (number == 14
            ? "ส่งเสริมและสนับสนุน อปท. (ต่อ)|3. พัฒนาระบบเทคโนโลยีสารสนเทศและการสื่อสาร|#25|7,850 แห่ง|#30|#71|2. การส่งเสริมและสนับสนุนการดำเนินงานตามอำนาจหน้าที่ ภารกิจ ของ อปท.|จำนวน อปท. ในจังหวัด"
            : "|||||||") + $"|#5|#{100 + number}|{number}. {Returns.SubActivities[number - 1].Label}|ครั้ง"));

    [Fact]
    public void Three_pages_on_one_sheet_with_other_columns_on_page_3()
    {
        var step = Returns.RecogniseCsv(
            $"{Returns.Title}\n{Returns.Office}\n\n{Returns.Header}{Returns.Rows(1, 6)}\n{Returns.Header}{Returns.Rows(7, 13)}\n{ThirdHeader}{ThirdRows}");

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe($"{Returns.Expected("K", 6, 1, 6)} {Returns.Expected("K", 15, 7, 13)} {Returns.Expected("J", 25, 14, 20)}");
        step.Quantities("sub_output").ShouldBe("SO1=71@G6 SO2=71@F25");
        step.Quantities("main_activity").ShouldBe("MA1=7,850 แห่ง@D6 MA2=7,850 แห่ง@D15 MA3=7,850 แห่ง@D25");
        step.Artefact!.Rows.Count(row => row.Group.Code == "main_output").ShouldBe(1, "(ต่อ) is the same main output");
    }

    [Fact]
    public void A_page_a_sheet_with_its_own_title()
    {
        var step = Returns.Recognise(Grid.Book(
            Grid.Sheet("หน้า 1", $"{Returns.Title}\n{Returns.Office}\n{Returns.Header}{Returns.Rows(1, 6)}"),
            Grid.Sheet("หน้า 2", $"{Returns.Title}\n{Returns.Office}\n{Returns.Header}{Returns.Rows(7, 13)}"),
            Grid.Sheet("หน้า 3", $"{ThirdHeader}{ThirdRows}")));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe($"{Returns.Expected("K", 5, 1, 6)} {Returns.Expected("K", 5, 7, 13)} {Returns.Expected("J", 3, 14, 20)}");
        step.Artefact!.Rows.Single(row => row.Item?.Code == "SA14").KeyCell.SheetIndex.ShouldBe(2);
    }

    [Fact]
    public void The_title_of_the_next_page_on_the_same_sheet_ends_the_table()
    {
        var step = Returns.RecogniseCsv(
            $"{Returns.Title}\n{Returns.Office}\n{Returns.Header}{Returns.Rows(1, 13)}{Returns.Title}\n{Returns.Office}\n{ThirdHeader}{ThirdRows}");

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe($"{Returns.Expected("K", 5, 1, 13)} {Returns.Expected("J", 22, 14, 20)}");
    }

    [Fact]
    public void Without_headings_short_labels_go_by_the_names_around_them()
    {
        var third = ThirdHeader[(ThirdHeader.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var step = Returns.RecogniseCsv($"{Returns.Title}\n{Returns.Office}\nผลผลิตหลัก{Returns.Header.Split('\n')[1]}\n{Returns.Rows(1, 13)}\nผลผลิตหลัก{third}{ThirdRows}");

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe($"{Returns.Expected("K", 4, 1, 13)} {Returns.Expected("J", 19, 14, 20)}");
        step.Quantities("sub_output").ShouldBe("SO1=71@G4 SO2=71@F19");
    }

    [Fact]
    public void Headings_that_slipped_are_not_believed()
    {
        var slipped = "ผลผลิตหลัก|การกำหนดกิจกรรมหลัก||||การกำหนดผลผลิตย่อย||||การกำหนดกิจกรรมย่อย\n" + Returns.Header.Split('\n')[1] + "\n";
        var step = Returns.RecogniseCsv(Returns.OneTable(header: slipped));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void A_unit_header_raised_beside_the_merged_heading()
    {
        const string Raised = """
            ผลผลิตหลัก|การกำหนดกิจกรรมหลัก|||การกำหนดผลผลิตย่อย||||การกำหนดกิจกรรมย่อย|||หน่วยนับ
            |ชื่อกิจกรรมหลัก|อัตราส่วน|หน่วยนับ|ชื่อผลผลิตย่อย|อัตราส่วน|ปริมาณ|หน่วยนับ|ชื่อกิจกรรมย่อย|อัตราส่วน|ปริมาณ|

            """;
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ปริมาณ", Returns.OneTable(header: Raised), "A4:A5", "B4:D4", "E4:H4", "I4:K4", "L4:L5")));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Artefact!.Rows.Single(row => row.Item?.Code == "SA09").Fields[3]!.Value.Address.ToString().ShouldBe("L14");
    }

    [Fact]
    public void Columns_that_could_belong_to_two_groups_are_an_error_and_never_a_guess()
    {
        var header = "ผลผลิตหลัก|ชื่อกิจกรรมหลัก|อัตราส่วน|ชื่อผลผลิตย่อย|ปริมาณ|ชื่อกิจกรรมย่อย|ปริมาณ\n";
        var step = Returns.RecogniseCsv($"{Returns.Title}\n{Returns.Office}\n{header}ส่งเสริมและสนับสนุน อปท.|1. พัฒนาบุคลากร|#25|1. การส่งเสริม สนับสนุนการดำเนินงานของ อปท.|#71|1. {Returns.SubActivities[0].Label}|#101");

        step.Errors().ShouldHaveSingleItem().ShouldStartWith(
            "REC-015 เซลล์ A3 (แถวที่ 3): หัวคอลัมน์ที่ A3 “ผลผลิตหลัก”, B3 “ชื่อกิจกรรมหลัก”, C3 “อัตราส่วน”, D3 “ชื่อผลผลิตย่อย”, E3 “ปริมาณ”, F3 “ชื่อกิจกรรมย่อย”, G3 “ปริมาณ” เป็นของกลุ่มใดได้ไม่แน่ชัด");
        step.Artefact!.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Units_under_quantity_are_an_error_that_names_the_cell()
    {
        var swapped = Returns.OneTable(change: (number, row) => row.Replace($"#{100 + number}|ครั้ง", $"ครั้ง|#{100 + number}", StringComparison.Ordinal));
        var step = Returns.RecogniseCsv(swapped);

        step.Errors().ShouldBe(
        [
            "REC-016 เซลล์ K6 (แถวที่ 6): คอลัมน์ “กิจกรรมย่อย – ปริมาณ” มี “ครั้ง” ซึ่งไม่ใช่ปริมาณที่เป็นตัวเลข",
            "REC-016 เซลล์ L6 (แถวที่ 6): คอลัมน์ “กิจกรรมย่อย – หน่วยนับ” มี “101” ซึ่งไม่ใช่หน่วยนับ",
        ]);
    }

    [Fact]
    public void Values_without_a_header_are_an_error_and_words_a_warning()
    {
        Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 2 ? row + "||#7" : row)).Errors()
            .ShouldBe(["REC-017 เซลล์ N7 (แถวที่ 7): พบ “7” ในคอลัมน์ที่ไม่มีหัวตาราง (ทั้งหมด 1 เซลล์)"]);
        Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == 2 ? row + "||ตรวจแล้ว" : row)).Messages(Severity.Info)
            .ShouldBe(["REC-018 เซลล์ N7 (แถวที่ 7): คอลัมน์ “ตรวจแล้ว” ไม่มีในแบบ ระบบไม่อ่านคอลัมน์นี้"]);
    }

    [Fact]
    public void The_same_table_on_two_sheets_is_an_error_that_names_both()
    {
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ร่าง", Returns.OneTable()), Grid.Sheet("ส่งจริง", Returns.OneTable())));

        step.Errors().ShouldBe(["REC-010 แผ่นงาน “ส่งจริง” เซลล์ A4: พบตารางเดียวกันสองครั้ง: แผ่นงาน “ร่าง” แถวที่ 4 และ แผ่นงาน “ส่งจริง” แถวที่ 4"]);
    }

    [Fact]
    public void A_form_on_a_hidden_sheet_only_is_an_error()
    {
        var step = Returns.Recognise(Grid.Book(
            Grid.Sheet("ปก", "กรุณาเปิดแผ่นงานถัดไป"), Grid.Sheet("ข้อมูล", Returns.OneTable()) with { Visibility = SheetVisibility.VeryHidden }));

        step.Errors().ShouldBe(["REC-011 แผ่นงาน “ข้อมูล”: แบบอยู่ในแผ่นงานที่ซ่อนไว้ “ข้อมูล” เท่านั้น จึงไม่มีใครเห็นตัวเลขที่ส่ง"]);
        step.Artefact!.Unit.Province!.Value.Number.ShouldBe(56);
    }

    [Fact]
    public void A_hidden_copy_is_not_read_and_said()
    {
        var step = Returns.Recognise(Grid.Book(
            Grid.Sheet("ปริมาณ", Returns.OneTable()), Grid.Sheet("เดิม", Returns.OneTable()) with { Visibility = SheetVisibility.Hidden }));

        step.Messages(Severity.Info).ShouldBe(["REC-012 แผ่นงาน “เดิม”: แผ่นงานที่ซ่อนไว้ “เดิม” มีตารางของแบบนี้ด้วย ระบบอ่านเฉพาะแผ่นงานที่แสดง"]);
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }
}

using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Recognition;

/// <summary>The line that names the office, as offices write it: another province's return never passes for the folder's own.</summary>
public class OfficeLineTests
{
    public static TheoryData<string> Rayong =>
    [
        "จังหวัดระยอง",
        "จังหวัด | ระยอง",
        "ชื่อหน่วยงานหลัก ระยอง",
        "ชื่อหน่วยงานหลัก | ระยอง",
        "ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นระยอง",
        "สำนักงานส่งเสริมการปกครองท้องถิ่นระยอง",
        "ชื่อหน่วยงานหลัก ส่งเสริมการปกครองส่วนท้องถิ่นจังหวัดระยอง",
        "สำนักงานส่งเสริมการปกครองส่วนท้องถิ่นระยอง",
        "สนง.ส่งเสริมฯจังหวัดระยอง",
        "สนง.ท้องถิ่นระยอง",
        "ท้องถิ่นจังหวัดระยอง",
        "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอแกลง จังหวัดระยอง",
        "ชื่อหน่วยงานหลัก ระยอง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด.....",
        "Rayong Provincial Office",
        "ระยอง",
    ];

    [Theory]
    [MemberData(nameof(Rayong))]
    public void A_return_of_Rayong_is_not_loaded_as_Chonburi(string office)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: office), "20-ชลบุรี");

        step.Errors().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.ShouldStartWith("REC-008 เซลล์ "), error => error.ShouldContain(" ระบุ ระยอง แต่ โฟลเดอร์ “20-ชลบุรี” ระบุ ชลบุรี"));
        step.Artefact.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Rayong))]
    public void Without_a_folder_it_is_Rayong(string office)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: office), folder: null);

        step.Errors().ShouldBeEmpty();
        step.Artefact!.Unit.Province!.Value.Number.ShouldBe(21);
    }

    [Fact]
    public void A_province_alone_above_the_title_counts()
    {
        var step = Returns.RecogniseCsv("จังหวัดระยอง\n" + Returns.OneTable(office: ""), "20-ชลบุรี");

        step.Errors().ShouldHaveSingleItem().ShouldStartWith("REC-008 เซลล์ A1 (แถวที่ 1): ");
    }

    [Fact]
    public void Advice_may_name_a_province()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: Returns.Office + "\nวิธีกรอก : ส่งที่จังหวัดนนทบุรี\nกำหนดส่ง : ภายในวันที่ 31 พฤษภาคม ที่จังหวัดนนทบุรี"));

        step.Errors().ShouldBeEmpty();
        step.Artefact!.Unit.Province!.Value.Number.ShouldBe(56);
    }

    [Theory]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นกรุงเทพมหานคร", "กรุงเทพมหานคร", "no such office")]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด....กรุงเทพมหานคร....", "กรุงเทพมหานคร", "typed over the dots")]
    [InlineData("สนง.ท้องถิ่นกรุงเทพมหานคร", "สนง.ท้องถิ่นกรุงเทพมหานคร", "other words for the office")]
    [InlineData("กรุงเทพมหานคร", "กรุงเทพมหานคร", "nothing else")]
    [InlineData("ชื่อหน่วยงานหลัก กองคลัง", "กองคลัง", "no province at all")]
    [InlineData("จังหวัดระยองง", "ระยองง", "a letter too many")]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอแกลง", "อำเภอแกลง", "a district")]
    public void Words_that_are_no_province_are_an_error(string office, string found, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: office), "20-ชลบุรี");

        step.Errors().ShouldBe([$"REC-032 เซลล์ A2 (แถวที่ 2): บรรทัดชื่อหน่วยงานระบุ “{found}” ซึ่งไม่ใช่ชื่อจังหวัดที่ระบบรู้จัก"], reason);
        step.Artefact.ShouldBeNull(reason);
    }

    [Theory]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "the cell ends")]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด.....", "dots")]
    [InlineData("ชื่อหน่วยงานหลัก สนง.ส่งเสริมฯ จังหวัด……", "other words before the dots")]
    [InlineData("ชื่อหน่วยงานหลัก | สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ____", "two cells")]
    [InlineData("ชื่อหน่วยงานหลัก | ประจำปีงบประมาณ พ.ศ. 2563", "the year beside it")]
    [InlineData("จังหวัด.....", "only the word")]
    public void A_blank_line_is_filled_from_the_folder_and_its_cell_is_said(string office, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: office), "20-ชลบุรี");

        step.Errors().ShouldBeEmpty(reason);
        step.Messages(Severity.Info).ShouldBe(["REC-030 เซลล์ A2 (แถวที่ 2): ไม่พบชื่อจังหวัดในบรรทัดชื่อหน่วยงาน ระบบใช้ ชลบุรี จากโฟลเดอร์ “20-ชลบุรี”"], reason);
    }

    [Fact]
    public void A_folder_whose_code_is_of_another_province_is_told_whose_code_it_is()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด....."), "53-เชียงใหม่");

        step.Errors().ShouldBe(["REC-008 : ชื่อจังหวัดไม่ตรงกัน: โฟลเดอร์ “53-เชียงใหม่” รหัส 53 คือ อุตรดิตถ์ แต่ โฟลเดอร์ “53-เชียงใหม่” ระบุ เชียงใหม่"]);
    }
}

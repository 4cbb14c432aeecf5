using Dla.Etl.Findings;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Which form, which year, which province.</summary>
public class IdentityTests
{
    public static TheoryData<string, string?, string, int, string> Provinces => new()
    {
        { "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา", null, "แบบ.xlsx", 56, "the office line" },
        { "ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด | พะเยา", null, "แบบ.xlsx", 56, "the next cell" },
        { "สำนักงานส่งเสริมการปกครองท้องถิ่น จ.พะเยา", null, "แบบ.xlsx", 56, "จ." },
        { "สถจ.เลย", null, "แบบ.xlsx", 42, "สถจ. with a short name" },
        { "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด.....พะเยา.....", null, "แบบ.xlsx", 56, "typed over the dots" },
        { "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด.....", "56-พะเยา", "แบบ.xlsx", 56, "dots, so the folder" },
        { "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด……………", null, "ปริมาณ_พะเยา.xlsx", 56, "dots, so the file name" },
        { "", "56-พะเยา", "แบบ.xlsx", 56, "no line at all" },
    };

    [Theory]
    [MemberData(nameof(Provinces))]
    public void The_province_comes_from_the_most_trusted_source(string office, string? folder, string file, int province, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: office), folder, file);

        step.Errors().ShouldBeEmpty(reason);
        step.Artefact!.Unit.Province!.Value.Number.ShouldBe(province, reason);
    }

    public static TheoryData<string, string?, string, string, string> Contradictions => new()
    {
        { "ระยอง", "85-ระนอง", "แบบ.xlsx", "REC-008 เซลล์ A2 (แถวที่ 2): ชื่อจังหวัดไม่ตรงกัน: บรรทัดชื่อหน่วยงาน เซลล์ A2 ระบุ ระยอง แต่ โฟลเดอร์ “85-ระนอง” ระบุ ระนอง", "one letter apart" },
        { "พะเยา", "56-พะเยา", "ปริมาณ แพร่.xlsx", "REC-008 เซลล์ A2 (แถวที่ 2): ชื่อจังหวัดไม่ตรงกัน: บรรทัดชื่อหน่วยงาน เซลล์ A2 ระบุ พะเยา แต่ ชื่อไฟล์ “ปริมาณ แพร่.xlsx” ระบุ แพร่", "the file name" },
        { ".....", "56-แพร่", "แบบ.xlsx", "REC-008 : ชื่อจังหวัดไม่ตรงกัน: โฟลเดอร์ “56-แพร่” รหัส 56 คือ พะเยา แต่ โฟลเดอร์ “56-แพร่” ระบุ แพร่", "code and name of the folder" },
        { "พะเยา และ จังหวัดแพร่", null, "แบบ.xlsx", "REC-008 เซลล์ A2 (แถวที่ 2): ชื่อจังหวัดไม่ตรงกัน: บรรทัดชื่อหน่วยงาน เซลล์ A2 ระบุ พะเยา แต่ บรรทัดชื่อหน่วยงาน เซลล์ A2 ระบุ แพร่", "two in one line" },
        { "พะเย่า", "56-พะเยา", "แบบ.xlsx", "REC-032 เซลล์ A2 (แถวที่ 2): บรรทัดชื่อหน่วยงานระบุ “พะเย่า” ซึ่งไม่ใช่ชื่อจังหวัดที่ระบบรู้จัก", "never by likeness" },
        { ".....", null, "แบบ.xlsx", "REC-007 เซลล์ A2 (แถวที่ 2): ไม่พบชื่อจังหวัดทั้งในบรรทัดชื่อหน่วยงาน ชื่อแผ่นงาน โฟลเดอร์ และชื่อไฟล์", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_province_that_is_doubtful_loads_nothing(string name, string? folder, string file, string message, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(office: "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด" + name), folder, file);

        step.Errors().ShouldBe([message], reason);
        step.Artefact.ShouldBeNull(reason);
    }

    [Fact]
    public void A_sheet_named_after_another_province_is_a_contradiction()
    {
        var step = Returns.Recognise(Grid.Book(Grid.Sheet("ระนอง", Returns.OneTable())), folder: null);

        step.Errors().ShouldBe(["REC-008 แผ่นงาน “ระนอง” เซลล์ A2: ชื่อจังหวัดไม่ตรงกัน: บรรทัดชื่อหน่วยงาน เซลล์ A2 ของแผ่นงาน “ระนอง” ระบุ พะเยา แต่ ชื่อแผ่นงาน “ระนอง” ระบุ ระนอง"]);
    }

    [Theory]
    [InlineData("2564", 2564, "Arabic digits")]
    [InlineData("๒๕๖๔", 2564, "Thai digits")]
    [InlineData("2563", 2563, "the other year")]
    public void The_year_comes_from_the_title(string year, int expected, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(title: Returns.Title.Replace("2563", year, StringComparison.Ordinal)));

        step.Errors().ShouldBeEmpty(reason);
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(expected, reason);
    }

    [Fact]
    public void A_year_on_its_own_line_counts_and_a_deadline_does_not()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(title: "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย\nประจำปีงบประมาณ พ.ศ. 2564\nกำหนดส่ง : ภายในวันที่ 31 พฤษภาคม 2565"));

        step.Messages(Severity.Info).ShouldBeEmpty();
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(2564);
    }

    [Fact]
    public void A_year_only_in_the_file_name_is_used_and_said()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(title: "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย"), file: "ปริมาณ ปี 2564.csv");

        step.Messages(Severity.Info).ShouldBe(["REC-029 : ไม่พบปีงบประมาณในแบบ ระบบใช้ปี 2564 จากชื่อไฟล์ “ปริมาณ ปี 2564.csv”"]);
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(2564);
    }

    public static TheoryData<string, string, string> Years => new()
    {
        { "พ.ศ. 2563", "ปริมาณ ปี 2564.csv", "REC-006 เซลล์ A1 (แถวที่ 1): ปีงบประมาณไม่ตรงกัน: เซลล์ A1 ระบุ 2563 แต่ ชื่อไฟล์ “ปริมาณ ปี 2564.csv” ระบุ 2564" },
        { "พ.ศ. 2569", "แบบ.csv", "REC-005 เซลล์ A1 (แถวที่ 1): แบบ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต” ระบุปีงบประมาณ 2569 แต่ระบบมีแบบของปี 2563, 2564 เท่านั้น" },
        { "", "ส่ง 31-05-2564.csv", "REC-004 : ไม่พบปีงบประมาณของแบบ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต” ทั้งในแบบ ชื่อแผ่นงาน และชื่อไฟล์" },
        { "พ.ศ. 2563 และประจำปีงบประมาณ พ.ศ. 2564", "แบบ.csv", "REC-006 เซลล์ A1 (แถวที่ 1): ปีงบประมาณไม่ตรงกัน: เซลล์ A1 แต่ ระบุปีไว้หลายปี (2563, 2564)" },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_that_is_doubtful_loads_nothing(string year, string file, string message)
    {
        var title = "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย" + (year.Length == 0 ? "" : " ประจำปีงบประมาณ " + year);
        var step = Returns.RecogniseCsv(Returns.OneTable(title: title), file: file);

        step.Errors().ShouldBe([message]);
        step.Artefact.ShouldBeNull();
    }

    [Theory]
    [InlineData("2563", "2564", "พะเยา", "พะเยา", "REC-009 แผ่นงาน “ข” เซลล์ A1: ไฟล์นี้มีมากกว่าหนึ่งแบบ: เซลล์ A1 ของแผ่นงาน “ก” ระบุ 2563 และ เซลล์ A1 ของแผ่นงาน “ข” ระบุ 2564")]
    [InlineData("2563", "2563", "พะเยา", "แพร่", "REC-009 แผ่นงาน “ข” เซลล์ A2: ไฟล์นี้มีมากกว่าหนึ่งแบบ: บรรทัดชื่อหน่วยงาน เซลล์ A2 ของแผ่นงาน “ก” ระบุ พะเยา และ บรรทัดชื่อหน่วยงาน เซลล์ A2 ของแผ่นงาน “ข” ระบุ แพร่")]
    public void Two_forms_in_one_workbook_are_an_error_that_names_the_sheets(string year1, string year2, string province1, string province2, string message)
    {
        RawSheet Sheet(string name, string year, string province) => Grid.Sheet(name, Returns.OneTable(
            Returns.Title.Replace("2563", year, StringComparison.Ordinal), Returns.Office.Replace("พะเยา", province, StringComparison.Ordinal)));
        var step = Returns.Recognise(Grid.Book(Sheet("ก", year1, province1), Sheet("ข", year2, province2)), folder: null);

        step.Errors().ShouldContain(message);
        step.Artefact.ShouldBeNull();
    }

    [Fact]
    public void A_title_with_letters_amiss_is_read_and_said()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(title: Returns.Title.Replace("ผลผลิตย่อย", "ผลผลิดย่อย", StringComparison.Ordinal)));

        step.Messages(Severity.Info).ShouldHaveSingleItem().ShouldStartWith("REC-024 เซลล์ A1 (แถวที่ 1): อ่านชื่อแบบ “ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิดย่อย");
        step.Artefact!.Form.Year.BuddhistEra.ShouldBe(2563);
    }

    [Fact]
    public void Without_a_title_the_headers_tell_the_form()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(title: "ประจำปีงบประมาณ พ.ศ. 2563"));

        step.Messages(Severity.Info).ShouldHaveSingleItem().ShouldStartWith("REC-027 ");
        step.Quantities().ShouldBe(Returns.Expected("K", 6));
    }

    [Fact]
    public void A_header_with_a_letter_amiss_is_read_and_said()
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(header: Returns.Header.Replace("ชื่อกิจกรรมย่อย", "ชื่อกิจกรรมยอย", StringComparison.Ordinal)));

        step.Messages(Severity.Info).ShouldBe(["REC-023 เซลล์ I5 (แถวที่ 5): อ่านหัวคอลัมน์ “ชื่อกิจกรรมยอย” เป็น “ชื่อกิจกรรมย่อย”"]);
    }

    public static TheoryData<string, string, string> Strangers => new()
    {
        { "ทะเบียนรถยนต์ส่วนกลาง\nลำดับ|ทะเบียน|ยี่ห้อ\n#1|กข 1234|โตโยต้า", "REC-001 : ไม่พบชื่อแบบหรือหัวตารางของแบบที่ระบบรู้จักในไฟล์นี้ แบบที่ระบบรู้จักคือ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต”", "a list of cars" },
        { "", "REC-001 : ไม่พบชื่อแบบหรือหัวตารางของแบบที่ระบบรู้จักในไฟล์นี้ แบบที่ระบบรู้จักคือ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต”", "nothing at all" },
        { "แบบประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น ประจำปี 2561", "REC-002 เซลล์ A1 (แถวที่ 1): ไฟล์นี้เป็น “แบบประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น (LPA)” ไม่ใช่ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต”", "another form" },
        { Returns.Title + "\n" + Returns.Office + "\nไม่มีตาราง", "REC-003 เซลล์ A1 (แถวที่ 1): พบชื่อแบบ “ปริมาณงานต้นทุนต่อหน่วยผลผลิต” แต่ไม่พบหัวตารางที่มีคอลัมน์ ผลผลิตหลัก, ชื่อกิจกรรมหลัก, ชื่อผลผลิตย่อย, ชื่อกิจกรรมย่อย", "a title without table" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void What_is_not_the_form_is_said_to_be_so(string literal, string message, string reason)
    {
        var step = Returns.RecogniseCsv(literal);

        step.Errors().ShouldBe([message], reason);
        step.Artefact.ShouldBeNull(reason);
    }
}

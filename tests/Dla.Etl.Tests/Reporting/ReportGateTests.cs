using System.IO.Compression;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

public class ReportGateTests
{
    public static TheoryData<string, string, Action<XSSFWorkbook>> Leaks => new()
    {
        { "RPT-020", "a text that became a formula", book => Cell(book).SetCellFormula("HYPERLINK(\"http://example.org\",\"คลิก\")") },
        { "RPT-021", "a hidden sheet nobody declared", book => book.SetSheetHidden(1, SheetState.Hidden) },
        { "RPT-021", "a sheet that only a macro shows", book => book.SetSheetHidden(1, SheetState.VeryHidden) },
        { "RPT-022", "a hidden row", book => book.GetSheetAt(1).GetRow(20).ZeroHeight = true },
        { "RPT-023", "a hidden column", book => book.GetSheetAt(1).SetColumnHidden(5, true) },
        { "RPT-025", "an e-mail address", book => Cell(book).SetCellValue("ส่งที่ someone@example.org") },
        { "RPT-026", "a telephone number", book => Cell(book).SetCellValue("โทร. 02 000 0000") },
        { "RPT-026", "a telephone number in Thai digits", book => Cell(book).SetCellValue("๐๘๐-๐๐๐-๐๐๐๐") },
        { "RPT-027", "a person's name", book => Cell(book).SetCellValue("ผู้ประสานงาน นางสาวสมมติ นามสมมติ") },
        { "RPT-028", "a comment, which carries its author", Comment },
        { "RPT-029", "the properties name a person", book => book.GetProperties().CoreProperties.Creator = "ใครคนหนึ่ง" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_leak_is_caught(string id, string reason, Action<XSSFWorkbook> leak)
    {
        var finding = ReportGate.Inspect(new MemoryStream(Written.Tampered(leak)), Written.Report).FirstOrDefault(finding => finding.Kind.Id == id).ShouldNotBeNull(reason);
        if (finding.Kind.Id is "RPT-025" or "RPT-026" or "RPT-027")
            finding.Message.ShouldContain("เซลล์ Q3", Case.Sensitive, "the place is named, not the personal data itself");
    }

    [Fact]
    public void A_link_to_another_workbook_is_caught()
    {
        using var package = new MemoryStream();
        package.Write(Written.Fixed);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
            zip.CreateEntry("xl/externalLinks/externalLink1.xml").Open().Dispose();
        ReportGate.Inspect(package, Written.Report).ShouldHaveSingleItem().Kind.Id.ShouldBe("RPT-024");
    }

    [Fact]
    public void The_report_itself_passes() => ReportGate.Inspect(new MemoryStream(Written.Fixed), Written.Report).ShouldBeEmpty();

    [Fact]
    public void A_sheet_that_report_yaml_declares_hidden_passes()
    {
        var declared = Written.Report with { Sheets = [.. Written.Report.Sheets.Select(sheet => sheet with { IsHidden = sheet.IsManifest })] };
        var tampered = Written.Tampered(book => book.SetSheetHidden(3, SheetState.Hidden));
        ReportGate.Inspect(new MemoryStream(tampered), declared).ShouldNotContain(finding => finding.Kind.Id == "RPT-021");
        ReportGate.Inspect(new MemoryStream(tampered), Written.Report).ShouldContain(finding => finding.Kind.Id == "RPT-021");
    }

    [Fact]
    public void A_report_with_a_leak_in_its_template_is_not_written()
    {
        var (bytes, findings, _) = Written.Of(Written.Report, Written.Edited(book => Cell(book).SetCellValue("สอบถาม 081-000-0000")));
        bytes.ShouldBeNull();
        findings.ShouldHaveSingleItem().Kind.Id.ShouldBe("RPT-026");
    }

    public static TheoryData<string, string?, string> Texts => new()
    {
        { "นาย ก ข", null, "too short for a name, more likely an example" },
        { "นายสมมติ นามสมมติ", "RPT-027", "title, given name, family name" },
        { "นางสมมติ  นามสมมติ", "RPT-027", "two spaces" },
        { "น.ส. สมมติ นามสมมติ", "RPT-027", "abbreviated title" },
        { "นายกเทศมนตรีตำบล มะขาม", null, "an office, not a person" },
        { "นายก อบต. หนองบัว", null, "an office, not a person" },
        { "นางรอง", null, "a district" },
        { "ลงชื่อ ................ ผู้จัดทำ", null, "the line for a signature" },
        { "021234567", "RPT-026", "nine digits" },
        { "02-123-4567", "RPT-026", "nine digits with dashes" },
        { "+66 81 234 5678", "RPT-026", "with the country code" },
        { "+66 (0) 2241 9000", "RPT-026", "with country code and the nought in brackets" },
        { "โทร. 0 2241 9000 ต่อ 1503", "RPT-026", "as the department writes it" },
        { "0 2241 9000", "RPT-026", "the same without the word" },
        { "0-2241-9000", "RPT-026", "grouped behind the nought" },
        { "0 2241 9000-3", "RPT-026", "a run of lines" },
        { "๐ ๒๒๔๑ ๙๐๐๐", "RPT-026", "grouped behind the nought, Thai digits" },
        { "08 1234 5678", "RPT-026", "mobile, 2-4-4" },
        { "081 2345678", "RPT-026", "mobile, 3-7" },
        { "0812345678", "RPT-026", "mobile in one" },
        { "08-12345678", "RPT-026", "mobile, 2-8" },
        { "0 8123 45678", "RPT-026", "mobile, 1-4-5" },
        { "081 - 234 - 5678", "RPT-026", "spaces around the hyphens" },
        { "081–234–5678", "RPT-026", "dashes that Word makes of hyphens" },
        { "(02) 241-9000", "RPT-026", "area in brackets" },
        { "056 112 233", "RPT-026", "province, 3-3-3" },
        { "โทร 1503", "RPT-026", "an internal number" },
        { "โทรศัพท์ภายใน ๑๕๐๓", "RPT-026", "an internal number, Thai digits" },
        { "โทรสาร : 2241 9001", "RPT-026", "fax without the nought" },
        { "มือถือ 81 234 5678", "RPT-026", "mobile without the nought" },
        { "โทร. ต่อ 1503", "RPT-026", "an extension alone" },
        { "โทรทัศน์ 2563 เครื่อง", null, "another word" },
        { "โทรศัพท์ 5 เครื่อง", null, "a count of telephones" },
        { "01-05-2564 10:30", null, "a day and a time" },
        { "01 05 2564", null, "a day" },
        { "2564-05-01", null, "a day" },
        { "0 12 345", null, "quantities" },
        { "0.12345678", null, "a decimal" },
        { "1,081,234,567", null, "a large number" },
        { "ที่ มท ๐๘๐๓.๓/ว ๙๕๙", null, "a document number in Thai digits" },
        { "ที่ มท 0803.3/ว 959 ลงวันที่ 2 เมษายน 2564", null, "a document number and its day" },
        { "แฮช 0a12345678901234567890", null, "a hash" },
        { "081234567890123", null, "too long for a telephone" },
        { "ที่ มท 0803.3/ว 959", null, "a document number" },
        { "7,850 แห่ง", null, "a number with its unit" },
        { "31 พ.ค. 2564", null, "a day" },
        { "b43aa69466ed2d7e0128f41f944ad78f5bb1a88472032b21e165f2fa923bebed", null, "a hash with a nought inside" },
        { "a.b@dla.go.th", "RPT-025", "even the department's own addresses stay out" },
        { "5 @ 3", null, "no address" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Personal_data_is_told_from_ordinary_text(string text, string? id, string reason) =>
        (PersonalData.In(text)?.Id).ShouldBe(id, reason);

    private static ICell Cell(XSSFWorkbook book) => (book.GetSheetAt(0).GetRow(2) ?? book.GetSheetAt(0).CreateRow(2)).CreateCell(16);

    private static void Comment(XSSFWorkbook book)
    {
        var comment = book.GetSheetAt(0).CreateDrawingPatriarch().CreateCellComment(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 3));
        (comment.Author, comment.String) = ("ผู้เขียน", new XSSFRichTextString("ข้อคิดเห็น"));
        Cell(book).CellComment = comment;
    }
}

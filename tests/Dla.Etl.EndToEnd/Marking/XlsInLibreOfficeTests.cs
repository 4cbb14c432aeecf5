using System.IO.Compression;
using System.Text.RegularExpressions;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;
using NPOI.HSSF.UserModel;

namespace Dla.Etl.EndToEnd.Marking;

/// <summary>Another program opens a marked xls or csv, finds the same values and the comments, and saves it so that the marks still go.</summary>
public sealed partial class XlsInLibreOfficeTests
{
    private const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";
    private static readonly string s_sample = Repository.Input("2563-ok-xls");

    [SkippableFact]
    public void The_values_are_the_same_and_the_comments_are_there()
    {
        using var place = new Place();
        File.Copy(s_sample, place["before.xls"]);
        Directory.CreateDirectory(place["made"]);
        File.Move(Mark(s_sample, place["made"], 12, "K6", "I9").Path, place["after.xls"]);
        Soffice.Convert(place, Csv, place["before.xls"], place["after.xls"]);
        var (before, after) = (File.ReadAllText(place["before.csv"]), File.ReadAllText(place["after.csv"]));
        before.Length.ShouldBeGreaterThan(1_000);
        after.ShouldBe(before);
        Soffice.Convert(place, "ods", place["after.xls"]);
        var opened = Content(place["after.ods"]);
        Annotation().Matches(opened).Select(match => Tag().Replace(match.Value, "")).Count(text => text.Contains(MarkText.Begin, StringComparison.Ordinal)).ShouldBe(2);
        opened.ShouldContain(MarkText.RuleWord);
        opened.ShouldContain("#ปริมาณ.K6", customMessage: "the link of the findings sheet leads to the cell");
    }

    [SkippableFact]
    public void Marks_go_also_after_LibreOffice_has_saved_the_file()
    {
        using Place place = new(), saved = new();
        Directory.CreateDirectory(place["made"]);
        File.Move(Mark(s_sample, place["made"], 12, "K6", "I9").Path, place["after.xls"]);
        Soffice.Convert(saved, "xls:MS Excel 97", place["after.xls"]);
        Comments(Open(saved["after.xls"])).Count.ShouldBe(2, "LibreOffice keeps them");
        var again = Mark(saved["after.xls"], place["made"], 99, "K8");
        var book = Open(again.Path);
        book.NumberOfSheets.ShouldBe(2);
        Comments(book).ShouldHaveSingleItem().ShouldStartWith("[ผลการตรวจ กรมฯ] เลขรับที่ 99");
        ((HSSFSheet)book.GetSheetAt(0)).Sheet.ConditionalFormattingTable.Count.ShouldBe(1);
    }

    [SkippableFact]
    public void The_csv_and_the_findings_workbook_open()
    {
        using var place = new Place();
        Directory.CreateDirectory(place["made"]);
        var sample = Repository.Input("2563-ok-csv-utf8");
        var files = MarkedReturn.Make(Request(sample, "input.csv", 12, null, "K6"), place["made"], CancellationToken.None);
        File.Move(files[0].Path, place["after.csv"]);
        File.Move(files[1].Path, place["findings.xlsx"]);
        Soffice.Convert(place, "ods", "--infilter=Text - txt - csv (StarCalc):44,34,76,1", place["after.csv"]);
        Content(place["after.ods"]).ShouldContain("[ต้องแก้ไข] K6: ");
        Soffice.Convert(place, "pdf", place["findings.xlsx"]);
        File.ReadAllBytes(place["findings.pdf"]).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    private static MarkedFile Mark(string path, string folder, long receipt, params string[] cells) =>
        MarkedReturn.Make(Request(path, "ปริมาณ.xls", receipt, "ปริมาณ", cells), folder, CancellationToken.None).ShouldHaveSingleItem();

    private static MarkRequest Request(string path, string name, long receipt, string? sheet, params string[] cells) => new(
        path, name, receipt, "ไม่ผ่าน",
        [.. cells.Select(cell => new Finding(ValidationFindings.Negative, Place(sheet, cell)) { Subject = "จัดทำแผน", Found = "-5", Expected = "ตั้งแต่ 0 ขึ้นไป" })],
        "โปรดแก้ไขแล้วส่งกลับ");

    private static Findings.Place Place(string? sheet, string cell) => Findings.Place.At(sheet, CellAddress.Parse(cell).Value);

    private static List<string> Comments(HSSFWorkbook book) =>
        [.. ((HSSFSheet)book.GetSheetAt(0)).Sheet.Records.OfType<NPOI.HSSF.Record.TextObjectRecord>().Select(text => text.Str.String)];

    private static string Content(string ods)
    {
        using var zip = ZipFile.OpenRead(ods);
        using var reader = new StreamReader(zip.GetEntry("content.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static HSSFWorkbook Open(string path) => Reporting.NpoiCulture.Invariant(() => new HSSFWorkbook(new MemoryStream(File.ReadAllBytes(path))));

    [GeneratedRegex("<office:annotation.*?</office:annotation>", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

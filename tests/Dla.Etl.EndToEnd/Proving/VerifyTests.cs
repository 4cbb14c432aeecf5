using System.Globalization;
using System.Text.Json;
using Dla.Etl.EndToEnd.Demo;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Proving;

/// <summary><c>verify</c>: a workbook is proven, or it is said where it differs, or why nothing can be said.</summary>
[Collection(DemoCollection.Name)]
public sealed class VerifyTests(DemoWorkspace demo)
{
    private const string Evidence = "หลักฐาน";
    private const string Summary = "สรุปปริมาณ";

    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public async Task The_current_report_is_proven_with_its_hash(int year)
    {
        var proof = (await Verify(demo.Path, demo.Report(year))).ShouldEnd(0);
        proof.Output.ShouldContain("ตรงกับรายงานที่จัดทำซ้ำทุกเซลล์");
        proof.Output.ShouldNotContain("ฉบับใหม่กว่า");
        var json = (await Verify(demo.Path, demo.Report(year), "--json")).ShouldEnd(0).Json;
        json.GetProperty("verdict").GetString().ShouldBe("equal");
        json.GetProperty("contentHash").GetString().ShouldBe(json.GetProperty("statedHash").GetString());
        proof.Output.ShouldContain(json.GetProperty("contentHash").GetString()!);
        json.GetProperty("year").GetInt32().ShouldBe(year);
        json.GetProperty("writtenAt").GetDateTimeOffset().ShouldBeGreaterThan(json.GetProperty("asOf").GetDateTimeOffset().AddDays(-1));
        json.GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Every_report_of_the_demo_is_proven()
    {
        foreach (var report in Directory.EnumerateFiles(Path.Combine(demo.Path, "reports"), "*.xlsx", SearchOption.AllDirectories))
            (await Verify(demo.Path, report)).ShouldEnd(0);
    }

    [Fact]
    public async Task Back_filled_ad_hoc_and_mailed_ones_are_proven_as_well()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        Warehouses.Tamper(workspace, "DELETE FROM report_written WHERE written_at = '2022-05-15T18:00:00.0000000Z'").ShouldBe(1);
        (await DlaEtl.InProcessAsync("run", "--as-of", "2022-05-16T01:00+07:00", "--workspace", workspace)).ShouldEnd(0);
        var backFilled = Directory.GetFiles(copy["workspace/reports"], "*(ข้อมูล ณ*").Single();
        // No run has reported as of this sequence.
        (await DlaEtl.InProcessAsync("revert", "73", "unit-cost-quantity", "2564", "--to", "1", "--reason", "ทดสอบ", "--workspace", workspace)).ShouldEnd(0);
        (await DlaEtl.InProcessAsync("report", "unit-cost-quantities", "--year", "2564", "--out", copy["adhoc.xlsx"], "--workspace", workspace)).ShouldEnd(0);
        var mailed = Warehouses.Query<string>(workspace, "SELECT a.sha256 FROM outbox_attachment a JOIN outbox o ON o.id = a.outbox_id WHERE o.occasion LIKE 'report unit-cost-quantities%' ORDER BY o.number LIMIT 1").Single();
        File.Copy(Path.Combine(workspace, "archive", mailed[..2], mailed), copy["mailed.xlsx"]);

        (await Verify(workspace, backFilled)).ShouldEnd(0).Output.ShouldContain("ระบบบันทึกไว้ว่าจัดทำเมื่อ");
        (await Verify(workspace, copy["adhoc.xlsx"])).ShouldEnd(0).Output.ShouldContain("ไม่มีในทะเบียนรายงาน");
        (await Verify(workspace, copy["mailed.xlsx"])).ShouldEnd(0).Output.ShouldContain("มีรายงานฉบับใหม่กว่านี้แล้ว");
    }

    [Fact]
    public async Task A_changed_figure_and_a_changed_text_are_named()
    {
        using var place = Taken();
        Edit(place["r.xlsx"], book =>
        {
            var cell = book.GetSheet(Summary).GetRow(10).GetCell(3);
            cell.SetCellValue(cell.NumericCellValue + 1);
            book.GetSheet("สถานะการส่ง").GetRow(9).GetCell(1).SetCellValue("จังหวัดอื่น");
        });
        var was = ReportSheet.Read(demo.Report(2564), Summary)[10][3];

        var proof = (await Verify(demo.Path, place["r.xlsx"], "--json")).ShouldEnd(1).Json;

        proof.GetProperty("count").GetInt32().ShouldBe(2);
        Cells(proof).ShouldBe([$"{Summary}!D11", "สถานะการส่ง!B10"]);
        var figure = proof.GetProperty("differences")[0];
        (figure.GetProperty("inFile").GetString(), figure.GetProperty("regenerated").GetString())
            .ShouldBe(((double.Parse(was, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), was));
        (await Verify(demo.Path, place["r.xlsx"], "--first", "1")).ShouldEnd(1).Output.ShouldContain("และอีก 1 แห่ง");
    }

    [Fact]
    public async Task A_formula_and_a_format_that_prints_another_figure_are_named_and_looks_are_not()
    {
        using var place = Taken();
        Edit(place["r.xlsx"], book =>
        {
            var sheet = book.GetSheet(Summary);
            var formula = sheet.GetRow(10).GetCell(3);
            var value = formula.NumericCellValue;
            formula.SetCellFormula(value.ToString(CultureInfo.InvariantCulture));
            book.GetCreationHelper().CreateFormulaEvaluator().EvaluateFormulaCell(formula);
            var disguised = sheet.GetRow(11).GetCell(3);
            var style = book.CreateCellStyle();
            style.CloneStyleFrom(disguised.CellStyle);
            style.DataFormat = book.CreateDataFormat().GetFormat("\"1,250\"");
            disguised.CellStyle = style;
            var painted = book.CreateCellStyle();
            painted.CloneStyleFrom(sheet.GetRow(12).GetCell(3).CellStyle);
            painted.FillForegroundColor = 13;
            sheet.GetRow(12).GetCell(3).CellStyle = painted;
            sheet.SetColumnWidth(1, 20_000);
        });

        var proof = (await Verify(demo.Path, place["r.xlsx"])).ShouldEnd(1);

        proof.Output.ShouldContain("2 แห่ง");
        proof.Output.ShouldContain($"{Summary}!D11   ในไฟล์ (สูตร)");
        proof.Output.ShouldContain("(รูปแบบตัวเลขพิมพ์ 1250)");
    }

    [Fact]
    public async Task A_row_put_in_is_one_difference()
    {
        using var place = Taken();
        Edit(place["r.xlsx"], book =>
        {
            var sheet = book.GetSheet(Summary);
            sheet.ShiftRows(12, sheet.LastRowNum, 1);
            sheet.CreateRow(12).CreateCell(1).SetCellValue("แถวใหม่");
        });

        var proof = (await Verify(demo.Path, place["r.xlsx"], "--json")).ShouldEnd(1).Json;

        proof.GetProperty("count").GetInt32().ShouldBe(1);
        var row = proof.GetProperty("differences")[0];
        (row.GetProperty("kind").GetString(), row.GetProperty("where").GetString(), row.GetProperty("inFile").GetString()).ShouldBe(("row_added", "13", "แถวใหม่"));
    }

    [Fact]
    public async Task A_sheet_removed_or_put_in_is_named_and_without_evidence_nothing_is_proven()
    {
        using var place = Taken();
        File.Copy(place["r.xlsx"], place["bare.xlsx"]);
        Edit(place["r.xlsx"], book =>
        {
            book.RemoveSheetAt(book.GetSheetIndex("รายจังหวัด"));
            book.CreateSheet("ของฉัน").CreateRow(0).CreateCell(0).SetCellValue("บันทึก");
        });
        var kinds = (await Verify(demo.Path, place["r.xlsx"], "--json")).ShouldEnd(1).Json.GetProperty("differences").EnumerateArray().Select(one => one.GetProperty("kind").GetString());
        kinds.ShouldBe(["sheet_missing", "sheet_added"]);

        Edit(place["bare.xlsx"], book => book.RemoveSheetAt(book.GetSheetIndex(Evidence)));
        (await Verify(demo.Path, place["bare.xlsx"])).ShouldEnd(3).Output.ShouldContain("ไม่มีแผ่นงานหลักฐาน");
    }

    [Theory]
    [InlineData("evidence.report", "รายงานอื่น", 3, "อ่านรหัสรายงานไม่ได้")]
    [InlineData("evidence.fiscal_year", "ปีหน้า", 3, "อ่านปีงบประมาณไม่ได้")]
    [InlineData("evidence.sequence", "-1", 3, "อ่านลำดับการบันทึกไม่ได้")]
    [InlineData("evidence.sequence", "130", 3, "ค่าแฮชที่ระบุเป็นของรายงาน unit-cost-quantities ปีงบประมาณ พ.ศ. 2564 ลำดับที่")]
    [InlineData("evidence.sequence", "999999", 3, "ค่าแฮชที่ระบุเป็นของรายงาน unit-cost-quantities ปีงบประมาณ พ.ศ. 2564 ลำดับที่")]
    [InlineData("evidence.content_hash", "abc", 3, "อ่านค่าแฮชของเนื้อหาไม่ได้")]
    [InlineData("evidence.content_hash", "0000000000000000000000000000000000000000000000000000000000000000", 3, "หลักฐาน!C7")]
    [InlineData("evidence.content_hash", "0000000000000000000000000000000000000000000000000000000000000000", 3, "ระบบบันทึกไว้ว่าจัดทำเมื่อ")]
    [InlineData("evidence.as_of", "1 มกราคม 2565 เวลา 01.00 น.", 1, "หลักฐาน!C4")]
    [InlineData("evidence.sha256", "0000000000000000000000000000000000000000000000000000000000000000", 1, "หลักฐาน!E10")]
    public async Task What_was_changed_in_the_evidence_is_said(string name, string text, int exit, string said)
    {
        using var place = Taken();
        Edit(place["r.xlsx"], book =>
        {
            var reference = new NPOI.SS.Util.CellReference(book.GetName(name).RefersToFormula.Split(':')[0]);
            book.GetSheet(Evidence).GetRow(reference.Row).GetCell(reference.Col).SetCellValue(text);
        });
        (await Verify(demo.Path, place["r.xlsx"])).ShouldEnd(exit).Output.ShouldContain(said);
    }

    [SkippableFact]
    public async Task Saved_again_by_libreoffice_it_is_proven_and_a_figure_changed_there_is_named()
    {
        using var place = Taken();
        Directory.CreateDirectory(place["in"]);
        File.Move(place["r.xlsx"], place["in/r.xlsx"]);
        Soffice.Convert(place, "xlsx", place["in/r.xlsx"]);
        (await Verify(demo.Path, place["r.xlsx"])).ShouldEnd(0);
        Edit(place["r.xlsx"], book => book.GetSheet("รายจังหวัด").GetRow(10).GetCell(4).SetCellValue(123_456));
        Cells((await Verify(demo.Path, place["r.xlsx"], "--json")).ShouldEnd(1).Json).ShouldBe(["รายจังหวัด!E11"]);
    }

    [Fact]
    public async Task Comments_are_said_and_no_difference()
    {
        using var place = Taken();
        Edit(place["r.xlsx"], book =>
        {
            var sheet = book.GetSheet(Summary);
            var comment = sheet.CreateDrawingPatriarch().CreateCellComment(new XSSFClientAnchor());
            comment.String = new XSSFRichTextString("ตรวจแล้ว");
            sheet.GetRow(10).GetCell(3).CellComment = comment;
        });
        (await Verify(demo.Path, place["r.xlsx"])).ShouldEnd(0).Output.ShouldContain("ความคิดเห็นในเซลล์");
    }

    private static IEnumerable<string> Cells(JsonElement proof) =>
        proof.GetProperty("differences").EnumerateArray().Select(one => $"{one.GetProperty("sheet").GetString()}!{one.GetProperty("where").GetString()}");

    private Place Taken()
    {
        var place = new Place();
        File.Copy(demo.Report(2564), place["r.xlsx"]);
        return place;
    }

    internal static void Edit(string file, Action<XSSFWorkbook> edit)
    {
        using var shield = new InvariantThread();
        var book = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(file)));
        edit(book);
        using var output = File.Create(file);
        book.Write(output, leaveOpen: true);
    }

    internal static Task<CliRun> Verify(string workspace, string file, params string[] more) => DlaEtl.InProcessAsync(["verify", file, "--workspace", workspace, .. more]);
}

using Dla.Etl.Definitions;
using Dla.Etl.Forms;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reference;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Forms;

public class BlankFormTests
{
    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void A_filled_blank_is_read_back_figure_by_figure(int year)
    {
        var filled = Filled(year, "พะเยา");
        var path = Path.Combine(Directory.CreateTempSubdirectory("dla-blank-").FullName, "ไม่บอกอะไร.xlsx");
        File.WriteAllBytes(path, filled);
        try
        {
            var read = new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(path, CancellationToken.None);
            var recognised = new FormRecogniser(Templates.Forms).Recognise(read.Artefact.ShouldNotBeNull(string.Join("\n", read.Findings.Select(finding => finding.Message))), new Delivery("ไม่บอกอะไร.xlsx", null));
            var form = recognised.Artefact.ShouldNotBeNull(string.Join("\n", recognised.Findings.Select(finding => finding.Message)));
            (form.Form.Year.BuddhistEra, form.Unit.Province!.Value.Number).ShouldBe((year, 56));
            var rows = ReturnNormaliser.Normalise(form).Artefact!.Rows.ToDictionary(row => row.Item!.Code);
            rows.Keys.Count(code => code.StartsWith("SA", StringComparison.Ordinal)).ShouldBe(20);
            foreach (var row in rows.Values.Where(row => row.Group.Code is "sub_activity" or "sub_output"))
                row.Fields[row.Group.IndexOf(FieldRole.Figure)].Amount.ShouldBe(Expected(row.Item!) * 10_000, row.Key);
            rows["MA1"].Fields[rows["MA1"].Group.IndexOf(FieldRole.Figure)].Amount.ShouldBe(78_500_000, "printed by the form itself");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void Only_figures_and_unknown_units_can_be_typed_into()
    {
        var form = Templates.Form();
        var sheet = Sheet(Blank(form, "พะเยา"));
        sheet.Protect.ShouldBeTrue();
        var open = Cells(sheet).Where(cell => !cell.CellStyle.IsLocked).ToList();
        var leading = open.Where(cell => !Covered(sheet, cell)).ToList();
        var unknown = form.Group("sub_activity").Items.Count(item => !item.Unit.IsKnown);
        leading.Count.ShouldBe(22 + unknown);
        sheet.GetDataValidations().Count.ShouldBe(22);
        sheet.GetDataValidations().ShouldAllBe(rule => rule.ErrorStyle == 0 && rule.ShowErrorBox && rule.ErrorBoxText.Contains("ตั้งแต่ 0"));
        sheet.GetDataValidations()[0].ValidationConstraint.Formula1.ShouldContain("\"-\"");
        Cells(sheet).Where(cell => cell.CellType != CellType.Blank).ShouldAllBe(cell => cell.CellStyle.IsLocked, "no printed text is open");
    }

    [Fact]
    public void Without_a_province_the_office_line_is_open_and_dotted()
    {
        var line = Sheet(Blank(Templates.Form(), null)).GetRow(1).GetCell(0);
        line.CellStyle.IsLocked.ShouldBeFalse();
        line.StringCellValue.ShouldBe("ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด......................................");
    }

    [Fact]
    public void It_prints_on_A4_landscape_one_page_wide_in_the_official_font()
    {
        var sheet = Sheet(Blank(Templates.Form(), "พะเยา"));
        (sheet.PrintSetup.PaperSize, sheet.PrintSetup.Landscape, sheet.FitToPage, sheet.PrintSetup.FitWidth).ShouldBe(((short)9, true, true, (short)1));
        sheet.RepeatingRows.FormatAsString().ShouldBe("4:5");
        Cells(sheet).Select(cell => ((XSSFCellStyle)cell.CellStyle).GetFont().FontName).Distinct().ShouldBe(["TH Sarabun New"]);
        sheet.GetRow(2).GetCell(0).StringCellValue.ShouldEndWith("กำหนดส่ง : ภายในวันที่ 31 พฤษภาคม 2564");
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes_under_any_culture() =>
        UnderThai.Run(() => Blank(Templates.Form(), "พะเยา")).ShouldBe(Blank(Templates.Form(), "พะเยา"));

    [Fact]
    public void A_form_of_open_rows_offers_empty_rows()
    {
        var group = Templates.Form().Group("sub_activity") with { Rows = RowsOf.OpenRows, Items = [] };
        var sheet = Sheet(Blank(CircularForm.Of(2563) with { Groups = [group] }, "พะเยา"));
        Cells(sheet).Count(cell => !cell.CellStyle.IsLocked).ShouldBe(20 * group.Fields.Count);
        sheet.GetDataValidations().Count.ShouldBe(20);
    }

    [Fact]
    public void An_item_above_that_has_no_rows_of_its_own_is_printed_all_the_same()
    {
        var form = Templates.Form();
        var group = form.Group("main_activity");
        var fourth = group.Items[0] with { Code = "MA4", Number = 4, Label = "กิจกรรมหลักสมมติ" };
        var more = form with { Groups = [.. form.Groups.Select(one => one == group ? group with { Items = [.. group.Items, fourth] } : one)] };
        Cells(Sheet(Blank(more, "พะเยา"))).ShouldContain(cell => cell.CellType == CellType.String && cell.StringCellValue == "4. กิจกรรมหลักสมมติ");
    }

    private static int Expected(ItemDefinition item) => item.Code.StartsWith("SO", StringComparison.Ordinal) ? 72 : (item.Number * 3) + 1;

    private static byte[] Filled(int year, string province)
    {
        var form = Templates.Form(year);
        return Written.Edit(Blank(form, province), book => Fill(form, (XSSFSheet)book.GetSheetAt(0)));
    }

    private static void Fill(FormDefinition form, XSSFSheet sheet)
    {
        foreach (var range in sheet.GetDataValidations().Select(rule => rule.Regions.CellRangeAddresses[0]).ToList())
        {
            var row = sheet.GetRow(range.FirstRow);
            var label = row.GetCell(range.FirstColumn - 2).StringCellValue;
            var item = form.Groups.Where(group => group.Code.StartsWith("sub_", StringComparison.Ordinal)).SelectMany(group => group.Items)
                .First(item => label.EndsWith(item.Label, StringComparison.Ordinal));
            row.GetCell(range.FirstColumn).SetCellValue(Expected(item));
            if (!row.GetCell(range.FirstColumn + 1).CellStyle.IsLocked)
                row.GetCell(range.FirstColumn + 1).SetCellValue("ครั้ง");
        }
    }

    private static byte[] Blank(FormDefinition form, string? province)
    {
        using var output = new MemoryStream();
        BlankForm.Write(form, province is null ? null : Units.All.Single(unit => unit.Name == province), output);
        return output.ToArray();
    }

    private static XSSFSheet Sheet(byte[] bytes) => (XSSFSheet)Written.Open(bytes).GetSheetAt(0);

    private static IEnumerable<ICell> Cells(XSSFSheet sheet) =>
        Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).Where(row => row is not null).SelectMany(row => row.Cells);

    private static bool Covered(XSSFSheet sheet, ICell cell) => Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion)
        .Any(range => range.IsInRange(cell.RowIndex, cell.ColumnIndex) && (range.FirstRow, range.FirstColumn) != (cell.RowIndex, cell.ColumnIndex));
}

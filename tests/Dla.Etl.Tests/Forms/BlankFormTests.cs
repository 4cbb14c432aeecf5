using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Forms;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;
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
        sheet.GetDataValidations().Count.ShouldBe(1, "one rule for the column of quantities");
    }

    [Fact]
    public void Columns_with_a_closed_list_offer_it_from_a_sheet_that_shows()
    {
        var book = Written.Open(Blank(Templates.Forms.Get("cost-by-cost-centre", FiscalYear.FromBuddhistEra(2564)), "ส่วนกลาง"));
        var sheet = (XSSFSheet)book.GetSheetAt(0);
        var lists = sheet.GetDataValidations().Where(rule => rule.ValidationConstraint.GetValidationType() == ValidationType.LIST).ToList();
        lists.Select(rule => rule.Regions.CellRangeAddresses[0].FormatAsString()).ShouldBe(["C6:C205", "D6:D205", "E6:E205", "F6:F205"]);
        lists[0].ValidationConstraint.Formula1.ShouldBe("'คำอธิบายและรายการให้เลือก'!$A$10:$A$16");
        var choices = book.GetSheetAt(1);
        Enumerable.Range(9, 7).Select(row => choices.GetRow(row).GetCell(0).StringCellValue).ShouldBe(
        [
            "ค่าใช้จ่ายบุคลากร", "ค่าใช้จ่ายด้านการฝึกอบรม", "ค่าใช้จ่ายเดินทาง", "ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค", "ค่าเสื่อมราคาและค่าตัดจำหน่าย", "ค่าใช้จ่ายเงินอุดหนุน", "ค่าใช้จ่ายอื่น",
        ]);
        Enumerable.Range(0, book.NumberOfSheets).ShouldAllBe(index => !book.IsSheetHidden(index) && !book.IsSheetVeryHidden(index));
        sheet.GetRow(205).GetCell(0).StringCellValue.ShouldBe("รวมทั้งสิ้น");
        sheet.GetRow(205).GetCell(7).CellStyle.IsLocked.ShouldBeFalse("the control total is typed in");
        sheet.GetRow(205).GetCell(7).CellType.ShouldBe(CellType.Blank, "a sum over the rows would agree with whatever is there");
    }

    public static TheoryData<string, int, string[], string> OpenForms => new()
    {
        { "cost-by-cost-centre", 2563, ["P56", "สถจ.พะเยา", "ค่าใช้จ่ายบุคลากร", "เงินในงบประมาณ", "ทางตรง", "คงที่", "5101010101", "#1234.5", ""], "personnel budget direct fixed 123450" },
        { "cost-by-cost-centre", 2564, ["D01", "", "ค่าเสื่อมราคาและค่าตัดจำหน่าย", "ค่าเสื่อมราคา", "ทางอ้อม", "ผันแปร", "", "#0.25", "ทดสอบ"], "depreciation depreciation indirect variable 25" },
        { "prior-year-adjustment", 2564, ["P56", "", "ค่าใช้จ่ายอื่น", "งบกลาง", "ทางตรง", "คงที่", "", "#-10", "บันทึกผิดศูนย์ต้นทุน"], "other central direct fixed -1000" },
        { "cost-explanation", 2564, ["ตารางที่ 7 กิจกรรมย่อย", "SA0*", "", "ปริมาณลดลง"], "7" },
    };

    [Theory]
    [MemberData(nameof(OpenForms))]
    public void A_filled_blank_of_open_rows_is_accepted(string id, int year, string[] row, string codes)
    {
        var form = Templates.Forms.Get(id, FiscalYear.FromBuddhistEra(year));
        var path = Path.Combine(Directory.CreateTempSubdirectory("dla-blank-").FullName, "ไม่บอกอะไร.xlsx");
        File.WriteAllBytes(path, Written.Edit(Blank(form, "ส่วนกลาง"), book => FillOpen(book.GetSheetAt(0), form.Groups[0], row)));
        try
        {
            var examined = new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), new FormRecogniser(Templates.Forms), _ => null)
                .Examine(path, new Delivery("ไม่บอกอะไร.xlsx", null), CancellationToken.None);
            examined.Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Kind.Id} {finding.Message}").ShouldBeEmpty();
            (examined.Form!.Form.Id, examined.Form.Form.Year.BuddhistEra, examined.Form.Unit).ShouldBe((id, year, UnitCode.Department));
            examined.Return!.Return.Rows.Count.ShouldBe(3);
            examined.Return.Return.Rows.Select(Codes).ShouldBe([codes, codes, codes]);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private static string Codes(NormalisedRow row) => string.Join(' ', row.Group.Fields.Select((field, index) => field.Type switch
    {
        FieldType.Code => row.Fields[index].Text,
        FieldType.Baht => row.Fields[index].Amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    }).OfType<string>());

    // Three rows of the same key, as lines of a cost centre come, with a blank row between them; then the control total. A star becomes the row's number where a form
    // has one row for each item.
    private static void FillOpen(ISheet sheet, GroupDefinition group, string[] row)
    {
        var head = Enumerable.Range(0, 10).First(index => sheet.GetRow(index)?.GetCell(1)?.ToString() == group.Fields[1].Label);
        foreach (var (number, line) in new[] { head + 1, head + 2, head + 4 }.Index())
            for (var column = 0; column < row.Length; column++)
                if (row[column].StartsWith('#'))
                    sheet.GetRow(line).GetCell(column).SetCellValue(double.Parse(row[column][1..], System.Globalization.CultureInfo.InvariantCulture));
                else if (row[column].Length > 0)
                    sheet.GetRow(line).GetCell(column).SetCellValue(row[column].Replace("*", $"{number + 1}", StringComparison.Ordinal));
        var amount = group.Fields.ToList().FindIndex(field => field.Type == FieldType.Baht);
        if (amount >= 0)
            sheet.GetRow(head + group.BlankRows + 1).GetCell(amount).SetCellValue(3 * double.Parse(row[amount][1..], System.Globalization.CultureInfo.InvariantCulture));
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

    [Theory]
    [InlineData("development-plan-progress", false, "it has no lists")]
    [InlineData("specific-grant-status", true, "it has one")]
    [InlineData("general-grant-disbursement", true, "it has one")]
    public void The_advice_is_printed_whole_and_speaks_of_lists_where_there_are_some(string id, bool hasLists, string why)
    {
        var form = Templates.Forms.Get(id, Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5));
        form.Groups.SelectMany(group => group.Fields).Any(field => field.Codes is not null).ShouldBe(hasLists, why);
        var sheet = (XSSFSheet)Written.Open(Blank(form, "พะเยา")).GetSheetAt(1);
        var merged = Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion).Where(range => sheet.GetRow(range.FirstRow).GetCell(0).StringCellValue.Length > 0).ToList();
        foreach (var range in merged)
        {
            var width = Enumerable.Range(0, range.LastColumn + 1).Sum(column => sheet.GetColumnWidth(column) / 256.0);
            var cell = sheet.GetRow(range.FirstRow).GetCell(0);
            width.ShouldBeGreaterThan(100, "as wide as a page of A4 on its side");
            cell.CellStyle.Alignment.ShouldBe(HorizontalAlignment.Left);
            sheet.GetRow(range.FirstRow).HeightInPoints.ShouldBeGreaterThanOrEqualTo((float)(14 * TextHeight.LineSpacing * TextHeight.Lines(cell.StringCellValue, width)), cell.StringCellValue);
        }

        var advice = merged.ConvertAll(range => sheet.GetRow(range.FirstRow).GetCell(0).StringCellValue);
        advice.Exists(line => line.Contains("โปรดเลือกจากรายการข้างล่างนี้เท่านั้น", StringComparison.Ordinal)).ShouldBe(hasLists, why);
        advice.ShouldAllBe(line => !line.Contains("อปท.เดียวกัน", StringComparison.Ordinal) && !line.Contains("อปท.และ", StringComparison.Ordinal));
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

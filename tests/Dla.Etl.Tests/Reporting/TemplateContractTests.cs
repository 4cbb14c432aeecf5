using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

public class TemplateContractTests
{
    public static TheoryData<string, string, string, Action<XSSFWorkbook>> Broken => new()
    {
        { "RPT-001", "summary.total", "a placeholder was deleted", book => book.RemoveName("summary.total") },
        { "RPT-001", "status.row.late", "the model row of a kind was deleted", book => book.RemoveName("status.row.late") },
        { "RPT-002", "summary.profit", "somebody invented a name", book => Name(book, "summary.profit", "'สรุปปริมาณ'!$A$1") },
        { "RPT-003", "summary.total", "the cell under a name was deleted", book => book.GetName("summary.total").RefersToFormula = "'สรุปปริมาณ'!#REF!" },
        { "RPT-003", "summary.total", "the name points into another sheet", book => book.GetName("summary.total").RefersToFormula = "'รายจังหวัด'!$A$9" },
        { "RPT-003", "summary.total", "the column is no longer in a model row", book => book.GetName("summary.total").RefersToFormula = "'สรุปปริมาณ'!$D$2" },
        { "RPT-003", "summary.title", "a text stands in the table, which would swallow it", book => book.GetName("summary.title").RefersToFormula = "'สรุปปริมาณ'!$A$9" },
        { "RPT-004", "สถานะการส่ง", "a sheet was renamed", book => book.SetSheetName(2, "สถานะ") },
        { "RPT-005", "ร่าง", "a sheet was added", book => book.CreateSheet("ร่าง") },
        { "RPT-008", "province.quantities", "a column for an item is lacking", book => book.GetName("province.quantities").RefersToFormula = "'รายจังหวัด'!$C$10:$U$10" },
        { "RPT-009", "", "a formula, which phones and previews do not calculate", book => book.GetSheetAt(0).GetRow(0).CreateCell(20).SetCellFormula("1+1") },
        { "RPT-010", "status", "a row stands between the model rows", book => Move(book, "status.row.not_sent", "'สถานะการส่ง'!$A$13:$H$13") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_template_that_breaks_the_contract_is_refused_by_name(string id, string subject, string reason, Action<XSSFWorkbook> edit)
    {
        var (bytes, findings, _) = Written.Of(Written.Report, Written.Edited(edit));
        bytes.ShouldBeNull(reason);
        var finding = findings.FirstOrDefault(finding => finding.Kind.Id == id && finding.Subject == subject).ShouldNotBeNull(reason);
        finding.Message.ShouldNotContain("{");
        finding.WhatToDo.ShouldNotContain("{");
    }

    [Fact]
    public void Data_without_a_placeholder_and_a_placeholder_without_data_are_refused_by_name()
    {
        var sheet = Written.Report.Sheets[0];
        var without = Written.Report with { Sheets = [sheet with { Columns = [.. sheet.Columns.Where(name => name != "percent")] }, .. Written.Report.Sheets.Skip(1)] };
        Written.Of(without, Written.Edited(book => book.RemoveName("summary.percent"))).Findings
            .ShouldContain(finding => finding.Kind == ReportFindings.DataWithoutPlaceholder && finding.Subject == "percent");
        var more = Written.Report with { Sheets = [sheet with { Columns = [.. sheet.Columns, "cost"] }, .. Written.Report.Sheets.Skip(1)] };
        Written.Of(more, Written.Edited(book => Name(book, "summary.cost", "'สรุปปริมาณ'!$N$10"))).Findings
            .ShouldContain(finding => finding.Kind == ReportFindings.PlaceholderWithoutData && finding.Subject == "cost");
        var slot = Written.Report with { Sheets = [sheet with { Texts = new Dictionary<string, string>(sheet.Texts) { ["year"] = "ปี {no_such_value}" } }, .. Written.Report.Sheets.Skip(1)] };
        Written.Of(slot, Written.Template).Findings
            .ShouldContain(finding => finding.Kind == ReportFindings.PlaceholderWithoutData && finding.Subject == "{no_such_value}");
    }

    [Fact]
    public void A_template_that_is_no_workbook_is_refused() =>
        Written.Of(Written.Report, new ReportTemplate("broken.xlsx", "not a workbook"u8.ToArray())).Findings.ShouldHaveSingleItem().Kind.ShouldBe(ReportFindings.TemplateUnreadable);

    [Fact]
    public void A_restyled_template_with_moved_columns_is_filled_all_the_same()
    {
        var template = Written.Edited(book =>
        {
            var sheet = book.GetSheet("สถานะการส่ง");
            // Version and warnings change places; another font, wider columns, two more title rows' worth of height.
            (book.GetName("status.version").RefersToFormula, book.GetName("status.warnings").RefersToFormula) =
                (book.GetName("status.warnings").RefersToFormula, book.GetName("status.version").RefersToFormula);
            sheet.SetColumnWidth(1, 40 * 256);
            var style = book.CreateCellStyle();
            style.CloneStyleFrom(sheet.GetRow(8).GetCell(1).CellStyle);
            var font = book.CreateFont();
            (font.FontName, font.FontHeightInPoints) = ("TH SarabunPSK", 18);
            style.SetFont(font);
            sheet.GetRow(8).GetCell(1).CellStyle = style;
        });
        var written = Written.Open(Written.Of(Written.Report, template).Bytes!).GetSheet("สถานะการส่ง");
        var plain = Written.Open(Written.Fixed).GetSheet("สถานะการส่ง");
        var phayao = Row(written, "พะเยา");
        phayao.GetCell(6).NumericCellValue.ShouldBe(2, "the version stands where the warnings stood");
        phayao.GetCell(5).NumericCellValue.ShouldBe(Row(plain, "พะเยา").GetCell(6).NumericCellValue);
        ((XSSFCellStyle)Row(written, "เชียงราย").GetCell(1).CellStyle).GetFont().FontName.ShouldBe("TH SarabunPSK");
        written.GetColumnWidth(1).ShouldBe(40 * 256);
        written.GetMergedRegion(0).FormatAsString().ShouldBe(plain.GetMergedRegion(0).FormatAsString());
    }

    [Fact]
    public void Styles_are_shared_and_do_not_grow_with_the_rows() =>
        (Written.Open(Written.Fixed).NumCellStyles - Written.Open(Written.Template.Content.ToArray()).NumCellStyles).ShouldBeLessThan(30, "one variant for each column with fractions or marks, none for each of 1,600 cells");

    [Fact]
    public void A_table_without_rows_keeps_its_frame()
    {
        var template = Written.Edited(_ => { });
        var book = Written.Open(template.Content.ToArray());
        var layout = TemplateContract.Read(Written.Report, "x", book).Artefact!.Single(sheet => sheet.Definition.Prefix == "evidence");
        var table = new Etl.Measures.MeasuredTable([.. layout.Definition.Columns.Select(name => new Etl.Measures.MeasuredColumn(name))], []);
        var shift = new TableFiller(layout, new CellPen(book), table).Fill(table);
        shift.Below.ShouldBe(0);
        layout.Sheet.GetRow(layout.FirstModelRow).GetCell(1).CellType.ShouldBe(CellType.Blank);
    }

    private static IRow Row(ISheet sheet, string province) => Enumerable.Range(0, sheet.LastRowNum).Select(sheet.GetRow)
        .First(row => row?.GetCell(1) is { CellType: CellType.String } cell && cell.StringCellValue == province);

    private static void Name(XSSFWorkbook book, string name, string formula)
    {
        var named = book.CreateName();
        named.NameName = name;
        named.RefersToFormula = formula;
    }

    private static void Move(XSSFWorkbook book, string name, string formula)
    {
        book.GetName(name).RefersToFormula = formula;
        book.GetSheetAt(2).AddMergedRegion(new CellRangeAddress(30, 30, 0, 1));
    }
}

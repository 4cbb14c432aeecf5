using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Forms;

/// <summary>The workbook that an office fills in, made from the form's definition, so that what is printed is what is recognised.</summary>
public static class BlankForm
{
    private const string SheetName = "แบบกรอกข้อมูล";
    private const float PointsPerCharacter = 5.6f;
    internal const short A4 = 9; // ECMA-376, ST_PaperSize of pageSetup
    private const string Dots = "......................................";

    /// <summary>Writes the blank form: labels locked, figures open, year and province in place, A4 landscape one page wide.</summary>
    /// <param name="form">The form of one year.</param>
    /// <param name="unit">Whose form it is, or null for dots that the office overwrites.</param>
    /// <param name="output">Where the xlsx goes; left open. The same form, province and edition of the registry give the same bytes.</param>
    /// <param name="registry">The authorities, which a form that says so (<c>prefill</c>) fills in for the unit; null to leave all rows empty.</param>
    public static void Write(FormDefinition form, Unit? unit, Stream output, AuthorityRegistry? registry = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var written = NpoiCulture.Invariant(() => Draw(Printed(form), unit, registry));
        WorkbookPackage.Seal(new MemoryStream(written), output, form.Title, new DateTimeOffset(form.Year.Start, default, TimeSpan.Zero));
    }

    // Columns beside the form are read where a sender has them, and asked of nobody.
    private static FormDefinition Printed(FormDefinition form) => form with { Groups = [.. form.Groups.Select(group => group with { Fields = [.. group.Fields.Where(field => !field.IsBeside)] })] };

    private static byte[] Draw(FormDefinition form, Unit? unit, AuthorityRegistry? registry)
    {
        var book = new XSSFWorkbook();
        var sheet = (XSSFSheet)book.CreateSheet(SheetName);
        var styles = new BlankStyles(book);
        if (form.Groups.All(group => group.Rows == RowsOf.OpenRows))
            return DrawOpen(book, sheet, styles, form, unit, registry);
        var blocks = BlankBlock.Of(form);
        var table = new BlankTable(sheet, styles);
        var columns = blocks.Max(block => block.Groups.Sum(group => group.Fields.Count));

        var row = WriteHeading(sheet, styles, form, unit, columns);
        var firstHead = row;
        foreach (var block in blocks)
            row = table.Write(block, row) + 1;
        WriteNote(sheet, styles, form, row - 1, columns);
        SetUp(book, sheet, firstHead, firstHead + 1, columns, row - 1);
        return Bytes(book);
    }

    // Rows that the sender adds: one head row, the unit of the money above it, and the lists on a sheet of their own.
    private static byte[] DrawOpen(XSSFWorkbook book, XSSFSheet sheet, BlankStyles styles, FormDefinition form, Unit? unit, AuthorityRegistry? registry)
    {
        var choices = new ChoiceSheet(book, styles, form);
        var prefilled = form.Groups.Select(group => PrefilledRow.For(group, unit, registry)).ToList();
        var columns = form.Groups.Zip(prefilled).Max(one => BlankColumn.Of(one.First, one.Second.Count > 0).Count);
        var row = WriteHeading(sheet, styles, form, unit, columns);
        if (prefilled.Exists(rows => rows.Count > 0))
            Line(sheet, row++, columns, Prefilled(registry!, unit!), styles.Advice, 24);
        if (form.Groups.Any(group => group.Fields.Any(field => field.Type == FieldType.Baht)))
            Line(sheet, row++, columns, "หน่วย : บาท", styles.Right, 24);
        var firstHead = row;
        foreach (var (group, rows) in form.Groups.Zip(prefilled))
            row = new OpenRowsSheet(sheet, styles, form, group, choices, rows).Write(row) + 1;
        Line(sheet, row - 1, columns, $"หมายเหตุ : {form.Source}", styles.Advice, 24);
        SetUp(book, sheet, firstHead, firstHead, columns, row - 1);
        sheet.UnlockInsertRows();
        sheet.UnlockDeleteRows();
        return Bytes(book);
    }

    private static string Prefilled(AuthorityRegistry registry, Unit unit) =>
        $"ช่องสีขาวเติมไว้แล้วตามทะเบียน อปท. ณ {ThaiDates.Long(registry.Effective)} "
        + (unit.Code.Authority is null ? "หากแห่งใดมีหลายรายการ ให้แทรกแถวแล้วคัดลอกช่องสีขาวลงมา " : "")
        + "แถวที่ไม่ได้กรอกช่องสีเหลืองถือว่ายังไม่ได้รายงาน ไม่ใช่ 0";

    private static byte[] Bytes(XSSFWorkbook book)
    {
        using var written = new MemoryStream();
        book.Write(written);
        return written.ToArray();
    }

    private static int WriteHeading(XSSFSheet sheet, BlankStyles styles, FormDefinition form, Unit? unit, int columns)
    {
        var year = form.Year.ToString();
        var title = form.Title.Contains(year, StringComparison.Ordinal) ? form.Title : $"{form.Title} {form.Recognise.YearLines[0]} {year}";
        Line(sheet, 0, columns, title, styles.Title, 30);
        Line(sheet, 1, columns, form.Recognise.OfficeLines[0] + Named(unit), unit is null ? styles.OfficeEntry : styles.Office, 27);
        if (form.IsMonthly)
            Line(sheet, 2, columns, form.Recognise.MonthLines[0] + (form.Period.Month is null ? Dots : ThaiPeriods.Name(form.Period)), form.Period.Month is null ? styles.OfficeEntry : styles.Office, 27);
        var advice = form.IsMonthly ? 3 : 2;
        Line(sheet, advice, columns, Advice(form), styles.Advice, 23 * Advice(form).Split('\n').Length);
        return advice + 1;
    }

    // The line of a form that the department files names it already.
    private static string Named(Unit? unit) => unit is null ? Dots : unit.Province?.NameThai ?? "";

    private static string Advice(FormDefinition form) => form.Groups.All(group => group.Rows == RowsOf.OpenRows)
        ? $"วิธีกรอก : กรอกแถวละหนึ่งรายการในช่องสีเหลือง ช่องที่มีรายการให้เลือกต้องเลือกจากรายการ ดูคำแนะนำในแผ่นงาน “{ChoiceSheet.Name}”\n"
            + string.Concat(form.Groups.SelectMany(group => group.Fields).Where(field => field.Guide.Length > 0).Select(field => $"{field.Label} : {field.Guide}\n"))
            + $"กำหนดส่ง : {Due(form)}"
        : "วิธีกรอก : กรอกเฉพาะช่องสีเหลือง ปริมาณให้กรอกเป็นตัวเลขโดยไม่ต้องพิมพ์หน่วยนับ หากไม่มีผลงานให้กรอก 0 หรือ - ห้ามเว้นว่าง "
        + "ช่องหน่วยนับที่เป็นสีเหลืองให้ระบุหน่วยที่ใช้จริง\n"
        + $"กำหนดส่ง : {Due(form)}";

    private static string Due(FormDefinition form) => form is { DeadlineDay: { } day, Period.Month: null }
        ? string.Create(CultureInfo.InvariantCulture, $"ภายในวันที่ {day} ของเดือนถัดจากเดือนที่รายงาน ยอดเงินเป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ")
        : $"ภายในวันที่ {ThaiDay(form.Deadline)}";

    private static string ThaiDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("th-TH"));

    private static void WriteNote(XSSFSheet sheet, BlankStyles styles, FormDefinition form, int row, int columns) =>
        Line(sheet, row, columns, $"หมายเหตุ : อัตราส่วนและหน่วยนับที่พิมพ์ไว้ กรมเป็นผู้กำหนด โปรดอย่าแก้ไข ({form.Source})", styles.Advice, 24);

    private static void Line(XSSFSheet sheet, int row, int columns, string text, ICellStyle style, float height)
    {
        var line = sheet.CreateRow(row);
        line.HeightInPoints = height;
        for (var column = 0; column < columns; column++)
            line.CreateCell(column).CellStyle = style;
        line.GetCell(0).SetCellValue(text);
        if (columns > 1)
            sheet.AddMergedRegion(new CellRangeAddress(row, row, 0, columns - 1));
    }

    // One page when it costs little: a parent merged over a page break would lose its label on the second page.
    private static bool FitsOnePage(XSSFSheet sheet, int columns, int lastRow)
    {
        var height = Enumerable.Range(0, lastRow + 1).Sum(row => sheet.GetRow(row)?.HeightInPoints ?? sheet.DefaultRowHeightInPoints);
        var width = Enumerable.Range(0, columns).Sum(column => sheet.GetColumnWidth(column) / 256f * PointsPerCharacter);
        return height <= width * 0.95f;
    }

    private static void SetUp(XSSFWorkbook book, XSSFSheet sheet, int firstHead, int lastHead, int columns, int lastRow)
    {
        sheet.FitToPage = true;
        sheet.Autobreaks = true;
        var print = sheet.PrintSetup;
        (print.PaperSize, print.Landscape, print.FitWidth, print.FitHeight) = (A4, true, 1, (short)(FitsOnePage(sheet, columns, lastRow) ? 1 : 0));
        foreach (var (margin, inches) in new[] { (MarginType.LeftMargin, 0.5), (MarginType.RightMargin, 0.5), (MarginType.TopMargin, 0.5), (MarginType.BottomMargin, 0.6) })
            sheet.SetMargin(margin, inches);
        sheet.HorizontallyCenter = true;
        sheet.RepeatingRows = new CellRangeAddress(firstHead, lastHead, 0, columns - 1);
        sheet.Footer.Center = $"&\"{BlankStyles.FontName},Regular\"&14หน้า &P / &N";
        book.SetPrintArea(0, 0, columns - 1, 0, lastRow);
        sheet.CreateFreezePane(0, lastHead + 1);
        sheet.DisplayGridlines = false;
        // Without a password: it guards against slips, and staff can lift it.
        sheet.EnableLocking();
        sheet.UnlockFormatColumns();
        sheet.UnlockFormatRows();
    }
}

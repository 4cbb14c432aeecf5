using Dla.Etl.Reporting;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Values;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Samples.Writers;

/// <summary>Writes drafts as Excel workbooks.</summary>
internal static class SpreadsheetWriter
{
    private const float LineHeight = 23;

    private static readonly int[] Usual = [22, 26, 11, 12, 30, 11, 11, 22, 54, 11, 12, 11];

    /// <summary>Where page 3 has its own order, names need room in other columns too.</summary>
    private static readonly int[] Repeated = [22, 26, 11, 12, 28, 11, 26, 22, 44, 11, 40, 11];

    public static byte[] Xlsx(DraftWorkbook draft) => NpoiCulture.Invariant(() => Save(draft, new XSSFWorkbook()));

    public static byte[] Xls(DraftWorkbook draft) => NpoiCulture.Invariant(() => Save(draft, new HSSFWorkbook()));

    private static byte[] Save(DraftWorkbook draft, IWorkbook workbook)
    {
        var styles = Looks(draft).ToDictionary(look => look, look => Style(workbook, look));
        foreach (var sheet in draft.Sheets)
            Draw(sheet, workbook.CreateSheet(sheet.Name), styles);
        for (var index = 0; index < draft.Sheets.Count; index++)
            if (draft.Sheets[index].Hidden)
                workbook.SetSheetHidden(index, SheetState.Hidden);
        workbook.SetActiveSheet(Math.Max(0, draft.Sheets.FindIndex(sheet => !sheet.Hidden)));
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }

    // A style that no cell has would be in the file all the same.
    private static IEnumerable<Look> Looks(DraftWorkbook draft) =>
        Enum.GetValues<Look>().Where(look => look != Look.Money || draft.Sheets.Any(sheet => sheet.Cells.Values.Any(cell => cell.Look == look)));

    private static void Draw(DraftSheet draft, ISheet sheet, Dictionary<Look, ICellStyle> styles)
    {
        var widths = draft.Widths?.ToArray() ?? (draft.Cells.Any(cell => cell.Key.Column == 6 && cell.Value.Value is "ชื่อผลผลิตย่อย") ? Repeated : Usual);
        foreach (var row in draft.Cells.GroupBy(cell => cell.Key.Row))
        {
            var line = sheet.CreateRow(row.Key);
            line.HeightInPoints = LineHeight * row.Max(cell => Lines(draft, cell.Key, cell.Value, widths));
            foreach (var (address, cell) in row)
                Put(line.CreateCell(address.Column), cell, styles);
        }
        foreach (var range in draft.Merged)
            sheet.AddMergedRegion(new CellRangeAddress(range.First.Row, range.Last.Row, range.First.Column, range.Last.Column));
        foreach (var row in draft.HiddenRows)
            sheet.GetRow(row).ZeroHeight = true;
        for (var column = 0; column < widths.Length; column++)
            sheet.SetColumnWidth(column, widths[column] * 256);
        sheet.FitToPage = true;
        sheet.PrintSetup.FitWidth = 1;
        sheet.PrintSetup.FitHeight = 0;
        sheet.PrintSetup.PaperSize = (short)PaperSize.A4;
        sheet.PrintSetup.Landscape = true;
    }

    /// <summary>Lines that a text takes in its column, shared among the rows that its merged range covers.</summary>
    private static int Lines(DraftSheet draft, CellAddress address, DraftCell cell, int[] widths)
    {
        if (cell is not { Value: string text, Look: Look.Text })
            return 1;
        var lines = text.Split('\n').Sum(line => 1 + (line.Length / widths[address.Column]));
        var rows = draft.Merged.Where(range => range.First == address).Select(range => range.Last.Row - range.First.Row + 1).FirstOrDefault(1);
        return (lines + rows - 1) / rows;
    }

    private static void Put(ICell cell, DraftCell draft, Dictionary<Look, ICellStyle> styles)
    {
        cell.CellStyle = styles[draft.Look];
        switch (draft.Value)
        {
            case string text:
                cell.SetCellValue(text);
                break;
            case double number:
                cell.SetCellValue(number);
                break;
            case DraftFormula formula:
                cell.SetCellFormula(formula.Text);
                break;
            case DraftError error:
                cell.SetCellErrorValue(error.Code);
                break;
            default:
                throw new ArgumentException($"A draft cell cannot hold {draft.Value}.", nameof(draft));
        }
    }

    private static ICellStyle Style(IWorkbook workbook, Look look)
    {
        var font = workbook.CreateFont();
        font.FontName = "TH SarabunPSK";
        font.FontHeightInPoints = 14;
        font.IsBold = look is Look.Title or Look.Header;
        var style = workbook.CreateCellStyle();
        style.SetFont(font);
        style.WrapText = look is Look.Header or Look.Text;
        style.VerticalAlignment = VerticalAlignment.Top;
        style.Alignment = look is Look.Title or Look.Header ? HorizontalAlignment.Center
            : look is Look.Number or Look.Money ? HorizontalAlignment.Right
            : HorizontalAlignment.General;
        if (look is Look.Number)
            style.DataFormat = workbook.CreateDataFormat().GetFormat("#,##0");
        if (look is Look.Money)
            style.DataFormat = workbook.CreateDataFormat().GetFormat("#,##0.00");
        if (look is Look.Header or Look.Text or Look.Number or Look.Money)
            style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        return style;
    }
}

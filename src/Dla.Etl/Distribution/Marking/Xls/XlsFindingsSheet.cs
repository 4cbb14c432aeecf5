using Dla.Etl.Findings;
using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>The findings sheet in an xls: behind the sender's sheets, for HSSF loses charts when sheets change places, but the one that shows when the file is opened.</summary>
internal sealed class XlsFindingsSheet(HSSFWorkbook book, FindingsSheetContent content)
{
    private const short A4 = 9;

    // Widths count in digits of the workbook's own standard font, often of ten points, and the sheet is set in fourteen.
    private const double WiderBy = 1.2;

    private readonly XlsColours _colours = new(book);
    private readonly Dictionary<(bool Bold, int Size), IFont> _fonts = [];
    private readonly Dictionary<(bool Centred, Severity? Severity, bool Link), ICellStyle> _styles = [];
    private int _next;

    /// <summary>Writes it into a new sheet at the end, or anew into the one of the earlier answer.</summary>
    /// <param name="earlier">The findings sheet of the earlier answer, or null.</param>
    /// <returns>The name of the sheet.</returns>
    public string Write(HSSFSheet? earlier)
    {
        var sheet = earlier is null ? (HSSFSheet)book.CreateSheet(FreeName()) : Cleared(earlier);
        for (var column = 0; column < content.Columns.Count; column++)
            sheet.SetColumnWidth(column, (int)(content.Columns[column].Width * WiderBy * 256));
        Titles(sheet);
        Table(sheet);
        Page(sheet);
        var index = book.GetSheetIndex(sheet);
        book.SetSheetHidden(index, SheetState.Visible);
        book.SetActiveSheet(index);
        book.SetSelectedTab(index);
        return sheet.SheetName;
    }

    private string FreeName()
    {
        var name = FindingsSheetContent.SheetName;
        for (var number = 2; book.GetSheetIndex(name) >= 0; number++)
            name = FormattableString.Invariant($"{FindingsSheetContent.SheetName} ({number})");
        return name;
    }

    private static HSSFSheet Cleared(HSSFSheet sheet)
    {
        for (var row = sheet.LastRowNum; row >= 0; row--)
            if (sheet.GetRow(row) is { } there)
                sheet.RemoveRow(there);
        for (var index = sheet.NumMergedRegions - 1; index >= 0; index--)
            sheet.RemoveMergedRegion(index);
        sheet.Sheet.Records.RemoveAll(record => record is HyperlinkRecord);
        for (var index = sheet.Sheet.ConditionalFormattingTable.Count - 1; index >= 0; index--)
            sheet.Sheet.ConditionalFormattingTable.Remove(index);
        return sheet;
    }

    private void Titles(HSSFSheet sheet)
    {
        for (var line = 0; line < content.Titles.Count; line++)
        {
            var style = book.CreateCellStyle();
            style.WrapText = true;
            style.VerticalAlignment = VerticalAlignment.Top;
            style.SetFont(Font(line == 0, line == 0 ? FindingsSheetContent.TitleSize : FindingsSheetContent.FontSize));
            var row = sheet.CreateRow(_next);
            row.HeightInPoints = (float)content.HeightOfTitle(line);
            Cell(row, 0, content.Titles[line], style);
            sheet.AddMergedRegion(new CellRangeAddress(_next, _next, 0, content.Columns.Count - 1));
            _next++;
        }
    }

    private void Table(HSSFSheet sheet)
    {
        string[] heads = [.. content.Columns.Select(column => column.Heading)];
        var head = Style(true, null, false, isHead: true);
        sheet.RepeatingRows = new CellRangeAddress(_next, _next, -1, -1);
        var row = Row(sheet, heads);
        for (var column = 0; column < heads.Length; column++)
            Cell(row, column, heads[column], head);
        sheet.CreateFreezePane(0, _next);
        foreach (var finding in content.Rows)
            Finding(sheet, finding);
        if (content.Rest is { } rest)
            Cell(sheet.CreateRow(_next), 0, rest, Plain());
    }

    private void Finding(HSSFSheet sheet, FindingsRow finding)
    {
        var row = Row(sheet, finding.Texts);
        var leads = finding.Place is { Sheet: { } name, Cell: not null } && book.GetSheetIndex(name) >= 0;
        for (var column = 0; column < finding.Texts.Count; column++)
        {
            var isLink = leads && column == FindingsSheetContent.CellColumn;
            Severity? colour = column == FindingsSheetContent.SeverityColumn ? finding.Severity : null;
            var cell = Cell(row, column, finding.Texts[column], Style(content.Columns[column].Centred, colour, isLink));
            if (isLink)
                cell.Hyperlink = new HSSFHyperlink(HyperlinkType.Document) { TextMark = $"'{finding.Place.Sheet!.Replace("'", "''", StringComparison.Ordinal)}'!{finding.Place.Cell}" };
        }
    }

    private IRow Row(HSSFSheet sheet, IReadOnlyList<string> texts)
    {
        var row = sheet.CreateRow(_next++);
        row.HeightInPoints = (float)content.HeightOf(texts);
        return row;
    }

    // A string cell stays text, whatever it begins with; cut where BIFF8 ends.
    private static ICell Cell(IRow row, int column, string text, ICellStyle style)
    {
        var cell = row.CreateCell(column, CellType.String);
        cell.SetCellValue(text);
        cell.CellStyle = style;
        return cell;
    }

    private ICellStyle Plain()
    {
        var style = book.CreateCellStyle();
        style.SetFont(Font(false, FindingsSheetContent.FontSize));
        return style;
    }

    private ICellStyle Style(bool centred, Severity? severity, bool link, bool isHead = false)
    {
        if (!isHead && _styles.TryGetValue((centred, severity, link), out var known))
            return known;
        var style = Plain();
        style.DataFormat = book.CreateDataFormat().GetFormat("@");
        style.WrapText = true;
        style.VerticalAlignment = VerticalAlignment.Top;
        style.Alignment = centred ? HorizontalAlignment.Center : HorizontalAlignment.Left;
        style.BorderLeft = style.BorderRight = style.BorderTop = style.BorderBottom = BorderStyle.Thin;
        if (isHead || severity is not null)
            style.SetFont(Font(true, FindingsSheetContent.FontSize));
        if (link)
            style.SetFont(LinkFont());
        if (severity is { } grave && _colours.Of(grave) is { } colour)
            (style.FillPattern, style.FillForegroundColor) = (FillPattern.SolidForeground, colour);
        if (!isHead)
            _styles[(centred, severity, link)] = style;
        return style;
    }

    private IFont Font(bool bold, int size)
    {
        if (_fonts.TryGetValue((bold, size), out var font))
            return font;
        font = book.CreateFont();
        (font.FontName, font.FontHeightInPoints, font.IsBold) = (FindingsSheetContent.Font, (short)size, bold);
        return _fonts[(bold, size)] = font;
    }

    private IFont LinkFont()
    {
        var font = book.CreateFont();
        (font.FontName, font.FontHeightInPoints, font.Underline) = (FindingsSheetContent.Font, FindingsSheetContent.FontSize, FontUnderlineType.Single);
        return font;
    }

    private static void Page(HSSFSheet sheet)
    {
        sheet.DisplayGridlines = false;
        sheet.FitToPage = sheet.Autobreaks = true;
        var print = sheet.PrintSetup;
        (print.PaperSize, print.Landscape, print.FitWidth, print.FitHeight) = (A4, true, 1, 0);
        (print.HeaderMargin, print.FooterMargin) = (0.3, 0.3);
        foreach (var (side, inches) in new[] { (MarginType.LeftMargin, 0.4), (MarginType.RightMargin, 0.4), (MarginType.TopMargin, 0.5), (MarginType.BottomMargin, 0.6) })
            sheet.SetMargin(side, inches);
        sheet.Footer.Center = $"&\"{FindingsSheetContent.Font}\"&12หน้า &P จาก &N";
    }
}

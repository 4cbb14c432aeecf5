using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Samples.Templates;

/// <summary>How a cell of a template looks.</summary>
public sealed record Look
{
    /// <summary>Points.</summary>
    public short Size { get; init; } = 16;
    public bool Bold { get; init; }
    public HorizontalAlignment Align { get; init; } = HorizontalAlignment.Left;
    public VerticalAlignment Vertical { get; init; } = VerticalAlignment.Center;
    public bool Wrap { get; init; }
    public bool Shrink { get; init; }
    public short Indent { get; init; }
    public short Turn { get; init; }
    public string? Fill { get; init; }
    public string Ink { get; init; } = "000000";
    public string Format { get; init; } = "";
    public BorderStyle Sides { get; init; }
    public BorderStyle Top { get; init; }
    public BorderStyle Bottom { get; init; }
    public string Line { get; init; } = "7F7F7F";
}

/// <summary>Draws a template workbook; every look becomes one shared style.</summary>
public sealed class TemplatePen
{
    /// <summary>The font of all agencies (DOMAIN §7).</summary>
    public const string FontName = "TH Sarabun New";

    private const short A4 = 9;
    private readonly Dictionary<Look, ICellStyle> _styles = [];

    /// <summary>An empty workbook whose standard font is the official one.</summary>
    public TemplatePen()
    {
        var standard = Book.GetFontAt(0);
        (standard.FontName, standard.FontHeightInPoints) = (FontName, 16);
    }

    /// <summary>The workbook.</summary>
    public XSSFWorkbook Book { get; } = new();

    /// <summary>Writes a cell.</summary>
    public void Put(ISheet sheet, int row, int column, Look look, string text = "")
    {
        var line = sheet.GetRow(row) ?? sheet.CreateRow(row);
        var cell = line.GetCell(column) ?? line.CreateCell(column);
        cell.CellStyle = StyleOf(look);
        if (text.Length > 0)
            cell.SetCellValue(text);
    }

    /// <summary>Writes a text over merged cells, all of them in the same look.</summary>
    public void Span(ISheet sheet, int row, int lastRow, int column, int lastColumn, Look look, string text = "")
    {
        for (var at = row; at <= lastRow; at++)
            for (var across = column; across <= lastColumn; across++)
                Put(sheet, at, across, look);
        Put(sheet, row, column, look, text);
        if (lastRow > row || lastColumn > column)
            sheet.AddMergedRegion(new CellRangeAddress(row, lastRow, column, lastColumn));
    }

    /// <summary>Height of a row in points.</summary>
    public static void Height(ISheet sheet, int row, float points) => (sheet.GetRow(row) ?? sheet.CreateRow(row)).HeightInPoints = points;

    /// <summary>Gives a range a name.</summary>
    public void Name(ISheet sheet, string name, int row, int column, int? lastRow = null, int? lastColumn = null)
    {
        var named = Book.CreateName();
        named.NameName = name;
        var range = new CellRangeAddress(row, lastRow ?? row, column, lastColumn ?? column);
        named.RefersToFormula = range.FormatAsString(sheet.SheetName, true);
    }

    /// <summary>A4 landscape, one page wide, heading rows on every page, page number on top from the second page on (DOMAIN §7).</summary>
    public void Page(XSSFSheet sheet, int firstHeadRow, int lastHeadRow, int lastColumn, int lastRow, IReadOnlyList<double> widths)
    {
        for (var column = 0; column < widths.Count; column++)
            sheet.SetColumnWidth(column, (int)(widths[column] * 256));
        (sheet.FitToPage, sheet.HorizontallyCenter, sheet.DisplayGridlines) = (true, true, false);
        var print = sheet.PrintSetup;
        (print.PaperSize, print.Landscape, print.FitWidth, print.FitHeight, print.HeaderMargin, print.FooterMargin) = (A4, true, 1, 0, 0.35, 0.3);
        // Each table counts its own pages, so that its first page is page 1 and has no heading of a continuation.
        (print.UsePage, print.PageStart) = (true, 1);
        sheet.SetMargin(MarginType.LeftMargin, 0.6);
        sheet.SetMargin(MarginType.RightMargin, 0.6);
        sheet.SetMargin(MarginType.TopMargin, 0.75);
        sheet.SetMargin(MarginType.BottomMargin, 0.7);
        sheet.RepeatingRows = new CellRangeAddress(firstHeadRow, lastHeadRow, 0, lastColumn);
        sheet.CreateFreezePane(2, lastHeadRow + 1);
        Book.SetPrintArea(Book.GetSheetIndex(sheet), 0, lastColumn, 0, lastRow);
        const string font = $"&\"{FontName},Regular\"&14";
        sheet.Header.Left = font + "&A (ต่อ)";
        sheet.Header.Center = font + "- &P -";
        // The first page has a title of its own: an empty header of the first page, not the one above.
        sheet.FirstHeader.Center = " ";
        sheet.Footer.Left = font + "กองคลัง กลุ่มงานบัญชี กรมส่งเสริมการปกครองท้องถิ่น";
        sheet.Footer.Right = font + "&A  หน้า &P";
        sheet.FirstFooter.Left = font + "กองคลัง กลุ่มงานบัญชี กรมส่งเสริมการปกครองท้องถิ่น";
        sheet.FirstFooter.Right = font + "&A  หน้า &P";
    }

    private ICellStyle StyleOf(Look look)
    {
        if (_styles.TryGetValue(look, out var known))
            return known;
        var style = (XSSFCellStyle)Book.CreateCellStyle();
        var font = (XSSFFont)Book.CreateFont();
        (font.FontName, font.FontHeightInPoints, font.IsBold) = (FontName, look.Size, look.Bold);
        font.SetColor(Colour(look.Ink));
        style.SetFont(font);
        (style.Alignment, style.VerticalAlignment, style.WrapText) = (look.Align, look.Vertical, look.Wrap);
        (style.Indention, style.Rotation, style.ShrinkToFit) = (look.Indent, look.Turn, look.Shrink);
        if (look.Format.Length > 0)
            style.DataFormat = Book.CreateDataFormat().GetFormat(look.Format);
        if (look.Fill is not null)
        {
            style.SetFillForegroundColor(Colour(look.Fill));
            style.FillPattern = FillPattern.SolidForeground;
        }
        Frame(style, look);
        return _styles[look] = style;
    }

    private static void Frame(XSSFCellStyle style, Look look)
    {
        (style.BorderLeft, style.BorderRight, style.BorderTop, style.BorderBottom) = (look.Sides, look.Sides, look.Top, look.Bottom);
        var line = Colour(look.Line);
        if (look.Sides != BorderStyle.None)
        {
            style.SetLeftBorderColor(line);
            style.SetRightBorderColor(line);
        }
        if (look.Top != BorderStyle.None)
            style.SetTopBorderColor(line);
        if (look.Bottom != BorderStyle.None)
            style.SetBottomBorderColor(line);
    }

    private static XSSFColor Colour(string hex) => new(Convert.FromHexString(hex));
}

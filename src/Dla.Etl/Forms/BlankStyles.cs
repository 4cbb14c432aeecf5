using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Forms;

/// <summary>The few cell styles of a blank form, each made once.</summary>
internal sealed class BlankStyles
{
    /// <summary>The font of all agencies (cabinet resolution of 7 September 2553, DOMAIN §7), size of the table.</summary>
    public const string FontName = "TH Sarabun New";

    private static readonly byte[] HeadFill = [0xDD, 0xE6, 0xF0], EntryFill = [0xFF, 0xF8, 0xD6], Line = [0x59, 0x59, 0x59];

    private readonly XSSFWorkbook _book;

    public BlankStyles(XSSFWorkbook book)
    {
        _book = book;
        // Font 0 is the standard font: column widths are counted in its digits, and cells that an officer adds take it.
        var standard = book.GetFontAt(0);
        (standard.FontName, standard.FontHeightInPoints) = (FontName, 14);
        Title = Plain(20, bold: true, HorizontalAlignment.Center);
        Office = Plain(18, bold: true, HorizontalAlignment.Center);
        OfficeEntry = Unlocked(Plain(18, bold: true, HorizontalAlignment.Center));
        Advice = Plain(14, bold: false, HorizontalAlignment.Left);
        Head = Boxed(bold: true, HorizontalAlignment.Center, HeadFill, VerticalAlignment.Center);
        Label = Boxed(bold: false, HorizontalAlignment.Left, null);
        Fixed = Boxed(bold: false, HorizontalAlignment.Center, null);
        Figure = Unlocked(Boxed(bold: false, HorizontalAlignment.Right, EntryFill));
        Text = Unlocked(Boxed(bold: false, HorizontalAlignment.Center, EntryFill));
    }

    // Only forms of open rows have these; a style that no cell uses would be in every other form all the same.
    public ICellStyle Heading => field ??= Plain(18, bold: true, HorizontalAlignment.Left);
    public ICellStyle Right => field ??= Plain(14, bold: false, HorizontalAlignment.Right);
    public ICellStyle Known => field ??= AsText(Unlocked(Boxed(bold: false, HorizontalAlignment.Left, null)), _book);
    public ICellStyle Words => field ??= Unlocked(Boxed(bold: false, HorizontalAlignment.Left, EntryFill));

    public ICellStyle Title { get; }
    public ICellStyle Office { get; }
    public ICellStyle OfficeEntry { get; }
    public ICellStyle Advice { get; }
    public ICellStyle Head { get; }
    public ICellStyle Label { get; }
    public ICellStyle Fixed { get; }
    public ICellStyle Figure { get; }
    public ICellStyle Text { get; }

    private XSSFCellStyle Plain(short size, bool bold, HorizontalAlignment alignment)
    {
        var style = (XSSFCellStyle)_book.CreateCellStyle();
        var font = _book.CreateFont();
        (font.FontName, font.FontHeightInPoints, font.IsBold) = (FontName, size, bold);
        style.SetFont(font);
        (style.Alignment, style.VerticalAlignment, style.WrapText) = (alignment, VerticalAlignment.Center, true);
        return style;
    }

    private XSSFCellStyle Boxed(bool bold, HorizontalAlignment alignment, byte[]? fill, VerticalAlignment vertical = VerticalAlignment.Top)
    {
        var style = Plain(14, bold, alignment);
        style.VerticalAlignment = vertical;
        (style.BorderTop, style.BorderBottom, style.BorderLeft, style.BorderRight) = (BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin);
        var line = new XSSFColor(Line);
        style.SetTopBorderColor(line);
        style.SetBottomBorderColor(line);
        style.SetLeftBorderColor(line);
        style.SetRightBorderColor(line);
        if (fill is not null)
        {
            style.SetFillForegroundColor(new XSSFColor(fill));
            style.FillPattern = FillPattern.SolidForeground;
        }
        return style;
    }

    // As text: a code that is typed over keeps its leading zero.
    private static XSSFCellStyle AsText(XSSFCellStyle style, XSSFWorkbook book)
    {
        style.DataFormat = book.CreateDataFormat().GetFormat("@");
        return style;
    }

    private static XSSFCellStyle Unlocked(XSSFCellStyle style)
    {
        style.IsLocked = false;
        return style;
    }
}

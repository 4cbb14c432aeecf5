using System.Text.RegularExpressions;
using System.Xml;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Writes contents into cells with the styles of the template; a variant of a style is made once and shared.</summary>
/// <remarks>A style per cell would take half a minute and 120,000 styles for a large report (LIBRARIES C5).</remarks>
internal sealed partial class CellPen(XSSFWorkbook book)
{
    private readonly Dictionary<(short Style, bool Fraction, string Mark), ICellStyle> _variants = [];
    private readonly Dictionary<short, double> _fontSizes = [];
    private readonly double _standardSize = book.GetFontAt(0).FontHeightInPoints;

    /// <summary>Writes a content in a style.</summary>
    public void Write(ICell cell, ICellStyle style, CellContent content)
    {
        cell.CellStyle = style;
        switch (content.Kind)
        {
            case CellContentKind.Text:
                cell.SetCellValue(Printable(content.TextValue));
                break;
            case CellContentKind.Number:
                cell.SetCellValue((double)content.NumberValue);
                var fraction = content.NumberValue != decimal.Truncate(content.NumberValue);
                if (fraction || content.Mark.Length > 0)
                    cell.CellStyle = Variant(style, fraction, content.Mark);
                break;
            case CellContentKind.Day:
                cell.SetCellValue(content.DayValue.ToDateTime(TimeOnly.MinValue));
                break;
            case CellContentKind.Missing:
                cell.SetCellValue(CellContent.MissingMark);
                break;
        }
    }

    /// <summary>The height in points that a wrapped text needs; 0 when the style does not wrap or prints upwards.</summary>
    public float HeightFor(ICellStyle style, string text, int columnWidth)
    {
        if (!style.WrapText || style.Rotation != 0 || text.Length == 0)
            return 0;
        if (!_fontSizes.TryGetValue(style.Index, out var size))
            _fontSizes[style.Index] = size = ((XSSFCellStyle)style).GetFont().FontHeightInPoints;
        return (float)((TextHeight.Lines(text, columnWidth / 256d * _standardSize / size) * size * TextHeight.LineSpacing) + 3);
    }

    // A figure with decimals shows them, whatever whole-number format the template has; a mark stands behind the number.
    private ICellStyle Variant(ICellStyle style, bool fraction, string mark)
    {
        if (_variants.TryGetValue((style.Index, fraction, mark), out var variant))
            return variant;
        var sections = SectionBreaks().Split(style.GetDataFormatString()).Select(section => Section(section, fraction, mark));
        variant = book.CreateCellStyle();
        variant.CloneStyleFrom(style);
        variant.DataFormat = book.CreateDataFormat().GetFormat(string.Join(';', sections));
        return _variants[(style.Index, fraction, mark)] = variant;
    }

    private static string Section(string format, bool fraction, string mark)
    {
        if (fraction && !format.Contains('.', StringComparison.Ordinal))
            format = format.Replace("#,##0", "#,##0.####", StringComparison.Ordinal);
        if (mark.Length == 0 || format.Contains('@', StringComparison.Ordinal))
            return format;
        // The mark takes the room that the format leaves for a closing bracket.
        var room = format.EndsWith("_)", StringComparison.Ordinal) ? 2 : 0;
        return $"{format[..^room]}\"{mark}\"";
    }

    // NPOI writes what it gets, and a control character would make the part unreadable.
    private static string Printable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD'));

    // Sections of a number format are parted by semicolons outside quotes.
    [GeneratedRegex("""
        ;(?=(?:[^"]*"[^"]*")*[^"]*$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SectionBreaks();
}

using System.Globalization;
using System.Text;
using System.Xml;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking;

/// <summary>The only sheet of <see cref="FindingsWorkbook"/>: every cell an inline string, so that no text can become a formula.</summary>
internal sealed class FindingsWorkbookSheet(FindingsSheetContent content)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly StringBuilder _text = new();
    private int _row;

    /// <summary>The whole part.</summary>
    public string Part()
    {
        _text.Append("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""").Append('\n');
        using (var xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = true }))
            Sheet(xml);
        return _text.ToString();
    }

    private void Sheet(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        Raw(xml, "sheetPr", () => Raw(xml, "pageSetUpPr", ("fitToPage", "1")));
        View(xml);
        Raw(xml, "sheetFormatPr", ("defaultRowHeight", "21"));
        Raw(xml, "cols", () =>
        {
            for (var column = 0; column < content.Columns.Count; column++)
                Raw(xml, "col", ("min", Number(column + 1)), ("max", Number(column + 1)), ("width", Number(content.Columns[column].Width)), ("customWidth", "1"));
        });
        Raw(xml, "sheetData", () => Rows(xml));
        Raw(xml, "mergeCells", () =>
        {
            var last = CellAddress.ColumnName(content.Columns.Count - 1);
            for (var line = 1; line <= content.Titles.Count; line++)
                Raw(xml, "mergeCell", ("ref", $"A{Number(line)}:{last}{Number(line)}"));
        });
        Raw(xml, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Raw(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0"));
        Raw(xml, "headerFooter", () => xml.WriteElementString("oddFooter", Main, $"&C&\"{FindingsSheetContent.Font}\"&12หน้า &P จาก &N"));
        xml.WriteEndElement();
    }

    private void View(XmlWriter xml) => Raw(xml, "sheetViews", () =>
    {
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        var below = Number(content.Titles.Count + 1);
        Raw(xml, "pane", ("ySplit", below), ("topLeftCell", $"A{Number(content.Titles.Count + 2)}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
    });

    private void Rows(XmlWriter xml)
    {
        for (var line = 0; line < content.Titles.Count; line++)
            Row(xml, content.HeightOfTitle(line), [content.Titles[line]], _ => line == 0 ? FindingsWorkbookStyles.Title : FindingsWorkbookStyles.Line);
        string[] heads = [.. content.Columns.Select(column => column.Heading)];
        Row(xml, content.HeightOf(heads), heads, _ => FindingsWorkbookStyles.Head);
        foreach (var row in content.Rows)
            Row(xml, content.HeightOf(row.Texts), row.Texts, column => Style(row, column));
        if (content.Rest is { } rest)
            Row(xml, content.HeightOfTitle(1), [rest], _ => FindingsWorkbookStyles.Line);
    }

    private int Style(FindingsRow row, int column)
    {
        if (column == FindingsSheetContent.SeverityColumn)
            return FindingsWorkbookStyles.Of(row.Severity);
        return content.Columns[column].Centred ? FindingsWorkbookStyles.Centred : FindingsWorkbookStyles.Text;
    }

    private void Row(XmlWriter xml, double height, IReadOnlyList<string> texts, Func<int, int> style)
    {
        _row++;
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Number(_row));
        xml.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
        for (var column = 0; column < texts.Count; column++)
            Cell(xml, new CellAddress(_row - 1, column).ToString(), texts[column], style(column));
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string address, string text, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", Number(style));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            Raw(xml, "is", () =>
            {
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                // Texts come through Printable, which shows what XML refuses (control characters, half a surrogate pair) as escapes.
                xml.WriteString(text);
                xml.WriteEndElement();
            });
        }
        xml.WriteEndElement();
    }

    private static void Raw(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static void Raw(XmlWriter xml, string name, Action inside)
    {
        xml.WriteStartElement(name, Main);
        inside();
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

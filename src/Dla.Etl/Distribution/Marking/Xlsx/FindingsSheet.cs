using System.Globalization;
using System.Xml.Linq;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The findings sheet as a worksheet part: all text stands in the cells themselves, so the shared strings of the workbook stay as they are.</summary>
/// <param name="content">What it says.</param>
/// <param name="help">One more line above the table.</param>
/// <param name="isVisible">Whether a sheet of the workbook shows: a link to one that does not leads nowhere.</param>
internal sealed class FindingsSheet(FindingsSheetContent content, string help, Func<string, bool> isVisible)
{
    private const double LinePoints = 16 * TextHeight.LineSpacing;
    // A letter of 16 points is wider than a digit of the standard font, by which columns are measured.
    private const double LettersToWidth = 0.8;
    private const double MostPoints = 409;
    private const string Hidden = " (แผ่นงานถูกซ่อนไว้)";

    private readonly List<string> _titles = [.. content.Titles, help];
    private readonly List<XElement> _rows = [], _links = [], _merges = [];

    /// <summary>The one-based row with the heads of the table.</summary>
    public int HeadRow => _titles.Count + 1;

    /// <summary>The worksheet.</summary>
    public XDocument Make(FindingsSheetStyles styles)
    {
        for (var index = 0; index < _titles.Count; index++)
            AddTitle(index + 1, _titles[index], index == 0 ? styles.Title : styles.Line);
        AddRow(HeadRow, [.. content.Columns.Select(column => (column.Heading, styles.Head))]);
        for (var index = 0; index < content.Rows.Count; index++)
            AddFinding(HeadRow + 1 + index, content.Rows[index], styles);
        if (content.Rest is { } rest)
            AddTitle(HeadRow + 1 + content.Rows.Count, rest, styles.Line);
        return new XDocument(Root());
    }

    private static XElement Element(string name, params object[] inner) => new(Ooxml.Main + name, inner);

    private static XAttribute Attribute(string name, object value) => new(name, value);

    private string LastColumn => CellAddress.ColumnName(content.Columns.Count - 1);

    private XElement Root()
    {
        var last = _rows.Count;
        var root = Element("worksheet", new XAttribute(XNamespace.Xmlns + "r", Ooxml.RelationBase),
            Element("sheetPr", Element("tabColor", Attribute("rgb", "FFC00000")), Element("pageSetUpPr", Attribute("fitToPage", 1))),
            Element("dimension", Attribute("ref", $"A1:{LastColumn}{last}")),
            Element("sheetViews", Element("sheetView", Attribute("showGridLines", 0), Attribute("tabSelected", 1), Attribute("workbookViewId", 0),
                Element("pane", Attribute("ySplit", HeadRow), Attribute("topLeftCell", $"A{HeadRow + 1}"), Attribute("activePane", "bottomLeft"), Attribute("state", "frozen")),
                Element("selection", Attribute("pane", "bottomLeft"), Attribute("activeCell", $"A{HeadRow + 1}"), Attribute("sqref", $"A{HeadRow + 1}")))),
            Element("sheetFormatPr", Attribute("defaultRowHeight", LinePoints)),
            Element("cols", content.Columns.Select((column, index) => (object)Element("col", Attribute("min", index + 1), Attribute("max", index + 1),
                Attribute("width", column.Width), Attribute("customWidth", 1))).ToArray()),
            Element("sheetData", [.. _rows]),
            Element("mergeCells", [Attribute("count", _merges.Count), .. _merges]));
        if (_links.Count > 0)
            root.Add(Element("hyperlinks", [.. _links]));
        root.Add(Printing());
        // Numbers stand as text; Excel would put a green corner on each.
        root.Add(Element("ignoredErrors", Element("ignoredError", Attribute("sqref", $"A1:{LastColumn}{last}"), Attribute("numberStoredAsText", 1))));
        return root;
    }

    private static XElement[] Printing() =>
    [
        Element("pageMargins", Attribute("left", 0.4), Attribute("right", 0.4), Attribute("top", 0.5), Attribute("bottom", 0.6), Attribute("header", 0.3), Attribute("footer", 0.3)),
        Element("pageSetup", Attribute("paperSize", 9), Attribute("orientation", "landscape"), Attribute("fitToWidth", 1), Attribute("fitToHeight", 0)),
        Element("headerFooter", Element("oddFooter", "&Cหน้า &P / &N")),
    ];

    private void AddTitle(int row, string text, int style)
    {
        AddRow(row, [(text, style)], content.Columns.Sum(column => column.Width));
        _merges.Add(Element("mergeCell", Attribute("ref", $"A{row}:{LastColumn}{row}")));
    }

    private void AddFinding(int row, FindingsRow finding, FindingsSheetStyles styles)
    {
        var cells = content.Columns.Select((column, index) => (Text: finding.Texts[index], Style: column.Centred ? styles.Centred : styles.Plain)).ToArray();
        cells[FindingsSheetContent.SeverityColumn].Style = styles.Of(finding.Severity);
        if (finding.Place is { Sheet: { } sheet, Cell: { } cell })
            if (isVisible(sheet))
            {
                cells[FindingsSheetContent.CellColumn].Style = styles.Link;
                _links.Add(Element("hyperlink", Attribute("ref", new CellAddress(row - 1, FindingsSheetContent.CellColumn).ToString()),
                    Attribute("location", $"{Book.Quoted(sheet)}!{cell}"), Attribute("display", cell.ToString())));
            }
            else
                cells[FindingsSheetContent.CellColumn - 1].Text += Hidden;
        AddRow(row, cells);
    }

    private void AddRow(int row, (string Text, int Style)[] cells, int? merged = null)
    {
        var lines = cells.Select((cell, index) => TextHeight.Lines(cell.Text, (merged ?? content.Columns[index].Width) * LettersToWidth)).Max();
        var element = Element("row", Attribute("r", row), Attribute("ht", Math.Min(MostPoints, lines * LinePoints).ToString("0.##", CultureInfo.InvariantCulture)));
        // No program fits the height of merged cells; that of others it may fit better than we do.
        if (merged is not null)
            element.Add(Attribute("customHeight", 1));
        for (var index = 0; index < cells.Length; index++)
            element.Add(Cell(new CellAddress(row - 1, index), cells[index].Text, cells[index].Style));
        _rows.Add(element);
    }

    private static XElement Cell(CellAddress address, string text, int style)
    {
        var cell = Element("c", Attribute("r", address.ToString()), Attribute("s", style));
        if (text.Length > 0)
            cell.Add(Attribute("t", "inlineStr"), Element("is", Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));
        return cell;
    }
}

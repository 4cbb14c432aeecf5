using Dla.Etl.Findings;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>Colours and comments the wrong cells of one sheet. No cell is touched: the colour is a rule, and a comment hangs on its address.</summary>
internal sealed class XlsMarker(HSSFWorkbook book, long receiptNumber)
{
    // A header with more ranges would outgrow a record (8,224 bytes).
    private const int RangesInARule = 400;

    // More comments than these nobody opens; the colours and the findings sheet go on.
    private const int MostComments = 2_000;

    // In characters of the standard font.
    private const double BoxWidth = 42;
    private const short FontSize = 9;
    private const double LineSpacing = 1.45;

    // HSSF refuses anchors below: CheckRange(row, 0, 255 * 256).
    private const int LastAnchorRow = 65_280;
    private const int LastAnchorColumn = 255;

    private readonly XlsColours _colours = new(book);
    private IFont? _font;
    private int _comments;

    /// <summary>Marks a sheet.</summary>
    /// <param name="sheet">Without marks of ours.</param>
    /// <param name="findings">Those of WARNING or above that name a cell of it.</param>
    /// <returns>How many comments were put on it.</returns>
    public int Mark(HSSFSheet sheet, IReadOnlyList<Finding> findings)
    {
        var cells = findings.GroupBy(finding => finding.Place.Cell!.Value).OrderBy(cell => cell.Key)
            .Select(cell => (At: cell.Key, Gravest: cell.Max(finding => finding.Severity), Findings: cell.ToList())).ToList();
        foreach (var colour in cells.GroupBy(cell => MarkColours.Fill(cell.Gravest)))
            foreach (var part in colour.Chunk(RangesInARule))
                AddRule(sheet, part[0].Gravest, [.. part.Select(cell => Range(sheet, cell.At))]);
        // Charts and pictures of a sheet are lost when HSSF adds a drawing to it.
        if (cells.Count == 0 || XlsDrawings.HasAny(sheet))
            return 0;
        var commented = cells.Where(cell => cell.At.Row < LastAnchorRow).Take(MostComments - _comments).ToList();
        foreach (var (at, _, said) in commented)
            AddComment(sheet, at, MarkText.Comment(said, receiptNumber));
        _comments += commented.Count;
        return commented.Count;
    }

    // The first rule that applies wins: ours goes before those of the sender.
    private void AddRule(HSSFSheet sheet, Severity severity, CellRangeAddress[] ranges)
    {
        var rule = (HSSFConditionalFormattingRule)sheet.SheetConditionalFormatting.CreateConditionalFormattingRule(MarkText.RuleFormula);
        _colours.Fill(rule.CreatePatternFormatting(), severity);
        var table = sheet.Sheet.ConditionalFormattingTable;
        var before = table.Count;
        sheet.SheetConditionalFormatting.AddConditionalFormatting(ranges, rule);
        for (var moved = 0; moved < before; moved++)
        {
            table.Add(table.Get(0));
            table.Remove(0);
        }
    }

    // A merged cell shows as one: so does its colour.
    private static CellRangeAddress Range(HSSFSheet sheet, CellAddress at)
    {
        for (var index = 0; index < sheet.NumMergedRegions; index++)
            if (sheet.GetMergedRegion(index) is { } merged && merged.FirstRow == at.Row && merged.FirstColumn == at.Column)
                return merged.Copy();
        return new CellRangeAddress(at.Row, at.Row, at.Column, at.Column);
    }

    private void AddComment(HSSFSheet sheet, CellAddress at, string text)
    {
        var drawing = (HSSFPatriarch)sheet.CreateDrawingPatriarch();
        var comment = (HSSFComment)drawing.CreateCellComment(Anchor(sheet, at, text));
        var words = new HSSFRichTextString(text);
        words.ApplyFont(_font ??= Font());
        comment.String = words;
        comment.Author = WorkbookPackage.Author;
        (comment.Row, comment.Column) = (at.Row, at.Column);
    }

    /// <summary>Begins on its own cell, or some programs hang it on another; as large as the text needs.</summary>
    private static HSSFClientAnchor Anchor(HSSFSheet sheet, CellAddress at, string text)
    {
        var (lastColumn, right) = Reach(at.Column, LastAnchorColumn, BoxWidth, column => sheet.IsColumnHidden(column) ? 0 : sheet.GetColumnWidth(column) / 256d);
        var height = Math.Max(3, TextHeight.Lines(text, BoxWidth)) * FontSize * LineSpacing;
        var (lastRow, bottom) = Reach(at.Row, LastAnchorRow, height, row => sheet.GetRow(row) is { } there ? there.ZeroHeight ? 0 : there.HeightInPoints : sheet.DefaultRowHeightInPoints);
        return new HSSFClientAnchor(0, 0, (int)(right * 1023), (int)(bottom * 255), at.Column, at.Row, lastColumn, lastRow);
    }

    /// <summary>The row or column in which a length ends, and how far in it.</summary>
    private static (int Last, double Part) Reach(int first, int most, double length, Func<int, double> size)
    {
        for (var last = first; ; last++)
        {
            var here = size(last);
            if (here >= length)
                return (last, length / here);
            if (last == most)
                return (last, 1);
            length -= here;
        }
    }

    // Letters that a small yellow box on Windows shows well in Thai.
    private IFont Font()
    {
        var font = book.CreateFont();
        (font.FontName, font.FontHeightInPoints) = ("Tahoma", FontSize);
        return font;
    }
}

using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>Finds where the rows of each header end: at the next header, a note, a signature or the title of the next page.</summary>
internal sealed class PageFinder
{
    private readonly FormVocabulary _vocabulary;
    private readonly RecognitionMarks _marks;
    private readonly HashSet<char> _firstLetters;

    public PageFinder(FormVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _marks = vocabulary.Form.Recognise;
        _firstLetters = [.. _marks.SubtotalLabels.Concat(_marks.ControlLabels).Concat(_marks.PartLabels).Concat(_marks.EndLabels).Select(label => label[0])];
    }

    public IReadOnlyList<TablePage> Find(SheetGrid grid, IReadOnlyList<HeaderBlock> headers)
    {
        var pages = new List<TablePage>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
            pages.Add(Page(grid, headers[index], index + 1 < headers.Count ? headers[index + 1].FirstRow : grid.RowCount));
        return pages;
    }

    /// <summary>True for รวม, ยอดยกมา and the like at the beginning of a label.</summary>
    public bool IsSubtotal(string text) => MayBeLabel(text) && ThaiText.Clean(text).Value is var clean
        && (LooseText.BeginsWithAny(clean, _marks.SubtotalLabels) || LooseText.BeginsWithAny(clean, _marks.ControlLabels) || LooseText.BeginsWithAny(clean, _marks.PartLabels));

    /// <summary>True for the label of a line with the file's own totals.</summary>
    public bool IsControl(string text) => MayBeLabel(text) && LooseText.BeginsWithAny(ThaiText.Clean(text).Value, _marks.ControlLabels);

    /// <summary>True for the label of a line that is kept to check rows by: those of the whole file, or of a part of the rows.</summary>
    public bool IsChecked(string text) => IsControl(text) || (MayBeLabel(text) && LooseText.BeginsWithAny(ThaiText.Clean(text).Value, _marks.PartLabels));

    private TablePage Page(SheetGrid grid, HeaderBlock header, int limit)
    {
        var first = header.LastRow + 1;
        if (first < limit && IsColumnNumbers(grid.Sheet.Rows[first]))
            first++;
        var (subtotals, controls) = (new List<int>(), new List<int>());
        var end = first;
        for (; end < limit; end++)
        {
            var column = grid.FirstFilled(end);
            if (column < 0 || grid.Text(end, column) is not { } text)
                continue;
            if (IsEnd(grid, end, column, text))
                break;
            if (IsSubtotal(text))
                subtotals.Add(end);
            if (IsChecked(text))
                controls.Add(end);
        }

        var page = new TablePage(grid, header, first, end);
        page.Subtotals.UnionWith(subtotals);
        page.Controls.UnionWith(controls);
        return page;
    }

    private bool IsEnd(SheetGrid grid, int row, int column, string text)
    {
        if (MayBeLabel(text) && LooseText.BeginsWithAny(ThaiText.Clean(text).Value, _marks.EndLabels))
            return true;
        if (!IsAlone(grid.Sheet.Rows[row], column))
            return false;
        return text[0] == '*' || (text.Length >= 10 && IsHeadLine(text));
    }

    // The title, office and year lines of the next page.
    private bool IsHeadLine(string text)
    {
        var clean = ThaiText.Clean(text).Value;
        return _vocabulary.Title(ThaiText.Fold(clean)).Found
            || LooseText.BeginsWithAny(clean, _marks.OfficeLines) || LooseText.BeginsWithAny(clean, _marks.YearLines)
            || _marks.OfficeLines.Any(line => LooseText.After(clean, line) is > 0 and var end && end <= line.Length + 4);
    }

    // A cheap look before anything is cleaned: open rows come by the ten thousand.
    private bool MayBeLabel(string text) => text.Length > 0 && (_firstLetters.Contains(text[0]) || text[0] is not ((>= 'ก' and <= '๙') or (>= '0' and <= 'z')));

    private static bool IsAlone(RawCell[] cells, int column)
    {
        for (var other = column + 1; other < cells.Length; other++)
            if (SheetGrid.IsFilled(cells[other]))
                return false;
        return true;
    }

    // (1) (2) (3) … under the header: at least three numbers, each greater than the one before, and nothing else.
    private static bool IsColumnNumbers(RawCell[] cells)
    {
        var (count, before) = (0, 0);
        foreach (var cell in cells)
        {
            if (!SheetGrid.IsFilled(cell))
                continue;
            if (ThaiText.Fold(CellContent.TextOf(cell)) is not { Length: 1 or 2 } digits || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= before)
                return false;
            (count, before) = (count + 1, number);
        }

        return count >= 3 && before <= count + 1;
    }
}

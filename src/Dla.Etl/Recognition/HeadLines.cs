using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>A line above a table.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Text">Clean text.</param>
/// <param name="Next">Clean text of the next filled cell of the row, where a label may have its value; empty when there is none.</param>
/// <param name="IsTitle">True when it has the title of the form.</param>
/// <param name="MarksAtBeginningOnly">True above the title, where a letter may stand that speaks of offices and years.</param>
internal sealed record HeadLine(SourceCell Cell, string Text, string Next, bool IsTitle, bool MarksAtBeginningOnly);

/// <summary>Gathers the lines above each table: from the title down to the header, and three rows above the title.</summary>
internal static class HeadLines
{
    private const int AboveTitle = 3, WithoutTitle = 10, OnLaterPages = 3;

    public static IReadOnlyList<HeadLine> Above(IReadOnlyList<TablePage> pages, FormVocabulary vocabulary)
    {
        var lines = new List<HeadLine>();
        foreach (var sheet in pages.GroupBy(page => page.Grid.Index))
        {
            var from = 0;
            foreach (var page in sheet.OrderBy(page => page.Header.FirstRow))
            {
                AddAbove(lines, page, from, vocabulary);
                from = page.EndRow;
            }
        }

        return lines;
    }

    private static void AddAbove(List<HeadLine> lines, TablePage page, int from, FormVocabulary vocabulary)
    {
        var header = page.Header.FirstRow;
        var title = LastTitle(page.Grid, from, header, vocabulary);
        var start = title >= 0 ? title - AboveTitle : header - (from == 0 ? WithoutTitle : OnLaterPages);
        for (var row = Math.Max(from, start); row < header; row++)
            for (var column = 0; column < page.Grid.Sheet.Rows[row].Length; column++)
                if (page.Grid.Text(row, column) is { Length: > 1 } text && page.Grid.IsFilled(row, column))
                    lines.Add(new HeadLine(page.Grid.Source(row, column), ThaiText.Clean(text).Value, Next(page.Grid, row, column),
                        vocabulary.Title(ThaiText.Fold(text)).Found, row < title || (title < 0 && from > 0)));
    }

    // Titles may take two rows; the first of those that follow each other counts.
    private static int LastTitle(SheetGrid grid, int from, int to, FormVocabulary vocabulary)
    {
        var title = -1;
        for (var row = to - 1; row >= from; row--)
            if (HasTitle(grid, row, vocabulary))
                title = row;
            else if (title >= 0)
                return title;
        return title;
    }

    private static bool HasTitle(SheetGrid grid, int row, FormVocabulary vocabulary)
    {
        for (var column = 0; column < grid.Sheet.Rows[row].Length; column++)
            if (grid.Text(row, column) is { Length: > 10 } text && vocabulary.Title(ThaiText.Fold(text)).Found)
                return true;
        return false;
    }

    private static string Next(SheetGrid grid, int row, int column)
    {
        for (var next = column + 1; next < grid.Sheet.Rows[row].Length; next++)
            if (grid.IsFilled(row, next))
                return ThaiText.Clean(CellContent.TextOf(grid.Cell(row, next))).Value;
        return "";
    }
}

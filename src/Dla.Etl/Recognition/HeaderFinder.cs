using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>Finds the headers of a sheet by their words: blocks of up to three rows, repeated wherever a page begins.</summary>
internal sealed class HeaderFinder(FormVocabulary vocabulary, RecognitionNotes notes)
{
    private const int MostRows = 3;

    private readonly Dictionary<string, HeaderMatch?> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<HeaderBlock> Find(SheetGrid grid)
    {
        var blocks = new List<HeaderBlock>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            if (!IsHeaderRow(grid.Sheet.Rows[row]))
                continue;
            var last = row;
            while (last + 1 < grid.RowCount && last - row + 1 < MostRows && IsHeaderRow(grid.Sheet.Rows[last + 1]))
                last++;
            var block = Read(grid, row, last);
            if (IsWhole(block))
                blocks.Add(block);
            row = last;
        }

        return blocks;
    }

    // At least half of what stands in the row is a word of the form; a row with any number is data, and most rows end here.
    private bool IsHeaderRow(RawCell[] cells)
    {
        if (HasNumber(cells))
            return false;
        var (filled, words) = (0, 0);
        foreach (var cell in cells)
        {
            if (!SheetGrid.IsFilled(cell))
                continue;
            filled++;
            if (Match((string)cell.Value!) is not null)
                words++;
        }

        return words > 0 && words * 2 >= filled;
    }

    private static bool HasNumber(RawCell[] cells)
    {
        foreach (ref readonly var cell in cells.AsSpan())
            if (!cell.IsBlank && (cell is not { Kind: RawCellKind.Text, Value: string text } || StartsWithDigit(text)))
                return true;
        return false;
    }

    private static bool StartsWithDigit(string text) => text.Length > 0 && text[0] is (>= '0' and <= '9') or (>= '๐' and <= '๙');

    private HeaderMatch? Match(string text)
    {
        if (!_known.TryGetValue(text, out var match))
            _known[text] = match = vocabulary.Header(text);
        return match;
    }

    private bool IsWhole(HeaderBlock block)
    {
        var words = block.Columns.Count(column => column.Word is not null);
        return block.Columns.Any(IsKey) && words >= Math.Min(2, vocabulary.Form.Groups.Sum(group => group.Fields.Count));
    }

    private bool IsKey(HeaderColumn column) => column.Word is { } word
        && word.Fields.Any(field => vocabulary.Form.Groups[field.Group].Fields[field.Field].Role == FieldRole.Key);

    private HeaderBlock Read(SheetGrid grid, int first, int last)
    {
        var width = Enumerable.Range(first, last - first + 1).Max(row => grid.Sheet.Rows[row].Length);
        foreach (var merged in grid.Sheet.Merged)
            if (merged.First.Row >= first && merged.First.Row <= last)
                width = Math.Max(width, Math.Min(merged.Last.Column, width + 64) + 1);
        var headings = Headings(grid, first, last, width);
        var columns = new List<HeaderColumn>();
        for (var column = 0; column < width; column++)
            if (Leaf(grid, first, last, column) is var (at, text, word) && !GoesOn(grid, columns, at))
                if (columns.Count > 0 && columns[^1].At == at)
                    columns[^1] = columns[^1] with { Last = column };
                else
                    columns.Add(new HeaderColumn(column, column, at, text, word, headings[column]));
            else if (columns.Count > 0 && columns[^1].Last == column - 1 && IsChart(columns[^1]))
                columns[^1] = columns[^1] with { Last = column };
        return new HeaderBlock(first, last, WithTrustedHeadings(columns), Enumerable.Range(first, last - first + 1).Any(row => HasMergedHeading(grid, row)));
    }

    // In a time chart a header stands over several columns, whether its cell is merged or the cells on its right are blank.
    private bool IsChart(HeaderColumn column) => column.Word is { } word
        && word.Fields.Any(field => vocabulary.Form.Groups[field.Group].Fields[field.Field].Type == FieldType.Mark);

    private bool GoesOn(SheetGrid grid, List<HeaderColumn> columns, CellAddress at) => columns.Count > 0 && IsChart(columns[^1])
        && at.Row < columns[^1].At.Row && at == grid.Shown(at.Row, columns[^1].Last);

    // The lowest text that names a column; else the lowest text that is no heading.
    private (CellAddress At, string Text, HeaderWord? Word)? Leaf(SheetGrid grid, int first, int last, int column)
    {
        (CellAddress, string, HeaderWord?)? unknown = null;
        for (var row = last; row >= first; row--)
        {
            var at = grid.Shown(row, column);
            if (grid.Text(at.Row, at.Column) is not { } text || !grid.IsFilled(at.Row, at.Column))
                continue;
            var match = Match(text);
            if (match is { Word.Fields.Count: > 0 })
                return (at, text, match.Word);
            if (match is null && at.Row >= first)
                unknown ??= (at, text, null);
        }

        return unknown;
    }

    // Merged headings cover their range; others reach to the next text of their row.
    private int[] Headings(SheetGrid grid, int first, int last, int width)
    {
        var headings = new int[width];
        Array.Fill(headings, -1);
        for (var row = first; row <= last; row++)
        {
            var reach = -1;
            for (var column = 0; column < width; column++)
            {
                var at = grid.Shown(row, column);
                if (grid.IsFilled(at.Row, at.Column) && grid.Text(at.Row, at.Column) is { } text)
                    reach = Match(text)?.Word is { HeadingOf: >= 0 } word ? word.HeadingOf : -1;
                else if (grid.Sheet.Merged.Count > 0 && HasMergedHeading(grid, row))
                    reach = -1;
                if (reach >= 0)
                    headings[column] = reach;
            }
        }

        return headings;
    }

    private bool HasMergedHeading(SheetGrid grid, int row) => grid.Sheet.Merged.Any(merged =>
        merged.First.Row == row && merged.Last.Column > merged.First.Column
        && grid.Text(row, merged.First.Column) is { } text && Match(text)?.Word.HeadingOf >= 0);

    // A heading that stands over another group's name column has slipped; then no heading of the block is believed.
    private List<HeaderColumn> WithTrustedHeadings(List<HeaderColumn> columns)
    {
        var slipped = columns.Any(column => column.Heading >= 0 && IsKey(column) && column.Word!.Fields.All(field => field.Group != column.Heading));
        return slipped ? [.. columns.Select(column => column with { Heading = -1 })] : columns;
    }

    /// <summary>Notes what it took to read the headers that are used.</summary>
    public void NoteSpelling(SheetGrid grid, HeaderBlock block)
    {
        foreach (var column in block.Columns)
        {
            var cell = grid.Source(column.At.Row, column.At.Column);
            var clean = notes.Clean(cell, column.Text);
            if (column.Word is { } word && Match(column.Text) is { Approximate: true })
                notes.Add(RecognitionFindings.HeaderSpelling, cell.Place(), found: clean, expected: word.Label);
        }
    }
}

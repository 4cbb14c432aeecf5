using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>Looks for what a page has beside its columns: hidden rows and columns, columns that the form does not have, content without a header, sums.</summary>
internal sealed class PageInspection(RecognitionNotes notes, FormDefinition form)
{
    private readonly HashSet<string> _ignored = [.. RunningNumbers, .. form.Recognise.IgnoredColumns.Select(ThaiText.Fold)];

    // A running number that the sender adds says nothing.
    private static readonly HashSet<string> RunningNumbers = new(["ที่", "ลำดับ", "ลำดับที่", "ลำดับที", "no"], StringComparer.Ordinal);

    public void Inspect(TablePage page)
    {
        HiddenRows(page);
        HiddenColumns(page);
        ContentWithoutHeader(page);
        UnknownColumns(page);
        Subtotals(page);
    }

    private void HiddenRows(TablePage page)
    {
        var hidden = page.Grid.Sheet.HiddenRows.Where(row => row >= page.FirstRow && row < page.EndRow && page.Grid.FirstFilled(row) >= 0).Order().ToList();
        if (hidden.Count > 0)
            notes.Add(RecognitionFindings.HiddenRows, page.Grid.Place(hidden[0], page.Header.Columns[0].First), found: Numbers.Text(hidden.Count));
    }

    private void HiddenColumns(TablePage page)
    {
        foreach (var column in page.Groups.SelectMany(group => group.Fields).OfType<HeaderColumn>().OrderBy(column => column.First))
            if (Enumerable.Range(column.First, column.Last - column.First + 1).All(page.Grid.Sheet.HiddenColumns.Contains))
                notes.Add(RecognitionFindings.HiddenColumns, page.Grid.Place(column.At.Row, column.First), ThaiText.Clean(column.Text).Value);
    }

    private void ContentWithoutHeader(TablePage page)
    {
        var covered = new bool[page.Header.Columns.Max(column => column.Last) + 1];
        foreach (var column in page.Header.Columns)
            Array.Fill(covered, true, column.First, column.Last - column.First + 1);
        int[] gaps = [.. Enumerable.Range(0, covered.Length).Where(column => !covered[column])];
        var (count, first, firstValue) = (0, (SourceCell?)null, (SourceCell?)null);
        for (var row = page.FirstRow; row < page.EndRow; row++)
        {
            foreach (var column in gaps)
                Look(row, column);
            for (var column = covered.Length; column < page.Grid.Sheet.Rows[row].Length; column++)
                Look(row, column);
        }

        if (firstValue is { } value)
            notes.Add(RecognitionFindings.ContentWithoutHeader, value.Place(), Numbers.Text(count), CellContent.TextOf(value.Raw));
        else if (first is { } words)
            notes.Add(RecognitionFindings.UnknownColumn, words.Place(), found: CellContent.TextOf(words.Raw));

        void Look(int row, int column)
        {
            if (!page.Grid.IsFilled(row, column) || page.Subtotals.Contains(row))
                return;
            count++;
            first ??= page.Grid.Source(row, column);
            if (firstValue is null && ColumnContent.LooksLikeValue(page.Grid.Cell(row, column)))
                firstValue = page.Grid.Source(row, column);
        }
    }

    private void UnknownColumns(TablePage page)
    {
        foreach (var column in page.Header.Columns.Where(column => column.Word is null && !_ignored.Contains(ThaiText.Fold(column.Text))))
            if (Enumerable.Range(page.FirstRow, page.EndRow - page.FirstRow).Any(row => page.Grid.IsFilled(row, column.First)))
                notes.Add(RecognitionFindings.UnknownColumn, page.Grid.Place(column.At.Row, column.At.Column), found: ThaiText.Clean(column.Text).Value);
    }

    private void Subtotals(TablePage page)
    {
        var leftOut = page.Subtotals.Except(page.Controls).ToList();
        if (leftOut.Count == 0)
            return;
        var row = leftOut.Min();
        var column = Math.Max(0, page.Grid.FirstFilled(row));
        notes.Add(RecognitionFindings.SubtotalLeftOut, page.Grid.Place(row, column), Numbers.Text(leftOut.Count),
            ThaiText.Clean(CellContent.TextOf(page.Grid.Cell(row, column))).Value);
    }
}

using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>Reads the rows of a group whose items the form lists: one item a row, or several numbered items in one cell with their values on the rows from there on.</summary>
internal sealed class ListedRows(RecognitionNotes notes, FormVocabulary vocabulary)
{
    private readonly Dictionary<string, ItemMatcher> _matchers =
        vocabulary.Form.Groups.ToDictionary(group => group.Code, group => new ItemMatcher(group), StringComparer.Ordinal);

    private readonly record struct Label(int Row, SourceCell Cell, List<NumberedItem> Items);

    public IEnumerable<FoundRow> Read(TablePage page, GroupColumns columns)
    {
        var matcher = _matchers[columns.Group.Code];
        var labels = Labels(page, columns, matcher);
        SayValuesBefore(page, columns, labels.Count > 0 ? labels[0].Row : page.EndRow);
        for (var index = 0; index < labels.Count; index++)
        {
            var end = index + 1 < labels.Count ? labels[index + 1].Row : page.EndRow;
            if (ValueRows(page, columns, labels[index], end) is { } rows)
                for (var item = 0; item < rows.Count; item++)
                    if (Row(page, columns, matcher, labels[index], item, rows[item]) is { } row)
                        yield return row;
        }
    }

    private List<Label> Labels(TablePage page, GroupColumns columns, ItemMatcher matcher)
    {
        var labels = new List<Label>();
        for (var row = page.FirstRow; row < page.EndRow; row++)
        {
            if (page.Subtotals.Contains(row) || LabelAt(page, columns, row) is not var (cell, text))
                continue;
            var label = new Label(row, cell, [.. NumberedItems.Split(text, matcher.HasNumber)]);
            if (labels.Count == 0 || !Continues(page, columns, matcher, labels[^1], label))
                labels.Add(label);
        }

        return labels;
    }

    // Under a header merged over number and name both parts make the label. Dots to be filled in are no label.
    private (SourceCell Cell, string Text)? LabelAt(TablePage page, GroupColumns columns, int row)
    {
        SourceCell? first = null;
        var text = "";
        for (var column = columns.Key.First; column <= columns.Key.Last; column++)
        {
            if (!page.Grid.IsFilled(row, column))
                continue;
            var cell = page.Grid.Source(row, column);
            first ??= cell;
            text = $"{text} {notes.Clean(cell, CellContent.TextOf(cell.Raw))}".Trim();
        }

        return first is { } found && ThaiText.Fold(text).Length > 0 ? (found, text) : null;
    }

    // A line without number and values that only together with the line before names an item is the rest of its text.
    private static bool Continues(TablePage page, GroupColumns columns, ItemMatcher matcher, Label before, Label line)
    {
        if (line.Items is not [{ Number: 0 } rest] || columns.Values.Any(column => IsFilled(page, column, line.Row)) || matcher.Match(rest).Item is not null)
            return false;
        var joined = before.Items[^1] with { Text = $"{before.Items[^1].Text} {rest.Text}", Continued = rest.Continued };
        if (matcher.Match(joined).Item is null)
            return false;
        before.Items[^1] = joined;
        return true;
    }

    // The row of the values of each item, or null after an ERROR.
    private List<int>? ValueRows(TablePage page, GroupColumns columns, Label label, int end)
    {
        if (columns.Values.Count == 0)
            return [.. Enumerable.Repeat(label.Row, label.Items.Count)];
        var rows = new List<int>();
        for (var row = label.Row; row < end; row++)
            if (!page.Subtotals.Contains(row) && columns.Values.Any(column => IsFilled(page, column, row)))
                rows.Add(row);
        if (label.Items.Count == 1)
            return OneRow(page, columns, label, rows);
        if (rows.Count == label.Items.Count && rows[0] <= label.Row + 1)
            return rows;
        SayMismatch(page, columns, label, rows);
        return null;
    }

    private List<int>? OneRow(TablePage page, GroupColumns columns, Label label, List<int> rows)
    {
        if (rows.Count == 0)
            return [label.Row];
        if (rows.Count == 1 && rows[0] <= label.Row + 1)
            return rows;
        SayWithoutItem(page, columns, rows.First(row => row > label.Row));
        return null;
    }

    private FoundRow? Row(TablePage page, GroupColumns columns, ItemMatcher matcher, Label label, int index, int valueRow)
    {
        var item = label.Items[index];
        var match = matcher.Match(item);
        var written = item.Number > 0 ? $"{Numbers.Text(item.Number)}. {item.Text}" : item.Text;
        if (match.NumberDisagrees)
            notes.Add(RecognitionFindings.NumberDisagrees, label.Cell.Place(), found: written, expected: $"{Numbers.Text(match.Item!.Number)}. {match.Item.Label}");
        else if (match.Approximate)
            notes.Add(RecognitionFindings.ItemSpelling, label.Cell.Place(), found: written, expected: match.Item!.Label);
        if (match.Item is null && columns.Group.Fields.Count == 1)
        {
            notes.Add(RecognitionFindings.TextLeftOut, label.Cell.Place(), found: written, expected: columns.Group.Label);
            return null;
        }

        var row = new RecognisedRow(columns.Group, match.Item, item.Text, label.Cell, new RowFields(page.Grid, valueRow, columns, label.Cell));
        return new FoundRow(row, page, columns, item.Continued);
    }

    private void SayMismatch(TablePage page, GroupColumns columns, Label label, List<int> rows)
    {
        var values = rows.Count == 0 ? "" : $" (ค่าอยู่ในแถวที่ {string.Join(", ", rows.Select(row => Numbers.Text(row + 1)))})";
        notes.Add(RecognitionFindings.CountMismatch, label.Cell.Place(), $"{columns.Group.Label}ในเซลล์ {label.Cell.Address}{values}",
            Numbers.Text(rows.Count), Numbers.Text(label.Items.Count));
    }

    private void SayValuesBefore(TablePage page, GroupColumns columns, int firstLabel)
    {
        for (var row = page.FirstRow; row < firstLabel; row++)
            if (!page.Subtotals.Contains(row) && columns.Values.Any(column => IsFilled(page, column, row)))
            {
                SayWithoutItem(page, columns, row);
                return;
            }
    }

    private void SayWithoutItem(TablePage page, GroupColumns columns, int row)
    {
        var column = columns.Values.First(column => IsFilled(page, column, row));
        var at = Enumerable.Range(column.First, column.Last - column.First + 1).First(index => page.Grid.IsFilled(row, index));
        notes.Add(RecognitionFindings.ValueWithoutItem, page.Grid.Place(row, at), columns.Group.Label, CellContent.TextOf(page.Grid.Cell(row, at)));
    }

    private static bool IsFilled(TablePage page, HeaderColumn column, int row)
    {
        for (var at = column.First; at <= column.Last; at++)
            if (page.Grid.IsFilled(row, at))
                return true;
        return false;
    }
}

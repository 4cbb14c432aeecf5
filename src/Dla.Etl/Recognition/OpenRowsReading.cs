using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>Reads the rows of a group to which the sender adds as many as there are; the key column names each.</summary>
internal sealed class OpenRowsReading(RecognitionNotes notes, PageFinder pages, List<RecognisedControl> controls)
{
    public void Read(TablePage page, GroupColumns columns, List<RecognisedRow> rows)
    {
        if (GatheredRows.IsNeeded(columns.Group))
            Gather(page, columns, rows);
        else
            ReadSingly(page, columns, rows);
    }

    private void ReadSingly(TablePage page, GroupColumns columns, List<RecognisedRow> rows)
    {
        Place? withoutKey = null;
        var count = 0;
        var untouched = columns.Group.Prefill == PrefillOf.Nothing ? null : new UntouchedRows(page, columns);
        List<int> blank = [], said = [];
        for (var row = page.FirstRow; row < page.EndRow; row++)
        {
            if (page.Subtotals.Count > 0 && page.Subtotals.Contains(row))
                continue;
            var cell = page.Grid.Cell(row, columns.Key.First);
            var key = cell.Value as string ?? (cell.IsBlank ? "" : CellContent.TextOf(cell));
            if (untouched?.Has(row, IsKey(key)) == true && !pages.IsSubtotal(key))
            {
                blank.Add(row);
                continue;
            }

            if (untouched is not null)
                said.Add(row);
            if (IsKey(key))
                Add(page, columns, rows, row, key, page.Grid.Source(row, columns.Key.First));
            else if (CodeOf(page, columns, row) is { } code)
                Add(page, columns, rows, row, CellContent.TextOf(code.Raw), code);
            else if (HasValues(page, columns, row))
                (withoutKey, count) = (withoutKey ?? page.Grid.Place(row, columns.Key.First), count + 1);
        }

        if (withoutKey is { } first)
            SayWithoutKey(columns, first, count);
        if (blank.Count > 0)
            notes.Add(untouched!.Said(blank, said));
        foreach (var row in page.Controls.Order())
            controls.Add(Control(page, columns, row));
    }

    // Lines that belong together: a line without a name is told only when it goes on with no row.
    private void Gather(TablePage page, GroupColumns columns, List<RecognisedRow> rows)
    {
        var gathered = new GatheredRows(page, columns);
        List<int> withoutKey = [];
        for (var row = page.FirstRow; row < page.EndRow; row++)
        {
            var cell = page.Grid.Cell(row, columns.Key.First);
            var key = cell.Value as string ?? (cell.IsBlank ? "" : CellContent.TextOf(cell));
            if (page.Subtotals.Contains(row) || gathered.IsHeading(row) || MarkTotal(page, row, key))
                continue;
            if (rows.Count > 0 && gathered.GoesOn(rows[^1], row, key))
                rows[^1] = gathered.Continued(rows[^1], row, key);
            else if (IsKey(key))
                rows.Add(gathered.Row(row, key, notes));
            else if (HasValues(page, columns, row))
                withoutKey.Add(row);
        }

        if (withoutKey.Count > 0)
            SayWithoutKey(columns, page.Grid.Place(withoutKey[0], columns.Key.First), withoutKey.Count);
        foreach (var row in page.Subtotals.Order())
            if (Control(page, columns, row) is var control && gathered.ScopeOf(row, control.Label) is var scope && (scope.Count > 0 || page.Controls.Contains(row)))
                controls.Add(control with { Scope = scope });
    }

    private bool MarkTotal(TablePage page, int row, string key)
    {
        if (!pages.IsSubtotal(key))
            return false;
        page.Subtotals.Add(row);
        if (pages.IsChecked(key))
            page.Controls.Add(row);
        return true;
    }

    private void SayWithoutKey(GroupColumns columns, Place first, int count) =>
        notes.Add(RecognitionFindings.RowWithoutKey, first, found: Numbers.Text(count), expected: columns.Group.Fields[columns.KeyIndex].Label);

    private RecognisedControl Control(TablePage page, GroupColumns columns, int row)
    {
        var cells = Enumerable.Range(0, page.Grid.Sheet.Rows[row].Length).Where(column => page.Grid.IsFilled(row, column))
            .Select(column => page.Grid.Source(row, column)).ToList();
        var label = cells.Find(cell => cell.Raw.Value is string text && (pages.IsControl(text) || pages.IsSubtotal(text)));
        return new RecognisedControl(
            columns.Group, notes.Clean(label, CellContent.TextOf(label.Raw)), label, new RowFields(page.Grid, row, columns, label), cells) { IsPart = !pages.IsControl(CellContent.TextOf(label.Raw)) };
    }

    // Where authorities are the names, the code in a column of its own is enough.
    private static SourceCell? CodeOf(TablePage page, GroupColumns columns, int row) =>
        columns.Group.Fields[columns.KeyIndex].CodeField is { } code && columns.Fields[columns.Group.IndexOf(code)] is { } column
        && page.Grid.IsFilled(row, column.First) && IsKey(CellContent.TextOf(page.Grid.Cell(row, column.First))) && HasValues(page, columns, row)
            ? page.Grid.Source(row, column.First)
            : null;

    private void Add(TablePage page, GroupColumns columns, List<RecognisedRow> rows, int row, string key, SourceCell cell)
    {
        if (MarkTotal(page, row, key))
            return;

        var fields = new RowFields(page.Grid, row, columns, cell);
        rows.Add(new RecognisedRow(columns.Group, null, columns.Group.Key.Count > 0 ? Words(columns, fields) : notes.Clean(cell, key), cell, fields));
    }

    // What tells a row from the others, in the sender's own words; how they were spelled is told when the fields are read.
    private static string Words(GroupColumns columns, RowFields fields) => string.Join(" – ", columns.Group.Key
        .Select(code => fields[columns.Group.IndexOf(code)]).OfType<SourceCell>()
        .Select(cell => ThaiText.Clean(CellContent.TextOf(cell.Raw)).Value).Where(text => text.Length > 0));

    // Dots to be filled in are no key; ordinary letters need no second look.
    private static bool IsKey(string text) =>
        text.Length > 0 && (text[0] is (>= 'ก' and <= 'ฮ') or (>= 'เ' and <= 'ไ') || char.IsAsciiLetterOrDigit(text[0]) || ThaiText.Fold(text).Length > 0);

    private static bool HasValues(TablePage page, GroupColumns columns, int row)
    {
        foreach (var column in columns.Values)
            if (page.Grid.IsFilled(row, column.First))
                return true;
        return false;
    }
}

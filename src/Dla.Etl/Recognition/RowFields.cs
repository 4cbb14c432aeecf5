using System.Collections;
using Dla.Etl.Definitions;

namespace Dla.Etl.Recognition;

/// <summary>The cells of one row by the order of the fields, looked up when asked for: thirty thousand rows keep no copies.</summary>
internal sealed class RowFields(SheetGrid grid, int row, GroupColumns columns, SourceCell key) : IReadOnlyList<SourceCell?>
{
    public int Count => columns.Fields.Count;

    public SourceCell? this[int index]
    {
        get
        {
            if (index == columns.KeyIndex)
                return key;
            if (columns.Fields[index] is not { } column)
                return null;
            var cell = grid.Source(row, FilledIn(column));
            return grid.Sheet.Merged.Count > 0 && columns.Group.Fields[index].Role == FieldRole.Text && !SheetGrid.IsFilled(cell.Raw) ? Shown(cell) : cell;
        }
    }

    // A name that is merged over the rows that it covers stands in each of them; a figure stands in its first row alone.
    private SourceCell Shown(SourceCell blank)
    {
        var first = grid.Shown(blank.Address.Row, blank.Address.Column);
        return first.Column == blank.Address.Column ? grid.Source(first.Row, first.Column) : blank;
    }

    public IEnumerator<SourceCell?> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Under a header merged over several columns the value stands in the one that is filled.
    private int FilledIn(HeaderColumn column)
    {
        for (var at = column.First; at < column.Last; at++)
            if (grid.IsFilled(row, at))
                return at;
        return column.First == column.Last || grid.IsFilled(row, column.Last) ? column.Last : column.First;
    }
}

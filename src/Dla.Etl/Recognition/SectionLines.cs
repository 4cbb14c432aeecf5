using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>The heading lines of one sheet for a group of open rows, and which of them hold for a row.</summary>
internal sealed class SectionLines
{
    private readonly GroupDefinition _group;
    private readonly SheetGrid _grid;
    private readonly List<(int Row, int Section, SourceCell Cell)> _lines = [];
    private readonly HashSet<int> _rows = [];

    private SectionLines(SheetGrid grid, GroupDefinition group)
    {
        (_grid, _group) = (grid, group);
        for (var row = 0; row < grid.RowCount; row++)
            Look(row);
    }

    /// <summary>The lines of a sheet; none for a group without headings, which costs nothing.</summary>
    public static SectionLines? Of(SheetGrid grid, GroupDefinition group) => group.Sections.Count == 0 ? null : new SectionLines(grid, group);

    /// <summary>True for a heading line or one that only explains a heading.</summary>
    public bool Has(int row) => _rows.Contains(row);

    /// <summary>The cell of the heading that holds for a row, its text the word of the closed list that it means; null when there is none above.</summary>
    public SourceCell? At(int row, int section)
    {
        SourceCell? found = null;
        foreach (var line in _lines)
            if (line.Row > row)
                break;
            else if (line.Section == section)
                found = line.Cell;
            else if (line.Section < section)
                found = null; // a heading further out begins anew
        return found;
    }

    /// <summary>The row of the last heading line above a row, or −1.</summary>
    public int LastAbove(int row) => _lines.LastOrDefault(line => line.Row <= row, (Row: -1, Section: 0, Cell: default)).Row;

    /// <summary>Which heading's rows a total line adds up, or −1.</summary>
    public static int OfTotal(GroupDefinition group, string label)
    {
        for (var index = group.Sections.Count - 1; index >= 0; index--)
            if (LooseText.BeginsWithAny(label, group.Sections[index].Totals))
                return index;
        return -1;
    }

    private void Look(int row)
    {
        var column = _grid.FirstFilled(row);
        if (column < 0 || !IsAlone(row, column) || _grid.Text(row, column) is not { } text)
            return;
        var clean = ThaiText.Clean(text).Value;
        for (var index = 0; index < _group.Sections.Count; index++)
            if (LooseText.BeginsWithAny(clean, _group.Sections[index].Begins))
            {
                _rows.Add(row);
                _lines.Add((row, index, Meant(_grid.Source(row, column), _group.Sections[index], clean)));
                return;
            }
            else if (LooseText.BeginsWithAny(clean, _group.Sections[index].Beside))
                _rows.Add(row);
    }

    private bool IsAlone(int row, int column)
    {
        for (var other = column + 1; other < _grid.Sheet.Rows[row].Length; other++)
            if (_grid.IsFilled(row, other))
                return false;
        return true;
    }

    // ประเด็นยุทธศาสตร์ที่ 1 : การพัฒนา… means the code whose spelling it begins with; another text stays as it is and is told where it is read.
    private SourceCell Meant(SourceCell cell, SectionDefinition section, string text)
    {
        if (_group.Fields[_group.IndexOf(section.Field)].Codes is not { } codes)
            return cell;
        var folded = ThaiText.Fold(text);
        var meant = codes.All.SelectMany(code => code.Synonyms.Prepend(code.Label).Select(spelling => (code.Label, Folded: ThaiText.Fold(spelling))))
            .Where(one => folded.StartsWith(one.Folded, StringComparison.Ordinal) && !IsDigit(folded, one.Folded.Length))
            .OrderByDescending(one => one.Folded.Length).FirstOrDefault();
        return meant.Label is null ? cell : cell with { Raw = new RawCell(RawCellKind.Text, meant.Label) };
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);
}

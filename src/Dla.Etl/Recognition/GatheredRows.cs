using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>Puts together the rows of a group whose lines belong together: headings above them, values written once, lines that go on with the row before.</summary>
internal sealed class GatheredRows
{
    private readonly GroupDefinition _group;
    private readonly SectionLines? _sections;
    private readonly TablePage _page;
    private readonly GroupColumns _columns;
    private readonly Regex? _part;
    private readonly Dictionary<int, (int Section, SourceCell Cell)> _written = [];

    public GatheredRows(TablePage page, GroupColumns columns)
    {
        (_page, _columns, _group) = (page, columns, columns.Group);
        _sections = SectionLines.Of(page.Grid, _group);
        _part = _group.Continuation is { } next ? PartOf(next) : null;
    }

    /// <summary>True when the group needs any of this; else its rows are read one by one.</summary>
    public static bool IsNeeded(GroupDefinition group) =>
        group.Sections.Count > 0 || group.Continuation is not null || group.FillDown.Count > 0 || group.Fields.Any(field => field.Type == FieldType.Mark);

    /// <summary>True for a heading line, which is no row.</summary>
    public bool IsHeading(int row) => _sections?.Has(row) == true;

    /// <summary>What holds for a total line: the heading whose rows it adds up, from the outermost in; empty when it adds up everything.</summary>
    public IReadOnlyList<(string Field, SourceCell Cell)> ScopeOf(int row, string label)
    {
        var innermost = SectionLines.OfTotal(_group, label);
        return _sections is null || innermost < 0 ? [] :
            [.. Enumerable.Range(0, innermost + 1).Select(index => (_group.Sections[index].Field, Cell: _sections.At(row, index)))
                .Where(one => one.Cell is not null).Select(one => (one.Field, one.Cell!.Value))];
    }

    /// <summary>The row of a name: its own cells, those of the headings above it, and the parts that stand in the cell of its name.</summary>
    public RecognisedRow Row(int row, string key, RecognitionNotes notes)
    {
        var cell = _page.Grid.Source(row, _columns.Key.First);
        var at = _part?.Match(key) is { Success: true, Index: > 0 } match ? match.Index : key.Length;
        var name = notes.Clean(cell, key[..at]);
        var fields = new SourceCell?[_group.Fields.Count];
        for (var index = 0; index < fields.Length; index++)
            fields[index] = index == _columns.KeyIndex ? cell : Own(row, index);
        if (at < key.Length)
            Join(fields, _group.IndexOf(_group.Continuation!.Into), cell with { Raw = Text(key[at..]) }, first: true);
        return new RecognisedRow(_group, null, name, cell, fields);
    }

    /// <summary>True when a line only goes on with the row before it.</summary>
    public bool GoesOn(RecognisedRow before, int row, string key)
    {
        if (_group.Continuation is not { } next || before.Group != _group)
            return false;
        foreach (var field in next.Blank)
            if (_columns.Fields[_group.IndexOf(field)] is { } column && IsFilled(row, column))
                return false;
        return (ThaiText.Fold(key).Length == 0 ? HasValues(row) : IsPart(key) || IsRepeated(before, key)) && !IsSecondOfNone(before, row, next);
    }

    /// <summary>The row before with what the line adds to it.</summary>
    public RecognisedRow Continued(RecognisedRow before, int row, string key)
    {
        SourceCell?[] fields = [.. before.Fields];
        for (var index = 0; index < fields.Length; index++)
            if (index != _columns.KeyIndex && _columns.Fields[index] is { } column && IsFilled(row, column))
                Join(fields, Target(fields, index, row), Source(row, index, column), first: false);
        if (IsPart(key))
            Join(fields, _group.IndexOf(_group.Continuation!.Into), _page.Grid.Source(row, _columns.Key.First), first: false);
        return before with { Fields = fields };
    }

    private SourceCell? Own(int row, int index)
    {
        var section = _group.Sections.ToList().FindIndex(one => one.Field == _group.Fields[index].Code);
        if (_columns.Fields[index] is { } column)
        {
            if (section < 0 && !_group.FillDown.Contains(_group.Fields[index].Code))
                return Source(row, index, column);
            var heading = _sections?.LastAbove(row) ?? -1;
            if (IsFilled(row, column))
                _written[index] = (heading, Source(row, index, column));
            else if (_written.TryGetValue(index, out var above) && above.Section == heading)
                return above.Cell;
            if (section < 0 || IsFilled(row, column))
                return Source(row, index, column);
        }

        // Without heading and without column the row itself has nothing there, which its key's place tells.
        return section < 0 ? null : _sections!.At(row, section)
            ?? (_columns.Fields[index] is { } empty ? Source(row, index, empty) : _page.Grid.Source(row, _columns.Key.First) with { Raw = RawCell.Blank });
    }

    // A time chart may have several columns under one header, each with a mark of its own.
    private SourceCell Source(int row, int index, HeaderColumn column)
    {
        var filled = Enumerable.Range(column.First, column.Last - column.First + 1).Where(at => _page.Grid.IsFilled(row, at)).ToList();
        if (filled.Count == 0)
            return Spanned(row, index, column) ?? _page.Grid.Source(row, column.First);
        var first = _page.Grid.Source(row, filled[0]);
        return filled.Count == 1 || _group.Fields[index].Type != FieldType.Mark
            ? first
            : first with { Raw = Text(string.Join(' ', filled.Select(at => CellContent.TextOf(_page.Grid.Cell(row, at))))) };
    }

    // A mark drawn into a cell that is merged over several columns of the chart holds for all of them.
    private SourceCell? Spanned(int row, int index, HeaderColumn column) => _group.Fields[index].Type == FieldType.Mark
        && _page.Grid.Shown(row, column.First) is var shown && shown.Row == row && shown.Column < column.First && _page.Grid.IsFilled(row, shown.Column)
        && MarkText.Parse(CellContent.TextOf(_page.Grid.Cell(row, shown.Column))) is { Succeeded: true, Value: MarkText.Within or MarkText.Line }
            ? _page.Grid.Source(row, shown.Column)
            : null;

    private bool IsFilled(int row, HeaderColumn column) =>
        Enumerable.Range(column.First, column.Last - column.First + 1).Any(at => _page.Grid.IsFilled(row, at));

    private bool HasValues(int row) => _columns.Values.Any(column => IsFilled(row, column));

    private bool IsPart(string key) => _part?.Match(key) is { Success: true, Index: 0 };

    private static bool IsRepeated(RecognisedRow before, string key) =>
        ThaiText.Clean(key).Value is var clean && clean.EndsWith("(ต่อ)", StringComparison.Ordinal)
        && (clean.Length <= 5 || ThaiText.Fold(clean[..^5]) == ThaiText.Fold(before.Key));

    // What has no place to go is not swallowed: the line is then told as one without a name.
    private bool IsSecondOfNone(RecognisedRow before, int row, ContinuationDefinition next) => Enumerable.Range(0, _group.Fields.Count).Any(index =>
        index != _columns.KeyIndex && _columns.Fields[index] is { } column && IsFilled(row, column) && before.Fields[index] is { } known && SheetGrid.IsFilled(known.Raw)
        && _group.Fields[index].Type is not (FieldType.Text or FieldType.Mark) && !next.Others.ContainsKey(_group.Fields[index].Code));

    private int Target(SourceCell?[] fields, int index, int row) => fields[index] is { } known && SheetGrid.IsFilled(known.Raw)
        && _group.Continuation!.Others.TryGetValue(_group.Fields[index].Code, out var other)
        && ThaiText.Fold(CellContent.TextOf(known.Raw)) != ThaiText.Fold(CellContent.TextOf(Source(row, index, _columns.Fields[index]!).Raw))
            ? _group.IndexOf(other)
            : index;

    private void Join(SourceCell?[] fields, int index, SourceCell more, bool first)
    {
        var type = _group.Fields[index].Type;
        if (fields[index] is not { } known || !SheetGrid.IsFilled(known.Raw))
            fields[index] = more;
        else if (type is FieldType.Text or FieldType.Mark)
            fields[index] = known with { Raw = Text(first ? $"{CellContent.TextOf(more.Raw)}\n{CellContent.TextOf(known.Raw)}" : $"{CellContent.TextOf(known.Raw)}\n{CellContent.TextOf(more.Raw)}") };
    }

    private static RawCell Text(string text) => new(RawCellKind.Text, text);

    // กิจกรรมที่ 1 :, กิจกรรม :, at the beginning of the cell or after a space; กิจกรรม within a name has neither number nor colon.
    private static Regex PartOf(ContinuationDefinition next) => new(
        @"(?<=^|\s)(?:" + string.Join('|', next.Begins.Select(Regex.Escape)) + @")(?:\s*ที่\s*[0-9๐-๙]+\s*:?|\s*[0-9๐-๙]*\s*:)",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}

using Dla.Etl.Definitions;

namespace Dla.Etl.Recognition;

/// <summary>Lists the ways in which the columns of a header can be shared out among the groups, each group a run of neighbouring columns around its names.</summary>
internal sealed class WaySearch
{
    private readonly FormDefinition _form;
    private readonly TablePage _page;
    private readonly List<HeaderColumn> _columns;
    private readonly List<(int Column, int Group)> _keys = [];
    private readonly List<IReadOnlyList<GroupColumns>> _ways = [];
    private readonly Dictionary<(int Column, int Group, int Field), bool> _contradicted = [];
    private bool _withContent;
    private int _most;

    public WaySearch(FormDefinition form, TablePage page, List<HeaderColumn> columns)
    {
        (_form, _page, _columns) = (form, page, columns);
        for (var column = 0; column < columns.Count; column++)
            if (KeyGroup(columns[column]) is >= 0 and var group)
                _keys.Add((column, group));
    }

    /// <summary>The ways, at most so many; none when a name column is doubtful or stands twice.</summary>
    public IReadOnlyList<IReadOnlyList<GroupColumns>> Ways(int most, bool withContent)
    {
        (_most, _withContent) = (most, withContent);
        _ways.Clear();
        if (_keys.Count > 0 && _keys.Select(key => key.Group).Distinct().Count() == _keys.Count)
            Extend([], 0, 0);
        return [.. _ways];
    }

    // Gives the next group its columns from a place on; the last group takes all that are left.
    private void Extend(List<GroupColumns> so, int key, int from)
    {
        if (_ways.Count >= _most)
            return;
        if (key == _keys.Count)
        {
            _ways.Add([.. so.OrderBy(group => group.Position)]);
            return;
        }

        var last = key + 1 < _keys.Count ? _keys[key + 1].Column - 1 : _columns.Count - 1;
        for (var to = key + 1 < _keys.Count ? _keys[key].Column : last; to <= last; to++)
            if (Group(_keys[key].Group, from, to) is { } group)
                Extend([.. so, group], key + 1, to + 1);
    }

    private GroupColumns? Group(int position, int from, int to)
    {
        var definition = _form.Groups[position];
        var fields = new HeaderColumn?[definition.Fields.Count];
        for (var index = from; index <= to; index++)
        {
            var field = FieldOf(_columns[index], position);
            if (field >= 0 && fields[field] is { } known && IsNextMonth(definition.Fields[field], known, _columns[index]))
            {
                fields[field] = known with { Last = _columns[index].Last };
                continue;
            }

            if (field < 0 || fields[field] is not null || (_withContent && IsContradicted(index, position, field)))
                return null;
            fields[field] = _columns[index];
        }

        return new GroupColumns(position, definition, fields);
    }

    // The months of a quarter side by side are one field of a time chart.
    private static bool IsNextMonth(FieldDefinition field, HeaderColumn known, HeaderColumn column) =>
        field.Type == FieldType.Mark && column.First == known.Last + 1;

    private static int FieldOf(HeaderColumn column, int group)
    {
        if (column.Heading >= 0 && column.Heading != group)
            return -1;
        foreach (var field in column.Word!.Fields)
            if (field.Group == group)
                return field.Field;
        return -1;
    }

    private bool IsContradicted(int column, int group, int field)
    {
        if (!_contradicted.TryGetValue((column, group, field), out var contradicted))
            _contradicted[(column, group, field)] = contradicted =
                ColumnContent.Contradiction(_page, _columns[column], _form.Groups[group].Fields[field]) is not null;
        return contradicted;
    }

    // The group whose names a column holds; where several groups share the label, the heading above must tell.
    private int KeyGroup(HeaderColumn column)
    {
        var groups = column.Word!.Fields
            .Where(field => _form.Groups[field.Group].Fields[field.Field].Role == FieldRole.Key)
            .Where(field => column.Heading < 0 || field.Group == column.Heading)
            .Select(field => field.Group).ToList();
        return groups.Count == 1 ? groups[0] : -1;
    }
}

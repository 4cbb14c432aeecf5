using Dla.Etl.Definitions;

namespace Dla.Etl.Forms;

/// <summary>Groups that stand side by side in the blank form: the finest one gives the rows, those above it are merged over them.</summary>
/// <param name="Groups">In the order of the form.</param>
/// <param name="Rows">One row per item of the finest group, and one for each item of a group above that has none below it.</param>
internal sealed record BlankBlock(IReadOnlyList<GroupDefinition> Groups, IReadOnlyList<IReadOnlyDictionary<string, ItemDefinition>> Rows)
{
    /// <summary>Rows that a block of open rows offers.</summary>
    public const int OpenRows = 20;

    /// <summary>The blocks of a form in the order in which they stand below each other.</summary>
    public static IReadOnlyList<BlankBlock> Of(FormDefinition form)
    {
        var parents = form.Groups.ToDictionary(group => group.Code, group => ParentsOf(form, group), StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var blocks = new List<BlankBlock>();
        foreach (var finest in form.Groups.Where(group => !parents.Values.Any(above => above.Contains(group.Code))))
        {
            var members = form.Groups.Where(group => group == finest || parents[finest.Code].Contains(group.Code))
                .Where(group => placed.Add(group.Code)).ToList();
            blocks.Add(finest.Rows == RowsOf.OpenRows ? Open(finest) : new BlankBlock(members, RowsFor(form, finest, members)));
        }
        return blocks;
    }

    private static BlankBlock Open(GroupDefinition group) =>
        new([group], [.. Enumerable.Range(0, OpenRows).Select(_ => new Dictionary<string, ItemDefinition>())]);

    private static HashSet<string> ParentsOf(FormDefinition form, GroupDefinition group)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<GroupDefinition>([group]);
        while (waiting.TryDequeue(out var next))
            foreach (var code in next.Items.SelectMany(item => item.Parents.Keys).Distinct(StringComparer.Ordinal))
                if (found.Add(code))
                    waiting.Enqueue(form.Group(code));
        return found;
    }

    private static List<IReadOnlyDictionary<string, ItemDefinition>> RowsFor(
        FormDefinition form, GroupDefinition finest, IReadOnlyList<GroupDefinition> members)
    {
        var rows = new List<IReadOnlyDictionary<string, ItemDefinition>>();
        foreach (var item in finest.Items)
            rows.Add(WithParents(form, finest, item));
        foreach (var group in members.Where(group => group != finest))
            foreach (var item in group.Items.Where(item => !rows.Any(row => row.GetValueOrDefault(group.Code) == item)))
                rows.Add(WithParents(form, group, item));
        return rows;
    }

    private static Dictionary<string, ItemDefinition> WithParents(FormDefinition form, GroupDefinition group, ItemDefinition item)
    {
        var row = new Dictionary<string, ItemDefinition>(StringComparer.Ordinal) { [group.Code] = item };
        foreach (var (parentGroup, parentCode) in item.Parents)
            foreach (var (code, above) in WithParents(form, form.Group(parentGroup), Find(form.Group(parentGroup), parentCode)))
                row.TryAdd(code, above);
        return row;
    }

    private static ItemDefinition Find(GroupDefinition group, string code) => group.Items.FirstOrDefault(item => item.Code == code)
        ?? throw new KeyNotFoundException($"Group '{group.Code}' has no item '{code}'.");
}

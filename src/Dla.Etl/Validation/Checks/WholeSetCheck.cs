using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>whole_set</c>: every item that the form lists comes exactly once, and nothing else.</summary>
internal sealed class WholeSetCheck : ICheckKind
{
    public string Name => "whole_set";

    public CheckShape Shape { get; } = new() { NeedsGroup = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Rows != RowsOf.ListedItems)
            yield return $"group '{check.Group}' has open rows, which are never a whole set";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var group = scope.Groups.Single();
        var rows = scope.Rows.ToList();
        var known = rows.Where(row => row.Item is not null).ToLookup(row => row.Item!.Code, StringComparer.Ordinal);
        if (known.Count == 0 && group.Items.Count > 0)
            return [Absent(group), .. Unknown(group, rows)];
        return
        [
            .. group.Items.Where(item => !known.Contains(item.Code)).Select(item => Missing(group, item)),
            .. known.Where(same => same.Count() > 1).Select(same => Twice(group, [.. same])),
            .. Unknown(group, rows),
        ];
    }

    private static Finding Absent(GroupDefinition group) =>
        new(CompletenessFindings.GroupAbsent) { Subject = group.Label, Expected = Counts.Show(group.Items.Count) };

    private static Finding Missing(GroupDefinition group, ItemDefinition item) =>
        new(CompletenessFindings.MissingItem) { Subject = RowWords.Item(group, item), Expected = item.Label };

    private static Finding Twice(GroupDefinition group, IReadOnlyList<NormalisedRow> rows)
    {
        var oneSheet = rows.Select(row => row.KeyCell.SheetIndex).Distinct().Count() == 1;
        return new Finding(CompletenessFindings.ItemTwice, KeyPlace(rows[1]))
        {
            Subject = RowWords.Item(group, rows[0].Item!),
            Found = string.Join(" และ ", rows.Select(row => oneSheet ? $"{row.KeyCell.Address}" : $"{row.KeyCell.Address} ของแผ่นงาน “{row.KeyCell.Sheet}”")),
            Expected = "1 แถว",
        };
    }

    /// <summary>A group of which the department's copy has lost items may bring as many rows that nobody knows.</summary>
    private static IEnumerable<Finding> Unknown(GroupDefinition group, IEnumerable<NormalisedRow> rows) => rows
        .Where(row => row.Item is null)
        .Select((row, index) => new Finding(
            index < group.UnknownItems.Count ? CompletenessFindings.PerhapsLostItem : CompletenessFindings.UnknownItem, KeyPlace(row))
        {
            Subject = RowWords.Row(group, null, row.Key),
            Found = row.Key,
            Expected = "รายการตามแบบรายงาน",
        });

    private static Place KeyPlace(NormalisedRow row) => Place.At(row.KeyCell.Sheet, row.KeyCell.Address);
}

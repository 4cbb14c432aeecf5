using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>What a check looks at: the return, what is known beyond it, and the check's own line of the YAML.</summary>
internal sealed record CheckScope(NormalisedReturn Return, ValidationContext Context, CheckDefinition Check)
{
    /// <summary>The groups that the check looks at: the one it names, or all.</summary>
    public IEnumerable<GroupDefinition> Groups => Check.Group is null ? Return.Form.Groups : [Return.Form.Group(Check.Group)];

    /// <summary>The rows of those groups in the order of the file.</summary>
    public IEnumerable<NormalisedRow> Rows => Return.Rows.Where(row => Check.Group is null || row.Group.Code == Check.Group);

    /// <summary>The field that the check names, or else every field for which <paramref name="otherwise"/> holds, in every row.</summary>
    public IEnumerable<FieldAt> Fields(Func<FieldDefinition, bool> otherwise)
    {
        var (group, wanted) = ((GroupDefinition?)null, Array.Empty<int>());
        foreach (var row in Return.Rows)
        {
            // Rows of a group follow one another, so that its columns are looked up once and not for each of 30,000 rows.
            if (!ReferenceEquals(row.Group, group))
                (group, wanted) = (row.Group, Wanted(row.Group, otherwise));
            foreach (var index in wanted)
                yield return new FieldAt(row, index);
        }
    }

    /// <summary>The figures: the field that the check names, or else every figure that has an amount.</summary>
    public IEnumerable<FieldAt> Figures() => Fields(field => field.Role == FieldRole.Figure && Amounts.Has(field.Type));

    private int[] Wanted(GroupDefinition group, Func<FieldDefinition, bool> otherwise) => Check.Group is not null && group.Code != Check.Group
        ? []
        : [.. Enumerable.Range(0, group.Fields.Count).Where(index => Check.Field is null ? otherwise(group.Fields[index]) : group.Fields[index].Code == Check.Field)];
}

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
    public IEnumerable<FieldAt> Fields(Func<FieldDefinition, bool> otherwise) =>
        from row in Rows
        from index in Enumerable.Range(0, row.Group.Fields.Count)
        where Check.Field is null ? otherwise(row.Group.Fields[index]) : row.Group.Fields[index].Code == Check.Field
        select new FieldAt(row, index);

    /// <summary>The figures: the field that the check names, or else every figure that has an amount.</summary>
    public IEnumerable<FieldAt> Figures() => Fields(field => field.Role == FieldRole.Figure && Amounts.Has(field.Type));
}

using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Forms;

/// <summary>A column of a blank form of open rows.</summary>
/// <param name="Field">Its field; null for the authorities' codes, which stand beside their names.</param>
internal sealed record BlankColumn(FieldDefinition? Field)
{
    /// <summary>The header.</summary>
    public string Label => Field?.Label ?? PrefilledFields.CodeHeader;

    /// <summary>The columns of a group, with the codes right before the names where authorities are filled in and the form has no field for their codes.</summary>
    public static IReadOnlyList<BlankColumn> Of(GroupDefinition group, bool prefilled)
    {
        var columns = group.Fields.Select(field => new BlankColumn(field)).ToList();
        if (prefilled && !group.Fields.Any(IsCode))
            columns.Insert(group.IndexOf(PrefilledFields.Authority(group)!.Code), new BlankColumn(Field: null));
        return columns;
    }

    /// <summary>True for the column of the authorities' codes, whether the form has a field for them or not.</summary>
    public bool HoldsCodes => Field is null || IsCode(Field);

    private static bool IsCode(FieldDefinition field) => ThaiText.Fold(field.Label) == ThaiText.Fold(PrefilledFields.CodeHeader);
}

namespace Dla.Etl.Definitions;

/// <summary>Proof-reads what a form says of fields that name local authorities.</summary>
internal static class AuthorityFieldProof
{
    /// <summary>The first mistake of a field, or null.</summary>
    public static string? Mistake(FormDefinition form, GroupDefinition group, FieldDefinition field)
    {
        if (field.Type != FieldType.Authority)
            return field.DistrictField is null ? null : $"the field '{field.Code}' names no authority, so that it has no district_field";
        if (form.FiledBy == FilingUnit.Department)
            return $"the field '{field.Code}' names an authority of the sender's province, and the department has none";
        if (field.Role != FieldRole.Text && !(field.Role == FieldRole.Key && group.Key.Contains(field.Code)))
            return $"the field '{field.Code}' is of the type authority, so that its role must be text, or key where the group's key has it";
        if (field.DistrictField is not { } district)
            return null;
        var at = group.IndexOf(district);
        return at < 0 ? $"the district_field '{district}' of '{field.Code}' is no field of '{group.Code}'"
            : group.Fields[at].Type != FieldType.Text ? $"the district_field '{district}' of '{field.Code}' is no text" : null;
    }
}

namespace Dla.Etl.Definitions;

/// <summary>Proof-reads what a form says of fields that name local authorities.</summary>
internal static class AuthorityFieldProof
{
    /// <summary>The first mistake of a field, or null.</summary>
    public static string? Mistake(FormDefinition form, GroupDefinition group, FieldDefinition field)
    {
        (string Key, string? Field)[] columns = [("district_field", field.DistrictField), ("code_field", field.CodeField), ("province_field", field.ProvinceField)];
        if (field.IsBeside && (field.Role != FieldRole.Text || field.Type != FieldType.Text || field.Required || group.Key.Contains(field.Code)))
            return $"the field '{field.Code}' is beside the form, so that it must be a text that nothing requires and no key has";
        if (field.Type != FieldType.Authority)
            return Array.Find(columns, one => one.Field is not null) is { Field: not null } given ? $"the field '{field.Code}' names no authority, so that it has no {given.Key}" : null;
        if (form.FiledBy == FilingUnit.Department)
            return $"the field '{field.Code}' names an authority of the sender's province, and the department has none";
        if (field.Role != FieldRole.Text && !(field.Role == FieldRole.Key && group.Key.Contains(field.Code)))
            return $"the field '{field.Code}' is of the type authority, so that its role must be text, or key where the group's key has it";
        return columns.Where(one => one.Field is not null).Select(one => Mistake(group, field, one.Key, one.Field!)).FirstOrDefault(mistake => mistake is not null);
    }

    private static string? Mistake(GroupDefinition group, FieldDefinition field, string key, string column) => group.IndexOf(column) is var at && at < 0
        ? $"the {key} '{column}' of '{field.Code}' is no field of '{group.Code}'"
        : group.Fields[at].Type != FieldType.Text ? $"the {key} '{column}' of '{field.Code}' is no text" : null;
}

namespace Dla.Etl.Definitions;

/// <summary>Which fields the blank form of a unit fills in already, so that a row with nothing but these says nothing.</summary>
internal static class PrefilledFields
{
    /// <summary>Header of the column with the authority's code.</summary>
    public const string CodeHeader = "รหัส อปท.";

    /// <summary>The field with the authority; null when the group has none.</summary>
    public static FieldDefinition? Authority(GroupDefinition group) => group.Fields.FirstOrDefault(field => field.Type == FieldType.Authority);

    /// <summary>The key where it is chosen from a list, which the blank form of one authority lists whole; null where it is not.</summary>
    public static FieldDefinition? Listed(GroupDefinition group) => group.Fields.FirstOrDefault(field => field is { Role: FieldRole.Key, Codes: not null });

    /// <summary>The authority with its district, code and province, and the key that is chosen from a list; empty for a group of which nothing is filled in.</summary>
    public static IReadOnlySet<string> Of(GroupDefinition group) => group.Prefill == PrefillOf.Nothing || Authority(group) is not { } authority
        ? new HashSet<string>(StringComparer.Ordinal)
        : new[] { authority.Code, authority.DistrictField, authority.CodeField, authority.ProvinceField, Listed(group)?.Code }.OfType<string>().ToHashSet(StringComparer.Ordinal);
}

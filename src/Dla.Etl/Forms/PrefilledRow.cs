using Dla.Etl.Definitions;
using Dla.Etl.Measures.Disbursement;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Forms;

/// <summary>What stands in a row of a blank form already.</summary>
/// <param name="Authority">The authority that it is for.</param>
/// <param name="Item">The item of the key's list; null where the sender writes it.</param>
internal sealed record PrefilledRow(LocalAuthority Authority, string? Item)
{
    /// <summary>The rows of a group for the authorities of a province, or for one of them; empty where the form fills in nothing or the registry has none.</summary>
    public static IReadOnlyList<PrefilledRow> For(GroupDefinition group, Unit? unit, AuthorityRegistry? registry)
    {
        if (group.Prefill == PrefillOf.Nothing || registry is null || unit?.Province is not { } province)
            return [];
        if (unit.Code.Authority is not { } code)
            return [.. AuthorityOrder.Sorted(registry.Of(province.Code), one => one).Select(one => new PrefilledRow(one, null))];
        return registry.Find(code) is not { } authority ? []
            : PrefilledFields.Listed(group)?.Codes is { } codes ? [.. codes.All.Select(item => new PrefilledRow(authority, item.Label))]
            : [.. Enumerable.Repeat(new PrefilledRow(authority, null), group.Key is [var only] && only == PrefilledFields.Authority(group)!.Code ? 1 : group.BlankRows)];
    }

    /// <summary>The text of a field; null where the sender writes.</summary>
    public string? Text(GroupDefinition group, FieldDefinition field)
    {
        var named = PrefilledFields.Authority(group)!;
        return field == named ? Authority.FullName : field.Code == named.DistrictField ? Authority.District : field == PrefilledFields.Listed(group) ? Item : null;
    }
}

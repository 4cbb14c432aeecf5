using System.Globalization;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Looks once at what a form itself leaves open: ratios under one parent that do not make 100, and what nobody knows.</summary>
/// <remarks>The official form of 2563 does not add up in the scan (DOMAIN 1.1), so these are remarks, never errors.</remarks>
internal static class FormRemarks
{
    private const long Whole = 100 * Quantity.Scale;

    public static IReadOnlyList<string> Of(FormDefinition form) => [.. form.Groups.SelectMany(OfGroup)];

    private static IEnumerable<string> OfGroup(GroupDefinition group) =>
        Sums(group)
            .Concat(group.UnknownItems.Select(reason => $"{group.Label}: {reason}"))
            .Concat(Unknown(group, "หน่วยนับ", item => item.Unit.UnknownBecause))
            .Concat(Unknown(group, "อัตราส่วน", item => item.Ratio.UnknownBecause));

    // Siblings are the items of a group that share every parent they name in one group above; without parents, all of them.
    private static IEnumerable<string> Sums(GroupDefinition group)
    {
        var above = group.Items.SelectMany(item => item.Parents.Keys).Distinct(StringComparer.Ordinal).ToList();
        var families = above.Count == 0
            ? [(Under: "ทั้งหมด", Items: group.Items)]
            : above.SelectMany(code => group.Items.Where(item => item.Parents.ContainsKey(code)).GroupBy(item => item.Parents[code])
                .Select(family => (Under: $"ภายใต้ {family.Key}", Items: (IReadOnlyList<ItemDefinition>)[.. family])));
        foreach (var (under, items) in families)
            if (items.Count > 0 && items.All(item => item.Ratio.IsKnown) && items.Sum(item => item.Ratio.Value) is var sum && sum != Whole)
                yield return $"{group.Label}{under}: อัตราส่วนรวมได้ {((decimal)sum / Quantity.Scale).ToString("0.####", CultureInfo.InvariantCulture)} ไม่ใช่ 100";
    }

    private static IEnumerable<string> Unknown(GroupDefinition group, string what, Func<ItemDefinition, string?> reason) =>
        group.Items.Where(item => reason(item) is not null).GroupBy(reason, StringComparer.Ordinal)
            .Select(same => $"{group.Label} {string.Join(", ", same.Select(item => item.Code))}: ไม่ทราบ{what} เพราะ{same.Key}");
}

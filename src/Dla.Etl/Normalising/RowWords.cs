using System.Globalization;
using Dla.Etl.Definitions;

namespace Dla.Etl.Normalising;

/// <summary>What a row and a field are called in findings.</summary>
internal static class RowWords
{
    /// <summary>For example <c>กิจกรรมย่อยที่ 7 อบรม/สัมมนา บุคลากร อปท.</c>; a row that is no listed item goes by the sender's own label.</summary>
    public static string Row(GroupDefinition group, ItemDefinition? item, string key) =>
        item is null ? $"{group.Label} “{key}”" : Item(group, item);

    /// <summary>A listed item with its printed number.</summary>
    public static string Item(GroupDefinition group, ItemDefinition item) =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Label}ที่ {item.Number} {item.ShortLabel}");

    /// <summary>For example <c>ปริมาณของกิจกรรมย่อยที่ 7 …</c>.</summary>
    public static string Field(FieldDefinition field, GroupDefinition group, ItemDefinition? item, string key) =>
        $"{field.Label}ของ{Row(group, item, key)}";
}

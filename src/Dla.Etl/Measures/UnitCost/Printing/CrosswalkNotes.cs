using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>How items that were split, merged, renamed or counted in another unit stand for those of the year before, with the document that says so.</summary>
internal static class CrosswalkNotes
{
    /// <summary>A note for each entry of the crosswalk that a table uses.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="table"><c>7</c> to <c>10</c>.</param>
    public static IEnumerable<string> Of(UnitCostAccounts accounts, string table) => (accounts.Before.Crosswalk?.Entries ?? [])
        .Where(entry => ComparisonTables.NumberOf(entry.Kind) == table).Select(entry => $"{entry.Name}: {Words(entry)}  ที่มา: {entry.Source}");

    private static string Words(CrosswalkEntry entry) => entry.Change switch
    {
        ItemChange.Renamed => $"เปลี่ยนชื่อหรือรหัส จาก {entry.Old[0]} เป็น {entry.New[0]}",
        ItemChange.Split => $"แยก {entry.Old[0]} เป็น {string.Join(", ", entry.New)} เทียบกับผลรวม",
        ItemChange.Merged => $"รวม {string.Join(", ", entry.Old)} เป็น {entry.New[0]} เทียบกับผลรวม",
        ItemChange.ChangedUnit when entry.Units is { } units => units.Factor.IsKnown
            ? $"เปลี่ยนหน่วยนับ 1 {units.Old} = {units.Factor.Value} {units.New}"
            : $"เปลี่ยนหน่วยนับจาก {units.Old} เป็น {units.New} เทียบปริมาณไม่ได้ เพราะ{units.Factor.UnknownBecause}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Change, "No entry of a crosswalk says that."),
    };
}

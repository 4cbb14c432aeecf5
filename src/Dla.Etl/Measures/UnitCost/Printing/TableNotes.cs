using System.Globalization;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>What is said below a table as a whole.</summary>
internal static class TableNotes
{
    /// <summary>Stands behind a quantity that is not that of every province.</summary>
    public const string PartialMark = "*";

    /// <summary>The notes of a table.</summary>
    public static IEnumerable<string> Of(UnitCostAccounts accounts, UnitCostTable table) => table.Code switch
    {
        "1" => ["ค่าเสื่อมราคาไม่มีแหล่งเงินสด จึงแสดงในแถวของตนและในช่องรวมเท่านั้น  การกระทบยอดกับงบการเงินและรายการที่ไม่นำมาคำนวณอยู่ในแผ่นงาน “กระทบยอด”"],
        "2" => ["ต้นทุนทางอ้อมปันส่วนเข้าศูนย์ต้นทุนตามภาคผนวก (ก)"],
        "3" => [LevelOf(accounts), .. Partial(accounts, table)],
        "4" or "5" or "6" => [.. Partial(accounts, table)],
        "7" => [LevelOf(accounts), .. CrosswalkNotes.Of(accounts, table.Code), .. Partial(accounts, table)],
        "8" or "9" or "10" => [.. CrosswalkNotes.Of(accounts, table.Code), .. Partial(accounts, table)],
        "11" or "12" => [Movement(table)],
        _ => [],
    };

    /// <summary>True for a quantity of an item that not every province reported.</summary>
    public static bool IsPartial(UnitCostAccounts accounts, string column, TableRow row) => column switch
    {
        "quantity" or "new_quantity" => IsPartial(accounts.Now, row.Code),
        "old_quantity" => IsPartial(accounts.Before.Year, row.Code),
        _ => false,
    };

    private static bool IsPartial(CostYear? year, string code) => year?.Volumes.Reported(code) is { } reported && reported < year.Volumes.Expected;

    private static string LevelOf(UnitCostAccounts accounts) => accounts.Now!.SubActivityLevel == CostLevel.SubActivity
        ? "ต้นทุนกิจกรรมย่อยก่อนปันส่วนต้นทุนของกิจกรรมย่อยสนับสนุน"
        : "ต้นทุนกิจกรรมย่อยหลักหลังรับปันส่วนต้นทุนของกิจกรรมย่อยสนับสนุน";

    private static IEnumerable<string> Partial(UnitCostAccounts accounts, UnitCostTable table) =>
        table.Rows.Any(row => table.Columns.Any(column => IsPartial(accounts, column.Code, row)))
            ? [$"“{PartialMark}” ปริมาณยังไม่ครบทุก สถจ. ต้นทุนต่อหน่วยจึงสูงกว่าจริง รายละเอียดอยู่ในแผ่นงาน “ข้อสังเกต”"]
            : [];

    // Tables 11 and 12 ask how fixed and variable cost moved (DOMAIN 1.4).
    private static string Movement(UnitCostTable table)
    {
        var parts = Enum.GetValues<Behaviour>().Select(behaviour => (Name: behaviour.Thai(), Change: table.TotalAt($"change_{behaviour.ToString().ToLowerInvariant()}")))
            .Append((Name: "ต้นทุนรวม", Change: table.TotalAt("change_total"))).Select(one => one.Change.Kind == TableCellKind.None
                ? $"{one.Name}เปรียบเทียบไม่ได้ ({one.Change.Text})"
                : one.Change.Amount == 0 ? $"{one.Name}ไม่เปลี่ยนแปลง"
                : string.Create(CultureInfo.InvariantCulture, $"{one.Name}{(one.Change.IsDecrease ? "ลดลง" : "เพิ่มขึ้น")}ร้อยละ {Math.Abs(one.Change.Number):#,##0.00}"));
        return $"การเปลี่ยนแปลงจากปีก่อน: {string.Join("  ", parts)}";
    }
}

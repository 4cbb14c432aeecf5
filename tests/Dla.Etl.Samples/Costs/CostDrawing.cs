namespace Dla.Etl.Samples.Costs;

/// <summary>The tables of the three cost forms.</summary>
public static class CostDrawing
{
    /// <summary>The export of a year.</summary>
    public static SampleTable Costs(int year, IReadOnlyList<SampleCost> lines) => new()
    {
        Group = "cost",
        Title = $"ข้อมูลค่าใช้จ่ายรายศูนย์ต้นทุน ประจำปีงบประมาณ พ.ศ. {year}",
        Columns =
        [
            ("centre", "รหัสศูนย์ต้นทุน", 12), ("centre_name", "ชื่อศูนย์ต้นทุน", 26), ("category", "ประเภทค่าใช้จ่าย", 36), ("source", "แหล่งเงิน", 18),
            ("directness", "ทางตรง/ทางอ้อม", 14), ("behaviour", "คงที่/ผันแปร", 12), ("account", "รหัสบัญชี", 14), ("amount", "จำนวนเงิน", 18), ("note", "หมายเหตุ", 34),
        ],
        Rows = [.. lines.Select(line => (IReadOnlyList<object?>)[
            line.Place.Code, line.Place.Name, line.Category, line.Source, line.Directness, line.Behaviour, line.Account, line.Satang / 100.0, line.Note.Length == 0 ? null : line.Note])],
    };

    /// <summary>Adjustments of the costs of the year before.</summary>
    public static SampleTable Adjustments(int year, IReadOnlyList<SampleCost> lines) => Costs(year, lines) with
    {
        Group = "adjustment",
        Title = $"การปรับปรุงข้อมูลต้นทุนปีก่อนที่ใช้เปรียบเทียบ ประจำปีงบประมาณ พ.ศ. {year}",
        Columns =
        [
            ("centre", "ศูนย์ต้นทุนที่ปรับปรุง", 16), ("centre_name", "ชื่อศูนย์ต้นทุน", 26), ("category", "ประเภทค่าใช้จ่าย", 36), ("source", "แหล่งเงิน", 18),
            ("directness", "ทางตรง/ทางอ้อม", 14), ("behaviour", "คงที่/ผันแปร", 12), ("account", "รหัสบัญชี", 14), ("amount", "จำนวนเงินที่ปรับปรุง", 18), ("reason", "เหตุผลที่ปรับปรุง", 44),
        ],
    };

    /// <summary>Explanations: table, item, name, words.</summary>
    public static SampleTable Explanations(int year, params IReadOnlyList<(int Table, string Item, string Name, string Words)> rows) => new()
    {
        Group = "explanation",
        Title = $"คำอธิบายสาเหตุการเปลี่ยนแปลงของต้นทุนต่อหน่วย ประจำปีงบประมาณ พ.ศ. {year}",
        Unit = null,
        Control = null,
        Columns = [("table", "เปรียบเทียบในตาราง", 26), ("item", "รหัสรายการที่เปรียบเทียบ", 20), ("item_name", "ชื่อกิจกรรมหรือผลผลิต", 40), ("explanation", "คำอธิบายสาเหตุ", 60)],
        Rows = [.. rows.Select(row => (IReadOnlyList<object?>)[TableLabel(row.Table), row.Item, row.Name, row.Words.Length == 0 ? null : row.Words])],
    };

    private static string TableLabel(int table) => table switch
    {
        7 => "ตารางที่ 7 กิจกรรมย่อย",
        8 => "ตารางที่ 8 ผลผลิตย่อย",
        9 => "ตารางที่ 9 กิจกรรมหลัก",
        10 => "ตารางที่ 10 ผลผลิตหลัก",
        _ => $"ตารางที่ {table}",
    };
}

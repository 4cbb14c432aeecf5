namespace Dla.Etl.Samples.Costs;

/// <summary>A line of the made-up export, in the words of the form.</summary>
/// <param name="Place">The cost centre.</param>
/// <param name="Category">ประเภทค่าใช้จ่าย.</param>
/// <param name="Source">แหล่งเงิน.</param>
/// <param name="Directness">ทางตรง or ทางอ้อม.</param>
/// <param name="Behaviour">คงที่ or ผันแปร.</param>
/// <param name="Account">รหัสบัญชี, made up but for its shape.</param>
/// <param name="Satang">The amount in satang; negative for a credit.</param>
/// <param name="Note">หมายเหตุ.</param>
public sealed record SampleCost(CostPlace Place, string Category, string Source, string Directness, string Behaviour, string Account, long Satang, string Note = "")
{
    /// <summary>The account of the grants that only pass through (rules/allocation of the made-up folder).</summary>
    public const string PassThrough = "5107010102";

    public const string Personnel = "ค่าใช้จ่ายบุคลากร", Training = "ค่าใช้จ่ายด้านการฝึกอบรม", Travel = "ค่าใช้จ่ายเดินทาง",
        Operating = "ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค", Depreciation = "ค่าเสื่อมราคาและค่าตัดจำหน่าย", Grants = "ค่าใช้จ่ายเงินอุดหนุน", Other = "ค่าใช้จ่ายอื่น";

    public const string Budget = "เงินในงบประมาณ", OffBudget = "เงินนอกงบประมาณ", Central = "งบกลาง", NoCash = "ค่าเสื่อมราคา";

    public const string Direct = "ทางตรง", Indirect = "ทางอ้อม", Fixed = "คงที่", Variable = "ผันแปร";
}

using System.Globalization;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.LocalGrants;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Plans;

/// <summary>The table of the progress of the plan in a month.</summary>
public static class ProgressDrawing
{
    /// <summary>The table.</summary>
    public static SampleTable Of(Period month, params IReadOnlyList<ProgressLine> rows) => new()
    {
        Group = "project",
        Title = $"รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {month.Year.BuddhistEra.ToString(CultureInfo.InvariantCulture)}",
        More = [GrantDrawing.MonthLine(month)],
        Control = null,
        Note = "หมายเหตุ : ข้อมูลสังเคราะห์เพื่อการทดสอบ ผลการดำเนินงานและการเบิกจ่ายมิใช่ของจริง",
        Columns =
        [
            ("project", "โครงการตามแผน", 60), ("office", "หน่วยงานที่รับผิดชอบ", 14), ("budget", "งบประมาณตามแผน", 18), ("target", "เป้าหมาย", 10), ("result", "ผลการดำเนินงาน", 12), ("unit", "หน่วยนับ", 10),
            ("disbursed", "เบิกจ่ายสะสม", 18), ("percent", "ร้อยละเบิกจ่าย", 12), ("state", "สถานะ", 22), ("started", "วันที่เริ่ม", 18), ("finished", "วันที่แล้วเสร็จ", 18), ("problem", "ปัญหาอุปสรรค", 36), ("note", "หมายเหตุ", 30),
        ],
        Rows = [.. rows.Select(row => row.Cells)],
    };
}

using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The tables of the three monthly forms of local authorities.</summary>
public static class GrantDrawing
{
    /// <summary>Said at the foot of every file.</summary>
    public const string SyntheticNote = "หมายเหตุ : ข้อมูลสังเคราะห์เพื่อการทดสอบ ชื่อ อปท. โครงการ และจำนวนเงินมิใช่ของจริง";

    /// <summary>An authority of the made-up registry.</summary>
    public static LocalAuthority Authority(string code) => MadeUpRegistry.Now.Find(AuthorityCode.Parse(code).Value)!;

    /// <summary>General grants of a month.</summary>
    public static SampleTable General(Period month, int province, params IReadOnlyList<SampleGrant> rows) => Table(
        "grant", "รายงานผลการดำเนินงานและการเบิกจ่ายเงินอุดหนุนทั่วไป", month, province,
        [
            ("district", "อำเภอ", 14), ("authority", "ชื่อ อปท.", 24), ("item", "รายการเงินอุดหนุน", 44), ("received", "ได้รับจัดสรร (โอน)", 18), ("disbursed", "เบิกจ่าย", 18),
            ("carried_over", "เบิกจ่ายเงินกันเหลื่อมปี", 18), ("percent", "ร้อยละเบิกจ่าย", 12), ("target", "เป้าหมาย", 10), ("result", "ผลการดำเนินงาน", 12), ("unit", "หน่วยนับ", 10), ("note", "หมายเหตุ", 30),
        ],
        [.. rows.Select(row => row.Cells)]);

    /// <summary>Projects of specific grants in a month.</summary>
    public static SampleTable Specific(Period month, int province, params IReadOnlyList<SampleProject> rows) => Table(
        "project", "รายงานสถานะโครงการและการเบิกจ่ายเงินอุดหนุนเฉพาะกิจ", month, province,
        [
            ("district", "อำเภอ", 14), ("authority", "ชื่อ อปท.", 24), ("project", "โครงการ", 44), ("allocated", "ได้รับจัดสรร (โอน)", 18), ("stage", "สถานะโครงการ", 36), ("contract_number", "เลขที่สัญญา", 14),
            ("contract_date", "วันที่ลงนามในสัญญา", 18), ("committed", "ก่อหนี้ผูกพัน/PO", 18), ("disbursed", "เบิกจ่าย", 18), ("carried_over", "เบิกจ่ายเงินกันเหลื่อมปี", 18), ("percent", "ร้อยละเบิกจ่าย", 12),
            ("reason", "เหตุผลที่ไม่พร้อมดำเนินการ", 30), ("note", "หมายเหตุ", 30),
        ],
        [.. rows.Select(row => row.Cells)]);

    /// <summary>Progress of the development plans in a month.</summary>
    public static SampleTable Plans(Period month, int province, params IReadOnlyList<SamplePlan> rows) => Table(
        "plan", "รายงานผลการดำเนินการตามแผนพัฒนาท้องถิ่น", month, province,
        [
            ("district", "อำเภอ", 14), ("authority", "ชื่อ อปท.", 24), ("planned_projects", "จำนวนโครงการตามแผน", 12), ("planned_baht", "งบประมาณตามแผน", 18), ("approved_projects", "จำนวนโครงการอนุมัติแผน", 12),
            ("approved_baht", "งบประมาณอนุมัติแผน", 18), ("budgeted_projects", "จำนวนโครงการอนุมัติงบประมาณ", 12), ("budgeted_baht", "งบประมาณที่อนุมัติ", 18), ("contracted_projects", "จำนวนโครงการลงนามในสัญญา", 12),
            ("contracted_baht", "งบประมาณลงนามในสัญญา", 18), ("disbursed_projects", "จำนวนโครงการเบิกจ่าย", 12), ("disbursed_baht", "งบประมาณเบิกจ่าย", 18), ("result", "ผลการดำเนินงาน", 30), ("note", "หมายเหตุ", 30),
        ],
        [.. rows.Select(row => row.Cells)]);

    /// <summary>The line of the month as the form prints it.</summary>
    public static string MonthLine(Period month) => $"ประจำเดือน{ThaiMonths.Name(month.Month!.Value)} {ThaiDates.BuddhistYear(month.LastDay)}";

    private static SampleTable Table(
        string group, string title, Period month, int province, IReadOnlyList<(string, string, int)> columns, IReadOnlyList<IReadOnlyList<object?>> rows) => new()
        {
            Group = group,
            Title = $"{title} ประจำปีงบประมาณ พ.ศ. {month.Year}",
            Office = $"องค์กรปกครองส่วนท้องถิ่นในจังหวัด{Provinces.Get(ProvinceCode.From(province)).NameThai}",
            More = [MonthLine(month)],
            Control = null,
            Note = SyntheticNote,
            Columns = columns,
            Rows = rows,
        };
}

namespace Dla.Etl.Findings.Kinds;

/// <summary>What holds the monthly reports over local authorities back. For the department.</summary>
public static class DisbursementFindings
{
    public static readonly FindingKind NoRegistry = new(
        "DISB-001", Severity.Error, "ยังไม่มีทะเบียน อปท.",
        "จัดทำรายงานไม่ได้ เพราะยังไม่ได้นำเข้าทะเบียนองค์กรปกครองส่วนท้องถิ่นที่ใช้ ณ วันที่ {subject} จึงไม่ทราบว่า อปท. ใดต้องรายงาน",
        "โปรดนำเข้าทะเบียนด้วยคำสั่ง dla-etl reference import FILE --effective ปี-เดือน-วัน แล้วให้ระบบจัดทำรายงานใหม่");

    public static readonly FindingKind TargetsUnreadable = new(
        "DISB-002", Severity.Error, "ไฟล์เป้าหมายการเบิกจ่ายใช้ไม่ได้",
        "อ่านไฟล์เป้าหมายการเบิกจ่าย {subject} ไม่ได้: {found}",
        "โปรดแก้ไฟล์ตรงบรรทัดที่ระบุ ตรวจด้วย dla-etl doctor แล้วให้ระบบจัดทำรายงานใหม่");
}

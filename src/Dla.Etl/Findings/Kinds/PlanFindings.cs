namespace Dla.Etl.Findings.Kinds;

/// <summary>What the rules of the action plan say.</summary>
public static class PlanFindings
{
    /// <summary>Two rows that are alike in everything that tells one project from another.</summary>
    public static readonly FindingKind ProjectTwice = new("PLAN-001", Severity.Error,
        "โครงการซ้ำ",
        "{subject} มีมากกว่าหนึ่งแถวที่งบประมาณ หน่วยงาน และค่าเป้าหมายเหมือนกัน พบที่เซลล์ {found}",
        "ลบแถวที่ซ้ำ หากเป็นคนละโครงการให้เขียนชื่อหรือค่าเป้าหมายให้ต่างกัน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same name twice, with another budget or target.</summary>
    public static readonly FindingKind SameName = new("PLAN-002", Severity.Info,
        "โครงการชื่อเดียวกัน",
        "{subject} มี {found} แถวที่งบประมาณหรือค่าเป้าหมายต่างกัน ระบบนับเป็นคนละโครงการ",
        "ไม่ต้องแก้ไข หากเป็นโครงการเดียวกันให้รวมเป็นแถวเดียวแล้วส่งใหม่");

    /// <summary>Rows whose time chart is empty.</summary>
    public static readonly FindingKind QuartersUnknown = new("PLAN-003", Severity.Info,
        "ไม่ระบุไตรมาสที่ดำเนินการ",
        "{found} จาก {expected} โครงการไม่มีเครื่องหมายในช่องไตรมาส จึงบอกไม่ได้ว่าล่าช้ากว่าแผนหรือไม่ แถวแรกคือ{subject}",
        "หากทราบไตรมาส ให้ใส่ลูกศรหรือ ✓ ในช่องไตรมาสแล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Arrows that begin and do not end, or the other way round.</summary>
    public static readonly FindingKind SpanOpen = new("PLAN-004", Severity.Warning,
        "ลูกศรช่วงเวลาไม่ครบ",
        "{found} โครงการมีลูกศรที่ไม่มีต้นหรือไม่มีปลาย ระบบนับเฉพาะไตรมาสที่มีเครื่องหมาย แถวแรกคือ{subject}",
        "ใส่ปลายลูกศรในไตรมาสสุดท้าย หรือใส่ ↔ หรือ ✓ ทุกไตรมาสที่ดำเนินการ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Nothing was published of the plan of a year, so that there is nothing to reconcile with.</summary>
    public static readonly FindingKind Unpublished = new("PLAN-020", Severity.Error,
        "ไม่มียอดที่ประกาศ",
        "ไม่มีไฟล์ยอดที่ประกาศของแผนปฏิบัติราชการปีงบประมาณ พ.ศ. {expected} จึงกระทบยอดไม่ได้",
        "เพิ่มไฟล์ rules/action-plan/published.{expected}.yaml ตามบัญชีสรุปที่ประกาศ แล้วสั่งจัดทำรายงานใหม่");
}

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

    /// <summary>No plan of the year stands, so that progress cannot be compared with it.</summary>
    public static readonly FindingKind PlanUnknown = new("PLAN-010", Severity.Info,
        "ไม่ได้ตรวจกับแผน",
        "ยังไม่มีแผนปฏิบัติราชการปีงบประมาณ พ.ศ. {expected} ในระบบ จึงไม่ได้ตรวจชื่อโครงการ หน่วยงาน และงบประมาณ",
        "ไม่ต้องแก้ไขไฟล์ เมื่อส่งแผนปฏิบัติราชการแล้ว ระบบจะตรวจรายงานครั้งต่อไป");

    /// <summary>A project that the plan has not.</summary>
    public static readonly FindingKind NotInPlan = new("PLAN-011", Severity.Error,
        "โครงการไม่มีในแผน",
        "“{found}” ไม่มีในแผนปฏิบัติราชการปีงบประมาณ พ.ศ. {expected}{reason}",
        "แก้ชื่อโครงการในเซลล์ {cell} ให้ตรงกับแผน หรือลบแถวนั้น แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A grant, whose progress other forms tell.</summary>
    public static readonly FindingKind IsGrant = new("PLAN-012", Severity.Error,
        "เป็นเงินอุดหนุน",
        "“{found}” เป็นเงินอุดหนุนให้แก่องค์กรปกครองส่วนท้องถิ่น ไม่ใช่โครงการของกรม",
        "ลบแถวของเซลล์ {cell} ผลของเงินอุดหนุนรายงานในแบบเงินอุดหนุน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Another office than the plan's.</summary>
    public static readonly FindingKind OtherOffice = new("PLAN-013", Severity.Warning,
        "หน่วยงานไม่ตรงกับแผน",
        "{subject} เป็น “{found}” แต่แผนให้ “{expected}” รับผิดชอบ รายงานสรุปใช้หน่วยงานตามแผน",
        "หากกรอกผิดให้แก้เซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากเปลี่ยนผู้รับผิดชอบจริง โปรดแก้แผนและส่งแผนฉบับแก้ไข");

    /// <summary>More is disbursed than the plan gives.</summary>
    public static readonly FindingKind MoreThanBudget = new("PLAN-014", Severity.Error,
        "เบิกจ่ายเกินงบประมาณตามแผน",
        "{subject} เป็น {found} มากกว่างบประมาณตามแผน {expected}",
        "ตรวจจำนวนและหน่วยเงินในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากได้รับงบประมาณเพิ่ม โปรดส่งแผนฉบับแก้ไขก่อน");

    /// <summary>Something is disbursed for a project that the plan says has no budget.</summary>
    public static readonly FindingKind DisbursedWithoutBudget = new("PLAN-015", Severity.Error,
        "เบิกจ่ายทั้งที่ไม่ใช้งบประมาณ",
        "{subject} เป็น {found} แต่แผนระบุว่าโครงการนี้ไม่ใช้งบประมาณ",
        "หากไม่มีการเบิกจ่ายให้กรอก 0 หรือ - ในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากใช้งบประมาณจริง โปรดส่งแผนฉบับแก้ไขก่อน");

    /// <summary>Another budget than the plan's.</summary>
    public static readonly FindingKind OtherBudget = new("PLAN-016", Severity.Warning,
        "งบประมาณไม่ตรงกับแผน",
        "{subject} เป็น {found} แต่แผนคือ {expected} รายงานสรุปใช้งบประมาณตามแผน",
        "หากกรอกผิดให้แก้เซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากงบประมาณเปลี่ยนจริง โปรดส่งแผนฉบับแก้ไข");

    /// <summary>The return of the month that stands has projects that this one lacks, which would be lost.</summary>
    public static readonly FindingKind ProjectsLeftOut = new("PLAN-017", Severity.Error,
        "โครงการที่รายงานไว้แล้วในเดือนเดียวกันหายไป",
        "รายงานของ{expected} ที่ใช้อยู่มี {found} โครงการที่ไม่มีในไฟล์นี้ ได้แก่ {subject} หากรับไฟล์นี้ ผลของโครงการเหล่านั้นจะหายไป",
        "รวมโครงการของทุกหน่วยงานไว้ในไฟล์เดียวแล้วส่งกลับมาใหม่ หากเคยรายงานโครงการใดผิด ให้คงแถวไว้โดยกรอกสถานะ ยกเลิก พร้อมหมายเหตุ หรือแจ้งผู้ดูแลระบบให้กลับไปใช้ฉบับก่อน (dla-etl revert)");

    /// <summary>No plan stands, so that there is nothing to hold the progress against.</summary>
    public static readonly FindingKind NoPlan = new("PLAN-021", Severity.Error,
        "ไม่มีแผนที่ใช้เปรียบเทียบ",
        "ยังไม่มีแผนปฏิบัติราชการปีงบประมาณ พ.ศ. {expected} ที่ผ่านการตรวจสอบ จึงสรุปผลการดำเนินงานตามแผนไม่ได้",
        "ส่งแผนปฏิบัติราชการของปีนั้นเข้าระบบ แล้วระบบจะจัดทำรายงานในคืนถัดไป");
}

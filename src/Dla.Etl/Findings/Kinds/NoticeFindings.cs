namespace Dla.Etl.Findings.Kinds;

/// <summary>What the operator hears when a report, a reminder or a notice that is due has nobody to go to, or is timed by a calendar that lacks something.</summary>
public static class NoticeFindings
{
    public static readonly FindingKind PostWithoutAddress = new("MAIL-201", Severity.Warning, "ตำแหน่งผู้รับไม่มีที่อยู่อีเมล",
        "{found} ถึงกำหนดส่งแล้ว แต่สมุดที่อยู่ไม่มีที่อยู่อีเมลของตำแหน่ง {subject}",
        "เพิ่มตำแหน่ง {subject} ใน posts ของสมุดที่อยู่ (addresses.yaml) รอบถัดไปจะส่งให้");

    public static readonly FindingKind UnitsWithoutAddress = new("MAIL-202", Severity.Warning, "หน่วยงานที่ต้องเตือนไม่มีที่อยู่อีเมล",
        "ถึงกำหนดเตือนแล้ว แต่สมุดที่อยู่ไม่มีที่อยู่อีเมลของ {subject}: {found}",
        "เพิ่มที่อยู่ใน units ของสมุดที่อยู่ (addresses.yaml) หรือแจ้งหน่วยงานทางอื่น");

    public static readonly FindingKind CalendarLacksYear = new("MAIL-203", Severity.Warning, "ปฏิทินวันหยุดของปีไม่ครบ",
        "ปฏิทินวันหยุดไม่มีวันมาฆบูชา วันวิสาขบูชา วันอาสาฬหบูชา และวันเข้าพรรษาของปี พ.ศ. {subject} การนับวันทำการของหนังสือเตือนอาจคลาดเคลื่อน",
        "เพิ่มปี {subject} ใน years ของ templates/calendar/holidays.yaml ตามประกาศวันหยุดราชการของคณะรัฐมนตรี");

    public static readonly FindingKind NoRegistry = new("MAIL-205", Severity.Warning, "ยังไม่มีทะเบียน อปท.",
        "ถึงกำหนดเตือนแบบ “{subject}” แล้ว แต่ยังไม่ได้นำเข้าทะเบียน อปท. จึงไม่ทราบว่า อปท. ใดยังไม่ส่ง",
        "นำเข้าทะเบียนด้วยคำสั่ง dla-etl reference import รอบถัดไปจะเตือนให้");

    public static readonly FindingKind OfficeReportsAbsent = new("MAIL-206", Severity.Error, "รายงานของจังหวัดถึงกำหนดส่งแต่ยังไม่มีไฟล์",
        "{subject} ถึงกำหนดส่งให้ สถจ. แล้ว แต่การจัดทำรายงานเมื่อคืนไม่ได้ไฟล์ฉบับล่าสุด: {found}",
        "ดูสาเหตุด้วยคำสั่ง dla-etl status แล้วสั่ง dla-etl run ระบบจะส่งให้ในรอบถัดไป");

    public static readonly FindingKind WorkbookIsNotTheReport = new("MAIL-204", Severity.Error, "ไฟล์รายงานในโฟลเดอร์ไม่ใช่ฉบับที่ระบบจัดทำ",
        "ไฟล์ {subject} ถูกแก้ไขหลังระบบจัดทำ จึงไม่ส่งให้ผู้รับ",
        "ย้ายไฟล์ {subject} ออกจากโฟลเดอร์รายงาน การจัดทำรายงานรอบถัดไปจะเขียนฉบับที่ถูกต้องแล้วส่งให้");
}

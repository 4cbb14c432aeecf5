namespace Dla.Etl.Findings.Kinds;

/// <summary>What can be wrong with a report's template, or with a report before it leaves.</summary>
public static class ReportFindings
{
    private const string NameManager = "โปรดเปิดแม่แบบใน Excel ที่เมนู สูตร > ตัวจัดการชื่อ";

    public static readonly FindingKind NameMissing = new("RPT-001", Severity.Error, "แม่แบบขาดชื่อช่วงเซลล์",
        "แม่แบบ {found} ไม่มีชื่อช่วงเซลล์ “{subject}” ซึ่ง report.yaml กำหนดไว้",
        NameManager + " แล้วตั้งชื่อ “{subject}” ให้เซลล์ที่ต้องการให้แสดงข้อมูลนี้");

    public static readonly FindingKind NameUnknown = new("RPT-002", Severity.Error, "แม่แบบมีชื่อช่วงเซลล์ที่ไม่รู้จัก",
        "แม่แบบ {found} มีชื่อช่วงเซลล์ “{subject}” ซึ่ง report.yaml ไม่รู้จัก",
        NameManager + " แล้วลบชื่อ “{subject}” หรือแก้ให้ตรงกับชื่อใน report.yaml");

    public static readonly FindingKind NameMisplaced = new("RPT-003", Severity.Error, "ชื่อช่วงเซลล์อยู่ผิดที่",
        "ชื่อช่วงเซลล์ “{subject}” ในแม่แบบชี้ไปที่ {found} แต่ควรอยู่ที่ {expected}",
        NameManager + " แล้วแก้ช่วงที่ชื่อ “{subject}” อ้างถึง");

    public static readonly FindingKind SheetMissing = new("RPT-004", Severity.Error, "แม่แบบขาดแผ่นงาน",
        "แม่แบบ {found} ไม่มีแผ่นงาน “{subject}” ซึ่ง report.yaml กำหนดไว้",
        "โปรดเพิ่มแผ่นงาน “{subject}” หรือเปลี่ยนชื่อแผ่นงานในแม่แบบกลับเป็นชื่อเดิม");

    public static readonly FindingKind SheetUnknown = new("RPT-005", Severity.Error, "แม่แบบมีแผ่นงานที่ไม่รู้จัก",
        "แม่แบบ {found} มีแผ่นงาน “{subject}” ซึ่ง report.yaml ไม่รู้จัก",
        "โปรดลบแผ่นงาน “{subject}” ออกจากแม่แบบ หรือเพิ่มแผ่นงานนี้ใน report.yaml");

    public static readonly FindingKind DataWithoutPlaceholder = new("RPT-006", Severity.Error, "ข้อมูลไม่มีที่แสดง",
        "แผ่นงาน “{found}” มีข้อมูล “{subject}” แต่ report.yaml ไม่ได้กำหนดที่แสดงไว้",
        "โปรดเพิ่ม “{subject}” ใน report.yaml และตั้งชื่อช่วงเซลล์ในแม่แบบ");

    public static readonly FindingKind PlaceholderWithoutData = new("RPT-007", Severity.Error, "ที่แสดงข้อมูลไม่มีข้อมูล",
        "แผ่นงาน “{found}” กำหนดที่แสดง “{subject}” ไว้ แต่ไม่มีข้อมูลชื่อนี้",
        "โปรดตรวจการสะกดของ “{subject}” ใน report.yaml หรือลบออกทั้งใน report.yaml และในแม่แบบ");

    public static readonly FindingKind WrongNumberOfCells = new("RPT-008", Severity.Error, "จำนวนช่องไม่ตรงกับข้อมูล",
        "ชื่อช่วงเซลล์ “{subject}” มี {found} ช่อง แต่ข้อมูลมี {expected} ช่อง",
        NameManager + " แล้วแก้ช่วงที่ชื่อ “{subject}” อ้างถึงให้มี {expected} ช่อง");

    public static readonly FindingKind FormulaInTemplate = new("RPT-009", Severity.Error, "แม่แบบมีสูตร",
        "แม่แบบมีสูตร {found} ซึ่งโทรศัพท์และหน้าต่างแสดงตัวอย่างจะไม่คำนวณให้ รายงานจึงเขียนผลรวมเป็นค่าเท่านั้น",
        "โปรดลบสูตรที่ {cell} ออกจากแม่แบบ");

    public static readonly FindingKind ModelRowsApart = new("RPT-010", Severity.Error, "แถวต้นแบบของตารางไม่อยู่ติดกัน",
        "แถวต้นแบบของตาราง “{subject}” อยู่ที่ {found} โดยมีแถวอื่นคั่น",
        "โปรดย้ายแถวต้นแบบทุกแถวของตารางให้อยู่ติดกัน");

    public static readonly FindingKind NoTemplateForYear = new("RPT-011", Severity.Error, "ไม่มีแม่แบบของปีที่ขอ",
        "รายงาน “{subject}” ไม่มีแม่แบบของปีงบประมาณ {found} มีเฉพาะปี {expected}",
        "โปรดเพิ่มแม่แบบของปีงบประมาณ {found} ใน report.yaml หรือเลือกปีที่มี");

    public static readonly FindingKind TemplateUnreadable = new("RPT-012", Severity.Error, "เปิดแม่แบบไม่ได้",
        "แม่แบบ {subject} ไม่ใช่สมุดงาน xlsx ที่เปิดได้",
        "โปรดนำแม่แบบเดิมกลับมา หรือบันทึกแม่แบบใหม่เป็นชนิด .xlsx");

    public static readonly FindingKind Formula = new("RPT-020", Severity.Error, "รายงานมีสูตร",
        "รายงานที่จะส่งออกมีสูตร {found} ทั้งที่รายงานต้องมีแต่ค่า", "ระบบไม่ส่งรายงานนี้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัสข้อตรวจพบนี้");

    public static readonly FindingKind HiddenSheet = new("RPT-021", Severity.Error, "รายงานมีแผ่นงานซ่อน",
        "รายงานที่จะส่งออกมีแผ่นงานซ่อน “{subject}” ที่ report.yaml ไม่ได้ประกาศไว้", "โปรดเลิกซ่อนแผ่นงาน “{subject}” ในแม่แบบ หรือประกาศ hidden: true ใน report.yaml");

    public static readonly FindingKind HiddenRow = new("RPT-022", Severity.Error, "รายงานมีแถวซ่อน",
        "แผ่นงาน “{subject}” มีแถวซ่อน {found}", "โปรดเลิกซ่อนแถวนั้นในแม่แบบ");

    public static readonly FindingKind HiddenColumn = new("RPT-023", Severity.Error, "รายงานมีคอลัมน์ซ่อน",
        "แผ่นงาน “{subject}” มีคอลัมน์ซ่อน {found}", "โปรดเลิกซ่อนคอลัมน์นั้นในแม่แบบ");

    public static readonly FindingKind ForeignPart = new("RPT-024", Severity.Error, "รายงานมีลิงก์หรือส่วนแทรกจากภายนอก",
        "รายงานที่จะส่งออกมีส่วน {found} ซึ่งเชื่อมไปไฟล์อื่นหรือมีโปรแกรมแฝง", "โปรดลบลิงก์ แมโคร หรือวัตถุแทรกนั้นออกจากแม่แบบ");

    public static readonly FindingKind EMailAddress = new("RPT-025", Severity.Error, "รายงานมีอีเมลของบุคคล",
        "พบข้อความที่เป็นที่อยู่อีเมลที่ {subject}", "โปรดลบที่อยู่อีเมลออกจากแม่แบบหรือจากข้อมูลต้นทาง รายงานต้องไม่มีข้อมูลส่วนบุคคลของผู้ส่ง");

    public static readonly FindingKind Telephone = new("RPT-026", Severity.Error, "รายงานมีหมายเลขโทรศัพท์",
        "พบข้อความที่เป็นหมายเลขโทรศัพท์ที่ {subject}", "โปรดลบหมายเลขโทรศัพท์ออกจากแม่แบบหรือจากข้อมูลต้นทาง รายงานต้องไม่มีข้อมูลส่วนบุคคลของผู้ส่ง");

    public static readonly FindingKind PersonName = new("RPT-027", Severity.Error, "รายงานมีชื่อบุคคล",
        "พบข้อความที่เป็นชื่อบุคคลที่ {subject}", "โปรดลบชื่อบุคคลออกจากแม่แบบหรือจากข้อมูลต้นทาง ช่องลงชื่อให้เว้นเป็นจุดไข่ปลา");

    public static readonly FindingKind Comment = new("RPT-028", Severity.Error, "รายงานมีข้อคิดเห็น",
        "รายงานที่จะส่งออกมีข้อคิดเห็นในเซลล์ ({found}) ซึ่งมีชื่อผู้เขียน", "โปรดลบข้อคิดเห็นทั้งหมดออกจากแม่แบบ");

    public static readonly FindingKind Author = new("RPT-029", Severity.Error, "คุณสมบัติไฟล์มีชื่อผู้จัดทำ",
        "คุณสมบัติของไฟล์ ({subject}) ระบุ “{found}” แทนที่จะเป็นชื่อกรม", "ระบบไม่ส่งรายงานนี้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัสข้อตรวจพบนี้");

    public static readonly FindingKind NotWritten = new("RPT-040", Severity.Error, "เขียนไฟล์รายงานไม่ได้",
        "เขียนรายงาน {subject} ไม่ได้: {found}", "โปรดปิดไฟล์รายงานฉบับเดิมที่เปิดค้างไว้ ตรวจสิทธิ์และเนื้อที่ของโฟลเดอร์รายงาน รอบถัดไปจะเขียนให้ใหม่");
}

namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say about completeness: blanks, missing and unknown items.</summary>
public static class CompletenessFindings
{
    /// <summary>A figure left blank.</summary>
    public static readonly FindingKind BlankFigure = new("VAL-001", Severity.Error,
        "ยังไม่ได้กรอกจำนวน",
        "ยังไม่ได้กรอก{subject}",
        "กรอกจำนวนลงในเซลล์ {cell} หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Another required field left blank.</summary>
    public static readonly FindingKind BlankField = new("VAL-002", Severity.Error,
        "ยังไม่ได้กรอกข้อมูล",
        "ยังไม่ได้กรอก{subject}",
        "กรอกข้อมูลลงในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The file has no such column.</summary>
    public static readonly FindingKind NoColumn = new("VAL-003", Severity.Error,
        "ไม่มีคอลัมน์ที่ต้องมี",
        "ไม่พบคอลัมน์ “{expected}” ของ{subject}",
        "ใช้แบบรายงานที่กรมฯ ส่งให้โดยไม่ลบหรือเปลี่ยนชื่อหัวคอลัมน์ กรอกข้อมูลให้ครบ แล้วส่งมาใหม่");

    /// <summary>The template came back with nothing filled in.</summary>
    public static readonly FindingKind EmptyTemplate = new("VAL-004", Severity.Error,
        "แบบรายงานยังไม่ได้กรอก",
        "แบบรายงานที่ส่งมายังไม่ได้กรอกจำนวนเลย ช่องที่ต้องกรอกทั้ง {found} ช่องยังว่าง",
        "ตรวจว่าแนบไฟล์ถูกฉบับ กรอกจำนวนให้ครบทุกช่อง ช่องที่ไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งมาใหม่");

    /// <summary>A listed item has no row.</summary>
    public static readonly FindingKind MissingItem = new("VAL-010", Severity.Error,
        "รายการในแบบหายไป",
        "ไม่พบ{subject} ในไฟล์",
        "เพิ่มแถวของรายการนี้ตามแบบรายงาน กรอกจำนวน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A row that the form does not list.</summary>
    public static readonly FindingKind UnknownItem = new("VAL-011", Severity.Error,
        "รายการไม่อยู่ในแบบ",
        "{subject} ไม่อยู่ในแบบรายงาน",
        "ใช้ชื่อรายการตามแบบรายงาน หากเป็นรายการที่เพิ่มเองให้ลบแถวของเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A listed item that has more than one row.</summary>
    public static readonly FindingKind ItemTwice = new("VAL-012", Severity.Error,
        "รายการซ้ำ",
        "{subject} มีมากกว่าหนึ่งแถว พบที่เซลล์ {found}",
        "เหลือไว้เพียงแถวเดียวที่มีจำนวนถูกต้อง ลบแถวที่ซ้ำ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>None of the items of a group is there.</summary>
    public static readonly FindingKind GroupAbsent = new("VAL-013", Severity.Error,
        "ไม่พบส่วนหนึ่งของแบบ",
        "ไม่พบ{subject}ในไฟล์แม้แต่รายการเดียว จากทั้งหมด {expected} รายการ",
        "ตรวจว่าส่งครบทุกหน้าและทุกแผ่นงานของแบบรายงาน แล้วส่งไฟล์ที่ครบถ้วนมาใหม่");

    /// <summary>A row that the form does not list, in a group of which the department's own copy has lost items.</summary>
    public static readonly FindingKind PerhapsLostItem = new("VAL-014", Severity.Warning,
        "รายการที่ต้นฉบับของกรมฯ อ่านไม่ได้",
        "{subject} ไม่อยู่ในรายการที่กรมฯ มี แต่อาจเป็นรายการที่ต้นฉบับอ่านไม่ได้",
        "ไม่ต้องส่งใหม่ กรมฯ จะตรวจสอบรายการในเซลล์ {cell}");
}

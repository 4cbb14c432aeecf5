namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks of the cost forms say beside <see cref="CostFindings"/>.</summary>
public static class CostIntakeFindings
{
    /// <summary>The rules of the year do not tell which cost centres there are.</summary>
    public static readonly FindingKind CentresUnchecked = new("COST-030", Severity.Info,
        "ไม่ได้ตรวจรหัสศูนย์ต้นทุน",
        "ไม่ได้ตรวจรหัสศูนย์ต้นทุนกับรายชื่อของปีงบประมาณ พ.ศ. {expected} เพราะ{reason}",
        "ไม่ต้องแก้ไขไฟล์ เมื่อเพิ่มรายชื่อในไฟล์เกณฑ์การปันส่วนแล้ว ระบบจะตรวจก่อนคำนวณ");

    /// <summary>Grants that only pass through are not part of the unit cost.</summary>
    public static readonly FindingKind PassThrough = new("COST-031", Severity.Info,
        "เงินอุดหนุนที่ไม่นำมาคำนวณต้นทุน",
        "{subject} รวม {found} ไม่นำมาคำนวณต้นทุนต่อหน่วย ({reason})",
        "ไม่ต้องแก้ไข ระบบแสดงรายการนี้ในการกระทบยอดกับงบการเงิน");

    /// <summary>There are grants, and nobody knows which of them pass through.</summary>
    public static readonly FindingKind PassThroughUnknown = new("COST-032", Severity.Info,
        "ไม่ทราบว่าเงินอุดหนุนใดส่งผ่าน",
        "{subject} รวม {found} แต่ไม่ทราบว่ารายการใดส่งผ่านให้ อปท. เพราะ{reason}",
        "ไม่ต้องแก้ไขไฟล์ โปรดระบุรายการที่ไม่นำมาคำนวณในไฟล์เกณฑ์การปันส่วนก่อนคำนวณต้นทุน");

    /// <summary>An explanation of a row that no table has.</summary>
    public static readonly FindingKind ExplainsNothing = new("COST-033", Severity.Warning,
        "คำอธิบายไม่ตรงกับรายการใด",
        "{expected} ไม่มีรายการรหัส “{found}” คำอธิบายนี้จึงไม่ปรากฏในรายงาน",
        "ตรวจสอบรหัสรายการและเลขตารางในแถวของเซลล์ {cell} แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The items of the tables are not known.</summary>
    public static readonly FindingKind ItemsUnchecked = new("COST-034", Severity.Info,
        "ไม่ได้ตรวจรหัสรายการ",
        "ไม่ได้ตรวจรหัสรายการกับรายการในตารางของปีงบประมาณ พ.ศ. {expected} เพราะ{reason}",
        "ไม่ต้องแก้ไขไฟล์ เมื่อมีไฟล์เกณฑ์การปันส่วนแล้ว คำอธิบายจะปรากฏข้างรายการที่มีรหัสเดียวกัน");

    /// <summary>Two explanations of one row of a table.</summary>
    public static readonly FindingKind CentresLeftOut = new("COST-036", Severity.Warning,
        "ศูนย์ต้นทุนบางแห่งไม่มีรายการ",
        "ไม่พบรายการของศูนย์ต้นทุน {found} แห่ง จาก {expected} แห่งที่มีค่าใช้จ่ายในปี {reason} ได้แก่ {subject}",
        "ตรวจว่าส่งออกครบทุกศูนย์ต้นทุน หากไม่มีค่าใช้จ่ายจริงไม่ต้องส่งใหม่");

    public static readonly FindingKind ManyCentresLeftOut = new("COST-037", Severity.Error,
        "ไฟล์ไม่ครบทุกศูนย์ต้นทุน",
        "ไม่พบรายการของศูนย์ต้นทุน {found} แห่ง จาก {expected} แห่งที่มีค่าใช้จ่ายในปี {reason} เช่น {subject} ไฟล์นี้จึงไม่ใช่ข้อมูลของทั้งกรม",
        "ส่งออกข้อมูลของทุกศูนย์ต้นทุนในไฟล์เดียว แล้วส่งใหม่ ระบบใช้ไฟล์ล่าสุดแทนไฟล์เดิมทั้งไฟล์");

    public static readonly FindingKind ExplainedTwice = new("COST-035", Severity.Error,
        "คำอธิบายซ้ำ",
        "{subject} มีคำอธิบายมากกว่าหนึ่งแถว พบที่เซลล์ {found}",
        "รวมคำอธิบายไว้ในแถวเดียว ลบแถวที่ซ้ำ แล้วส่งไฟล์เดิมกลับมาใหม่");
}

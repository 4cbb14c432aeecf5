namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say about a file as a whole: its own totals and the unit of its money.</summary>
public static class ControlFindings
{
    /// <summary>Open rows, and not one of them.</summary>
    public static readonly FindingKind NoRows = new("VAL-015", Severity.Error,
        "ไม่มีรายการ",
        "ไม่พบ{subject}แม้แต่แถวเดียวใต้หัวตาราง",
        "ตรวจว่าแนบไฟล์ถูกฉบับและบันทึกข้อมูลแล้ว จากนั้นส่งมาใหม่");

    /// <summary>The rows do not add up to the file's own total.</summary>
    public static readonly FindingKind ControlDiffers = new("VAL-090", Severity.Error,
        "ยอดรวมไม่ตรงกับยอดคุมของไฟล์",
        "{subject} รวมได้ {found} แต่ยอดคุมของไฟล์คือ {expected} {reason}",
        "ตรวจว่าส่งออกข้อมูลครบทุกแถวและไม่มีแถวซ้ำ แก้แถวที่ผิดหรือยอดคุมในเซลล์ {cell} ให้ตรงกัน แล้วส่งไฟล์ใหม่");

    /// <summary>No rows beside a line of a part (รวม) add up to what it states; the rows themselves are taken.</summary>
    public static readonly FindingKind PartDiffers = new("VAL-148", Severity.Warning,
        "ยอดรวมย่อยไม่ตรงกับแถวที่รวม",
        "{subject} แถวที่อยู่ติดกันรวมได้ {found} แต่บรรทัดรวมคือ {expected} {reason}",
        "ตรวจบรรทัดรวมในเซลล์ {cell} และแถวที่รวม หากผิดที่บรรทัดรวมไม่ต้องส่งใหม่ เพราะระบบบันทึกรายแถว หากผิดที่แถวให้แก้แล้วส่งไฟล์มาใหม่");

    /// <summary>The file has no control line.</summary>
    public static readonly FindingKind ControlMissing = new("VAL-091", Severity.Warning,
        "ไม่มียอดคุม",
        "ไม่พบแถวยอดคุม ({expected}) ของ{subject} จึงตรวจไม่ได้ว่าข้อมูลครบถ้วน ระบบรวมได้ {found}",
        "ตรวจว่ายอดรวมข้างต้นตรงกับระบบบัญชี ครั้งต่อไปโปรดใส่แถวยอดคุมไว้ท้ายตาราง");

    /// <summary>The number of rows is not the one that the file states.</summary>
    public static readonly FindingKind ControlRowsDiffer = new("VAL-092", Severity.Error,
        "จำนวนแถวไม่ตรงกับยอดคุมของไฟล์",
        "{subject}มี {found} แถว แต่แถวยอดคุมระบุ {expected} แถว",
        "ตรวจว่าส่งออกข้อมูลครบทุกแถวและไม่มีแถวซ้ำ แล้วส่งไฟล์ใหม่");

    /// <summary>A control line without a total.</summary>
    public static readonly FindingKind ControlBlank = new("VAL-093", Severity.Warning,
        "แถวยอดคุมไม่มีจำนวน",
        "แถว “{expected}” ไม่มี{subject} จึงตรวจไม่ได้ว่าข้อมูลครบถ้วน ระบบรวมได้ {found}",
        "ตรวจว่ายอดรวมข้างต้นตรงกับระบบบัญชี ครั้งต่อไปโปรดกรอกยอดรวมจากระบบบัญชีในแถวของเซลล์ {cell}");

    /// <summary>The file says thousands or millions where the form is in baht.</summary>
    public static readonly FindingKind OtherMoneyUnit = new("VAL-094", Severity.Error,
        "หน่วยเงินไม่ใช่บาท",
        "ไฟล์ระบุหน่วยเป็น{found} แต่แบบรายงานนี้ต้องเป็น{expected} {reason}",
        "ส่งออกข้อมูลใหม่เป็นหน่วยบาท หรือคูณทุกจำนวนให้เป็นบาทแล้วแก้คำว่า “{found}” ในเซลล์ {cell} เป็น “บาท” ระบบไม่คูณให้เอง");

    /// <summary>A line speaks of the unit of money in words that are none of the known ones; nothing may be taken for baht.</summary>
    public static readonly FindingKind MoneyUnitUnreadable = new("VAL-149", Severity.Error,
        "อ่านหน่วยเงินของไฟล์ไม่ได้",
        "ไฟล์ระบุหน่วยว่า “{found}” ซึ่งระบบไม่ทราบว่าเป็น{expected}หรือไม่ จึงยังไม่รับจำนวนเงิน",
        "กรอกทุกจำนวนเป็นบาท แล้วแก้เซลล์ {cell} เป็น “หน่วย : บาท” จากนั้นส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The total is about a thousandth or a thousand times what it was in the period before, and the file does not say that it is in baht.</summary>
    public static readonly FindingKind PerhapsThousands = new("VAL-095", Severity.Error,
        "จำนวนเงินอาจไม่ใช่หน่วยบาท",
        "{subject} รวมได้ {found} แต่{expected} {reason}",
        "หากกรอกเป็นพันบาทหรือล้านบาท ให้แก้เป็นบาททุกจำนวนแล้วส่งใหม่ หากเป็นบาทถูกต้องแล้ว ให้เพิ่มบรรทัด “หน่วย : บาท” เหนือหัวตารางและแจ้งผู้รับแบบรายงานก่อนส่งใหม่");

    /// <summary>The same of a file that says that it is in baht.</summary>
    public static readonly FindingKind OtherScaleThanBefore = new("VAL-096", Severity.Warning,
        "ยอดรวมต่างจากครั้งก่อนราวพันเท่า",
        "{subject} รวมได้ {found} แต่{expected} {reason} ไฟล์ระบุว่าเป็นบาท",
        "ตรวจว่าเป็นหน่วยบาทจริงและส่งออกข้อมูลครบ หากไม่ใช่ให้แก้แล้วส่งใหม่ หากถูกต้องแล้วโปรดแจ้งผู้รับแบบรายงาน");

    /// <summary>The file does not say in what its money is written.</summary>
    public static readonly FindingKind MoneyUnitAssumed = new("VAL-097", Severity.Info,
        "ไม่ได้ระบุหน่วยเงิน",
        "ไฟล์ไม่ได้ระบุหน่วยเงิน ระบบอ่านจำนวนเงินเป็นบาทตามแบบรายงาน {subject} รวมได้ {found}",
        "ไม่ต้องแก้ไขหากเป็นหน่วยบาท ครั้งต่อไปโปรดใส่บรรทัด “หน่วย : บาท” เหนือหัวตาราง");

    /// <summary>An amount of a row is about a thousandth or a millionth of the one that it is a part of.</summary>
    public static readonly FindingKind PartInOtherScale = new("VAL-098", Severity.Warning,
        "จำนวนเงินของแถวอาจใช้หน่วยต่างกัน",
        "{subject} คือ {found} แต่{expected} {reason}",
        "โปรดตรวจว่าทุกช่องของแถวในเซลล์ {cell} เป็นบาทเหมือนกันหรือไม่ หากไม่ใช่ให้แก้เป็นบาทแล้วส่งไฟล์เดิมกลับมาใหม่ หากถูกต้องแล้วไม่ต้องส่งใหม่");

    /// <summary>The first month of a fiscal year is about a thousand times off the same month of the year before.</summary>
    public static readonly FindingKind OtherScaleThanLastYear = new("VAL-099", Severity.Warning,
        "ยอดรวมต่างจากเดือนเดียวกันของปีก่อนราวพันเท่า",
        "{subject} รวมได้ {found} แต่{expected} {reason}",
        "โปรดตรวจว่ากรอกเป็นบาทหรือไม่ หากกรอกเป็นหน่วยอื่นให้แก้เป็นบาททุกจำนวนแล้วส่งไฟล์เดิมกลับมาใหม่ หากถูกต้องแล้วไม่ต้องส่งใหม่");
}

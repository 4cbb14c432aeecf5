namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say about rows of forms to which the sender adds rows: rows without anything to report, and fields that do not go together.</summary>
public static class RowFindings
{
    /// <summary>A row says that there is nothing to report, and has a figure.</summary>
    public static readonly FindingKind FigureBesideNothing = new("VAL-100", Severity.Error,
        "แจ้งว่าไม่มีรายการแต่มีตัวเลข",
        "แถวนี้แจ้งว่า “{expected}” แต่{subject} มีค่า {found}",
        "หากไม่มีรายการจริง ให้ลบตัวเลขในเซลล์ {cell} หากมีรายการ ให้กรอกชื่อรายการแทนคำว่า “{expected}” แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A row says that there is nothing to report, and another of the same key reports something.</summary>
    public static readonly FindingKind NothingBesideRows = new("VAL-101", Severity.Error,
        "แจ้งว่าไม่มีรายการแต่มีแถวอื่น",
        "{subject} แจ้งว่าไม่มีรายการ แต่ในไฟล์เดียวกันมีรายการของหน่วยงานนี้อีก {found} แถว เริ่มที่เซลล์ {expected}",
        "หากมีรายการจริง ให้ลบแถวของเซลล์ {cell} หากไม่มี ให้ลบแถวอื่นของหน่วยงานนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A figure above the one that bounds it.</summary>
    public static readonly FindingKind MoreThanPossible = new("VAL-110", Severity.Error,
        "จำนวนมากกว่าที่เป็นไปได้",
        "{subject} คือ {found} มากกว่า{reason} ซึ่งมี {expected}",
        "ตรวจสอบเซลล์ {cell} กับ{reason}ในแถวเดียวกัน แก้ให้ถูกต้อง แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A figure above one that it seldom passes.</summary>
    public static readonly FindingKind MoreThanUsual = new("VAL-111", Severity.Warning,
        "จำนวนมากกว่าปกติ",
        "{subject} คือ {found} มากกว่า{reason} ซึ่งมี {expected}",
        "ตรวจสอบเซลล์ {cell} กับ{reason}ในแถวเดียวกัน หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A field that can be filled only at a stage that is not reached.</summary>
    public static readonly FindingKind NotWith = new("VAL-112", Severity.Error,
        "ข้อมูลในแถวขัดกัน",
        "{subject} คือ {found} แต่{expected} ซึ่งมีได้เมื่อ{reason} เท่านั้น",
        "แก้เซลล์ {cell} หรือช่องที่ขัดกันในแถวเดียวกันให้ตรงกับความจริง แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same, of a field about which no rule is written.</summary>
    public static readonly FindingKind OddWith = new("VAL-113", Severity.Warning,
        "ข้อมูลในแถวอาจขัดกัน",
        "{subject} คือ {found} แต่{expected} ซึ่งโดยปกติมีเมื่อ{reason}",
        "ตรวจสอบแถวของเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A field that has to be filled because of another one.</summary>
    public static readonly FindingKind BlankWhere = new("VAL-114", Severity.Error,
        "ยังไม่ได้กรอกข้อมูลที่ต้องมี",
        "ยังไม่ได้กรอก{subject} ซึ่งต้องมีเมื่อ{expected}คือ “{found}”",
        "กรอก{reason}ในแถวนี้ (เซลล์ {cell}) หรือแก้{expected}ให้ถูกต้อง แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same, of a field that is wanted and not prescribed.</summary>
    public static readonly FindingKind BlankThough = new("VAL-115", Severity.Warning,
        "ไม่มีข้อมูลที่ควรมี",
        "ไม่มี{subject} ทั้งที่{expected}คือ “{found}”",
        "ไม่ต้องส่งใหม่หากยังไม่มีข้อมูล ครั้งต่อไปโปรดกรอก{reason}ในแถวนี้ (เซลล์ {cell})");

    /// <summary>A percentage that its own row does not give.</summary>
    public static readonly FindingKind PercentDiffers = new("VAL-116", Severity.Warning,
        "ร้อยละไม่ตรงกับจำนวนเงิน",
        "{subject} เขียนว่า {found} แต่คำนวณจากจำนวนเงินในแถวได้ร้อยละ {expected}{reason}",
        "ตรวจสอบจำนวนเงินในแถวของเซลล์ {cell} หากจำนวนเงินถูกต้องแล้วไม่ต้องส่งใหม่ ระบบใช้ร้อยละที่คำนวณเอง");

    /// <summary>A percentage written as a share of one.</summary>
    public static readonly FindingKind PercentAsShare = new("VAL-117", Severity.Info,
        "ร้อยละเขียนเป็นสัดส่วน",
        "{subject} เขียนเป็นสัดส่วน {found} ตรงกับร้อยละ {expected}",
        "ไม่ต้องแก้ไข ระบบใช้ร้อยละที่คำนวณเอง ครั้งต่อไปโปรดเขียนเป็นร้อยละ เช่น 85 แทน 0.85");

    /// <summary>A percentage of nothing.</summary>
    public static readonly FindingKind PercentOfNothing = new("VAL-118", Severity.Warning,
        "ร้อยละไม่มีฐาน",
        "{subject} เขียนว่า {found} แต่{reason}เป็น 0 จึงคิดร้อยละไม่ได้",
        "ตรวจสอบจำนวนเงินในแถวของเซลล์ {cell} หากจำนวนเงินถูกต้องแล้วไม่ต้องส่งใหม่");

    /// <summary>A day that cannot be meant.</summary>
    public static readonly FindingKind DayImplausible = new("VAL-119", Severity.Error,
        "วันที่ไม่น่าเป็นไปได้",
        "{subject} คือวันที่ {found} ซึ่งไม่อยู่{expected}",
        "ตรวจสอบวัน เดือน และปีในเซลล์ {cell} แก้ให้ถูกต้อง แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A day after the period of the return.</summary>
    public static readonly FindingKind DayAfter = new("VAL-120", Severity.Warning,
        "วันที่อยู่หลังเดือนที่รายงาน",
        "{subject} คือวันที่ {found} ซึ่งอยู่หลังวันที่ {expected} อันเป็นวันสุดท้ายของข้อมูล",
        "ตรวจสอบวันที่ในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");
}

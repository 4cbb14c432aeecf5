namespace Dla.Etl.Findings.Kinds;

/// <summary>What can be said while cells are read as values.</summary>
public static class NormalisingFindings
{
    /// <summary>An error cell such as <c>#REF!</c>.</summary>
    public static readonly FindingKind ErrorCell = new("NORM-001", Severity.Error,
        "เซลล์แสดงค่าผิดพลาดของสูตร",
        "{subject} แสดงค่าผิดพลาดของสูตร {found} จึงไม่มีค่าให้อ่าน",
        "แก้สูตรหรือพิมพ์ค่าที่ถูกต้องทับลงในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A formula whose result was never saved.</summary>
    public static readonly FindingKind FormulaWithoutValue = new("NORM-002", Severity.Error,
        "สูตรไม่มีผลลัพธ์บันทึกไว้",
        "{subject} เป็นสูตรที่ไม่มีผลลัพธ์บันทึกไว้ในไฟล์ จึงไม่มีค่าให้อ่าน",
        "เปิดไฟล์ในโปรแกรมตารางคำนวณ ตรวจว่าเซลล์ {cell} แสดงผลลัพธ์ กดบันทึก แล้วส่งมาใหม่ หรือพิมพ์ค่าทับสูตร");

    /// <summary>A date where a number belongs.</summary>
    public static readonly FindingKind DateForNumber = new("NORM-003", Severity.Error,
        "พบวันที่ในช่องตัวเลข",
        "{subject} เป็นวันที่ ({found}) แต่ช่องนี้ต้องเป็นตัวเลข",
        "เปลี่ยนรูปแบบของเซลล์ {cell} จากวันที่เป็นตัวเลข พิมพ์จำนวนใหม่ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>TRUE or FALSE where a value belongs.</summary>
    public static readonly FindingKind BooleanForValue = new("NORM-004", Severity.Error,
        "พบค่าจริง/เท็จในช่องข้อมูล",
        "{subject} เป็นค่าจริง/เท็จ ({found}) แต่ช่องนี้ต้องเป็น{expected}",
        "พิมพ์{expected}ทับลงในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A quantity that is no number.</summary>
    public static readonly FindingKind NotAQuantity = new("NORM-005", Severity.Error,
        "ปริมาณไม่ใช่ตัวเลข",
        "อ่าน{subject} เป็นจำนวนไม่ได้ พบ “{found}” เพราะ{reason}",
        "พิมพ์จำนวนเป็นตัวเลขเพียงค่าเดียวในเซลล์ {cell} หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Money that is no number.</summary>
    public static readonly FindingKind NotMoney = new("NORM-006", Severity.Error,
        "จำนวนเงินไม่ใช่ตัวเลข",
        "อ่าน{subject} เป็นจำนวนเงินไม่ได้ พบ “{found}” เพราะ{reason}",
        "พิมพ์จำนวนเงินเป็นบาท เป็นตัวเลขเพียงค่าเดียวในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A ratio that is no number; only a warning, because the department's own ratio is used.</summary>
    public static readonly FindingKind NotARatio = new("NORM-007", Severity.Warning,
        "อัตราส่วนไม่ใช่ตัวเลข",
        "อ่าน{subject} ไม่ได้ พบ “{found}” เพราะ{reason}",
        "ไม่ต้องส่งใหม่ ระบบใช้อัตราส่วนตามแบบของกรมฯ ครั้งต่อไปโปรดอย่าแก้เซลล์ {cell}");

    /// <summary>A date that cannot be read.</summary>
    public static readonly FindingKind NotADate = new("NORM-008", Severity.Error,
        "วันที่อ่านไม่ได้",
        "อ่าน{subject} เป็นวันที่ไม่ได้ พบ “{found}” เพราะ{reason}",
        "พิมพ์วันที่ในเซลล์ {cell} ตามรูปแบบ วัน/เดือน/ปี พ.ศ. เช่น 31/5/2564 แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A unit of measure that is on no list, in a row for which the form has none of its own.</summary>
    public static readonly FindingKind UnlistedUnit = new("NORM-009", Severity.Warning,
        "หน่วยนับไม่อยู่ในรายการ",
        "{subject} เป็น “{found}” ซึ่งไม่อยู่ในรายการหน่วยนับของระบบ ระบบบันทึกตามที่เขียน",
        "หากสะกดผิดให้แก้ในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากถูกต้องแล้วไม่ต้องส่งใหม่");

    /// <summary>A word that the closed list of its column does not have.</summary>
    public static readonly FindingKind NotInList = new("NORM-010", Severity.Error,
        "ค่าไม่อยู่ในรายการให้เลือก",
        "{subject} เป็น “{found}” ซึ่งไม่อยู่ในรายการให้เลือก ({expected})",
        "แก้เซลล์ {cell} เป็นค่าใดค่าหนึ่งในรายการ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A named tolerance was used: once a tolerance and file, at its first cell.</summary>
    public static readonly FindingKind ToleranceUsed = new("NORM-020", Severity.Info,
        "ปรับรูปแบบการกรอกให้อ่านได้",
        "{subject} {found} เริ่มที่ {cell}",
        "ไม่ต้องแก้ไข แจ้งเพื่อให้ตรวจว่าระบบอ่านค่าได้ตรงกับที่ท่านตั้งใจ");

    /// <summary>A tolerance was needed that the form does not allow.</summary>
    public static readonly FindingKind ToleranceNotAllowed = new("NORM-021", Severity.Error,
        "รูปแบบการกรอกที่แบบรายงานนี้ไม่รับ",
        "{subject} พบ “{found}” ซึ่งจะอ่านได้ต่อเมื่อ{expected} แต่แบบรายงานนี้ไม่อนุญาต",
        "พิมพ์ค่าใหม่ลงในเซลล์ {cell} โดยไม่ต้องให้ระบบปรับรูปแบบ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary><c>-</c> or ไม่มี was read as a stated zero.</summary>
    public static readonly FindingKind StatedZero = new("NORM-022", Severity.Info,
        "อ่านเครื่องหมาย - หรือคำว่า ไม่มี เป็น 0",
        "{subject} กรอกไว้ว่า “{found}” ระบบบันทึกเป็น 0",
        "ไม่ต้องแก้ไขหากไม่มีผลงานจริง หากมีผลงานให้กรอกจำนวนในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Many stated zeros, told together.</summary>
    public static readonly FindingKind StatedZeros = new("NORM-023", Severity.Info,
        "อ่านเครื่องหมาย - หรือคำว่า ไม่มี เป็น 0 หลายเซลล์",
        "กรอกไว้ว่า - หรือ ไม่มี {found} เริ่มที่ {cell} ระบบบันทึกเป็น 0",
        "ไม่ต้องแก้ไขหากไม่มีผลงานจริง หากมีผลงานให้กรอกจำนวนในเซลล์นั้น แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A named tolerance was used whose result may well be wrong: once a tolerance and file, at its first cell.</summary>
    public static readonly FindingKind ToleranceDoubtful = new("NORM-024", Severity.Warning,
        "ค่าที่อ่านได้อาจไม่ตรงกับที่ตั้งใจ",
        "{subject} {found} เริ่มที่ {cell}",
        "ตรวจสอบค่าในเซลล์นั้น หากระบบอ่านถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");
}

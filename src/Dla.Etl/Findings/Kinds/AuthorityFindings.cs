namespace Dla.Etl.Findings.Kinds;

/// <summary>What can be said of the local authorities that a return names.</summary>
public static class AuthorityFindings
{
    /// <summary>No registry was imported: nothing that the sender could mend.</summary>
    public static readonly FindingKind NoRegistry = new("AUT-001", Severity.Error,
        "ระบบยังไม่มีทะเบียน อปท.",
        "กรมฯ ยังไม่ได้นำเข้าทะเบียนองค์กรปกครองส่วนท้องถิ่น จึงตรวจไม่ได้ว่าแต่ละแถวเป็นของ อปท. ใด และยังรับแบบรายงานนี้ไม่ได้",
        "ผู้ส่งไม่ต้องแก้ไขไฟล์ โปรดแจ้งผู้ดูแลระบบของกรมฯ ให้นำเข้าทะเบียน (dla-etl reference import) แล้วส่งไฟล์เดิมมาใหม่");

    /// <summary>The registry has none that is written so.</summary>
    public static readonly FindingKind Unknown = new("AUT-002", Severity.Error,
        "ไม่มี อปท. นี้ในทะเบียน",
        "{subject} “{found}” ไม่มีในทะเบียน อปท. ของ{expected} {reason}",
        "แก้เซลล์ {cell} เป็นรหัส อปท. 8 หลัก หรือประเภทและชื่อตามทะเบียน เช่น ทต.บ้านใหม่ พร้อมอำเภอที่ถูกต้อง แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>An earlier edition of the registry has it.</summary>
    public static readonly FindingKind NoMore = new("AUT-003", Severity.Error,
        "อปท. นี้ไม่มีในทะเบียนแล้ว",
        "{subject} “{found}” ไม่มีในทะเบียน อปท. แล้วตั้งแต่ {expected} {reason}",
        "แก้เซลล์ {cell} เป็นรหัสหรือชื่อของ อปท. ที่รับช่วงต่อตามทะเบียนปัจจุบัน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>It is an authority of another province.</summary>
    public static readonly FindingKind OtherProvince = new("AUT-004", Severity.Error,
        "อปท. ของจังหวัดอื่น",
        "{subject} “{found}” ไม่ใช่ อปท. ของ{expected} แต่เป็นของ{reason}",
        "หากเป็นแถวของจังหวัดอื่นให้ลบออก หากเขียนผิดให้แก้เซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Several are written so.</summary>
    public static readonly FindingKind Ambiguous = new("AUT-005", Severity.Error,
        "ชื่อ อปท. มีมากกว่าหนึ่งแห่ง",
        "{subject} “{found}” ใน{expected} มีมากกว่าหนึ่งแห่ง คือ {reason}",
        "เขียนรหัส อปท. 8 หลักในเซลล์ {cell} หรือระบุอำเภอของ อปท. แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The kind is missing.</summary>
    public static readonly FindingKind NoType = new("AUT-006", Severity.Error,
        "ไม่ได้ระบุประเภทของ อปท.",
        "{subject} “{found}” ไม่มีทั้งรหัสและประเภท (อบจ. ทน. ทม. ทต. อบต.) จึงไม่ทราบว่าเป็น อปท. ใด {reason}",
        "เขียนประเภทหน้าชื่อในเซลล์ {cell} เช่น ทต.บ้านใหม่ หรือเขียนรหัส อปท. 8 หลัก แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Code, name and district do not fit together.</summary>
    public static readonly FindingKind Contradiction = new("AUT-007", Severity.Error,
        "รหัส ชื่อ หรืออำเภอของ อปท. ขัดกัน",
        "{subject} “{found}” ขัดกัน {reason}",
        "ตรวจสอบเซลล์ {cell} กับช่องรหัสและช่องอำเภอในแถวเดียวกัน แก้ให้เป็น อปท. เดียวกัน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The code is certain, and the district beside it is another's.</summary>
    public static readonly FindingKind DistrictDiffers = new("AUT-008", Severity.Warning,
        "อำเภอไม่ตรงกับรหัส อปท.",
        "{subject} “{found}” คือ {expected} แต่ช่องอำเภอว่า “{reason}” ระบบบันทึกตามรหัส",
        "ตรวจสอบรหัสในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากผิดให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>No edition of the registry is as old as the period.</summary>
    public static readonly FindingKind LaterRegistry = new("AUT-009", Severity.Info,
        "ใช้ทะเบียน อปท. ที่ใหม่กว่ารอบรายงาน",
        "ระบบไม่มีทะเบียน อปท. ณ {expected} จึงตรวจชื่อ อปท. ด้วยทะเบียน ณ {found}",
        "ไม่ต้องแก้ไข แจ้งเพื่อทราบ");

    /// <summary>Earlier returns of the unit for the period have rows of authorities that this one is silent about.</summary>
    public static readonly FindingKind KeptFromEarlier = new("AUT-010", Severity.Info,
        "ยังใช้ข้อมูลที่ส่งไว้เดิมของ อปท. ที่ไม่มีในไฟล์นี้",
        "ไฟล์นี้ไม่มีแถวของ อปท. {found} แห่งที่เคยส่งไว้สำหรับ{expected} ได้แก่ {subject} ระบบจึงยังใช้ตัวเลขที่ส่งไว้เดิมของ อปท. เหล่านี้",
        "หากส่งเพิ่มเป็นบางส่วน ไม่ต้องแก้ไข หากต้องการถอนข้อมูลของ อปท. ใด ให้ส่งแถวของ อปท. นั้นโดยเขียนว่า ไม่มีรายการที่ต้องรายงาน");

    /// <summary>Kind and name are in the registry, in another district than is written.</summary>
    public static readonly FindingKind OtherDistrict = new("AUT-011", Severity.Error,
        "อปท. ไม่ได้อยู่ในอำเภอที่เขียน",
        "{subject} “{found}” ระบุอำเภอ “{expected}” แต่ตามทะเบียนชื่อนี้อยู่อำเภออื่น คือ {reason}",
        "แก้อำเภอของแถวให้ตรงกับทะเบียน หรือเขียนรหัส อปท. 8 หลักในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The column of the province names another than the return's.</summary>
    public static readonly FindingKind RowOfOtherProvince = new("AUT-012", Severity.Error,
        "แถวระบุจังหวัดอื่น",
        "{subject} ระบุจังหวัด “{found}” แต่ไฟล์นี้เป็นของ{expected}",
        "หากเป็นแถวของจังหวัดอื่นให้ลบออก หากเขียนผิดให้แก้เซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The column of the province names none that is known; the rows are taken as those of the return's province.</summary>
    public static readonly FindingKind ProvinceUnreadable = new("AUT-013", Severity.Warning,
        "อ่านชื่อจังหวัดของแถวไม่ได้",
        "{subject} ระบุจังหวัด “{found}” ซึ่งอ่านไม่ได้: {reason} ระบบอ่านแถวเป็นของ{expected}ตามหัวแบบ",
        "ตรวจสอบเซลล์ {cell} หากเป็นแถวของ{expected}จริงไม่ต้องส่งใหม่ หากเป็นของจังหวัดอื่นให้ลบแถวแล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The column of the code has something that is no code.</summary>
    public static readonly FindingKind NotACode = new("AUT-014", Severity.Error,
        "ไม่ใช่รหัส อปท.",
        "รหัส “{found}” ในคอลัมน์ข้าง{subject} ไม่ใช่รหัส อปท. 8 หลัก เช่น 05560301",
        "แก้รหัสในเซลล์ {cell} ให้ตรงกับทะเบียน หรือลบรหัสออกแล้วเขียนประเภทและชื่อ อปท. พร้อมอำเภอ จากนั้นส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The list of districts has no such district in the province, so that the name beside it finds nothing.</summary>
    public static readonly FindingKind NoDistrict = new("AUT-020", Severity.Error,
        "ไม่มีอำเภอนี้ในจังหวัด",
        "{subject} “{found}” ระบุอำเภอ “{expected}” ซึ่งไม่มีใน{reason}",
        "แก้ชื่ออำเภอในเซลล์ {cell} ให้ตรงกับชื่อทางการ หรือเขียนรหัส อปท. 8 หลักแทนชื่อ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The code is certain, and the district beside it is none of the province.</summary>
    public static readonly FindingKind NoDistrictBesideCode = new("AUT-021", Severity.Warning,
        "ไม่มีอำเภอนี้ในจังหวัด (ระบุรหัส อปท. แล้ว)",
        "{subject} “{found}” ระบุอำเภอ “{expected}” ซึ่งไม่มีใน{reason}",
        "ตรวจสอบรหัส อปท. และชื่ออำเภอในเซลล์ {cell} หากรหัสถูกต้องแล้วไม่ต้องส่งใหม่ หากผิดให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");
}

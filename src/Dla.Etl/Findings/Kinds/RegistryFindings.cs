namespace Dla.Etl.Findings.Kinds;

/// <summary>What can be said of a file with the registry of local authorities. The reader is the operator who imports it.</summary>
public static class RegistryFindings
{
    /// <summary>No row holds the headers.</summary>
    public static readonly FindingKind NoHeader = new("REG-001", Severity.Error,
        "ไม่พบหัวคอลัมน์ของทะเบียน อปท.",
        "ไม่พบแถวหัวตารางที่มีคอลัมน์ครบ ขาด {found}",
        "ใช้ไฟล์ข้อมูลเปิดของกรมฯ หรือไฟล์ที่มีคอลัมน์ {expected} แล้วนำเข้าใหม่ หากเป็นรายชื่ออำเภอต้องมีคอลัมน์ รหัสอำเภอ, ชื่ออำเภอ, รหัสจังหวัด");

    /// <summary>A cell that every row needs is blank.</summary>
    public static readonly FindingKind MissingValue = new("REG-002", Severity.Error,
        "ทะเบียน อปท. มีช่องว่าง",
        "ไม่ได้ระบุ{subject}",
        "กรอก{subject}ในเซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>A code that is none.</summary>
    public static readonly FindingKind BadCode = new("REG-003", Severity.Error,
        "รหัส อปท. ไม่ถูกต้อง",
        "“{found}” ไม่ใช่รหัส อปท. 8 หลัก (หรือ 7 หลักเมื่อเลข 0 ตัวหน้าหายไป)",
        "แก้รหัสในเซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>A type that nobody knows.</summary>
    public static readonly FindingKind UnknownType = new("REG-004", Severity.Error,
        "ไม่รู้จักประเภท อปท.",
        "ประเภท “{found}” ของ {subject} ไม่ใช่ประเภทขององค์กรปกครองส่วนท้องถิ่น",
        "แก้เซลล์ {cell} เป็นประเภทใดประเภทหนึ่งคือ {expected} แล้วนำเข้าใหม่");

    /// <summary>A province that does not report or is none.</summary>
    public static readonly FindingKind UnknownProvince = new("REG-005", Severity.Error,
        "ไม่รู้จักจังหวัด",
        "จังหวัด “{found}” ของ {subject} ไม่อยู่ใน 76 จังหวัด",
        "แก้ชื่อจังหวัดในเซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>Province and code contradict each other.</summary>
    public static readonly FindingKind ProvinceContradictsCode = new("REG-006", Severity.Error,
        "จังหวัดไม่ตรงกับรหัส อปท.",
        "{subject} ระบุจังหวัดเป็น “{found}” แต่หลักที่ 3–4 ของรหัสเป็นของ{expected}",
        "ตรวจสอบเซลล์ {cell} และรหัส อปท. ในแถวเดียวกัน แก้ให้ตรงกัน แล้วนำเข้าใหม่");

    /// <summary>Two rows of one code say different things.</summary>
    public static readonly FindingKind RowsContradict = new("REG-007", Severity.Error,
        "แถวของ อปท. เดียวกันขัดกัน",
        "{subject} มีหลายแถวที่ไม่ตรงกัน แถวนี้ว่า “{found}” แต่{reason}ว่า “{expected}”",
        "แก้ทุกแถวของรหัสนี้ให้ตรงกัน แล้วนำเข้าใหม่");

    /// <summary>The rows of a code lie in several districts, and no other authority tells which of them its code names.</summary>
    public static readonly FindingKind DistrictUndecided = new("REG-008", Severity.Error,
        "ไม่ทราบว่า อปท. อยู่อำเภอใด",
        "{subject} มีหลายแถวที่ระบุอำเภอต่างกัน ({found}) และไม่มี อปท. อื่นที่บอกได้ว่ารหัสอำเภอ {expected} คืออำเภอใด",
        "ระบุอำเภอที่ตั้งสำนักงานให้เหมือนกันทุกแถวของรหัสนี้ แล้วนำเข้าใหม่");

    /// <summary>A header and nothing under it.</summary>
    public static readonly FindingKind NoAuthorities = new("REG-009", Severity.Error,
        "ทะเบียนไม่มี อปท.",
        "ใต้หัวตารางไม่มี อปท. แม้แต่แห่งเดียว",
        "ตรวจสอบว่าเป็นไฟล์ที่ถูกต้อง แล้วนำเข้าใหม่");

    /// <summary>Authorities that cover several districts.</summary>
    public static readonly FindingKind SeveralDistricts = new("REG-010", Severity.Info,
        "อปท. ที่มีพื้นที่หลายอำเภอ",
        "{found} มีแถวในหลายอำเภอ เริ่มที่ {subject} ระบบใช้อำเภอตามหลักที่ 5–6 ของรหัส",
        "ไม่ต้องแก้ไข แจ้งเพื่อทราบ");

    /// <summary>The registry numbers an authority under another type.</summary>
    public static readonly FindingKind TypeUnlikeCode = new("REG-011", Severity.Warning,
        "รหัสเป็นของประเภทอื่น",
        "{subject} เป็น{found} แต่หลักที่ 1–2 ของรหัสเป็นของ{expected} ระบบใช้ประเภทตามที่ระบุ",
        "ไม่ต้องแก้ไขหากกรมฯ ยังไม่เปลี่ยนรหัสของ อปท. ที่เปลี่ยนประเภทแล้ว หากผิดให้แก้เซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>The district is not the one that the other authorities of the same four digits have.</summary>
    public static readonly FindingKind DistrictUnlikeCode = new("REG-012", Severity.Warning,
        "อำเภอไม่ตรงกับรหัส",
        "{subject} ระบุอำเภอ “{found}” แต่ อปท. อื่นที่รหัสขึ้นต้นเหมือนกันอยู่อำเภอ “{expected}” ระบบใช้อำเภอตามที่ระบุ",
        "ตรวจสอบชื่ออำเภอในเซลล์ {cell} หากผิดให้แก้แล้วนำเข้าใหม่ หากถูกต้องแล้วไม่ต้องแก้ไข");

    /// <summary>Two authorities that only their codes tell apart.</summary>
    public static readonly FindingKind SameName = new("REG-013", Severity.Warning,
        "อปท. สองแห่งชื่อเดียวกันในอำเภอเดียวกัน",
        "{subject} มีชื่อ ประเภท และอำเภอเดียวกับ {expected} ผู้ส่งแบบรายงานต้องระบุรหัสจึงจะทราบว่าเป็นแห่งใด",
        "ตรวจสอบว่าเป็น อปท. คนละแห่งจริง หากบันทึกซ้ำให้ลบแถวที่ผิด แล้วนำเข้าใหม่");

    /// <summary>Provinces that the file says nothing about.</summary>
    public static readonly FindingKind ProvincesWithout = new("REG-014", Severity.Warning,
        "บางจังหวัดไม่มี อปท. ในไฟล์",
        "ไฟล์นี้ไม่มี อปท. ของ {found} คือ {subject}",
        "หากเป็นทะเบียนบางส่วน แบบรายงานของจังหวัดเหล่านั้นจะไม่ผ่าน ให้นำเข้าไฟล์ที่มีครบ 76 จังหวัดแทน");

    /// <summary>The list of districts, where one was imported, has no such district in the province.</summary>
    public static readonly FindingKind UnknownDistrict = new("REG-015", Severity.Warning,
        "ไม่มีอำเภอนี้ในจังหวัด",
        "{subject} ระบุอำเภอ “{found}” ซึ่งไม่มีใน{expected} {reason}",
        "ตรวจสอบชื่ออำเภอในเซลล์ {cell} หากผิดให้แก้แล้วนำเข้าใหม่ หากเป็นอำเภอใหม่ให้นำเข้ารายชื่ออำเภอที่เป็นปัจจุบัน");

    /// <summary>More or fewer authorities than the dated counts have.</summary>
    public static readonly FindingKind CountUnlikePublished = new("REG-016", Severity.Warning,
        "จำนวน อปท. ไม่ตรงกับที่ประกาศ",
        "จำนวน อปท. ต่างจากจำนวน ณ {expected} {found} จังหวัด คือ {subject}",
        "ตรวจสอบว่าไฟล์มีครบทุกแถว หากเป็นทะเบียนของวันอื่นซึ่งมีจำนวนต่างกันจริง ไม่ต้องแก้ไข");

    /// <summary>So much would vanish that the file is probably cut.</summary>
    public static readonly FindingKind TooMuchVanishes = new("REG-017", Severity.Error,
        "อปท. จะหายไปมากผิดปกติ",
        "เทียบกับทะเบียน ณ {expected} อปท. จะหายไป {found} แห่ง {reason}",
        "ตรวจสอบว่าไฟล์มีครบทุกแถว หากถูกต้องแล้วให้สั่งนำเข้าซ้ำพร้อม --accept-loss");
}

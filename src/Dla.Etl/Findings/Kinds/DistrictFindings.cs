namespace Dla.Etl.Findings.Kinds;

/// <summary>What can be said of a file with the list of districts. The reader is the operator who imports it.</summary>
public static class DistrictFindings
{
    /// <summary>A district's code stands among the headers, and something else lacks.</summary>
    public static readonly FindingKind NoHeader = new("DIS-001", Severity.Error,
        "รายชื่ออำเภอมีคอลัมน์ไม่ครบ",
        "ไฟล์นี้มีคอลัมน์รหัสอำเภอ จึงอ่านเป็นรายชื่ออำเภอ แต่ขาดคอลัมน์ {found}",
        "ใช้ไฟล์ที่มีคอลัมน์ {expected} (หรือ code, name_th, province_code) แล้วนำเข้าใหม่");

    /// <summary>A cell that every row needs is blank.</summary>
    public static readonly FindingKind MissingValue = new("DIS-002", Severity.Error,
        "รายชื่ออำเภอมีช่องว่าง",
        "ไม่ได้ระบุ{subject}",
        "กรอก{subject}ในเซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>A code that is none.</summary>
    public static readonly FindingKind BadCode = new("DIS-003", Severity.Error,
        "รหัสอำเภอไม่ถูกต้อง",
        "“{found}” ของ{subject} ไม่ใช่รหัสอำเภอ 4 หลัก",
        "แก้รหัสในเซลล์ {cell} แล้วนำเข้าใหม่");

    /// <summary>No province has the code.</summary>
    public static readonly FindingKind UnknownProvince = new("DIS-004", Severity.Error,
        "อำเภอของจังหวัดที่ไม่มี",
        "{subject} เป็นของจังหวัดรหัส {found} ซึ่งไม่อยู่ใน 76 จังหวัด",
        "แก้รหัสจังหวัดในเซลล์ {cell} และรหัสอำเภอในแถวเดียวกัน แล้วนำเข้าใหม่");

    /// <summary>Code and province contradict each other.</summary>
    public static readonly FindingKind ProvinceContradictsCode = new("DIS-005", Severity.Error,
        "รหัสจังหวัดไม่ตรงกับรหัสอำเภอ",
        "{subject} ระบุรหัสจังหวัดเป็น {found} แต่สองหลักแรกของรหัสอำเภอเป็น {expected}",
        "ตรวจสอบเซลล์ {cell} และรหัสอำเภอในแถวเดียวกัน แก้ให้ตรงกัน แล้วนำเข้าใหม่");

    /// <summary>A code that stands in two rows.</summary>
    public static readonly FindingKind CodeTwice = new("DIS-006", Severity.Error,
        "รหัสอำเภอซ้ำ",
        "รหัส {found} ของ{subject} ซ้ำกับ{expected} ใน{reason}",
        "ลบแถวที่ซ้ำ หรือแก้รหัสในเซลล์ {cell} ให้ถูกต้อง แล้วนำเข้าใหม่");

    /// <summary>Two districts of one name in one province: no return could tell which of them it means.</summary>
    public static readonly FindingKind NameTwice = new("DIS-007", Severity.Error,
        "ชื่ออำเภอซ้ำในจังหวัดเดียวกัน",
        "{subject} มีชื่อเดียวกับ {expected} ใน{reason} ซึ่งอยู่จังหวัดเดียวกัน",
        "ลบแถวที่ซ้ำ หรือแก้ชื่อในเซลล์ {cell} ให้ถูกต้อง แล้วนำเข้าใหม่");

    /// <summary>A header and nothing under it.</summary>
    public static readonly FindingKind NoDistricts = new("DIS-008", Severity.Error,
        "รายชื่ออำเภอว่างเปล่า",
        "ใต้หัวตารางไม่มีอำเภอของ 76 จังหวัดแม้แต่แห่งเดียว",
        "ตรวจสอบว่าเป็นไฟล์ที่ถูกต้อง แล้วนำเข้าใหม่");

    /// <summary>Bangkok's เขต are left out.</summary>
    public static readonly FindingKind Bangkok = new("DIS-009", Severity.Info,
        "ไม่ใช้เขตของกรุงเทพมหานคร",
        "ไฟล์นี้มีเขตของกรุงเทพมหานคร {found} เขต ระบบไม่นำเข้า เพราะทะเบียน อปท. ของกรมฯ ไม่มีแห่งใดอยู่ในกรุงเทพมหานคร",
        "ไม่ต้องแก้ไข แจ้งเพื่อทราบ");

    /// <summary>Provinces that the file says nothing about.</summary>
    public static readonly FindingKind ProvincesWithout = new("DIS-010", Severity.Warning,
        "บางจังหวัดไม่มีอำเภอในไฟล์",
        "ไฟล์นี้ไม่มีอำเภอของ {found} คือ {subject}",
        "หากเป็นรายชื่อบางส่วน ชื่ออำเภอในแบบรายงานของจังหวัดเหล่านั้นจะไม่ได้รับการตรวจ ให้นำเข้าไฟล์ที่มีครบ 76 จังหวัดแทน");

    /// <summary>More or fewer districts than the dated counts have.</summary>
    public static readonly FindingKind CountUnlikePublished = new("DIS-011", Severity.Warning,
        "จำนวนอำเภอไม่ตรงกับที่ประกาศ",
        "จำนวนอำเภอต่างจากจำนวน ณ {expected} {found} จังหวัด คือ {subject}",
        "ตรวจสอบว่าไฟล์มีครบทุกแถว หากจำนวนอำเภอเปลี่ยนไปจริง ไม่ต้องแก้ไข");

    /// <summary>So much would vanish that the file is probably cut.</summary>
    public static readonly FindingKind TooMuchVanishes = new("DIS-012", Severity.Error,
        "อำเภอจะหายไปมากผิดปกติ",
        "เทียบกับรายชื่ออำเภอ ณ {expected} อำเภอจะหายไป {found} แห่ง {reason}",
        "ตรวจสอบว่าไฟล์มีครบทุกแถว หากถูกต้องแล้วให้สั่งนำเข้าซ้ำพร้อม --accept-loss");
}

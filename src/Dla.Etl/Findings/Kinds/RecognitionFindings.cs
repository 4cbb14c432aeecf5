namespace Dla.Etl.Findings.Kinds;

/// <summary>What recognition can say about a file. An id keeps its meaning for ever.</summary>
public static class RecognitionFindings
{
    public static readonly FindingKind NotRecognised = new("REC-001", Severity.Fatal, "ไม่รู้จักแบบ",
        "ไม่พบชื่อแบบหรือหัวตารางของแบบที่ระบบรู้จักในไฟล์นี้ แบบที่ระบบรู้จักคือ {expected}",
        "โปรดส่งแบบที่กรมแจ้งเวียน หรือขอแบบเปล่าจากกรมแล้วกรอกใหม่");

    public static readonly FindingKind OtherDocument = new("REC-002", Severity.Fatal, "ส่งเอกสารอื่น",
        "ไฟล์นี้เป็น “{found}” ไม่ใช่ “{expected}”",
        "โปรดตรวจสอบว่าแนบไฟล์ถูกต้อง แล้วส่งแบบ “{expected}”");

    public static readonly FindingKind NoTable = new("REC-003", Severity.Error, "ไม่พบตาราง",
        "พบชื่อแบบ “{found}” แต่ไม่พบหัวตารางที่มีคอลัมน์ {expected}",
        "โปรดใช้แบบของกรมโดยไม่ลบหรือเปลี่ยนหัวตาราง แล้วส่งใหม่");

    public static readonly FindingKind NoYear = new("REC-004", Severity.Error, "ไม่พบปีงบประมาณ",
        "ไม่พบปีงบประมาณของแบบ “{subject}” ทั้งในแบบ ชื่อแผ่นงาน และชื่อไฟล์",
        "โปรดระบุปีงบประมาณในบรรทัดชื่อแบบ เช่น “ประจำปีงบประมาณ พ.ศ. 2564” แล้วส่งใหม่");

    public static readonly FindingKind UnknownYear = new("REC-005", Severity.Error, "ไม่มีแบบของปีนี้",
        "แบบ “{subject}” ระบุปีงบประมาณ {found} แต่ระบบมีแบบของปี {expected} เท่านั้น",
        "โปรดตรวจสอบปีงบประมาณที่เซลล์ {cell} หากปีถูกต้องแล้วโปรดแจ้งกองคลัง");

    public static readonly FindingKind YearContradiction = new("REC-006", Severity.Error, "ปีงบประมาณขัดกัน",
        "ปีงบประมาณไม่ตรงกัน: {expected} แต่ {found}",
        "โปรดแก้ให้ปีงบประมาณตรงกันทุกแห่ง แล้วส่งใหม่");

    public static readonly FindingKind NoProvince = new("REC-007", Severity.Error, "ไม่พบชื่อจังหวัด",
        "ไม่พบชื่อจังหวัดทั้งในบรรทัดชื่อหน่วยงาน ชื่อแผ่นงาน โฟลเดอร์ และชื่อไฟล์",
        "โปรดกรอกชื่อจังหวัดในบรรทัด “{expected}” แล้วส่งใหม่");

    public static readonly FindingKind ProvinceContradiction = new("REC-008", Severity.Error, "ชื่อจังหวัดขัดกัน",
        "ชื่อจังหวัดไม่ตรงกัน: {expected} แต่ {found}",
        "โปรดตรวจสอบว่าเป็นแบบของจังหวัดใด แก้ให้ตรงกันทุกแห่ง แล้วส่งในโฟลเดอร์ของจังหวัดนั้น");

    public static readonly FindingKind TwoForms = new("REC-009", Severity.Error, "มีมากกว่าหนึ่งแบบในไฟล์",
        "ไฟล์นี้มีมากกว่าหนึ่งแบบ: {expected} และ {found}",
        "โปรดส่งไฟล์ละหนึ่งแบบของหนึ่งจังหวัดหนึ่งปี");

    public static readonly FindingKind TableTwice = new("REC-010", Severity.Error, "ตารางเดียวกันซ้ำ",
        "พบตารางเดียวกันสองครั้ง: {expected} และ {found}",
        "โปรดเหลือไว้เพียงตารางเดียวที่เป็นตัวเลขสุดท้าย แล้วส่งใหม่");

    public static readonly FindingKind HiddenSheetOnly = new("REC-011", Severity.Error, "ข้อมูลอยู่ในแผ่นงานที่ซ่อน",
        "แบบอยู่ในแผ่นงานที่ซ่อนไว้ “{found}” เท่านั้น จึงไม่มีใครเห็นตัวเลขที่ส่ง",
        "โปรดเลิกซ่อนแผ่นงาน ตรวจตัวเลข บันทึก แล้วส่งใหม่");

    public static readonly FindingKind HiddenSheetLeftOut = new("REC-012", Severity.Warning, "ไม่อ่านแผ่นงานที่ซ่อน",
        "แผ่นงานที่ซ่อนไว้ “{found}” มีตารางของแบบนี้ด้วย ระบบอ่านเฉพาะแผ่นงานที่แสดง",
        "หากตัวเลขในแผ่นงานที่ซ่อนต้องใช้ โปรดเลิกซ่อนแล้วส่งใหม่ หากไม่ใช้โปรดลบออก");

    public static readonly FindingKind HiddenRows = new("REC-013", Severity.Warning, "มีแถวที่ซ่อนในตาราง",
        "ตารางมีแถวที่ซ่อนไว้ {found} แถว ระบบอ่านแถวเหล่านั้นด้วย",
        "โปรดเลิกซ่อนแถวแล้วตรวจว่าตัวเลขในแถวนั้นถูกต้อง แถวแรกอยู่ที่เซลล์ {cell}");

    public static readonly FindingKind HiddenColumns = new("REC-014", Severity.Warning, "มีคอลัมน์ที่ซ่อนในตาราง",
        "คอลัมน์ “{subject}” ถูกซ่อนไว้ ระบบอ่านคอลัมน์นั้นด้วย",
        "โปรดเลิกซ่อนคอลัมน์แล้วตรวจว่าตัวเลขถูกต้อง");

    public static readonly FindingKind AmbiguousColumns = new("REC-015", Severity.Error, "จับคู่หัวคอลัมน์ไม่ได้",
        "หัวคอลัมน์ที่ {found} เป็นของกลุ่มใดได้ไม่แน่ชัด ตามแบบต้องเป็น {expected}",
        "โปรดจัดหัวตารางให้เหมือนแบบของกรม แต่ละกลุ่มมีหัวคอลัมน์ครบและอยู่ติดกัน แล้วส่งใหม่");

    public static readonly FindingKind ColumnContent = new("REC-016", Severity.Error, "เนื้อหาไม่ตรงกับหัวคอลัมน์",
        "คอลัมน์ “{subject}” มี “{found}” ซึ่งไม่ใช่{expected}",
        "โปรดตรวจที่เซลล์ {cell} ว่าข้อมูลเลื่อนไปอยู่ผิดคอลัมน์หรือไม่ แก้ทั้งคอลัมน์แล้วส่งใหม่");

    public static readonly FindingKind ContentWithoutHeader = new("REC-017", Severity.Error, "ข้อมูลอยู่นอกหัวตาราง",
        "พบ “{found}” ในคอลัมน์ที่ไม่มีหัวตาราง (ทั้งหมด {subject} เซลล์)",
        "โปรดย้ายข้อมูลที่เซลล์ {cell} ไปอยู่ใต้หัวคอลัมน์ที่ถูกต้อง หรือลบออกหากไม่ใช่ข้อมูลของแบบ");

    public static readonly FindingKind UnknownColumn = new("REC-018", Severity.Warning, "มีคอลัมน์เพิ่ม",
        "คอลัมน์ “{found}” ไม่มีในแบบ ระบบไม่อ่านคอลัมน์นี้",
        "หากข้อมูลในคอลัมน์นี้ต้องใช้ โปรดย้ายไปอยู่ในคอลัมน์ของแบบ");

    public static readonly FindingKind CountMismatch = new("REC-019", Severity.Error, "จำนวนรายการกับจำนวนค่าไม่ตรงกัน",
        "{subject}: พบ {expected} รายการ แต่มี {found} ค่า จึงจับคู่ไม่ได้โดยไม่เดา",
        "โปรดแยกให้แต่ละรายการอยู่คนละแถวกับค่าของตน หรือเติมแถวให้ครบ ตั้งแต่เซลล์ {cell}");

    public static readonly FindingKind ValueWithoutItem = new("REC-020", Severity.Error, "มีค่าแต่ไม่มีรายการ",
        "พบ “{found}” ในกลุ่ม{subject} แต่ไม่มีชื่อรายการในแถวนั้นหรือแถวก่อนหน้า",
        "โปรดกรอกชื่อรายการให้ตรงกับค่าที่เซลล์ {cell} หรือลบค่าออก");

    public static readonly FindingKind NumberDisagrees = new("REC-021", Severity.Error, "เลขข้อกับชื่อรายการไม่ตรงกัน",
        "พบ “{found}” แต่ตามแบบรายการนี้คือ {expected}",
        "โปรดแก้เลขข้อหรือชื่อรายการที่เซลล์ {cell} ให้ตรงกับแบบ");

    public static readonly FindingKind ItemSpelling = new("REC-022", Severity.Info, "ชื่อรายการสะกดต่างจากแบบ",
        "อ่าน “{found}” เป็น “{expected}”", "ไม่ต้องแก้ หากเป็นรายการเดียวกัน");

    public static readonly FindingKind HeaderSpelling = new("REC-023", Severity.Info, "หัวคอลัมน์สะกดต่างจากแบบ",
        "อ่านหัวคอลัมน์ “{found}” เป็น “{expected}”", "ไม่ต้องแก้ หากเป็นคอลัมน์เดียวกัน");

    public static readonly FindingKind TitleSpelling = new("REC-024", Severity.Info, "ชื่อแบบสะกดต่างจากแบบ",
        "อ่านชื่อแบบ “{found}” เป็น “{expected}”", "ไม่ต้องแก้ หากเป็นแบบเดียวกัน");

    public static readonly FindingKind SubtotalLeftOut = new("REC-025", Severity.Info, "ไม่นับแถวผลรวม",
        "แถวผลรวม “{found}” ไม่นำเข้าเป็นข้อมูล (ทั้งหมด {subject} แถว)", "ไม่ต้องแก้");

    public static readonly FindingKind LabelTolerance = new("REC-026", Severity.Info, "ปรับข้อความก่อนเทียบกับแบบ",
        "{expected} (ข้อความหัวตารางและชื่อรายการ {subject} แห่ง)", "ไม่ต้องแก้ แห่งแรกคือเซลล์ {cell}");

    public static readonly FindingKind NoTitle = new("REC-027", Severity.Warning, "ไม่พบชื่อแบบ",
        "ไม่พบชื่อแบบ “{expected}” ระบบรู้จากหัวตาราง", "โปรดคงบรรทัดชื่อแบบไว้ในครั้งต่อไป");

    public static readonly FindingKind RowWithoutKey = new("REC-028", Severity.Error, "แถวไม่มีชื่อรายการ",
        "มี {found} แถวที่มีค่าแต่ไม่มี “{expected}”", "โปรดกรอก “{expected}” ตั้งแต่เซลล์ {cell} หรือลบแถวนั้น");

    public static readonly FindingKind YearFromName = new("REC-029", Severity.Warning, "ปีงบประมาณไม่ได้ระบุในแบบ",
        "ไม่พบปีงบประมาณในแบบ ระบบใช้ปี {found} จาก{expected}", "โปรดระบุปีงบประมาณในบรรทัดชื่อแบบในครั้งต่อไป");

    public static readonly FindingKind ProvinceFromName = new("REC-030", Severity.Info, "ชื่อจังหวัดไม่ได้กรอกในแบบ",
        "ไม่พบชื่อจังหวัดในบรรทัดชื่อหน่วยงาน ระบบใช้ {found} จาก{expected}", "โปรดกรอกชื่อจังหวัดในแบบในครั้งต่อไป");

    public static readonly FindingKind TextLeftOut = new("REC-031", Severity.Warning, "ไม่อ่านข้อความในตาราง",
        "“{found}” ไม่ใช่{expected}ของแบบนี้ ระบบไม่อ่านข้อความนี้", "หากเป็นข้อมูล โปรดย้ายไปอยู่ในคอลัมน์ที่ถูกต้อง");

    public static readonly FindingKind UnknownProvince = new("REC-032", Severity.Error, "ไม่รู้จักชื่อจังหวัด",
        "บรรทัดชื่อหน่วยงานระบุ “{found}” ซึ่งไม่ใช่ชื่อจังหวัดที่ระบบรู้จัก", "โปรดแก้ชื่อจังหวัดที่เซลล์ {cell} ให้ถูกต้อง แล้วส่งใหม่");

    public static readonly FindingKind NoMonth = new("REC-033", Severity.Error, "ไม่พบเดือน",
        "ไม่พบเดือนของแบบ “{subject}” ทั้งในแบบ ชื่อแผ่นงาน และชื่อไฟล์",
        "โปรดระบุเดือนในบรรทัด “{expected}” เช่น “{expected}พฤษภาคม 2566” แล้วส่งใหม่");

    public static readonly FindingKind MonthContradiction = new("REC-034", Severity.Error, "เดือนขัดกัน",
        "เดือนไม่ตรงกัน: {expected} แต่ {found}",
        "โปรดแก้ให้เดือนตรงกันทุกแห่ง ไฟล์ละหนึ่งเดือน แล้วส่งใหม่");

    public static readonly FindingKind MonthFromName = new("REC-035", Severity.Warning, "เดือนไม่ได้ระบุในแบบ",
        "ไม่พบเดือนในแบบ ระบบใช้{found} จาก{expected}", "โปรดระบุเดือนในแบบในครั้งต่อไป");

    public static readonly FindingKind NothingEntered = new("REC-040", Severity.Info, "แถวที่มีชื่อ อปท. แต่ยังไม่ได้กรอกข้อมูล",
        "มี {found} แถวที่มีชื่อ อปท. แต่ไม่ได้กรอกข้อมูลใด ระบบไม่นับแถวเหล่านี้ ไม่ถือว่าเป็น 0 และไม่ถือว่าแจ้งว่าไม่มีรายการ {subject}",
        "หากมีข้อมูล ให้กรอกตั้งแต่แถวของเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หากไม่มีอะไรต้องรายงาน ให้เขียนว่า “{expected}” หากยังไม่มีข้อมูล ไม่ต้องแก้ไข");
}

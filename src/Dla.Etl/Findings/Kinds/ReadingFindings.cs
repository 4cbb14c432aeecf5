namespace Dla.Etl.Findings.Kinds;

/// <summary>What the room Reading can say about a file: that it cannot be read, what it is instead, or which tolerance was used to read it.</summary>
public static class ReadingFindings
{
    private const string SaveAsXlsx = "โปรดเปิดด้วยโปรแกรม Microsoft Excel หรือ LibreOffice แล้วเลือกบันทึกเป็น (Save As) ชนิด “สมุดงาน Excel (.xlsx)” แล้วส่งใหม่";
    private const string SendTheForm = "โปรดส่งแบบฟอร์มที่กรอกแล้วเป็นไฟล์ Excel (.xlsx) ที่กลุ่มงานบัญชีจัดส่งให้";
    private const string OnlyTheForm = "โปรดลบแผ่นงาน แถว และคอลัมน์ที่ไม่ใช่แบบฟอร์มออก บันทึกเป็น .xlsx แล้วส่งใหม่";

    public static readonly FindingKind Empty = new("READ-001", Severity.Fatal, "ไฟล์ว่าง",
        "ไฟล์มีขนาด 0 ไบต์ ไม่มีข้อมูลใด ๆ",
        "โปรดตรวจว่าบันทึกไฟล์เสร็จสมบูรณ์แล้ว เปิดดูว่ามีข้อมูลครบ แล้วส่งใหม่");

    public static readonly FindingKind FileTooLarge = new("READ-002", Severity.Fatal, "ไฟล์ใหญ่เกินกำหนด",
        "ไฟล์มีขนาด {found} ไบต์ เกินกว่าที่รับได้ {expected} ไบต์", OnlyTheForm);

    public static readonly FindingKind TruncatedZip = new("READ-003", Severity.Fatal, "ไฟล์ขาดหายไปบางส่วน",
        "ไฟล์เริ่มต้นเหมือนสมุดงาน Excel แต่ส่วนท้ายของไฟล์ขาดหายไป อาจเกิดจากการคัดลอกหรือส่งไฟล์ไม่สำเร็จ",
        "โปรดเปิดไฟล์ต้นฉบับดูว่าเปิดได้ แล้วคัดลอกหรือส่งใหม่ทั้งไฟล์");

    public static readonly FindingKind Corrupt = new("READ-004", Severity.Fatal, "ไฟล์ชำรุด",
        "โครงสร้างภายในของไฟล์ชำรุด อ่านไม่ได้ ({found})", SaveAsXlsx);

    public static readonly FindingKind UnpacksTooLarge = new("READ-005", Severity.Fatal, "ไฟล์ขยายแล้วใหญ่ผิดปกติ",
        "ไฟล์นี้เมื่อคลายการบีบอัดแล้วใหญ่ผิดปกติ ({subject}: {found} เกินกว่าที่รับได้ {expected}) จึงไม่เปิดอ่านเพื่อความปลอดภัย", OnlyTheForm);

    public static readonly FindingKind UnsafeEntryName = new("READ-006", Severity.Fatal, "โครงสร้างไฟล์ไม่ปลอดภัย",
        "ภายในไฟล์มีรายการชื่อ “{found}” ซึ่งไม่ควรมีในสมุดงาน จึงไม่เปิดอ่านเพื่อความปลอดภัย", SaveAsXlsx);

    public static readonly FindingKind PasswordProtected = new("READ-007", Severity.Fatal, "ไฟล์มีรหัสผ่าน",
        "ไฟล์ถูกเข้ารหัสด้วยรหัสผ่าน ระบบเปิดอ่านไม่ได้",
        "โปรดเปิดไฟล์ เลือก ไฟล์ > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสด้วยรหัสผ่าน ลบรหัสผ่านออก บันทึก แล้วส่งใหม่ ไม่ต้องแจ้งรหัสผ่านมา");

    public static readonly FindingKind Html = new("READ-008", Severity.Fatal, "เป็นหน้าเว็บ ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นหน้าเว็บ (HTML) แม้ชื่อไฟล์จะเป็น Excel มักเกิดจากการดาวน์โหลดจากเว็บหรือระบบอื่น", SaveAsXlsx);

    public static readonly FindingKind Pdf = new("READ-009", Severity.Fatal, "เป็น PDF ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นเอกสาร PDF ระบบอ่านตัวเลขจาก PDF ไม่ได้", SendTheForm);

    public static readonly FindingKind Word = new("READ-010", Severity.Fatal, "เป็นเอกสาร Word ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นเอกสาร Word", SendTheForm);

    public static readonly FindingKind PowerPoint = new("READ-011", Severity.Fatal, "เป็นงานนำเสนอ ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นงานนำเสนอ PowerPoint", SendTheForm);

    public static readonly FindingKind OpenDocument = new("READ-012", Severity.Fatal, "เป็นไฟล์ OpenDocument",
        "เนื้อในของไฟล์เป็น OpenDocument ({found}) ซึ่งระบบไม่รับ", SaveAsXlsx);

    public static readonly FindingKind Photo = new("READ-013", Severity.Fatal, "เป็นรูปภาพ ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นรูปภาพ ({found}) ระบบอ่านตัวเลขจากรูปภาพไม่ได้", SendTheForm);

    public static readonly FindingKind ArchiveNotWorkbook = new("READ-014", Severity.Fatal, "เป็นไฟล์บีบอัด ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นไฟล์บีบอัด ({found}) ที่ไม่ใช่สมุดงาน Excel",
        "หากบีบอัดแบบฟอร์มไว้ข้างใน โปรดแตกไฟล์ก่อน แล้วส่งเฉพาะสมุดงาน Excel (.xlsx)");

    public static readonly FindingKind Rtf = new("READ-015", Severity.Fatal, "เป็นเอกสาร RTF ไม่ใช่สมุดงาน",
        "เนื้อในของไฟล์เป็นเอกสารข้อความ RTF", SendTheForm);

    public static readonly FindingKind Xml2003 = new("READ-016", Severity.Fatal, "เป็นสเปรดชีต XML 2003",
        "เนื้อในของไฟล์เป็น “XML Spreadsheet 2003” แม้ชื่อไฟล์จะเป็น Excel", SaveAsXlsx);

    public static readonly FindingKind UnknownContent = new("READ-017", Severity.Fatal, "ไม่รู้จักชนิดของไฟล์",
        "เนื้อในของไฟล์ไม่ใช่ xlsx, xlsm, xls หรือ csv ({found})", SendTheForm);

    public static readonly FindingKind BinaryWorkbook = new("READ-018", Severity.Fatal, "เป็นสมุดงานแบบไบนารี (.xlsb)",
        "เนื้อในของไฟล์เป็นสมุดงานแบบไบนารี (.xlsb) ซึ่งระบบไม่รับ", SaveAsXlsx);

    public static readonly FindingKind OldWorkbook = new("READ-019", Severity.Fatal, "เป็นสมุดงาน Excel รุ่นเก่ามาก",
        "เนื้อในของไฟล์เป็นสมุดงาน Excel รุ่นก่อน 5.0 ({found}) ซึ่งระบบไม่รับ", SaveAsXlsx);

    public static readonly FindingKind StrictOpenXml = new("READ-020", Severity.Fatal, "บันทึกเป็น Strict Open XML",
        "ไฟล์ถูกบันทึกเป็นชนิด “Strict Open XML Spreadsheet” ซึ่งระบบไม่รับ",
        "โปรดเปิดไฟล์ใน Excel เลือก บันทึกเป็น (Save As) ชนิด “สมุดงาน Excel (.xlsx)” ธรรมดา ไม่ใช่ “Strict Open XML” แล้วส่งใหม่");

    public static readonly FindingKind TooManyRows = new("READ-021", Severity.Fatal, "แถวมากเกินกำหนด",
        "มีข้อมูลถึงแถวที่ {found} เกินกว่าที่รับได้ {expected} แถว", OnlyTheForm);

    public static readonly FindingKind TooManyColumns = new("READ-022", Severity.Fatal, "คอลัมน์มากเกินกำหนด",
        "มีข้อมูลถึงคอลัมน์ที่ {found} เกินกว่าที่รับได้ {expected} คอลัมน์", OnlyTheForm);

    public static readonly FindingKind TooManySheets = new("READ-023", Severity.Fatal, "แผ่นงานมากเกินกำหนด",
        "สมุดงานมี {found} แผ่นงาน เกินกว่าที่รับได้ {expected} แผ่นงาน", OnlyTheForm);

    public static readonly FindingKind TooManyCells = new("READ-024", Severity.Fatal, "ข้อมูลมากเกินกำหนด",
        "ไฟล์มีเซลล์มากกว่าที่รับได้ {expected} เซลล์", OnlyTheForm);

    public static readonly FindingKind TextTooLong = new("READ-025", Severity.Fatal, "ข้อความในเซลล์ยาวเกินกำหนด",
        "เซลล์มีข้อความยาว {found} ตัวอักษร เกินกว่าที่รับได้ {expected} ตัวอักษร",
        "โปรดตรวจเซลล์ {cell} และตัดข้อความให้สั้นลง แล้วส่งใหม่");

    public static readonly FindingKind TooSlow = new("READ-026", Severity.Fatal, "อ่านไฟล์นานเกินกำหนด",
        "อ่านไฟล์เกิน {expected} วินาทีแล้วยังไม่เสร็จ จึงหยุดอ่าน", OnlyTheForm);

    public static readonly FindingKind LostText = new("READ-027", Severity.Fatal, "ข้อความในเซลล์สูญหาย",
        "เซลล์อ้างถึงข้อความลำดับที่ {found} แต่ในไฟล์มีเพียง {expected} ข้อความ ไฟล์ชำรุด",
        "โปรดเปิดไฟล์ต้นฉบับ ตรวจเซลล์ {cell} บันทึกเป็น .xlsx ใหม่ แล้วส่งใหม่");

    public static readonly FindingKind NotFinite = new("READ-028", Severity.Error, "ค่าในเซลล์ไม่ใช่จำนวน",
        "เซลล์เก็บค่า “{found}” ซึ่งไม่ใช่จำนวนที่ใช้ได้",
        "โปรดกรอกตัวเลขในเซลล์ {cell} ใหม่ แล้วส่งใหม่");

    public static readonly FindingKind Date1904 = new("READ-029", Severity.Info, "ใช้ระบบวันที่แบบ 1904",
        "สมุดงานนับวันที่จากปี ค.ศ. 1904 ระบบแปลงเป็นวันที่ที่ถูกต้องให้แล้ว",
        "ไม่ต้องแก้ไข หากวันที่ในรายงานไม่ตรง โปรดแจ้งกลุ่มงานบัญชี");

    public static readonly FindingKind NulCharacter = new("READ-030", Severity.Fatal, "ไฟล์ข้อความมีอักขระว่าง (NUL)",
        "บรรทัดที่ {found} ของไฟล์ข้อความมีอักขระ NUL ไฟล์ชำรุดหรือไม่ใช่ csv",
        "โปรดเปิดไฟล์ต้นฉบับ บันทึกเป็น “CSV UTF-8” หรือ .xlsx ใหม่ แล้วส่งใหม่");

    public static readonly FindingKind UnclosedQuote = new("READ-031", Severity.Fatal, "เครื่องหมายคำพูดไม่ปิด",
        "เครื่องหมาย \" ที่เปิดในบรรทัดที่ {found} ไม่มีตัวปิด จึงแบ่งเซลล์ต่อจากนั้นไม่ได้",
        "โปรดแก้เครื่องหมาย \" ในบรรทัดที่ {found} ของไฟล์ csv หรือบันทึกจาก Excel ใหม่เป็น .xlsx แล้วส่งใหม่");

    public static readonly FindingKind BadQuote = new("READ-032", Severity.Error, "เครื่องหมายคำพูดผิดที่",
        "บรรทัดที่ {found} มีเครื่องหมาย \" ผิดที่ จึงไม่แน่ใจว่าแบ่งเซลล์ถูกต้อง",
        "โปรดแก้เครื่องหมาย \" ในบรรทัดที่ {found} ของไฟล์ csv หรือบันทึกจาก Excel ใหม่เป็น .xlsx แล้วส่งใหม่");

    public static readonly FindingKind UnknownEncoding = new("READ-033", Severity.Fatal, "ไม่ทราบรหัสอักขระ",
        "อ่านข้อความในไฟล์ไม่ออก เพราะไม่ใช่รหัสอักขระ UTF-8, UTF-16 หรือ Windows-874",
        "โปรดเปิดไฟล์ต้นฉบับใน Excel บันทึกเป็น .xlsx หรือ “CSV UTF-8” แล้วส่งใหม่");

    public static readonly FindingKind EncodingUsed = new("READ-034", Severity.Info, "รหัสอักขระของไฟล์ข้อความ",
        "อ่านไฟล์ข้อความด้วยรหัสอักขระ {found}",
        "ไม่ต้องแก้ไข ครั้งต่อไปควรบันทึกเป็น .xlsx หรือ “CSV UTF-8”");

    public static readonly FindingKind GarbledTextRepaired = new("READ-035", Severity.Warning, "ซ่อมข้อความที่เพี้ยน",
        "ข้อความภาษาไทยในไฟล์ถูกบันทึกเพี้ยน ({found}) ระบบซ่อมกลับให้แล้ว",
        "โปรดตรวจชื่อและข้อความในคำตอบนี้ว่าถูกต้อง หากไม่ถูกต้อง โปรดบันทึกเป็น .xlsx แล้วส่งใหม่");

    public static readonly FindingKind SeparatorLine = new("READ-036", Severity.Info, "มีบรรทัดบอกตัวคั่น",
        "บรรทัดแรกของไฟล์คือ “{found}” ระบบใช้เป็นตัวคั่นและไม่นับเป็นแถว",
        "ไม่ต้องแก้ไข");

    public static readonly FindingKind NothingInside = new("READ-037", Severity.Fatal, "ไม่มีข้อมูลในไฟล์",
        "เปิดไฟล์ได้ แต่ทุกแผ่นงานว่างเปล่า",
        "โปรดตรวจว่าส่งถูกไฟล์ กรอกแบบฟอร์ม บันทึก แล้วส่งใหม่");

    public static readonly FindingKind TruncatedXls = new("READ-038", Severity.Fatal, "ไฟล์ .xls ขาดหายไปบางส่วน",
        "ไฟล์เป็นสมุดงาน .xls แต่ข้อมูลในไฟล์ขาดหายไป ({found})",
        "โปรดเปิดไฟล์ต้นฉบับดูว่าเปิดได้ บันทึกเป็น .xlsx แล้วส่งใหม่ทั้งไฟล์");

    public static readonly FindingKind Unreachable = new("READ-039", Severity.Fatal, "เข้าถึงไฟล์ไม่ได้",
        "อ่านไฟล์ {subject} ไม่ได้ เพราะ{found}", "โปรดปิดโปรแกรมที่เปิดไฟล์นี้อยู่หรือขอสิทธิ์อ่านไฟล์ แล้วตรวจใหม่");
}

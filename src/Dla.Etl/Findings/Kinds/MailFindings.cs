namespace Dla.Etl.Findings.Kinds;

/// <summary>What there is to say of a message rather than of a return in it. {subject} is an attachment's name, or the subject of the message.</summary>
public static class MailFindings
{
    public static readonly FindingKind NothingAttached = new(
        "MAIL-001", Severity.Error, "ไม่มีไฟล์แนบ",
        "อีเมลฉบับนี้ไม่มีไฟล์แนบ ระบบจึงไม่ได้รับแบบรายงาน",
        "โปรดแนบไฟล์แบบรายงาน (xlsx, xls หรือ csv) แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind LinkInsteadOfFile = new(
        "MAIL-002", Severity.Error, "มีลิงก์แทนไฟล์แนบ",
        "อีเมลฉบับนี้มีลิงก์ไปยังที่เก็บไฟล์ ({found}) แทนไฟล์แนบ ระบบไม่เปิดลิงก์ จึงไม่ได้รับแบบรายงาน",
        "โปรดดาวน์โหลดไฟล์จากลิงก์ แล้วแนบไฟล์นั้นมากับอีเมลฉบับใหม่");

    public static readonly FindingKind Winmail = new(
        "MAIL-003", Severity.Error, "ไฟล์แนบมาในรูป winmail.dat",
        "โปรแกรม Outlook ของท่านส่งอีเมลเป็นรูปแบบ Rich Text ไฟล์แนบจึงถูกห่อเป็น winmail.dat ซึ่งระบบเปิดไม่ได้",
        "โปรดส่งใหม่โดยก่อนกดส่งให้เลือกแท็บ Format Text (จัดรูปแบบข้อความ) แล้วเลือก HTML หรือ Plain Text แทน Rich Text");

    public static readonly FindingKind ZipTooDeep = new(
        "MAIL-004", Severity.Error, "ไฟล์ zip ซ้อนกันหลายชั้น",
        "ไฟล์ “{subject}” มีไฟล์ zip ซ้อนกันเกิน {expected} ชั้น ระบบจึงไม่ได้เปิดส่วนที่ลึกกว่านั้น",
        "โปรดแนบไฟล์แบบรายงานโดยตรง ไม่ต้องบีบอัด แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind ZipTooManyEntries = new(
        "MAIL-005", Severity.Error, "ไฟล์ zip มีไฟล์มากเกินไป",
        "ไฟล์ “{subject}” มีไฟล์ย่อย {found} ไฟล์ เกินกำหนด {expected} ไฟล์ ระบบจึงเปิดไม่ครบทุกไฟล์",
        "โปรดแนบเฉพาะไฟล์แบบรายงาน แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind ZipTooLarge = new(
        "MAIL-006", Severity.Error, "ไฟล์ zip มีเนื้อหาใหญ่เกินไป",
        "ไฟล์ “{subject}” เมื่อคลายแล้วใหญ่เกินกำหนด {expected} ไบต์ ระบบจึงไม่เปิด",
        "โปรดแนบไฟล์แบบรายงานโดยตรง ไม่ต้องบีบอัด แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind ZipEncrypted = new(
        "MAIL-007", Severity.Error, "ไฟล์ zip มีรหัสผ่าน",
        "ไฟล์ “{subject}” ต้องใช้รหัสผ่านในการเปิด ระบบจึงไม่ได้รับไฟล์ที่อยู่ข้างใน",
        "โปรดแนบไฟล์แบบรายงานโดยไม่ตั้งรหัสผ่าน แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind ZipBroken = new(
        "MAIL-008", Severity.Error, "ไฟล์ zip ชำรุด",
        "ไฟล์ “{subject}” เปิดไม่ได้ เพราะไฟล์ชำรุดหรือส่งมาไม่ครบ",
        "โปรดแนบไฟล์แบบรายงานโดยตรง หรือบีบอัดใหม่ แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind OtherArchive = new(
        "MAIL-009", Severity.Error, "ไฟล์บีบอัดชนิดที่ระบบไม่เปิด",
        "ไฟล์ “{subject}” เป็นไฟล์บีบอัดชนิดที่ระบบไม่เปิด (เปิดเฉพาะ zip)",
        "โปรดแนบไฟล์แบบรายงาน (xlsx, xls หรือ csv) โดยตรง แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind TooManyParts = new(
        "MAIL-010", Severity.Error, "อีเมลมีส่วนประกอบมากเกินไป",
        "อีเมลฉบับนี้มีส่วนประกอบเกินกำหนด {expected} ส่วน ระบบจึงอ่านไม่ครบ",
        "โปรดแนบเฉพาะไฟล์แบบรายงาน แล้วส่งเป็นอีเมลฉบับใหม่ ไม่ใช่การส่งต่อ");

    public static readonly FindingKind TooDeep = new(
        "MAIL-011", Severity.Error, "อีเมลซ้อนกันหลายชั้น",
        "อีเมลฉบับนี้มีอีเมลซ้อนกันเกินกำหนด {expected} ชั้น ระบบจึงอ่านไม่ครบ",
        "โปรดแนบไฟล์แบบรายงานกับอีเมลฉบับใหม่โดยตรง ไม่ใช่การส่งต่อซ้อนกัน");

    public static readonly FindingKind AttachmentsTooLarge = new(
        "MAIL-012", Severity.Error, "ไฟล์แนบรวมกันใหญ่เกินไป",
        "ไฟล์แนบของอีเมลฉบับนี้รวมกันเกินกำหนด {expected} ไบต์ ระบบจึงรับไม่ครบทุกไฟล์",
        "โปรดแบ่งส่งเป็นอีเมลหลายฉบับ ฉบับละหนึ่งแบบรายงาน");

    public static readonly FindingKind Broken = new(
        "MAIL-013", Severity.Warning, "อีเมลมาถึงไม่สมบูรณ์",
        "โครงสร้างของอีเมลฉบับนี้ไม่สมบูรณ์ ระบบอ่านเท่าที่อ่านได้",
        "โปรดตรวจสอบรายการไฟล์ที่ได้รับในคำตอบนี้ หากไม่ครบ โปรดส่งอีเมลมาใหม่");

    public static readonly FindingKind WrongCharset = new(
        "MAIL-014", Severity.Info, "รหัสอักขระของอีเมลไม่ตรงกับที่ระบุ",
        "ข้อความหรือชื่อไฟล์ในอีเมลฉบับนี้ไม่ได้ใช้รหัสอักขระตามที่ระบุ ระบบอ่านเป็น {found}",
        "ไม่ต้องดำเนินการ หากชื่อไฟล์ในคำตอบนี้อ่านได้ถูกต้อง");

    public static readonly FindingKind Encrypted = new(
        "MAIL-015", Severity.Error, "อีเมลถูกเข้ารหัส",
        "อีเมลฉบับนี้ถูกเข้ารหัส (S/MIME หรือ PGP) ระบบจึงอ่านไม่ได้",
        "โปรดส่งอีเมลมาใหม่โดยไม่เข้ารหัส");

    public static readonly FindingKind MessageTooLarge = new(
        "MAIL-016", Severity.Error, "อีเมลใหญ่เกินกำหนด",
        "อีเมลฉบับนี้มีขนาด {found} ไบต์ เกินกำหนด {expected} ไบต์ ระบบจึงไม่ได้รับไฟล์แนบ",
        "โปรดแนบเฉพาะไฟล์แบบรายงาน ไม่แนบรูปภาพหรือเอกสารอื่น แล้วส่งอีเมลมาใหม่");

    public static readonly FindingKind UnknownSender = new(
        "MAIL-017", Severity.Error, "ที่อยู่ผู้ส่งยังไม่ได้ลงทะเบียน",
        "ที่อยู่อีเมลที่ท่านใช้ส่งยังไม่ได้ลงทะเบียนเป็นผู้ส่งแบบรายงาน ระบบเก็บอีเมลไว้แล้วแต่ยังไม่ได้นำเข้าข้อมูล",
        "ไม่ต้องส่งใหม่ โปรดแจ้งกรมส่งเสริมการปกครองท้องถิ่นให้ลงทะเบียนที่อยู่อีเมลนี้ เมื่ออนุญาตแล้วระบบจะตรวจไฟล์และตอบกลับ");

    public static readonly FindingKind AuthenticationFailed = new(
        "MAIL-018", Severity.Error, "ยืนยันที่มาของอีเมลไม่ได้",
        "เครื่องแม่ข่ายแจ้งว่าอีเมลฉบับนี้ไม่ผ่านการยืนยันที่มา ({found}) จึงอาจไม่ได้มาจากผู้ส่งที่อ้าง",
        "โปรดสอบถามผู้ส่งทางโทรศัพท์ว่าส่งจริงหรือไม่ หากจริง ให้สั่ง dla-etl mail allow ตามด้วยเลขรับอีเมล");

    public static readonly FindingKind UnitNotPermitted = new(
        "MAIL-019", Severity.Error, "ผู้ส่งไม่มีสิทธิ์ส่งแทนหน่วยนี้",
        "แบบรายงานนี้เป็นของ {found} แต่ที่อยู่อีเมลที่ใช้ส่งมีสิทธิ์ส่งเฉพาะ {expected} ระบบจึงยังไม่ได้นำเข้าข้อมูล",
        "หากแนบไฟล์ถูกฉบับแล้ว ไม่ต้องส่งใหม่ โปรดแจ้งกรมส่งเสริมการปกครองท้องถิ่นเพื่อขออนุญาต หากไม่ใช่ ให้ {found} ส่งเองจากที่อยู่อีเมลที่ลงทะเบียนไว้");

    public static readonly FindingKind NotASpreadsheet = new(
        "MAIL-020", Severity.Info, "ไฟล์แนบที่ไม่ใช่ตารางคำนวณ",
        "ไฟล์แนบ “{subject}” ไม่ใช่ไฟล์ตารางคำนวณ ระบบเก็บไว้แต่ไม่ได้ตรวจ",
        "หากเป็นแบบรายงาน โปรดส่งเป็นไฟล์ xlsx, xls หรือ csv หากเป็นหนังสือนำหรือเอกสารประกอบ ไม่ต้องดำเนินการ");

    public static readonly FindingKind MessageUnreadable = new(
        "MAIL-021", Severity.Error, "ระบบอ่านอีเมลไม่สำเร็จ",
        "ระบบอ่านอีเมลฉบับนี้ไม่สำเร็จ จึงยังไม่ได้รับแบบรายงาน อีเมลถูกเก็บไว้ให้เจ้าหน้าที่ตรวจสอบแล้ว",
        "โปรดแนบไฟล์แบบรายงานกับอีเมลฉบับใหม่แล้วส่งมาอีกครั้ง");

    public static readonly FindingKind MailboxUnreachable = new(
        "MAIL-022", Severity.Error, "อ่านกล่องจดหมายไม่ได้",
        "อ่านกล่องจดหมาย {subject} ไม่ได้: {found}",
        "ระบบจะลองใหม่ในรอบถัดไป หากยังไม่ได้ โปรดตรวจค่าตั้ง Mail:Imap และเครื่องแม่ข่ายอีเมล");

    public static readonly FindingKind TriedAgain = new(
        "MAIL-023", Severity.Warning, "โปรแกรมขัดข้องที่อีเมลฉบับหนึ่ง",
        "โปรแกรมขัดข้องขณะอ่านอีเมล UID {subject} ครั้งที่ {found} จาก {expected} ({reason}) อีเมลฉบับอื่นยังรับตามปกติ",
        "ระบบจะลองใหม่ในรอบถัดไป หากยังไม่ได้จะย้ายอีเมลไปโฟลเดอร์ที่ต้องตรวจสอบ");

    public static readonly FindingKind GivenUp = new(
        "MAIL-024", Severity.Error, "พักอีเมลที่โปรแกรมอ่านไม่ได้",
        "โปรแกรมขัดข้องที่อีเมลเลขรับ {subject} {expected} ครั้ง จึงเก็บต้นฉบับไว้และย้ายไปโฟลเดอร์ที่ต้องตรวจสอบ: {found}",
        "โปรดเปิดดูอีเมลฉบับนี้ในกล่องจดหมาย และส่งข้อความนี้ให้ผู้ดูแลระบบ เมื่อแก้โปรแกรมแล้วให้ย้ายอีเมลกลับกล่องขาเข้าเพื่อรับใหม่");

    public static readonly FindingKind HeldForPermission = new(
        "MAIL-025", Severity.Warning, "มีอีเมลรออนุญาต",
        "อีเมลเลขรับ {subject} จาก {found} รออนุญาต: {reason}",
        "โปรดเพิ่มที่อยู่ในสมุดที่อยู่ หรือสั่ง dla-etl mail allow {subject} --unit รหัสหน่วย --reason เหตุผล");

    public static readonly FindingKind AutomaticWithAttachments = new(
        "MAIL-026", Severity.Warning, "อีเมลอัตโนมัติมีไฟล์แนบ",
        "อีเมลเลขรับ {subject} จาก {found} ซึ่งลงทะเบียนไว้ มีไฟล์แนบแต่ส่งโดยโปรแกรมอัตโนมัติ ระบบจึงไม่ได้นำเข้าและไม่ตอบ",
        "โปรดเปิดดู หากเป็นแบบรายงานจริง ให้สั่ง dla-etl mail allow {subject} --reason เหตุผล");

    public static readonly FindingKind Bounced = new(
        "MAIL-027", Severity.Warning, "มีอีเมลตีกลับ",
        "อีเมลเลขรับ {subject} เป็นรายงานตีกลับจาก {found} แสดงว่าอีเมลที่ระบบส่งอาจไม่ถึงผู้รับ",
        "โปรดเปิดดูในโฟลเดอร์ที่ต้องตรวจสอบของกล่องจดหมาย แล้วแก้ที่อยู่ผู้รับในสมุดที่อยู่");

    public static readonly FindingKind SenderInDoubt = new(
        "MAIL-029", Severity.Warning, "มีอีเมลรออนุญาตที่ไม่แน่ชัดว่าใครส่ง",
        "อีเมลเลขรับ {subject} จาก {found} รออนุญาต: {reason}",
        "โปรดโทรถามหน่วยงานตามหมายเลขในทำเนียบว่าส่งจริงหรือไม่ หากจริงให้สั่ง dla-etl mail allow {subject} --reason เหตุผล (ผู้ส่งที่ไม่อยู่ในสมุดที่อยู่ให้เพิ่ม --unit รหัสหน่วย) การเพิ่มที่อยู่ในสมุดที่อยู่ไม่ทำให้อีเมลฉบับนี้ผ่าน");

    public static readonly FindingKind NotMoved = new(
        "MAIL-028", Severity.Warning, "ย้ายอีเมลในกล่องจดหมายไม่ได้",
        "รับอีเมลเลขรับ {subject} เข้าระบบแล้ว แต่ย้ายไปโฟลเดอร์ปลายทางในกล่องจดหมายไม่ได้: {found}",
        "ระบบจะย้ายให้เองในรอบถัดไปโดยไม่รับซ้ำ หากยังไม่ได้ โปรดตรวจชื่อโฟลเดอร์ในค่าตั้ง Mail:Imap และพื้นที่ของกล่องจดหมาย");
}

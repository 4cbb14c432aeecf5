namespace Dla.Etl.Findings.Kinds;

/// <summary>What the operator hears about the drop folder, the archive and the folders beside it. {subject} is a path below the drop folder or a folder of ours.</summary>
public static class IntakeFindings
{
    public static readonly FindingKind NameUnreadable = new(
        "INT-001", Severity.Error, "ชื่อไฟล์อ่านไม่ออก",
        "ชื่อ “{subject}” ในโฟลเดอร์รับไฟล์มีรหัสอักขระที่ไม่ใช่ UTF-8 ระบบจึงเปิดไฟล์หรือโฟลเดอร์นี้ไม่ได้ และยังไม่ได้รับเข้าระบบ",
        "โปรดเปลี่ยนชื่อไฟล์หรือโฟลเดอร์ “{subject}” เป็นชื่อปกติ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind FileUnreadable = new(
        "INT-002", Severity.Error, "ไม่สามารถอ่านไฟล์ในโฟลเดอร์รับไฟล์",
        "ระบบอ่านไฟล์ “{subject}” ไม่ได้ เพราะ{found} ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดให้สิทธิ์อ่านไฟล์ “{subject}” แก่บัญชีผู้ใช้ของระบบ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind FolderUnreadable = new(
        "INT-003", Severity.Error, "ไม่สามารถเปิดดูโฟลเดอร์รับไฟล์",
        "ระบบเปิดดูโฟลเดอร์ “{subject}” ไม่ได้ เพราะ{found} ไฟล์ในโฟลเดอร์นี้จึงยังไม่ได้รับเข้าระบบ",
        "โปรดตรวจสอบว่าโฟลเดอร์ “{subject}” มีอยู่ และให้สิทธิ์เปิดดูแก่บัญชีผู้ใช้ของระบบ");

    public static readonly FindingKind ArchiveFull = new(
        "INT-004", Severity.Error, "ดิสก์ของคลังไฟล์เต็ม",
        "เก็บไฟล์ “{subject}” เข้าคลังไฟล์ไม่ได้ เพราะ{found} ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดเพิ่มพื้นที่ว่างให้ดิสก์ของคลังไฟล์ แล้วสั่งทำงานอีกครั้ง ระบบจะรับไฟล์ “{subject}” เอง");

    public static readonly FindingKind ArchiveUnwritable = new(
        "INT-005", Severity.Error, "เขียนคลังไฟล์ไม่ได้",
        "เก็บไฟล์ “{subject}” เข้าคลังไฟล์ไม่ได้ เพราะ{found} ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดให้สิทธิ์เขียนโฟลเดอร์คลังไฟล์แก่บัญชีผู้ใช้ของระบบ แล้วสั่งทำงานอีกครั้ง ระบบจะรับไฟล์ “{subject}” เอง");

    public static readonly FindingKind OriginalNotMoved = new(
        "INT-006", Severity.Warning, "ย้ายไฟล์ต้นฉบับออกจากโฟลเดอร์รับไฟล์ไม่ได้",
        "รับไฟล์ “{subject}” เข้าระบบแล้ว (เลขรับ {expected}) แต่ย้ายต้นฉบับไปโฟลเดอร์ไฟล์ที่รับแล้วไม่ได้ เพราะ{found}",
        "โปรดให้สิทธิ์เขียนโฟลเดอร์รับไฟล์และโฟลเดอร์ไฟล์ที่รับแล้วแก่บัญชีผู้ใช้ของระบบ ระบบจะย้ายให้เองในรอบถัดไปโดยไม่รับซ้ำ");

    public static readonly FindingKind FileTooLarge = new(
        "INT-007", Severity.Error, "ไฟล์ใหญ่เกินกำหนด",
        "ไฟล์ “{subject}” มีขนาด {found} ไบต์ เกินกำหนด {expected} ไบต์ จึงไม่รับเข้าระบบ ไฟล์ยังอยู่ที่เดิม",
        "โปรดตรวจสอบว่าเป็นไฟล์แบบรายงานจริง หากจำเป็นต้องรับ ให้เพิ่มค่าขนาดไฟล์สูงสุดในการตั้งค่าการรับไฟล์");

    public static readonly FindingKind LinkSkipped = new(
        "INT-008", Severity.Warning, "ไม่รับลิงก์ (symbolic link)",
        "“{subject}” ในโฟลเดอร์รับไฟล์เป็นลิงก์ไปยังที่อื่น ระบบจึงไม่รับ",
        "โปรดวางไฟล์จริงแทนลิงก์ “{subject}”");

    public static readonly FindingKind FolderTooDeep = new(
        "INT-009", Severity.Warning, "มีโฟลเดอร์ซ้อนในโฟลเดอร์ของจังหวัด",
        "โฟลเดอร์ “{subject}” ซ้อนอยู่ในโฟลเดอร์ของจังหวัด ระบบไม่รับไฟล์ที่อยู่ในโฟลเดอร์ซ้อน",
        "โปรดย้ายไฟล์ออกมาวางในโฟลเดอร์ของจังหวัดโดยตรง แล้วลบโฟลเดอร์ “{subject}”");

    public static readonly FindingKind ArchiveRepaired = new(
        "INT-010", Severity.Warning, "ไฟล์ในคลังเสียหายและได้ซ่อมแล้ว",
        "ไฟล์ในคลังที่มีเนื้อหาเดียวกับ “{subject}” ({found}) ไม่ตรงกับรหัส SHA-256 ของตน ระบบแทนที่ด้วยไฟล์ที่เพิ่งได้รับซึ่งถูกต้องแล้ว",
        "โปรดตรวจสอบดิสก์ของคลังไฟล์ว่ามีความเสียหายหรือไม่ และตรวจสอบสำเนาสำรอง");

    public static readonly FindingKind NotAFile = new(
        "INT-011", Severity.Warning, "ไม่ใช่ไฟล์ข้อมูล",
        "“{subject}” ในโฟลเดอร์รับไฟล์ไม่ใช่ไฟล์ข้อมูลธรรมดา (เป็นไปป์ ซ็อกเก็ต หรืออุปกรณ์) ระบบจึงไม่รับ",
        "โปรดลบ “{subject}” ออกจากโฟลเดอร์รับไฟล์");

    public static readonly FindingKind ChangedWhileTaken = new(
        "INT-012", Severity.Info, "ไฟล์เปลี่ยนแปลงระหว่างรับ",
        "ไฟล์ “{subject}” มีการเปลี่ยนแปลงระหว่างที่ระบบกำลังรับ จึงยังไม่รับในรอบนี้",
        "ไม่ต้องดำเนินการ ระบบจะรับเองเมื่อไฟล์นิ่งแล้ว");

    public static readonly FindingKind StillBeingWritten = new(
        "INT-013", Severity.Warning, "ไฟล์ยังไม่นิ่ง",
        "ไฟล์ “{subject}” ยังถูกเขียนหรือเปิดค้างอยู่จนสิ้นเวลารอ {expected} วินาที จึงยังไม่รับในรอบนี้",
        "โปรดปิดไฟล์ “{subject}” ในโปรแกรมที่เปิดอยู่ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind ReplyNotWritten = new(
        "INT-014", Severity.Error, "เขียนไฟล์คำตอบไม่ได้",
        "เขียนไฟล์คำตอบ “{subject}” ไม่ได้ เพราะ{found}",
        "โปรดตรวจสอบพื้นที่ว่างและสิทธิ์เขียนของโฟลเดอร์ไฟล์คำตอบ ระบบจะเขียนให้ใหม่ในการทำงานรอบถัดไป");

    public static readonly FindingKind OnNetworkShare = new(
        "INT-015", Severity.Fatal, "คลังไฟล์หรือฐานข้อมูลอยู่บนเครือข่าย",
        "“{subject}” อยู่บนโฟลเดอร์ที่ใช้ร่วมกันในเครือข่าย ระบบจึงไม่ทำงาน เพราะข้อมูลอาจเสียหาย",
        "โปรดตั้งค่า {found} ให้เป็นโฟลเดอร์ในดิสก์ของเครื่องนี้");

    public static readonly FindingKind FoldersOverlap = new(
        "INT-016", Severity.Fatal, "โฟลเดอร์ซ้อนกัน",
        "โฟลเดอร์ {found} (“{subject}”) ซ้อนกับโฟลเดอร์ {expected} ระบบจึงไม่ทำงาน เพราะอาจรับไฟล์ของตนเองซ้ำไม่รู้จบ",
        "โปรดตั้งค่าโฟลเดอร์ {found} และ {expected} ให้แยกจากกัน");

    public static readonly FindingKind FolderNotMade = new(
        "INT-017", Severity.Fatal, "สร้างโฟลเดอร์ไม่ได้",
        "สร้างโฟลเดอร์ “{subject}” ไม่ได้ เพราะ{found}",
        "โปรดตรวจสอบพื้นที่ว่างและสิทธิ์เขียน หรือสร้างโฟลเดอร์ “{subject}” ไว้ล่วงหน้า");

    public static readonly FindingKind ReplacedAfterReceipt = new(
        "INT-018", Severity.Info, "ต้นฉบับถูกแทนที่หลังรับแล้ว",
        "ไฟล์ “{subject}” ที่รับไว้แล้ว (เลขรับ {expected}) ถูกแทนที่หรือลบก่อนย้าย ระบบวางสำเนาจากคลังไฟล์ไว้ในโฟลเดอร์ไฟล์ที่รับแล้ว",
        "ไม่ต้องดำเนินการ หากมีไฟล์ใหม่ ระบบจะรับเป็นการส่งครั้งใหม่");

    public static readonly FindingKind FileStuck = new(
        "INT-019", Severity.Warning, "มีไฟล์ค้าง",
        "มีไฟล์ค้าง: {found}",
        "โปรดดูสาเหตุด้วยคำสั่ง dla-etl status แล้วทำตามคู่มือ jobs/RUNBOOK.md ข้อไฟล์ค้าง");

    public static readonly FindingKind NotRemoved = new(
        "INT-020", Severity.Warning, "ยังลบไฟล์ที่เก็บครบกำหนดไม่ได้",
        "ยังลบไฟล์ที่เก็บครบกำหนดไม่ได้: {found}",
        "โปรดแก้ไขตามที่แจ้ง ระบบจะลองใหม่ในรอบดูแลระบบคืนถัดไป หรือสั่ง dla-etl retention");
}

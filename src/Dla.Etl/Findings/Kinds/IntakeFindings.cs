namespace Dla.Etl.Findings.Kinds;

/// <summary>What the operator hears about the drop folder, the archive and the folders beside it. {subject} is a path below the drop folder or a folder of ours.</summary>
public static class IntakeFindings
{
    public static readonly FindingKind NameUnreadable = new(
        "INT-001", Severity.Error, "ชื่อแฟ้มอ่านไม่ออก",
        "ชื่อ “{subject}” ในโฟลเดอร์รับแฟ้มมีรหัสอักขระที่ไม่ใช่ UTF-8 ระบบจึงเปิดแฟ้มหรือโฟลเดอร์นี้ไม่ได้ และยังไม่ได้รับเข้าระบบ",
        "โปรดเปลี่ยนชื่อแฟ้มหรือโฟลเดอร์ “{subject}” เป็นชื่อปกติ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind FileUnreadable = new(
        "INT-002", Severity.Error, "ไม่สามารถอ่านแฟ้มในโฟลเดอร์รับแฟ้ม",
        "ระบบอ่านแฟ้ม “{subject}” ไม่ได้ เพราะ{found} แฟ้มยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดให้สิทธิ์อ่านแฟ้ม “{subject}” แก่บัญชีผู้ใช้ของระบบ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind FolderUnreadable = new(
        "INT-003", Severity.Error, "ไม่สามารถเปิดดูโฟลเดอร์รับแฟ้ม",
        "ระบบเปิดดูโฟลเดอร์ “{subject}” ไม่ได้ เพราะ{found} แฟ้มในโฟลเดอร์นี้จึงยังไม่ได้รับเข้าระบบ",
        "โปรดตรวจสอบว่าโฟลเดอร์ “{subject}” มีอยู่ และให้สิทธิ์เปิดดูแก่บัญชีผู้ใช้ของระบบ");

    public static readonly FindingKind ArchiveFull = new(
        "INT-004", Severity.Error, "ดิสก์ของคลังแฟ้มเต็ม",
        "เก็บแฟ้ม “{subject}” เข้าคลังแฟ้มไม่ได้ เพราะ{found} แฟ้มยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดเพิ่มพื้นที่ว่างให้ดิสก์ของคลังแฟ้ม แล้วสั่งทำงานอีกครั้ง ระบบจะรับแฟ้ม “{subject}” เอง");

    public static readonly FindingKind ArchiveUnwritable = new(
        "INT-005", Severity.Error, "เขียนคลังแฟ้มไม่ได้",
        "เก็บแฟ้ม “{subject}” เข้าคลังแฟ้มไม่ได้ เพราะ{found} แฟ้มยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ",
        "โปรดให้สิทธิ์เขียนโฟลเดอร์คลังแฟ้มแก่บัญชีผู้ใช้ของระบบ แล้วสั่งทำงานอีกครั้ง ระบบจะรับแฟ้ม “{subject}” เอง");

    public static readonly FindingKind OriginalNotMoved = new(
        "INT-006", Severity.Warning, "ย้ายแฟ้มต้นฉบับออกจากโฟลเดอร์รับแฟ้มไม่ได้",
        "รับแฟ้ม “{subject}” เข้าระบบแล้ว (เลขรับ {expected}) แต่ย้ายต้นฉบับไปโฟลเดอร์แฟ้มที่รับแล้วไม่ได้ เพราะ{found}",
        "โปรดให้สิทธิ์เขียนโฟลเดอร์รับแฟ้มและโฟลเดอร์แฟ้มที่รับแล้วแก่บัญชีผู้ใช้ของระบบ ระบบจะย้ายให้เองในรอบถัดไปโดยไม่รับซ้ำ");

    public static readonly FindingKind FileTooLarge = new(
        "INT-007", Severity.Error, "แฟ้มใหญ่เกินกำหนด",
        "แฟ้ม “{subject}” มีขนาด {found} ไบต์ เกินกำหนด {expected} ไบต์ จึงไม่รับเข้าระบบ แฟ้มยังอยู่ที่เดิม",
        "โปรดตรวจสอบว่าเป็นแฟ้มแบบรายงานจริง หากจำเป็นต้องรับ ให้เพิ่มค่าขนาดแฟ้มสูงสุดในการตั้งค่าการรับแฟ้ม");

    public static readonly FindingKind LinkSkipped = new(
        "INT-008", Severity.Warning, "ไม่รับทางลัด (symbolic link)",
        "“{subject}” ในโฟลเดอร์รับแฟ้มเป็นทางลัดไปยังที่อื่น ระบบจึงไม่รับ",
        "โปรดวางแฟ้มจริงแทนทางลัด “{subject}”");

    public static readonly FindingKind FolderTooDeep = new(
        "INT-009", Severity.Warning, "มีโฟลเดอร์ซ้อนในโฟลเดอร์ของจังหวัด",
        "โฟลเดอร์ “{subject}” ซ้อนอยู่ในโฟลเดอร์ของจังหวัด ระบบไม่รับแฟ้มที่อยู่ในโฟลเดอร์ซ้อน",
        "โปรดย้ายแฟ้มออกมาวางในโฟลเดอร์ของจังหวัดโดยตรง แล้วลบโฟลเดอร์ “{subject}”");

    public static readonly FindingKind ArchiveRepaired = new(
        "INT-010", Severity.Warning, "แฟ้มในคลังเสียหายและได้ซ่อมแล้ว",
        "แฟ้มในคลังที่มีเนื้อหาเดียวกับ “{subject}” ({found}) ไม่ตรงกับรหัส SHA-256 ของตน ระบบแทนที่ด้วยแฟ้มที่เพิ่งได้รับซึ่งถูกต้องแล้ว",
        "โปรดตรวจสอบดิสก์ของคลังแฟ้มว่ามีความเสียหายหรือไม่ และตรวจสอบสำเนาสำรอง");

    public static readonly FindingKind NotAFile = new(
        "INT-011", Severity.Warning, "ไม่ใช่แฟ้มข้อมูล",
        "“{subject}” ในโฟลเดอร์รับแฟ้มไม่ใช่แฟ้มข้อมูลธรรมดา (เป็นไปป์ ซ็อกเก็ต หรืออุปกรณ์) ระบบจึงไม่รับ",
        "โปรดลบ “{subject}” ออกจากโฟลเดอร์รับแฟ้ม");

    public static readonly FindingKind ChangedWhileTaken = new(
        "INT-012", Severity.Info, "แฟ้มเปลี่ยนแปลงระหว่างรับ",
        "แฟ้ม “{subject}” มีการเปลี่ยนแปลงระหว่างที่ระบบกำลังรับ จึงยังไม่รับในรอบนี้",
        "ไม่ต้องดำเนินการ ระบบจะรับเองเมื่อแฟ้มนิ่งแล้ว");

    public static readonly FindingKind StillBeingWritten = new(
        "INT-013", Severity.Warning, "แฟ้มยังไม่นิ่ง",
        "แฟ้ม “{subject}” ยังถูกเขียนหรือเปิดค้างอยู่จนสิ้นเวลารอ {expected} วินาที จึงยังไม่รับในรอบนี้",
        "โปรดปิดแฟ้ม “{subject}” ในโปรแกรมที่เปิดอยู่ แล้วระบบจะรับในการทำงานรอบถัดไป");

    public static readonly FindingKind ReplyNotWritten = new(
        "INT-014", Severity.Error, "เขียนหนังสือตอบไม่ได้",
        "เขียนหนังสือตอบ “{subject}” ไม่ได้ เพราะ{found}",
        "โปรดตรวจสอบพื้นที่ว่างและสิทธิ์เขียนของโฟลเดอร์หนังสือตอบ ระบบจะเขียนให้ใหม่ในการทำงานรอบถัดไป");

    public static readonly FindingKind OnNetworkShare = new(
        "INT-015", Severity.Fatal, "คลังแฟ้มหรือฐานข้อมูลอยู่บนเครือข่าย",
        "“{subject}” อยู่บนโฟลเดอร์ที่ใช้ร่วมกันในเครือข่าย ระบบจึงไม่ทำงาน เพราะข้อมูลอาจเสียหาย",
        "โปรดตั้งค่า {found} ให้เป็นโฟลเดอร์ในดิสก์ของเครื่องนี้");

    public static readonly FindingKind FoldersOverlap = new(
        "INT-016", Severity.Fatal, "โฟลเดอร์ซ้อนกัน",
        "โฟลเดอร์ {found} (“{subject}”) ซ้อนกับโฟลเดอร์ {expected} ระบบจึงไม่ทำงาน เพราะอาจรับแฟ้มของตนเองซ้ำไม่รู้จบ",
        "โปรดตั้งค่าโฟลเดอร์ {found} และ {expected} ให้แยกจากกัน");

    public static readonly FindingKind FolderNotMade = new(
        "INT-017", Severity.Fatal, "สร้างโฟลเดอร์ไม่ได้",
        "สร้างโฟลเดอร์ “{subject}” ไม่ได้ เพราะ{found}",
        "โปรดตรวจสอบพื้นที่ว่างและสิทธิ์เขียน หรือสร้างโฟลเดอร์ “{subject}” ไว้ล่วงหน้า");

    public static readonly FindingKind ReplacedAfterReceipt = new(
        "INT-018", Severity.Info, "ต้นฉบับถูกแทนที่หลังรับแล้ว",
        "แฟ้ม “{subject}” ที่รับไว้แล้ว (เลขรับ {expected}) ถูกแทนที่หรือลบก่อนย้าย ระบบวางสำเนาจากคลังแฟ้มไว้ในโฟลเดอร์แฟ้มที่รับแล้ว",
        "ไม่ต้องดำเนินการ หากมีแฟ้มใหม่ ระบบจะรับเป็นการส่งครั้งใหม่");
}

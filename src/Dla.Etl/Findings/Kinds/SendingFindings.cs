namespace Dla.Etl.Findings.Kinds;

/// <summary>What the operator hears about mail that leaves. {subject} is the number of the mail.</summary>
public static class SendingFindings
{
    public static readonly FindingKind CeilingReached = new(
        "MAIL-101", Severity.Warning, "ไม่ตอบอีเมลเพราะตอบผู้ส่งครบจำนวนต่อวันแล้ว",
        "ไม่ได้ตอบอีเมลเลขรับที่ {subject} เพราะ{found}",
        "โปรดดูผลการตรวจด้วยคำสั่ง dla-etl mail inbox แล้วแจ้งผู้ส่งทางอื่น หากผู้ส่งมีเหตุต้องส่งมาก ให้เพิ่มค่าตั้ง Mail:AnswersPerSenderAndDay");

    public static readonly FindingKind SendUncertain = new(
        "MAIL-102", Severity.Warning, "ไม่แน่ใจว่าอีเมลออกไปแล้วหรือไม่",
        "ไม่แน่ใจว่าอีเมลส่งออกเลขที่ {subject} ออกไปแล้วหรือไม่ เพราะ{found} ระบบจะไม่ส่งซ้ำเอง",
        "โปรดตรวจบันทึกของเซิร์ฟเวอร์อีเมลหรือถามผู้รับ แล้วสั่ง dla-etl mail settle {subject} --sent หรือ --again พร้อม --reason");

    public static readonly FindingKind SendFailed = new(
        "MAIL-103", Severity.Warning, "ส่งอีเมลไม่ได้",
        "ส่งอีเมลเลขที่ {subject} ไม่ได้: {found}",
        "โปรดดูข้อความจากเซิร์ฟเวอร์และเนื้อหาด้วย dla-etl mail preview {subject} เมื่อแก้เหตุแล้วสั่ง dla-etl mail settle {subject} --again --reason (รายงานและหนังสือเตือนส่งไปที่อยู่ตามสมุดที่อยู่ขณะนั้น คำตอบส่งไปที่อยู่เดิม หรือระบุ --to) หากไม่ต้องส่งแล้วสั่งด้วย --cancel แทน");

    public static readonly FindingKind RelayUnreachable = new(
        "MAIL-104", Severity.Warning, "ติดต่อเซิร์ฟเวอร์ส่งอีเมลไม่ได้",
        "ติดต่อเซิร์ฟเวอร์ส่งอีเมล {subject} ไม่ได้: {found} อีเมลที่รอส่งยังอยู่ครบ",
        "โปรดตรวจค่าตั้ง Mail:Smtp เครือข่าย และใบรับรองของเซิร์ฟเวอร์ ระบบจะลองใหม่เอง");

    public static readonly FindingKind RelayRefusesUs = new(
        "MAIL-107", Severity.Warning, "เซิร์ฟเวอร์ส่งอีเมลไม่ให้เข้าใช้",
        "เซิร์ฟเวอร์ส่งอีเมล {subject} ไม่ให้เข้าใช้: {found} อีเมลที่รอส่งยังอยู่ครบ",
        "โปรดตรวจชื่อผู้ใช้ รหัสผ่าน และ Security ในค่าตั้ง Mail:Smtp แล้วสั่ง dla-etl mail try ระบบจะลองใหม่เอง");

    public static readonly FindingKind MailNotWritten = new(
        "MAIL-105", Severity.Error, "อ่านไฟล์แนบหรือเขียนไฟล์อีเมลไม่ได้",
        "เตรียมอีเมลเลขที่ {subject} ไม่ได้ เพราะ{found} อีเมลที่รอส่งยังอยู่ครบ",
        "โปรดตรวจคลังไฟล์ และพื้นที่ว่างกับสิทธิ์เขียนของโฟลเดอร์อีเมลส่งออก ระบบจะลองใหม่เองในรอบถัดไป");

    public static readonly FindingKind MarkedNotKept = new(
        "MAIL-106", Severity.Error, "เก็บไฟล์ที่ทำเครื่องหมายแล้วไม่ได้",
        "ยังตอบอีเมลเลขรับที่ {subject} ไม่ได้ เพราะ{found}",
        "โปรดตรวจพื้นที่ว่างและสิทธิ์เขียนของคลังไฟล์ ระบบจะตอบให้เองในรอบถัดไป");
}

namespace Dla.Etl.Findings.Kinds;

/// <summary>What stops the allocation of costs, or must be known with its tables. For the department's accountants.</summary>
public static class CostFindings
{
    public static readonly FindingKind RatioUnknown = new(
        "COST-001", Severity.Error, "ไม่ทราบเกณฑ์การปันส่วน",
        "คำนวณต้นทุนไม่ได้ เพราะไม่ทราบ{subject}: {reason}",
        "โปรดกรอกค่าที่ถูกต้องพร้อมแหล่งที่มาในไฟล์เกณฑ์การปันส่วนของปีนั้น ระบบไม่สมมติให้เท่ากัน");

    public static readonly FindingKind CentreUnknown = new(
        "COST-002", Severity.Error, "ไม่รู้จักศูนย์ต้นทุน",
        "รหัสศูนย์ต้นทุน “{found}” ไม่มีในรายชื่อศูนย์ต้นทุนปีงบประมาณ พ.ศ. {expected}",
        "โปรดตรวจสอบรหัส หากเป็นศูนย์ต้นทุนใหม่ โปรดเพิ่มในไฟล์เกณฑ์การปันส่วนของปีนั้น");

    public static readonly FindingKind DepreciationSource = new(
        "COST-003", Severity.Error, "ค่าเสื่อมราคากับแหล่งเงินไม่สอดคล้องกัน",
        "{subject} ระบุแหล่งเงินเป็น{found} แต่ค่าเสื่อมราคาไม่มีแหล่งเงินสด และค่าใช้จ่ายอื่นต้องมีแหล่งเงินสด",
        "โปรดแก้ประเภทค่าใช้จ่ายหรือแหล่งเงินให้เป็นค่าเสื่อมราคาทั้งคู่ หรือไม่ใช่ทั้งคู่");

    public static readonly FindingKind CreditWithoutNote = new(
        "COST-004", Severity.Error, "ค่าใช้จ่ายติดลบโดยไม่มีหมายเหตุ",
        "{subject} เป็นจำนวนติดลบ {found} บาท โดยไม่มีหมายเหตุ",
        "โปรดตรวจสอบเครื่องหมาย หากเป็นการปรับปรุงรายการจริง โปรดเขียนเหตุผลในช่องหมายเหตุ");

    public static readonly FindingKind Credit = new(
        "COST-005", Severity.Info, "ค่าใช้จ่ายติดลบตามหมายเหตุ",
        "{subject} เป็นจำนวนติดลบ {found} บาท หมายเหตุ: {reason}",
        "ไม่ต้องดำเนินการ หากเป็นการปรับปรุงรายการจริง");

    public static readonly FindingKind PoolMissing = new(
        "COST-006", Severity.Error, "ต้นทุนทางอ้อมไม่มีเกณฑ์การปันส่วน",
        "ต้นทุนทางอ้อมประเภท{subject} (บัญชี {found}) ไม่มีเกณฑ์การปันส่วนเข้าสู่ศูนย์ต้นทุน",
        "โปรดเพิ่มเกณฑ์พร้อมแหล่งที่มาในหัวข้อ indirect ของไฟล์เกณฑ์การปันส่วน");

    public static readonly FindingKind NoReceivers = new(
        "COST-007", Severity.Error, "ต้นทุนไม่มีผู้รับ",
        "{subject} ไม่มีผู้รับการปันส่วน ({expected} รวมได้ศูนย์) ต้นทุนจึงไปต่อไม่ได้",
        "โปรดระบุผู้รับและค่าที่ใช้ปันส่วนพร้อมแหล่งที่มาในไฟล์เกณฑ์การปันส่วน");

    public static readonly FindingKind WorkloadMissing = new(
        "COST-008", Severity.Error, "ศูนย์ต้นทุนไม่มีกิจกรรมย่อย",
        "ศูนย์ต้นทุน {subject} มีต้นทุน แต่ไม่มีเกณฑ์การปันส่วนเข้าสู่กิจกรรมย่อย",
        "โปรดเพิ่มเกณฑ์พร้อมแหล่งที่มาในหัวข้อ workload ของไฟล์เกณฑ์การปันส่วน");

    public static readonly FindingKind NoCosts = new(
        "COST-009", Severity.Error, "ไม่มีข้อมูลต้นทุน",
        "ปีงบประมาณ พ.ศ. {found} ไม่มีรายการต้นทุนที่นำมาคำนวณ",
        "โปรดส่งไฟล์ต้นทุนตามศูนย์ต้นทุนของปีนั้น");

    public static readonly FindingKind MadeUp = new(
        "COST-010", Severity.Warning, "ใช้เกณฑ์การปันส่วนสมมติ",
        "ผลการคำนวณนี้ใช้เกณฑ์ที่ไม่ใช่ของจริง: {found}",
        "ห้ามนำไปใช้เป็นผลของกรม โปรดใช้ไฟล์เกณฑ์การปันส่วนจริงก่อนเผยแพร่");

    public static readonly FindingKind StatementsDiffer = new(
        "COST-011", Severity.Warning, "ต้นทุนไม่ตรงกับงบการเงิน",
        "ค่าใช้จ่ายตามงบการเงินหักรายการที่ไม่นำมาคำนวณได้ {expected} บาท แต่ต้นทุนรวมเป็น {found} บาท{reason}",
        "โปรดตรวจสอบว่ารายการต้นทุนครบถ้วนและใช้หน่วยบาท แล้วอธิบายผลต่างในหมายเหตุของตารางที่ 1");

    public static readonly FindingKind QuantitiesMissing = new(
        "COST-012", Severity.Warning, "มีต้นทุนแต่ไม่มีปริมาณ",
        "{subject} มีต้นทุนแต่คำนวณต้นทุนต่อหน่วยไม่ได้ เพราะ{reason}",
        "โปรดตรวจสอบปริมาณที่จังหวัดรายงานหรือปริมาณในไฟล์เกณฑ์การปันส่วน");

    public static readonly FindingKind CostsMissing = new(
        "COST-013", Severity.Warning, "มีปริมาณแต่ไม่มีต้นทุน",
        "{subject} มีปริมาณ {found} แต่ไม่มีต้นทุน",
        "โปรดตรวจสอบเกณฑ์การปันส่วนและไฟล์ต้นทุนของปีนั้น");

    public static readonly FindingKind QuantitiesPartial = new(
        "COST-014", Severity.Warning, "ปริมาณยังไม่ครบทุกหน่วย",
        "ปริมาณของ {subject} มาจาก {found} จาก {expected} หน่วย แต่ต้นทุนเป็นของทุกหน่วย ต้นทุนต่อหน่วยจึงสูงกว่าจริง",
        "โปรดติดตามแบบรายงานปริมาณที่ยังขาด แล้วคำนวณใหม่");

    public static readonly FindingKind DriversMissing = new(
        "COST-015", Severity.Error, "ไม่มีไฟล์เกณฑ์การปันส่วนของปี",
        "ไม่มีไฟล์เกณฑ์การปันส่วนของปีงบประมาณ พ.ศ. {subject} ปีที่มี: {found}",
        "โปรดจัดทำไฟล์ rules/allocation/drivers.{subject}.yaml ในโฟลเดอร์ทำงานของระบบ ระบบไม่ใช้เกณฑ์ของปีอื่นแทน");

    public static readonly FindingKind RulesWrong = new(
        "COST-016", Severity.Error, "ไฟล์เกณฑ์ใช้ไม่ได้",
        "อ่านไฟล์เกณฑ์ {subject} ไม่ได้: {found}",
        "โปรดแก้ไฟล์ตรงบรรทัดที่ระบุ แล้วให้ระบบจัดทำรายงานใหม่");

    public static readonly FindingKind CrosswalkMissing = new(
        "COST-017", Severity.Warning, "ไม่มีตารางเทียบรายการระหว่างปี",
        "ไม่มีไฟล์เทียบรายการของปีงบประมาณ พ.ศ. {subject} กับปีก่อน จึงไม่ทราบเกณฑ์การเปลี่ยนแปลงอย่างมีสาระสำคัญและรายการที่แยก รวม หรือเปลี่ยนชื่อ",
        "โปรดจัดทำไฟล์ crosswalk.{subject}.yaml ในโฟลเดอร์เกณฑ์ของหน่วยงาน แม้ไม่มีรายการใดเปลี่ยน");

    public static readonly FindingKind NoComparison = new(
        "COST-018", Severity.Warning, "เปรียบเทียบกับปีก่อนไม่ได้",
        "ตารางที่ 7–12 ไม่มีผลการเปรียบเทียบ เพราะ{reason}",
        "โปรดแก้ตามเหตุ หรือส่งไฟล์ต้นทุนตามศูนย์ต้นทุนของปีก่อน");

    public static readonly FindingKind ExplanationMissing = new(
        "COST-019", Severity.Warning, "ยังไม่มีคำอธิบายการเปลี่ยนแปลง",
        "{subject} ในตารางที่ {found} ต้นทุนต่อหน่วยเปลี่ยนแปลงอย่างมีสาระสำคัญ แต่ยังไม่มีคำอธิบาย",
        "กองคลัง กลุ่มงานบัญชี โปรดสอบถามหน่วยงานเจ้าของกิจกรรม แล้วส่งแบบคำอธิบายสาเหตุของปีนี้");

    public static readonly FindingKind ExplanationIdle = new(
        "COST-020", Severity.Warning, "คำอธิบายไม่ตรงกับรายการ",
        "มีคำอธิบายของ {subject} ในตารางที่ {found} แต่ไม่มีรายการนั้นที่ต้องอธิบาย",
        "โปรดตรวจสอบเลขตารางและรหัสรายการในแบบคำอธิบาย");
}

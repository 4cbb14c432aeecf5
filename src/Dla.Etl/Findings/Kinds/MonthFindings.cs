namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say when figures that add up over the fiscal year do not go on from the month before.</summary>
public static class MonthFindings
{
    /// <summary>A cumulative figure became less, and nothing says why.</summary>
    public static readonly FindingKind Less = new("VAL-130", Severity.Error,
        "ยอดสะสมลดลงโดยไม่มีคำชี้แจง",
        "{subject} คือ {found} น้อยกว่า{expected} ทั้งที่เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ{reason}",
        "แก้จำนวนในเซลล์ {cell} ให้เป็นยอดสะสม หากลดลงจริง เช่น เบิกเกินส่งคืน ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same with a note.</summary>
    public static readonly FindingKind LessWithNote = new("VAL-131", Severity.Info,
        "ยอดสะสมลดลงตามคำชี้แจง",
        "{subject} คือ {found} น้อยกว่า{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>A step back, and nothing says why.</summary>
    public static readonly FindingKind WentBack = new("VAL-132", Severity.Error,
        "สถานะย้อนกลับโดยไม่มีคำชี้แจง",
        "{subject} คือ “{found}” แต่{expected} สถานะจึงย้อนกลับ",
        "แก้สถานะในเซลล์ {cell} หากย้อนกลับจริง เช่น ยกเลิกประกาศ ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same with a note.</summary>
    public static readonly FindingKind WentBackWithNote = new("VAL-133", Severity.Info,
        "สถานะย้อนกลับตามคำชี้แจง",
        "{subject} คือ “{found}” แต่{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>Rows of the month before that are gone.</summary>
    public static readonly FindingKind RowsLeftOut = new("VAL-134", Severity.Warning,
        "รายการที่เคยรายงานหายไป",
        "ไม่พบ {found} รายการที่มียอดใน{expected} ได้แก่ {subject}",
        "ตรวจว่ากรอกครบทุกรายการและใช้ชื่อเดิม หากขาดให้เพิ่มแถวแล้วส่งไฟล์เดิมกลับมาใหม่ หากไม่ต้องรายงานแล้วไม่ต้องส่งใหม่");

    /// <summary>Nothing to report after a month with figures, and nothing says why.</summary>
    public static readonly FindingKind NothingAfterFigures = new("VAL-135", Severity.Error,
        "แจ้งว่าไม่มีรายการทั้งที่เคยรายงานยอด",
        "{subject} แจ้งว่าไม่มีรายการ แต่{expected} รายงานไว้ {found} รายการ ยอดสะสมจึงหายไป",
        "กรอกยอดสะสมของรายการเดิมแทนแถวของเซลล์ {cell} หากเคยรายงานผิด ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same with a note.</summary>
    public static readonly FindingKind NothingAfterFiguresWithNote = new("VAL-136", Severity.Info,
        "แจ้งว่าไม่มีรายการตามคำชี้แจง",
        "{subject} แจ้งว่าไม่มีรายการ แต่{expected} รายงานไว้ {found} รายการ คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>The money of one row is a thousand or a million times off what it was.</summary>
    public static readonly FindingKind RowInOtherUnit = new("VAL-137", Severity.Error,
        "จำนวนเงินของแถวอาจผิดหน่วย",
        "{subject} คือ {found} แต่{expected} {reason}",
        "ตรวจสอบหน่วยเงินในเซลล์ {cell} แก้เป็นบาทแล้วส่งไฟล์เดิมกลับมาใหม่ หากจำนวนถูกต้องแล้ว ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ก่อนส่งใหม่");

    /// <summary>The same with a note.</summary>
    public static readonly FindingKind RowInOtherUnitWithNote = new("VAL-138", Severity.Info,
        "จำนวนเงินต่างจากเดิมมากตามคำชี้แจง",
        "{subject} คือ {found} แต่{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>A cumulative figure is blank that was above zero, and nothing says why.</summary>
    public static readonly FindingKind LeftBlank = new("VAL-139", Severity.Error,
        "ยอดสะสมเว้นว่างทั้งที่เคยรายงานยอด",
        "{subject} เว้นว่างไว้ ทั้งที่{expected} และเป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ",
        "กรอกยอดสะสมของแถวในเซลล์ {cell} (หากไฟล์ไม่มีคอลัมน์นี้ให้เพิ่ม) หากไม่มียอดแล้วจริง ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The same with a note.</summary>
    public static readonly FindingKind LeftBlankWithNote = new("VAL-140", Severity.Info,
        "ยอดสะสมเว้นว่างตามคำชี้แจง",
        "{subject} เว้นว่างไว้ แต่{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");
}

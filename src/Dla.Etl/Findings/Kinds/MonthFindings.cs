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

    /// <summary>A month comes after a later one stands already, and has more than that, and nothing says why.</summary>
    public static readonly FindingKind LessLater = new("VAL-141", Severity.Error,
        "ยอดสะสมมากกว่าเดือนหลังที่มีในระบบแล้ว",
        "{subject} คือ {found} มากกว่า{expected} ทั้งที่เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ",
        "หากเดือนนี้ผิด ให้แก้เซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หาก{reason} ผิด ให้ส่งไฟล์ของ{reason} ที่แก้ไขแล้วมาก่อน จากนั้นจึงส่งไฟล์นี้อีกครั้ง หากยอดลดลงจริง เช่น เบิกเกินส่งคืน ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ก่อนส่งใหม่");

    /// <summary>The same with a note, of this month or the later one.</summary>
    public static readonly FindingKind LessLaterWithNote = new("VAL-142", Severity.Info,
        "ยอดสะสมมากกว่าเดือนหลังตามคำชี้แจง",
        "{subject} คือ {found} มากกว่า{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>A month comes after a later one stands already, in which the step is an earlier one, and nothing says why.</summary>
    public static readonly FindingKind BackLater = new("VAL-143", Severity.Error,
        "สถานะเกินเดือนหลังที่มีในระบบแล้ว",
        "{subject} คือ “{found}” แต่{expected} สถานะจึงย้อนกลับในเดือนหลัง",
        "หากเดือนนี้ผิด ให้แก้สถานะในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หาก{reason} ผิด ให้ส่งไฟล์ของ{reason} ที่แก้ไขแล้วมาก่อน จากนั้นจึงส่งไฟล์นี้อีกครั้ง หากย้อนกลับจริง เช่น ยกเลิกประกาศ ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ก่อนส่งใหม่");

    /// <summary>The same with a note, of this month or the later one.</summary>
    public static readonly FindingKind BackLaterWithNote = new("VAL-144", Severity.Info,
        "สถานะเกินเดือนหลังตามคำชี้แจง",
        "{subject} คือ “{found}” แต่{expected} คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");

    /// <summary>Rows with figures that a later month, which stands already, has not.</summary>
    public static readonly FindingKind RowsLeftOutLater = new("VAL-145", Severity.Warning,
        "รายการไม่มีในเดือนหลังที่มีในระบบแล้ว",
        "{expected} ที่มีในระบบแล้ว ไม่มี {found} รายการที่มียอดในไฟล์นี้ ได้แก่ {subject}",
        "ตรวจว่าใช้ชื่อรายการเดียวกันทั้งสองเดือน หากไฟล์นี้ผิดให้แก้แล้วส่งใหม่ หาก{expected} กรอกไม่ครบให้ส่งไฟล์ของเดือนนั้นที่แก้ไขแล้ว หากถูกต้องแล้วไม่ต้องส่งใหม่");

    /// <summary>Figures of which a later month, which stands already, says that there is nothing to report.</summary>
    public static readonly FindingKind NothingLater = new("VAL-146", Severity.Error,
        "มียอดทั้งที่เดือนหลังแจ้งว่าไม่มีรายการ",
        "{subject} และแถวอื่นของหน่วยงานเดียวกัน รวม {found} รายการ มียอดในไฟล์นี้ แต่{expected} ที่มีในระบบแล้วแจ้งว่าไม่มีรายการ ยอดสะสมจึงหายไปในเดือนหลัง",
        "หากเดือนนี้ผิด ให้แก้แถวของเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ หาก{expected} ผิด ให้ส่งไฟล์ของ{expected} ที่แก้ไขแล้วมาก่อน จากนั้นจึงส่งไฟล์นี้อีกครั้ง หากถูกต้องทั้งสองเดือน ให้เขียนเหตุผลในช่องหมายเหตุของแถวนี้ก่อนส่งใหม่");

    /// <summary>The same with a note, of this month or the later one.</summary>
    public static readonly FindingKind NothingLaterWithNote = new("VAL-147", Severity.Info,
        "มียอดทั้งที่เดือนหลังไม่มีรายการตามคำชี้แจง",
        "{subject} มียอดในไฟล์นี้ {found} รายการ แต่{expected} ที่มีในระบบแล้วแจ้งว่าไม่มีรายการ คำชี้แจง: {reason}",
        "ไม่ต้องแก้ไข");
}

namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say about rows of forms to which the sender adds rows: rows without anything to report, and fields that do not go together.</summary>
public static class RowFindings
{
    /// <summary>A row says that there is nothing to report, and has a figure.</summary>
    public static readonly FindingKind FigureBesideNothing = new("VAL-100", Severity.Error,
        "แจ้งว่าไม่มีรายการแต่มีตัวเลข",
        "แถวนี้แจ้งว่า “{expected}” แต่{subject} มีค่า {found}",
        "หากไม่มีรายการจริง ให้ลบตัวเลขในเซลล์ {cell} หากมีรายการ ให้กรอกชื่อรายการแทนคำว่า “{expected}” แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A row says that there is nothing to report, and another of the same key reports something.</summary>
    public static readonly FindingKind NothingBesideRows = new("VAL-101", Severity.Error,
        "แจ้งว่าไม่มีรายการแต่มีแถวอื่น",
        "{subject} แจ้งว่าไม่มีรายการ แต่ในไฟล์เดียวกันมีรายการของหน่วยงานนี้อีก {found} แถว เริ่มที่เซลล์ {expected}",
        "หากมีรายการจริง ให้ลบแถวของเซลล์ {cell} หากไม่มี ให้ลบแถวอื่นของหน่วยงานนี้ แล้วส่งไฟล์เดิมกลับมาใหม่");
}

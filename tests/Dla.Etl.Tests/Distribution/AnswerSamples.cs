using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Distribution;

/// <summary>Answers to invented files.</summary>
internal static class AnswerSamples
{
    public static AnswerWording Wording { get; } = AnswerWording.Load(Path.Combine(AppContext.BaseDirectory, "templates", "answers", "answer.yaml"));

    public static StandingVersion First { get; } = new(1, 12, new DateTimeOffset(2021, 5, 3, 3, 0, 0, TimeSpan.Zero));

    public static Answer Of(Verdict verdict, params IReadOnlyList<Finding> findings) => new()
    {
        ReceiptNumber = 42,
        FileName = "56-พะเยา ปริมาณ 2563.xlsx",
        ReceivedAt = new DateTimeOffset(2021, 5, 12, 2, 5, 59, TimeSpan.Zero),
        Verdict = verdict,
        Findings = findings,
        FormName = "ปริมาณงานต้นทุนต่อหน่วยผลผลิต",
        Period = FiscalYear.FromBuddhistEra(2563),
        Unit = Dla.Etl.Reference.Units.Find("56"),
        Deadline = new DateOnly(2021, 5, 31),
        OnTime = true,
        Version = verdict is Verdict.Loaded or Verdict.LoadedWithWarnings ? 1 : null,
    };

    /// <summary>A file of which nobody knows what it is.</summary>
    public static Answer Unknown(Verdict verdict, params IReadOnlyList<Finding> findings) => Of(verdict, findings) with
    {
        FileName = "IMG\n0001.xlsx",
        FormName = null,
        Period = null,
        Unit = null,
        Deadline = null,
        OnTime = null,
    };

    public static Finding Blank(int row) => new(CompletenessFindings.BlankFigure, Place.At("ปริมาณ", new CellAddress(row - 1, 10)))
    {
        Subject = "ปริมาณของกิจกรรมย่อยที่ 7 อบรม/สัมมนา บุคลากร อปท.",
        Expected = "จำนวนตั้งแต่ 0 ขึ้นไป หรือ -",
    };

    public static Finding Unit { get; } = new(ValidationFindings.OtherUnit, Place.At("ปริมาณ", new CellAddress(8, 11)))
    {
        Subject = "กิจกรรมย่อยที่ 6 อบรม/สัมมนา บุคลากร สถ.",
        Found = "รุ่น",
        Expected = "คน",
    };

    public static Finding More { get; } = new(ValidationFindings.MuchMore, Place.At("ปริมาณ", new CellAddress(11, 10)))
    {
        Subject = "ปริมาณของกิจกรรมย่อยที่ 9 เบิกจ่ายเงินของ สถจ.",
        Found = "12,400",
        Expected = "1,240",
    };

    public static Finding Digits { get; } = new(NormalisingFindings.ToleranceUsed, Place.At("ปริมาณ", new CellAddress(8, 10)))
    {
        Subject = "อ่านเลขไทยเป็นเลขอารบิก",
        Found = "22 เซลล์",
    };

    public static Finding NotOurs { get; } = new(new FindingKind("REC-900", Severity.Fatal, "ไม่ใช่แบบรายงาน", "ไม่พบชื่อแบบรายงานที่รู้จักในไฟล์", "ส่งแบบรายงานที่กรมฯ กำหนด"));

    public static Finding Broken { get; } = new(new FindingKind("READ-900", Severity.Fatal, "เปิดไม่ได้", "ไฟล์เสียหาย ไม่สามารถเปิดอ่านได้", "บันทึกไฟล์ใหม่แล้วส่งมาอีกครั้ง"));
}

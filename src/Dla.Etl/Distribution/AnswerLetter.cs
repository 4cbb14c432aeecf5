using System.Globalization;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;

namespace Dla.Etl.Distribution;

/// <summary>What is answered to a received file: as a letter of its own for the drop folder, and as a part of the answer to a mail, so that both say the same.</summary>
public static class AnswerLetter
{
    /// <summary>The answer to one file.</summary>
    public static Letter Of(Answer answer, AnswerWording wording)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(wording);
        wording = wording.Of(answer.Owner);
        return new Letter()
            .Head(wording.Letterhead, $"{wording.Title} เลขรับที่ {Number(answer.ReceiptNumber)}")
            .Paragraph(To(answer.Unit, wording))
            .Append(About(answer))
            .Paragraph(wording.Closing)
            .Foot(wording.Contact);
    }

    /// <summary>Verdict, facts, findings and next steps, without letterhead and close.</summary>
    public static Letter About(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var letter = new Letter().Verdict("ผลการตรวจรับ", answer.Verdict.Thai(), ToneOf(answer.Verdict)).Facts(Facts(answer));
        AddFindings(letter, answer);
        return letter.Heading("ขั้นตอนต่อไป").List([.. NextSteps.Of(answer)]);
    }

    /// <summary>Whom an answer is addressed to.</summary>
    /// <param name="unit">Who files the return, or null when it could not be told.</param>
    /// <param name="wording">The words.</param>
    public static string To(Unit? unit, AnswerWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return unit switch
        {
            null => wording.ToSender,
            { Code.Authority: not null } => wording.ToAuthority.Replace(AnswerWording.AuthoritySlot, unit.OfficeName, StringComparison.Ordinal),
            { Province: { } province } => wording.ToProvince.Replace(AnswerWording.ProvinceSlot, province.NameThai, StringComparison.Ordinal),
            _ => wording.ToDepartment,
        };
    }

    private static (string Label, string Value)[] Facts(Answer answer) =>
    [
        ("ชื่อไฟล์", Printable.Slot(answer.FileName)),
        ("ได้รับเมื่อ", ThaiDates.LongWithTime(answer.ReceivedAt)),
        .. answer.FormName is { } form ? [("แบบรายงาน", form)] : Array.Empty<(string, string)>(),
        .. answer.Period is { } period ? [(ThaiPeriods.Label(period), ThaiPeriods.Value(period))] : Array.Empty<(string, string)>(),
        .. answer.Loaded is { } loaded ? [("บันทึกแล้ว", string.Create(CultureInfo.InvariantCulture, $"{loaded.Rows:#,##0} แถว{(loaded.Total is { } total ? $" รวม {total} บาท" : "")}"))] : Array.Empty<(string, string)>(),
        .. answer.Deadline is { } deadline ? [("กำหนดส่ง", $"ภายในวันที่ {ThaiDates.Long(deadline)}{Timeliness(answer, deadline)}")] : Array.Empty<(string, string)>(),
    ];

    private static string Timeliness(Answer answer, DateOnly deadline) => answer.OnTime switch
    {
        null => "",
        true => " (ส่งทันกำหนด)",
        false => $" (ส่งช้ากว่ากำหนด {Number(ThaiDates.DayInBangkok(answer.ReceivedAt).DayNumber - deadline.DayNumber)} วัน)",
    };

    private static void AddFindings(Letter letter, Answer answer)
    {
        if (answer.Findings.Count > 0)
        {
            letter.Paragraph($"ผลการตรวจ: {FindingLines.Count(answer.Findings)}");
            FindingLines.Add(letter, answer.Findings, FindingOrder.InFull);
        }
        else if (answer.Verdict != Verdict.Duplicate)
        {
            letter.Paragraph("ผลการตรวจ: ไม่พบข้อที่ต้องแก้ไขหรือข้อสังเกต");
        }
    }

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Loaded => Tone.Good,
        Verdict.LoadedWithWarnings or Verdict.NeedsPermission => Tone.Attention,
        Verdict.Duplicate => Tone.Notice,
        _ => Tone.Wrong,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

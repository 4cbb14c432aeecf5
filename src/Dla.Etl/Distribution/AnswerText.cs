using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;

namespace Dla.Etl.Distribution;

/// <summary>The answer to a received file as plain Thai text.</summary>
public static class AnswerText
{
    /// <summary>Columns of the page on which the answer is laid out.</summary>
    public const int Width = 90;

    private const string Rule = "------------------------------------------------------------";

    /// <summary>The whole answer with CRLF line ends.</summary>
    public static string Compose(Answer answer, AnswerWording wording)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(wording);
        var lines = new PlainLines("\r\n", Width);
        AddHead(lines, answer, wording);
        AddFacts(lines, answer);
        AddFindings(lines, answer);
        lines.Add("ขั้นตอนต่อไป");
        foreach (var step in NextSteps.Of(answer))
            lines.Add($"- {step}", "   ", "     ");
        lines.Blank();
        AddAll(lines, wording.Closing);
        lines.Add(Rule);
        AddAll(lines, wording.Contact);
        return lines.ToString();
    }

    private static void AddHead(PlainLines lines, Answer answer, AnswerWording wording)
    {
        AddAll(lines, wording.Letterhead);
        lines.Add($"{wording.Title} เลขรับที่ {Number(answer.ReceiptNumber)}").Add(Rule);
        lines.Add(answer.Province is null
            ? wording.ToSender
            : wording.ToProvince.Replace(AnswerWording.ProvinceSlot, answer.Province, StringComparison.Ordinal));
        lines.Blank().Add($"ผลการตรวจรับ: {answer.Verdict.Thai()}").Blank();
    }

    private static void AddFacts(PlainLines lines, Answer answer)
    {
        lines.Add($"ชื่อไฟล์: {Printable.Slot(answer.FileName)}", "", "   ");
        lines.Add($"ได้รับเมื่อ: {ThaiDates.LongWithTime(answer.ReceivedAt)}");
        if (answer.FormName is not null)
            lines.Add($"แบบรายงาน: {answer.FormName}", "", "   ");
        if (answer.Year is { } year)
            lines.Add($"ปีงบประมาณ: พ.ศ. {year}");
        if (answer.Deadline is { } deadline)
            lines.Add($"กำหนดส่ง: ภายในวันที่ {ThaiDates.Long(deadline)}{Timeliness(answer, deadline)}");
        lines.Blank();
    }

    private static string Timeliness(Answer answer, DateOnly deadline) => answer.OnTime switch
    {
        null => "",
        true => " (ส่งทันกำหนด)",
        false => $" (ส่งช้ากว่ากำหนด {Number(ThaiDates.DayInBangkok(answer.ReceivedAt).DayNumber - deadline.DayNumber)} วัน)",
    };

    private static void AddFindings(PlainLines lines, Answer answer)
    {
        if (answer.Findings.Count == 0)
        {
            if (answer.Verdict == Verdict.Duplicate)
                return;
            lines.Add("ผลการตรวจ: ไม่พบข้อที่ต้องแก้ไขหรือข้อสังเกต").Blank();
            return;
        }

        lines.Add($"ผลการตรวจ: {FindingLines.Count(answer.Findings)}").Blank();
        FindingLines.Add(lines, answer.Findings, FindingOrder.InFull);
        lines.Blank();
    }

    private static void AddAll(PlainLines lines, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
            lines.Add(text);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.Distribution;

/// <summary>The one answer to a mail: what became of it and of every return in it.</summary>
/// <param name="wordings">Letterhead, close and where to ask.</param>
/// <param name="words">The words that only answers to mails have.</param>
public sealed class MailAnswerLetter(AnswerWording wordings, MailAnswerWording words)
{
    private static readonly string[] AnswerMarks = ["re:", "re :", "ตอบกลับ:", "ตอบ:"];

    /// <summary>The letter.</summary>
    public Letter Of(MailAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var wording = WordsOf(answer);
        var letter = new Letter()
            .Head(wording.Letterhead, $"{words.Title} เลขรับอีเมลที่ {Number(answer.Number)}")
            .Paragraph(To(answer))
            .Paragraph(MailAnswerWording.Filled(words.Received, answer));
        if (answer.Files.Count > 0)
            AddFiles(letter, answer);
        else
            AddNoFiles(letter, answer);
        return letter.Paragraph(wording.Closing).Foot(wording.Contact);
    }

    /// <summary>The subject of the answer: that of the mail, said to be an answer once.</summary>
    public string Subject(string answered)
    {
        ArgumentNullException.ThrowIfNull(answered);
        var subject = Printable.Line(answered).Trim();
        return subject.Length == 0 ? words.SubjectWhenNone
            : AnswerMarks.Any(mark => subject.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) ? subject
            : words.SubjectPrefix + subject;
    }

    // All its files for one unit: the office is addressed; else whoever wrote, and never another office than his.
    private string To(MailAnswer answer) =>
        answer.Files.Count > 0 && answer.Files.All(file => file.Verdict != Verdict.NeedsPermission) && answer.Files.Select(file => file.Unit).Distinct().ToArray() is [{ } unit]
            ? AnswerLetter.To(unit, WordsOf(answer))
            : words.ToSender;

    // A mail with forms of several owners is answered in the name of the one that the program writes for otherwise.
    private AnswerWording WordsOf(MailAnswer answer) => answer.Files.Select(file => file.Owner).Distinct().ToArray() is [{ } owner] ? wordings.Of(owner) : wordings;

    private void AddFiles(Letter letter, MailAnswer answer)
    {
        letter.Paragraph(MailAnswerWording.Filled(answer.WasReleased ? words.Released : words.Files, answer));
        if (answer.Files.Count > 1)
            letter.Table(
                ["เลขรับที่", "ชื่อไฟล์", "ผลการตรวจรับ"],
                [.. answer.Files.Select(file => (IReadOnlyList<string>)[Number(file.ReceiptNumber), Printable.Slot(file.FileName), file.Verdict.Thai()])]);
        AddFindings(letter, answer);
        for (var index = 0; index < answer.Files.Count; index++)
        {
            var file = answer.Files[index];
            letter.Section(answer.Files.Count == 1
                ? $"เลขรับที่ {Number(file.ReceiptNumber)}"
                : $"ไฟล์ที่ {Number(index + 1)} จาก {Number(answer.Files.Count)}: เลขรับที่ {Number(file.ReceiptNumber)}");
            letter.Append(AnswerLetter.About(file));
        }
    }

    private void AddNoFiles(Letter letter, MailAnswer answer)
    {
        var part = answer.Disposition switch
        {
            MailDisposition.Held => words.Held,
            MailDisposition.TooLarge => words.TooLarge,
            _ => words.Nothing,
        };
        letter.Verdict("ผลการรับอีเมล", answer.Disposition.Thai(), answer.Disposition == MailDisposition.Held ? Tone.Attention : Tone.Wrong).Paragraph(MailAnswerWording.Filled(part.Sentence, answer));
        AddFindings(letter, answer);
        letter.Heading("ขั้นตอนต่อไป").List([.. part.Steps.Select(step => MailAnswerWording.Filled(step, answer))]);
    }

    private static void AddFindings(Letter letter, MailAnswer answer)
    {
        // What is said of a mail that is held says already that its sender is not known.
        Finding[] told = [.. answer.Findings.Where(finding => answer.Disposition != MailDisposition.Held || finding.Kind.Id != MailFindings.UnknownSender.Id)];
        if (told.Length == 0)
            return;
        letter.Heading("ข้อสังเกตเกี่ยวกับอีเมล");
        FindingLines.Add(letter, told, FindingOrder.InFull, "ทั้งอีเมล");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

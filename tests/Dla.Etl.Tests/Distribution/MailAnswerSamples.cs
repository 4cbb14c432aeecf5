using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.Tests.Distribution;

/// <summary>Answers to invented mails, by the name of the file in <c>testdata/mail/answers</c> that says how they read.</summary>
internal static class MailAnswerSamples
{
    private static readonly Finding NotYours = new(new FindingKind(
        "MAIL-900", Severity.Error, "ยังไม่ได้รับอนุญาต", "ที่อยู่อีเมลนี้ยังไม่ได้ลงทะเบียนให้ส่งแทนจังหวัดพะเยา", "รอการอนุญาตจากกรมฯ"));

    public static MailAnswerLetter Letter { get; } = new(AnswerSamples.Wording, MailAnswerWording.Load(DefinitionFiles.Read(Path.Combine(AppContext.BaseDirectory, "templates"))));

    private static MailAnswer Mail => new()
    {
        Number = 7, Subject = "ส่งแบบรายงานปริมาณงาน จังหวัดพะเยา", ReceivedAt = new DateTimeOffset(2021, 5, 12, 2, 5, 59, TimeSpan.Zero), Disposition = MailDisposition.Taken,
    };

    /// <summary>Every verdict alone, mixtures, and what is said of mails that brought nothing.</summary>
    public static IReadOnlyDictionary<string, MailAnswer> All { get; } = new Dictionary<string, MailAnswer>
    {
        ["loaded"] = Of(AnswerSamples.Of(Verdict.Loaded, AnswerSamples.Digits)),
        ["loaded-with-warnings"] = Of(AnswerSamples.Of(Verdict.LoadedWithWarnings, AnswerSamples.More) with { Marked = Attached }),
        ["rejected"] = Of(AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Unit, AnswerSamples.Blank(10)) with { Marked = Attached }),
        ["rejected-twelve-findings"] = Of(AnswerSamples.Of(Verdict.Rejected, [.. Enumerable.Range(10, 12).Select(AnswerSamples.Blank), AnswerSamples.More]) with
        {
            Marked = new MarkedCopies(["ก.xlsx"], MarkedWhere.LeftOut), OnTime = false, ReceivedAt = new DateTimeOffset(2021, 6, 2, 2, 5, 59, TimeSpan.Zero),
        }),
        ["duplicate"] = Of(AnswerSamples.Of(Verdict.Duplicate) with { Standing = AnswerSamples.First }),
        ["not-recognised"] = Of(AnswerSamples.Unknown(Verdict.NotRecognised, AnswerSamples.NotOurs)),
        ["unreadable"] = Of(AnswerSamples.Unknown(Verdict.Unreadable, AnswerSamples.Broken)),
        ["needs-permission"] = Of(AnswerSamples.Of(Verdict.NeedsPermission, NotYours)),
        ["mixture"] = Of(
            AnswerSamples.Of(Verdict.Loaded),
            AnswerSamples.Of(Verdict.Rejected, AnswerSamples.Unit) with { ReceiptNumber = 43, FileName = "57-เชียงราย ปริมาณ 2563.xlsx", Unit = Dla.Etl.Reference.Units.Find("57"), Marked = Attached },
            AnswerSamples.Unknown(Verdict.Unreadable, AnswerSamples.Broken) with { ReceiptNumber = 44 }) with { Findings = [new Finding(MailFindings.Broken)] },
        ["released"] = Of(AnswerSamples.Of(Verdict.Loaded)) with { WasReleased = true, Disposition = MailDisposition.Held },
        ["held"] = Mail with { Disposition = MailDisposition.Held, Findings = [new Finding(MailFindings.UnknownSender)] },
        ["nothing-attached"] = Mail with { Disposition = MailDisposition.Nothing, Findings = [new Finding(MailFindings.NothingAttached)] },
        ["link-and-winmail"] = Mail with
        {
            Disposition = MailDisposition.Nothing, Subject = "",
            Findings = [new Finding(MailFindings.LinkInsteadOfFile) { Found = "https://drive.example.com/x" }, new Finding(MailFindings.Winmail)],
        },
        ["too-large"] = Mail with { Disposition = MailDisposition.TooLarge, Findings = [new Finding(MailFindings.MessageTooLarge) { Found = "120,000,000", Expected = "104,857,600" }] },
    };

    private static MarkedCopies Attached => new(["56-พะเยา ปริมาณ 2563 - ผลการตรวจ.xlsx"], MarkedWhere.Attached);

    private static MailAnswer Of(params IReadOnlyList<Answer> files) => Mail with { Files = files };
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>What the operator hears of a message when it comes.</summary>
internal static class MailTelling
{
    /// <summary>Something for the operator; null for a message that needs none.</summary>
    public static IntakeProblem? Of(long number, MailFacts facts, MailJudgement judgement)
    {
        var (subject, sender) = (KnownMail.NumberText(number), facts.Read?.Header.From ?? "ผู้ส่งที่ไม่ทราบที่อยู่");
        Finding? finding = judgement switch
        {
            { Disposition: MailDisposition.Held } when facts.Read?.Header.From is null || judgement.Findings.Any(finding => finding.Kind == MailFindings.AuthenticationFailed) =>
                new(MailFindings.SenderInDoubt) { Subject = subject, Found = sender, Reason = judgement.Why },
            { Disposition: MailDisposition.Held } => new(MailFindings.HeldForPermission) { Subject = subject, Found = sender, Reason = judgement.Why },
            { Disposition: MailDisposition.Automatic, GoesTo: MailboxFolder.Problem } =>
                new(facts.Read?.Header.Automatic == AutomaticMail.Bounce ? MailFindings.Bounced : MailFindings.AutomaticWithAttachments) { Subject = subject, Found = sender },
            _ => null,
        };
        return finding is null ? null : new IntakeProblem($"mail/{subject}", finding);
    }
}

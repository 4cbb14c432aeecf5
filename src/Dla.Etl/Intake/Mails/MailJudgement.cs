using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>What is known of a message when it is judged.</summary>
internal sealed record MailFacts
{
    /// <summary>What was read; null when the program broke on it.</summary>
    public required ReadMail? Read { get; init; }

    /// <summary>Bytes, as the server says.</summary>
    public required long Size { get; init; }

    /// <summary>Above which size a message is not taken; null for one that was.</summary>
    public long? TooLargeFor { get; init; }

    /// <summary>For which units its sender may send.</summary>
    public required SenderUnits Units { get; init; }

    /// <summary>What the receiving server said of its origin.</summary>
    public SenderAuthentication Authentication { get; init; } = SenderAuthentication.None;

    /// <summary>The message of which it is a repetition, or null.</summary>
    public KnownMail? Repeats { get; init; }

    /// <summary>True when its sender, unknown then as now, was told so before.</summary>
    public bool WasTold { get; init; }

    /// <summary>True when it comes from the address from which we send.</summary>
    public bool IsOurs { get; init; }
}

/// <summary>What becomes of a message.</summary>
/// <param name="Disposition">What.</param>
/// <param name="GoesTo">The folder of the mailbox it belongs into.</param>
/// <param name="Why">For the operator, in Thai; empty when the disposition says enough.</param>
/// <param name="Findings">For its sender.</param>
/// <param name="Withheld">Why no answer is sent, in Thai; null when one is.</param>
internal sealed record MailJudgement(
    MailDisposition Disposition, MailboxFolder GoesTo, string Why, IReadOnlyList<Finding> Findings, string? Withheld = null)
{
    /// <summary>Why a bounce was not taken, as it is stored: nothing in it is let in.</summary>
    internal const string BounceWhy = "รายงานตีกลับของเครื่องแม่ข่ายอีเมล";

    /// <summary>Judges a message. The order is the loop guard first: what a machine sent, and what was here before, is never answered whatever else is wrong with it.</summary>
    public static MailJudgement Of(MailFacts facts) =>
        Automatic(facts) ?? Repeated(facts) ?? Unreadable(facts) ?? TooLarge(facts) ?? Held(facts) ?? Content(facts);

    private static MailJudgement? Automatic(MailFacts facts)
    {
        if ((facts.IsOurs ? AutomaticMail.Ours : facts.Read?.Header.Automatic) is not { } automatic)
            return null;
        // A known office whose program marks everything as automatic must not lose its return: somebody looks at it.
        var odd = automatic == AutomaticMail.Bounce || (facts.Units.Codes.Count > 0 && ReturnCandidates.Of(facts.Read!).Returns.Count > 0);
        var why = automatic switch
        {
            AutomaticMail.AutoSubmitted => "อีเมลตอบกลับอัตโนมัติ",
            AutomaticMail.Bounce => BounceWhy,
            AutomaticMail.List => "อีเมลจากกลุ่มอีเมลหรืออีเมลเวียน",
            AutomaticMail.Ours => "อีเมลของระบบนี้เอง",
            _ => throw new ArgumentOutOfRangeException(nameof(facts), automatic, "No such kind."),
        };
        return new(MailDisposition.Automatic, odd ? MailboxFolder.Problem : MailboxFolder.Received, why, [], $"ไม่ตอบ{why}");
    }

    private static MailJudgement? Repeated(MailFacts facts)
    {
        if (facts.Repeats is not { } first)
            return null;
        var why = $"ซ้ำกับอีเมลเลขรับ {KnownMail.NumberText(first.Number)}";
        return new(MailDisposition.Repeated, first.GoesTo, why, [], why);
    }

    private static MailJudgement? Unreadable(MailFacts facts) => facts.Read is not null
        ? null
        : new(MailDisposition.Unreadable, MailboxFolder.Problem, "โปรแกรมขัดข้องขณะอ่าน", [new Finding(MailFindings.MessageUnreadable)], "ไม่ทราบผู้ส่ง เพราะอ่านอีเมลไม่ได้");

    private static MailJudgement? TooLarge(MailFacts facts)
    {
        if (facts.TooLargeFor is not { } limit)
            return null;
        var finding = new Finding(MailFindings.MessageTooLarge) { Found = Bytes(facts.Size), Expected = Bytes(limit) };
        var stranger = facts.Units.Codes.Count == 0;
        return new(
            MailDisposition.TooLarge, MailboxFolder.Problem, "", stranger ? [finding, new Finding(MailFindings.UnknownSender)] : [finding],
            WithheldFrom(facts));
    }

    private static MailJudgement? Held(MailFacts facts)
    {
        var header = facts.Read!.Header;
        if (header.From is null)
            return new(MailDisposition.Held, MailboxFolder.Problem, "ไม่มีที่อยู่ผู้ส่งที่อ่านได้", ContentFindings(facts.Read), WithheldFrom(facts));
        if (facts.Authentication.Failed)
        {
            var failed = new Finding(MailFindings.AuthenticationFailed) { Found = facts.Authentication.Said! };
            return new(
                MailDisposition.Held, MailboxFolder.Problem, $"ไม่ผ่านการยืนยันที่มา ({facts.Authentication.Said})",
                [failed, .. ContentFindings(facts.Read)], WithheldFrom(facts));
        }

        return facts.Units.Codes.Count > 0
            ? null
            : new(
                MailDisposition.Held, MailboxFolder.Problem, "ที่อยู่ผู้ส่งไม่อยู่ในสมุดที่อยู่",
                [new Finding(MailFindings.UnknownSender), .. ContentFindings(facts.Read)], WithheldFrom(facts));
    }

    private static MailJudgement Content(MailFacts facts) => new(
        ReturnCandidates.Of(facts.Read!).Returns.Count > 0 ? MailDisposition.Taken : MailDisposition.Nothing,
        MailboxFolder.Received, "", ContentFindings(facts.Read!));

    // A forged sender must not get mail from us, and one who is unknown is told so once.
    private static string? WithheldFrom(MailFacts facts) =>
        facts.Read!.Header.From is null ? "ไม่มีที่อยู่ผู้ส่งที่อ่านได้"
        : facts.Authentication.Failed ? "ไม่ตอบที่อยู่ที่ยืนยันไม่ได้"
        : facts.Units.Codes.Count == 0 && facts.WasTold ? "แจ้งผู้ส่งรายนี้แล้วว่ายังไม่ได้ลงทะเบียน"
        : null;

    private static IReadOnlyList<Finding> ContentFindings(ReadMail mail)
    {
        var (returns, beside) = ReturnCandidates.Of(mail);
        var notes = MailNotes.Findings(mail.Notes);
        if (returns.Count > 0)
            return [.. notes.Where(note => note.Kind != MailFindings.NothingAttached && note.Kind != MailFindings.LinkInsteadOfFile), .. Beside(Severity.Info)];
        // Somebody who sent no return must hear of it, whatever the reader noticed.
        return notes.Any(note => note.Severity >= Severity.Error)
            ? [.. notes, .. Beside(Severity.Warning)]
            : [new Finding(MailFindings.NothingAttached), .. notes, .. Beside(Severity.Warning)];

        IEnumerable<Finding> Beside(Severity severity) =>
            beside.Select(part => new Finding(MailFindings.NotASpreadsheet) { Subject = FileNames.Display(part.Name), Severity = severity });
    }

    private static string Bytes(long count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}

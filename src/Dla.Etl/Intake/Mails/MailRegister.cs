using Dla.Etl.Findings;
using Dla.Etl.Mail;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>A message to be registered.</summary>
/// <param name="Key">Where it lies.</param>
/// <param name="Listed">What the server says of it.</param>
/// <param name="Identity">By what it is known again.</param>
/// <param name="Facts">What it was judged by.</param>
/// <param name="Judgement">What becomes of it.</param>
/// <param name="Parts">What it brings; empty unless it is taken.</param>
internal sealed record ArrivedMail(
    MailKey Key, ListedMail Listed, MailIdentity Identity, MailFacts Facts, MailJudgement Judgement, IReadOnlyList<MailPart> Parts);

/// <summary>Writes everything about a message in one transaction, so that a kill leaves all of it or nothing.</summary>
internal static class MailRegister
{
    private const int LongestSubject = 1000;

    /// <summary>Registers a message with its findings, its files and, where none is to be sent, the decision about its answer.</summary>
    public static KnownMail Write(WriteLane lane, ArrivedMail mail, string runId)
    {
        var (id, number) = (lane.NewId(), Counter.Next(lane, "mail"));
        Insert(lane, id, number, mail, runId);
        for (var position = 0; position < mail.Judgement.Findings.Count; position++)
            Insert(lane, id, position, mail.Judgement.Findings[position]);
        MailPart.Register(lane, mail.Parts, new MailOrigin(id, number, mail.Listed.ReceivedAt, mail.Facts.Units.UnitFolder), runId);
        if (mail.Judgement.Withheld is { } why)
            lane.Execute(
                "INSERT INTO mail_answer (mail_id, occasion, outbox_id, withheld, decided_at) VALUES (@id, 'received', NULL, @why, @Now)",
                new { id, why = StoredText.Of(why), lane.Now });
        // Where UIDVALIDITY is another, the first one has lost its place to this.
        if (mail.Facts.Repeats is { IsMoved: false } first && first.Mailbox == mail.Key.Mailbox && first.Validity != mail.Key.Validity)
            KnownMail.RecordMove(lane, first.Id, "");
        MailTroubles.Over(lane, mail.Key);
        return new KnownMail
        {
            Id = id, Number = number, Mailbox = mail.Key.Mailbox, Validity = mail.Key.Validity, Uid = mail.Key.Uid,
            Stored = StoredName.Of(mail.Judgement.Disposition), Place = StoredName.Of(mail.Judgement.GoesTo),
        };
    }

    /// <summary>The References of an answer: the thread so far and the message itself, with <c>&lt; &gt;</c>; null when there is nothing to refer to.</summary>
    public static string? Thread(MailHeader? header)
    {
        string[] ids = header is null ? [] : [.. header.References.Append(header.MessageId).OfType<string>().Distinct(StringComparer.Ordinal)];
        return ids.Length == 0 ? null : string.Join(' ', ids.Select(id => $"<{id}>"));
    }

    private static void Insert(WriteLane lane, string id, long number, ArrivedMail mail, string runId)
    {
        var header = mail.Facts.Read?.Header;
        lane.Execute(
            """
            INSERT INTO received_mail
              (id, number, mailbox, uid_validity, uid, message_id, sha256, size, sender, subject, received_at, registered_at, run_id, disposition, why,
               authentication, reply_to, thread, content_key, goes_to, repeats)
            VALUES (@id, @number, @Mailbox, @Validity, @Uid, @messageId, @hash, @Size, @sender, @subject, @received, @now, @runId, @disposition, @why,
              @authentication, @replyTo, @thread, @contentKey, @goesTo, @repeats)
            """,
            new
            {
                id, number, mail.Key.Mailbox, mail.Key.Validity, mail.Key.Uid, messageId = StoredText.Of(mail.Identity.MessageId), hash = mail.Identity.Hash?.Hex,
                mail.Listed.Size, sender = StoredText.Of(mail.Identity.Sender),
                subject = StoredText.Of(Printable.Cut(Printable.Line(header?.Subject ?? ""), LongestSubject)),
                received = Instants.Text(mail.Listed.ReceivedAt), now = lane.Now, runId, disposition = StoredName.Of(mail.Judgement.Disposition),
                why = StoredText.Of(mail.Judgement.Why), authentication = StoredText.Of(mail.Facts.Authentication.Said),
                replyTo = StoredText.Of(header?.ReplyTo is { } other && other != header.From ? other : null), thread = StoredText.Of(Thread(header)),
                contentKey = mail.Identity.ContentKey, goesTo = StoredName.Of(mail.Judgement.GoesTo), repeats = mail.Facts.Repeats?.Id,
            });
    }

    private static void Insert(WriteLane lane, string id, int position, Finding finding) => lane.Execute(
        """
        INSERT INTO mail_finding (mail_id, position, kind, severity, subject, found, expected, message, what_to_do)
        VALUES (@id, @position, @kind, @severity, @subject, @found, @expected, @message, @whatToDo)
        """,
        new
        {
            id, position, kind = finding.Kind.Id, severity = (int)finding.Severity, subject = StoredText.Of(finding.Subject), found = StoredText.Of(finding.Found),
            expected = StoredText.Of(finding.Expected), message = StoredText.Of(finding.Message), whatToDo = StoredText.Of(finding.WhatToDo),
        });
}

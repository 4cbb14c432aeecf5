using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Tells offices by mail that the department went back to a version that they had sent by mail.</summary>
/// <param name="station">The node.</param>
internal sealed class MailNotices(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Decides on all that are owed; each once.</summary>
    /// <returns>How many.</returns>
    public int Decide(LeasedWork.Turn turn)
    {
        IReadOnlyList<OwedNotice> owed;
        using (var connection = _warehouse.Read())
            owed = [.. OwedNotice.All(connection).Where(notice => notice.MailId is not null)];
        if (owed.Count == 0)
            return 0;
        var (gate, run) = (new AnswerGate(_workplace.Addresses, _workplace.Mail), turn.Run.Id);
        foreach (var notice in owed)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            var (mail, outgoing) = Compose(notice, gate, run);
            _warehouse.Write(lane =>
            {
                turn.Lease.Check(lane);
                if (outgoing is not null)
                    new Outbox(_workplace.Mail.Smtp).Add(lane, outgoing);
                RunLog.Told(lane, notice.VersionId, mail.Path);
            });
        }

        return owed.Count;
    }

    // No mail where its sender cannot be answered at all.
    private (OwedMailAnswer Mail, OutgoingMail? Outgoing) Compose(OwedNotice notice, AnswerGate gate, string run)
    {
        using var connection = _warehouse.Read();
        var mail = OwedMailAnswer.Again(connection, notice.MailId!);
        if (gate.Reason(mail) is not null)
            return (mail, null);
        var told = notice.Notice(connection, _workplace.Forms);
        var letter = RevertNoticeText.Letter(told, Letterheads.On(_workplace));
        return (mail, new OutgoingMail(
            $"revert/{notice.VersionId}", OutgoingKind.Notice, gate.RecipientOf(mail), RevertNoticeText.Title(told), LetterText.Of(letter), LetterHtml.Of(letter))
        {
            InReplyTo = mail.InReplyTo, Thread = mail.References, RunId = run,
        });
    }
}

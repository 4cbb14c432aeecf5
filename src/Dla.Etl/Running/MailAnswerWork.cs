using Dla.Etl.Coordination;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Decides how mails are answered whose returns are all decided on: one answer a mail, put into the outbox in the transaction that decides it. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class MailAnswerWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Decides. A mail on which the program breaks holds up no other; it is among <see cref="RunResult.Broken"/>.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between mails; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Answer, turn => Task.FromResult(AnswerAll(turn, order)), cancellation);
    }

    private RunResult AnswerAll(LeasedWork.Turn turn, WorkOrder order)
    {
        var startedAt = _warehouse.Clock.GetUtcNow();
        var (answered, problems, broken) = (0, new List<IntakeProblem>(), new List<Exception>());
        var owed = Owed();
        // Asked once: it is the same for every mail of this round.
        var (gate, composer) = owed.Count == 0 ? default : (new AnswerGate(_workplace.Addresses, _workplace.Mail), new MailAnswerComposer(_workplace));
        foreach (var mail in owed)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            try
            {
                var findings = Decide(turn, mail, gate!, composer!);
                problems.AddRange(findings.Select(finding => new IntakeProblem(mail.Path, finding)));
                answered += findings.Count == 0 ? 1 : 0;
            }
            catch (Exception wrong) when (Trouble.IsOfTheFile(wrong) && !Trouble.IsArchiveGone(wrong, _workplace.Folders.Archive))
            {
                broken.Add(new InvalidOperationException($"Answer to mail {mail.NumberText}: {wrong.Message}", wrong));
            }

            order.Progress(answered, owed.Count, "");
        }

        var notices = new MailNotices(station).Decide(turn);
        if ((owed.Count > 0 ? turn.Run.Id : turn.Run.IdIfOpen) is { } run)
            _warehouse.Write(lane => RunLog.Step(lane, run, new RunStep("mail-answer", startedAt, owed.Count, answered, owed.Count - answered)));
        return new RunResult { MailsAnswered = answered, Notices = notices, Problems = problems, Broken = broken };
    }

    // Empty when it is decided, without anything that the operator should hear of.
    private IReadOnlyList<Finding> Decide(LeasedWork.Turn turn, OwedMailAnswer mail, AnswerGate gate, MailAnswerComposer composer)
    {
        var run = turn.Run.Id;
        if (_warehouse.Write(lane => Withheld(lane, turn, mail, gate)) is { } withheld)
            return withheld;
        using var marked = new MarkedReturns(_workplace);
        var composed = Compose(mail, gate, composer, marked, turn.Cancellation);
        if (composed.Artefact is not { } answer)
            return composed.Findings;
        AtStep?.Invoke("composed");
        _warehouse.Write(lane =>
        {
            // Nobody else answers while the lease is ours, so what was found out above still holds.
            turn.Lease.Check(lane);
            Record(lane, mail, new Outbox(_workplace.Mail.Smtp).Add(lane, answer with { RunId = run }), null);
        });
        AtStep?.Invoke("decided");
        return [];
    }

    // Null when the mail is to be answered; else it is decided that it is not.
    private static IReadOnlyList<Finding>? Withheld(WriteLane lane, LeasedWork.Turn turn, OwedMailAnswer mail, AnswerGate gate)
    {
        turn.Lease.Check(lane);
        var atCeiling = false;
        if ((gate.Reason(mail) ?? gate.Reason(lane, mail, out atCeiling)) is not { } why)
            return null;
        Record(lane, mail, null, why);
        return atCeiling ? [new Finding(SendingFindings.CeilingReached) { Subject = mail.NumberText, Found = why }] : [];
    }

    private Step<OutgoingMail> Compose(OwedMailAnswer mail, AnswerGate gate, MailAnswerComposer composer, MarkedReturns marked, CancellationToken cancellation)
    {
        using var connection = _warehouse.Read();
        return composer.Compose(connection, mail, gate.RecipientOf(mail), marked, cancellation);
    }

    private static void Record(WriteLane lane, OwedMailAnswer mail, string? outboxId, string? withheld) => lane.Execute(
        "INSERT INTO mail_answer (mail_id, occasion, outbox_id, withheld, decided_at) VALUES (@Id, @Occasion, @outboxId, @withheld, @now)",
        new { mail.Id, mail.Occasion, outboxId, withheld, now = lane.Now });

    private IReadOnlyList<OwedMailAnswer> Owed()
    {
        using var connection = _warehouse.Read();
        return OwedMailAnswer.All(connection);
    }
}

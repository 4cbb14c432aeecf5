using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Mail;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Takes what lies in the mailbox, after finishing what an interrupted run had begun, and lets in what was held for a sender who is known by now. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class MailboxWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;
    private readonly MailMatter _matter = new(station.Warehouse, station.Workplace.Mail);

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Takes messages apart; a test lets it break.</summary>
    internal MailMatter Matter
    {
        get => _matter;
        init => _matter = value;
    }

    /// <summary>Takes the messages. One that cannot be taken now is a problem for the operator and holds up no other.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between messages; the next run goes on from there.</param>
    /// <returns>Nothing when no mailbox is configured.</returns>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return _workplace.Mailbox is { } mailbox
            ? LeasedWork.DoAsync(station, order, LeaseNames.Mailbox, turn => PollAsync(turn, order, mailbox), cancellation)
            : Task.FromResult(RunResult.Nothing);
    }

    private async Task<RunResult> PollAsync(LeasedWork.Turn turn, WorkOrder order, Func<IMailbox> open)
    {
        _workplace.Archive.ClearLeftovers(_workplace.Intake.LeftoverAge);
        // Asked once, so that all messages of a poll are judged by the same book.
        var book = _workplace.Addresses;
        var release = new MailRelease(_warehouse, _workplace.Archive, Matter) { Guard = turn.Lease.Check };
        var released = release.Known(book, () => turn.Run.Id, turn.Cancellation);
        var taken = await TakeAsync(turn, order, open, book).ConfigureAwait(false);
        var trouble = taken.Problems.FirstOrDefault(problem => problem.Finding.Kind == MailFindings.MailboxUnreachable)?.Finding.Found;
        _warehouse.Change(lane =>
        {
            turn.Lease.Check(lane);
            MailLine.Record(lane, MailLine.Mailbox, MailLine.PlaceOf(_workplace.Mail.Imap), trouble);
        });
        return released.And(taken);
    }

    private async Task<RunResult> TakeAsync(LeasedWork.Turn turn, WorkOrder order, Func<IMailbox> open, AddressBook book)
    {
        var place = _workplace.Mail.Imap.Host;
        try
        {
            var mailbox = open();
            place = mailbox.Place;
            await using (mailbox.ConfigureAwait(false))
                return await TakeAllAsync(turn, order, mailbox, book).ConfigureAwait(false);
        }
        catch (MailboxException away)
        {
            return new RunResult { Problems = [Unreachable(place, away)] };
        }
    }

    private async Task<RunResult> TakeAllAsync(LeasedWork.Turn turn, WorkOrder order, IMailbox mailbox, AddressBook book)
    {
        var startedAt = _warehouse.Clock.GetUtcNow();
        var validity = await mailbox.OpenAsync(turn.Cancellation).ConfigureAwait(false);
        var listed = await mailbox.ListAsync(turn.Cancellation).ConfigureAwait(false);
        var reception = new MailReception(mailbox, validity, _warehouse, _workplace.Archive, _workplace.Mail, book)
        {
            Guard = turn.Lease.Check, Matter = Matter, AtStep = AtStep,
        };
        var round = new MailRound(mailbox.Place, validity, _warehouse, listed);
        await FinishAsync(round, reception, turn).ConfigureAwait(false);
        if (round.New.Count > 0 && _workplace.Archive.Refusal() is { } refused)
            return Done(reception, [IntakeProblem.Of(refused.Kind, mailbox.Place, refused.Cause)]);
        var away = await TakeNewAsync(round, reception, turn, order).ConfigureAwait(false);
        if (round.New.Count > 0)
            _warehouse.Write(lane => RunLog.Step(
                lane, turn.Run.Id, new RunStep("mailbox", startedAt, round.New.Count, reception.Registered, round.New.Count - reception.Registered)));
        return Done(reception, away is null ? [] : [Unreachable(mailbox.Place, away)]);
    }

    // What was taken before the line broke is taken; the problem is returned, not thrown.
    private static async Task<MailboxException?> TakeNewAsync(MailRound round, MailReception reception, LeasedWork.Turn turn, WorkOrder order)
    {
        try
        {
            for (var at = 0; at < round.New.Count; at++)
            {
                turn.Cancellation.ThrowIfCancellationRequested();
                order.Progress(at, round.New.Count, "");
                await reception.TakeAsync(round.New[at], turn.Run.Id, turn.Cancellation).ConfigureAwait(false);
            }

            // Everything that lies there is registered: what a changed UIDVALIDITY took the place from lies there no more.
            round.SettleLost(turn.Lease.Check);
            return null;
        }
        catch (MailboxException lost)
        {
            return lost;
        }
    }

    private static async Task FinishAsync(MailRound round, MailReception reception, LeasedWork.Turn turn)
    {
        foreach (var mail in round.ToMove)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            await reception.MoveAsync(mail, turn.Cancellation).ConfigureAwait(false);
        }
    }

    private static RunResult Done(MailReception reception, IReadOnlyList<IntakeProblem> more) => new()
    {
        Mails = reception.Registered, Received = reception.Files, Problems = [.. reception.Problems, .. more], Broken = reception.Broken,
    };

    private static IntakeProblem Unreachable(string place, MailboxException away) =>
        new(place, new Finding(MailFindings.MailboxUnreachable) { Subject = place, Found = Printable.Slot(away.Message) });
}

using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Decides which reports, notices of missing reports and reminders leave, and puts them into the outbox; sending them is other work. One node at a time.</summary>
/// <remarks>What was missed is made up for once; what was decided is never decided again, whatever is killed when.</remarks>
/// <param name="station">The node.</param>
public sealed class NotifyWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Called between two mails; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>Decides. Without an address book nobody is told anything.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between mails; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Notify, turn => NotifyAsync(turn, order), cancellation);
    }

    private async Task<RunResult> NotifyAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        // A report run whose node was killed stands open until somebody says that it failed; whoever waits for the report is to hear of it.
        await station.Leases.CloseAbandonedRunsAsync().ConfigureAwait(false);
        return Notify(turn, order);
    }

    private RunResult Notify(LeasedWork.Turn turn, WorkOrder order)
    {
        var book = _workplace.Addresses;
        if (book is { Units.Count: 0, Posts.Count: 0 })
            return RunResult.Nothing;
        var startedAt = _warehouse.Clock.GetUtcNow();
        using var connection = _warehouse.Read();
        var (due, problems) = Due(connection, _workplace with { Addresses = book }, new NoticeTime(startedAt, turn.Run.IdIfOpen));
        for (var index = 0; index < due.Count; index++)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            order.Progress(index, due.Count, due[index].To);
            Decide(turn, due[index]);
        }

        var mails = due.Sum(notice => notice.Addresses.Count);
        if (turn.Run.IdIfOpen is { } run)
            _warehouse.Write(lane => RunLog.Step(lane, run, new RunStep("notify", startedAt, mails, mails, 0)));
        return new RunResult { Notices = mails, Problems = problems };
    }

    /// <summary>What is due at an instant and not decided on yet.</summary>
    /// <param name="connection">The warehouse.</param>
    /// <param name="workplace">With the address book of this piece of work.</param>
    /// <param name="time">The instant.</param>
    internal static (IReadOnlyList<DueNotice> Due, IReadOnlyList<IntakeProblem> Problems) Due(DbConnection connection, Workplace workplace, NoticeTime time)
    {
        var (reports, reminders) = (new DueReports(connection, workplace, time), new DueReminders(connection, workplace, time.Now));
        var found = reports.Find().Concat(reminders.Find()).ToList();
        var occasions = found.SelectMany(notice => notice.Addresses.Select(one => notice.Occasion(one.Place)));
        var decided = Known(connection, occasions);
        return
        (
            [
                .. found.Select(notice => notice with { Addresses = [.. notice.Addresses.Where(one => !decided.Contains(notice.Occasion(one.Place)))] })
                    .Where(notice => notice.Addresses.Count > 0),
            ],
            [.. reports.Problems.Concat(reminders.Problems).DistinctBy(problem => (problem.Path, problem.Finding.Message))]
        );
    }

    private static HashSet<string> Known(DbConnection connection, IEnumerable<string> occasions) =>
    [
        .. occasions.Where(occasion => connection.ExecuteScalar<long>("SELECT count(*) FROM outbox WHERE occasion = @occasion", new { occasion }) > 0),
    ];

    // The archive has what a mail brings before the transaction that decides on the mail; a kill between leaves content that nothing refers to.
    private void Decide(LeasedWork.Turn turn, DueNotice notice)
    {
        var run = turn.Run.Id;
        var attachments = notice.Attach();
        var letter = notice.Letter();
        var (text, html) = (LetterText.Of(letter), LetterHtml.Of(letter));
        AtStep?.Invoke($"composed {notice.Key}");
        var outbox = new Outbox(_workplace.Mail.Smtp);
        _warehouse.Write(lane =>
        {
            turn.Lease.Check(lane);
            foreach (var (place, address) in notice.Addresses)
            {
                var id = outbox.Add(lane, new OutgoingMail(notice.Occasion(place), notice.Kind, address, notice.Subject, text, html) { Attachments = attachments, RunId = run });
                notice.Also(lane, id, place);
            }
        });
        AtStep?.Invoke($"decided {notice.Key}");
    }
}

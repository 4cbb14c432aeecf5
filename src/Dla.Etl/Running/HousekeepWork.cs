using Dla.Etl.Coordination;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Clears up what killed runs left, keeps the warehouse quick, and says which files are stuck. One node at a time.</summary>
/// <param name="station">The node.</param>
/// <param name="settings">After how long a file counts as stuck, and how long what is kept.</param>
public sealed class HousekeepWork(Station station, Settings settings)
{
    // A node that has not been heard of for so long was taken out of service.
    private static readonly TimeSpan s_forgetNodes = TimeSpan.FromDays(90);

    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Keeps house.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public async Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        // Before the lease: a run of this very lease that was killed is closed by taking it.
        await station.Leases.CloseAbandonedRunsAsync().ConfigureAwait(false);
        return await LeasedWork.DoAsync(station, order, LeaseNames.Housekeep, turn => KeepAsync(turn, order), cancellation).ConfigureAwait(false);
    }

    /// <summary>A stuck file in words, for the operator.</summary>
    public static string Line(StuckFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var number = file.ReceiptNumber is { } receipt ? $" เลขรับ {receipt}" : "";
        return $"{Words(file.Where)} {file.Path}{number} ตั้งแต่ {ThaiDates.ShortWithTime(file.Since)}";
    }

    private async Task<RunResult> KeepAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        var (startedAt, run) = (_warehouse.Clock.GetUtcNow(), turn.Run.Id);
        var cleared = Leftovers.Clear(_workplace);
        var kept = await new Retention(_warehouse, _workplace.Folders, settings.Retention, station.Leases)
            .ApplyAsync(run, order.Wait, turn.Cancellation).ConfigureAwait(false);
        turn.Cancellation.ThrowIfCancellationRequested();
        _warehouse.Upkeep();
        var stuck = Stuck();
        _warehouse.Write(lane =>
        {
            turn.Lease.Check(lane);
            cleared += kept.Deleted + Nodes.Forget(lane, s_forgetNodes);
            RunLog.Step(lane, run, new RunStep("housekeep", startedAt, cleared, cleared, 0));
        });
        return new RunResult
        {
            Cleared = cleared,
            Problems =
            [
                .. stuck.Select(file => IntakeProblem.Of(IntakeFindings.FileStuck, file.Path, found: Line(file))),
                .. kept.Complaints.Select(said => IntakeProblem.Of(IntakeFindings.NotRemoved, _workplace.Folders.Archive, found: said)),
            ],
        };
    }

    private IReadOnlyList<StuckFile> Stuck()
    {
        using var connection = _warehouse.Read();
        return StuckFiles.Of(connection, settings.Jobs.StuckAfter, _warehouse.Clock.GetUtcNow());
    }

    private static string Words(StuckWhere where) => where switch
    {
        StuckWhere.InDropFolder => "ยังไม่ได้รับ",
        StuckWhere.Undecided => "รับแล้วแต่ยังไม่ได้ตรวจ",
        StuckWhere.GivenUp => "โปรแกรมตรวจไม่สำเร็จหลายครั้งจึงพักไว้",
        StuckWhere.Unanswered => "ตรวจแล้วแต่ยังไม่ได้ตอบ",
        StuckWhere.MailNotMoved => "รับอีเมลแล้วแต่ยังย้ายในกล่องจดหมายไม่ได้",
        StuckWhere.MailHeld => "อีเมลรออนุญาต",
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "No such place."),
    };
}

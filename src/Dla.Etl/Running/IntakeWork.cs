using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Takes what lies in the drop folder, after finishing what an interrupted run had begun. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class IntakeWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Takes the files that are ready. A file that cannot be taken now is a problem for the operator and is tried again by the next run.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between files; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Intake, turn => TakeAsync(turn, order), cancellation);
    }

    private async Task<RunResult> TakeAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        var startedAt = _warehouse.Clock.GetUtcNow();
        _workplace.Archive.ClearLeftovers(_workplace.Intake.LeftoverAge);
        var reception = new Reception(_workplace.Folders, _workplace.Archive, _warehouse) { Guard = turn.Lease.Check };
        var unfinished = reception.Recover(turn.Cancellation);
        var drop = new DropFolder(_workplace.Folders.Drop, _warehouse, _workplace.Intake, _workplace.Clock);
        var scan = await drop.WaitUntilSteadyAsync(turn.Cancellation).ConfigureAwait(false);
        var taken = new ReceptionResult([], []);
        // No run is opened for it: everything stays in the drop folder.
        if (scan.Ready.Count > 0 && _workplace.Archive.Refusal() is { } refused)
            taken = new ReceptionResult([], [.. scan.Ready.Select(file => IntakeProblem.Of(refused.Kind, file.DropPath, refused.Cause))]);
        else if (scan.Ready.Count > 0)
            taken = reception.Receive(scan.Ready, turn.Run.Id, turn.Cancellation);
        if (turn.Run.IdIfOpen is { } run)
            _warehouse.Write(lane => RunLog.Step(
                lane, run, new RunStep("intake", startedAt, scan.Ready.Count, taken.Received.Count, scan.Ready.Count - taken.Received.Count)));
        order.Progress(taken.Received.Count, scan.Ready.Count, "");
        return new RunResult { Received = taken.Received.Count, Problems = [.. unfinished, .. scan.Problems, .. taken.Problems] };
    }
}

using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Brings the consolidated figures up to the last decision. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class ConsolidateWork(Station station)
{
    /// <summary>Consolidates.</summary>
    /// <param name="order">How; <see cref="WorkOrder.Rebuild"/> makes everything anew.</param>
    /// <param name="cancellation">Stops before it begins.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Consolidate, turn => Task.FromResult(Consolidate(turn, order)), cancellation);
    }

    private RunResult Consolidate(LeasedWork.Turn turn, WorkOrder order)
    {
        turn.Cancellation.ThrowIfCancellationRequested();
        var startedAt = station.Warehouse.Clock.GetUtcNow();
        var changed = station.Warehouse.Write(lane =>
        {
            turn.Lease.Check(lane);
            return (order.Rebuild ? Consolidation.Rebuild(lane) : Consolidation.Refresh(lane)).Count;
        });
        if (changed > 0 || turn.Run.IdIfOpen is not null)
            station.Warehouse.Write(lane => RunLog.Step(lane, turn.Run.Id, new RunStep("consolidate", startedAt, changed, changed, 0)));
        return new RunResult { Consolidated = changed };
    }
}

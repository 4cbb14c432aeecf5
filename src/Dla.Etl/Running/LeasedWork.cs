using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Work under a lease, with its line in the log of runs.</summary>
internal static class LeasedWork
{
    /// <summary>What the work is given.</summary>
    /// <param name="Run">Its line in the log.</param>
    /// <param name="Lease">Its lease, to be checked in every transaction that writes.</param>
    /// <param name="Cancellation">Cancelled when it is to stop, or when the lease is lost.</param>
    public sealed record Turn(RunLine Run, Lease Lease, CancellationToken Cancellation);

    /// <summary>Does work under a lease; leaves it when another has it for longer than the order waits.</summary>
    /// <exception cref="LeaseLostException">The lease was lost on the way; what is not done is done by whoever has it now.</exception>
    public static async Task<RunResult> DoAsync(
        Station station, WorkOrder order, string leaseName, Func<Turn, Task<RunResult>> work, CancellationToken cancellation)
    {
        await using var lease = await station.Leases.TakeAsync(leaseName, order.Wait, cancellation).ConfigureAwait(false);
        if (lease is null)
            return RunResult.Left(station.Leases.HolderOf(leaseName) ?? new LeaseHolder(leaseName, "?", station.Warehouse.Clock.GetUtcNow()));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        var run = order.PartOf ?? new RunLine(station, order, lease);
        var turn = new Turn(run, lease, either.Token);
        using var span = EngineTelemetry.Source.StartActivity($"work {leaseName}");
        var result = order.PartOf is null
            ? await LoggedAsync(turn, order, work, cancellation).ConfigureAwait(false)
            : await LosingAsync(turn, work, cancellation).ConfigureAwait(false);
        span?.SetTag("dla.run", run.IdIfOpen);
        EngineTelemetry.Did(result);
        return result;
    }

    private static async Task<RunResult> LoggedAsync(Turn turn, WorkOrder order, Func<Turn, Task<RunResult>> work, CancellationToken cancellation)
    {
        try
        {
            if (order.AlwaysLogged)
                _ = turn.Run.Id;
            var result = await LosingAsync(turn, work, cancellation).ConfigureAwait(false);
            turn.Run.End(RunStatus.Finished);
            return result with { RunId = turn.Run.IdIfOpen };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            turn.Run.EndAfterError(RunStatus.Stopped);
            throw;
        }
        catch
        {
            turn.Run.EndAfterError(RunStatus.Failed);
            throw;
        }
    }

    private static async Task<RunResult> LosingAsync(Turn turn, Func<Turn, Task<RunResult>> work, CancellationToken cancellation)
    {
        try
        {
            return await work(turn).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (turn.Lease.Lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new LeaseLostException($"Lease {turn.Lease.Name}");
        }
    }
}

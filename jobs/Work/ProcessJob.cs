using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Decides on received files until none is left that no other node has. On PostgreSQL every node does this at the same time.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class ProcessJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    /// <remarks>Told to stop, it finishes the file in hand; the host waits for that as long as <c>Jobs:ShutdownWait</c>.</remarks>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Process) with { Leave = cancellation };
        var result = await new DecideWork(station).RunAsync(order, CancellationToken.None).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

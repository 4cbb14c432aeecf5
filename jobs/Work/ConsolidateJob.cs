using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Makes the consolidated figures of what changed since the last time. Logged every night, so that a night that was missed shows.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class ConsolidateJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Consolidate) with { AlwaysLogged = true };
        var result = await new ConsolidateWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

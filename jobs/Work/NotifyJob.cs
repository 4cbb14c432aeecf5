using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Decides which reports, notices of missing reports and reminders leave. Logged every time, so that one that was missed shows.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class NotifyJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Notify) with { AlwaysLogged = true };
        var result = await new NotifyWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

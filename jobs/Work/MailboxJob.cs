using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Takes what lies in the mailbox. One node at a time; ends at once when no mailbox is configured.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class MailboxJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Mailbox);
        var result = await new MailboxWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

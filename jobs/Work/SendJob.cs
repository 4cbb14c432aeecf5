using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Sends what waits in the outbox. One node at a time; what the relay will not have now is tried again by a later run.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class SendJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    /// <remarks>Told to stop, it finishes the mail in hand: one that is broken off is uncertain for ever.</remarks>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Send) with { Leave = cancellation };
        var result = await new SendWork(station).RunAsync(order, CancellationToken.None).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

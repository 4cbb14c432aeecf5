using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Writes the answers that are owed, and decides on those to mails, those that a killed run left among them.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
public sealed class DistributeJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Distribute);
        var result = await new AnswerWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        result = result.And(await new MailAnswerWork(station).RunAsync(order, cancellation).ConfigureAwait(false));
        return JobResult.Of(result);
    }
}

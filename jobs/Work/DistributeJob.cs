using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Writes the answers that are owed, those that a killed run left among them.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Names the run in the log.</param>
public sealed class DistributeJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = new WorkOrder(JobNames.Distribute) { RunOpened = scope.Opened };
        var result = await new AnswerWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Takes what lies in the drop folder. One node at a time; what cannot be taken now is a finding and is tried again by the next run.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Names the run in the log.</param>
public sealed class IntakeJob(Station station, RunScope scope) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = new WorkOrder(JobNames.Intake) { RunOpened = scope.Opened };
        var result = await new IntakeWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

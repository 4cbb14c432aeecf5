using Dla.Etl.Installing;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Clears up what killed runs left, keeps the warehouse quick, and says which files are stuck.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Names the run in the log.</param>
/// <param name="settings">After how long a file counts as stuck, and how long what is kept.</param>
public sealed class HousekeepJob(Station station, RunScope scope, Settings settings) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = new WorkOrder(JobNames.Housekeep) { RunOpened = scope.Opened, AlwaysLogged = true };
        var result = await new HousekeepWork(station, settings.Jobs).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

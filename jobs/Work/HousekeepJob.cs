using Dla.Etl.Installing;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Work;

/// <summary>Clears up what killed runs left, keeps the warehouse quick, and says which files are stuck.</summary>
/// <param name="station">What this node works with.</param>
/// <param name="scope">Of this run, for the log and the audit.</param>
/// <param name="settings">After how long a file counts as stuck, and how long what is kept.</param>
public sealed class HousekeepJob(Station station, RunScope scope, Settings settings) : IJob
{
    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        var order = scope.Order(JobNames.Housekeep) with { AlwaysLogged = true };
        var result = await new HousekeepWork(station, settings).RunAsync(order, cancellation).ConfigureAwait(false);
        return JobResult.Of(result);
    }
}

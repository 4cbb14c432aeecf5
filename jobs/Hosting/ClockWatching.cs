using System.Data.Common;
using Dla.Etl.Jobs.Scheduling;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>Looks at the clock every few seconds and lets the schedule compute its times anew when somebody set it.</summary>
internal sealed class ClockWatching(TimeProvider clock, ILoggerFactory logs)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger<ClockWatching>();

    /// <summary>Watches until the host ends.</summary>
    /// <exception cref="OperationCanceledException">It ends.</exception>
    public async Task UntilAsync(IJobScheduler scheduler, CancellationToken end)
    {
        var watch = new ClockWatch(clock);
        var due = false;
        using var tick = new PeriodicTimer(BetweenLooks, clock);
        while (await tick.WaitForNextTickAsync(end).ConfigureAwait(false))
        {
            if (watch.Look() is { } jump)
            {
                _log.LogWarning("The clock of this machine was set by {Jump}; the times of the schedule are computed anew", jump);
                due = true;
            }

            due = due && !await RecomputedAsync(scheduler, end).ConfigureAwait(false);
        }
    }

    private async Task<bool> RecomputedAsync(IJobScheduler scheduler, CancellationToken end)
    {
        try
        {
            await scheduler.RecomputeAsync(end).ConfigureAwait(false);
            return true;
        }
        catch (Exception gone) when (gone is DbException || gone.GetBaseException() is DbException)
        {
            _log.LogWarning(gone, "The store of the schedule did not answer; tried again in {Wait}", BetweenLooks);
            return false;
        }
    }
}

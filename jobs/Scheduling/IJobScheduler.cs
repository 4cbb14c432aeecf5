namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What fires the jobs. Each build has one: <c>QuartzAdapter.cs</c> or <c>HangfireAdapter.cs</c>, one file each; nothing else knows which one runs.</summary>
/// <remarks>
/// An adapter calls <see cref="JobRunner.RunAsync"/> for every fire and knows nothing else of the jobs. It tries a failed run again after each of the
/// <see cref="SchedulerParts.RetryDelays"/>, never runs a job beside itself, and leaves what fails in the end to the next fire. Each file also has
/// <c>internal static class SchedulerOfThisBuild</c> with <c>const string Name</c>, <c>void AddTo(WebApplicationBuilder builder, string? store)</c>,
/// <c>void MapTo(WebApplication app)</c> (a dashboard, where there is one), <c>IJobScheduler Create(SchedulerParts parts)</c> and
/// <c>DateTimeOffset? NextAfter(string cron, DateTimeOffset instant)</c>, which throws <see cref="FormatException"/> for a cron it cannot read.
/// </remarks>
public interface IJobScheduler : IAsyncDisposable
{
    /// <summary>Which scheduler, and where it keeps what is scheduled; said in logs and by the health check.</summary>
    string Description { get; }

    /// <summary>Makes what is scheduled the same as the table, removing whatever the table no longer has, and begins to fire.</summary>
    /// <remarks>A line that did not change keeps its next time, so that what was missed while no host was up is treated by its policy. Several hosts may do it at once.</remarks>
    Task StartAsync(IReadOnlyList<ScheduleLine> table, CancellationToken cancellation);

    /// <summary>Fires no more and waits for the jobs under way until <paramref name="deadline"/> is cancelled; then they are told to stop.</summary>
    Task StopAsync(CancellationToken deadline);

    /// <summary>Runs a line's job once, as soon as may be, beside its schedule.</summary>
    Task RunNowAsync(string lineId, CancellationToken cancellation);

    /// <summary>Computes the next times anew; called after the clock of the machine was set.</summary>
    Task RecomputeAsync(CancellationToken cancellation);

    /// <summary>The next time of every line that is scheduled, by its id.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset?>> NextAsync(CancellationToken cancellation);

    /// <summary>The last runs and misses, newest first.</summary>
    Task<IReadOnlyList<PastFire>> HistoryAsync(int most, CancellationToken cancellation);
}

/// <summary>What an adapter is made of.</summary>
/// <param name="Node">Name of this node; no other node of the warehouse has it.</param>
/// <param name="Store">Connection string of PostgreSQL, for a schedule that all nodes share; null keeps it in memory.</param>
/// <param name="Runner">Runs the jobs.</param>
/// <param name="LastStarted">When the job of a line last began, by the log of runs; null when it never ran. What a schedule in memory cannot know of the time before.</param>
/// <param name="Clock">The clock of everything.</param>
/// <param name="Logs">For the scheduler's own messages.</param>
public sealed record SchedulerParts(
    string Node, string? Store, JobRunner Runner, Func<ScheduleLine, DateTimeOffset?> LastStarted, TimeProvider Clock, ILoggerFactory Logs)
{
    /// <summary>The waits before a failed run is tried again. The default value is <see cref="Retries.Delays"/>.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = Retries.Delays;
}

/// <summary>A fire that was, or was missed.</summary>
/// <param name="Line">Id of the line in the table.</param>
/// <param name="Node">Where it ran.</param>
/// <param name="At">When it fired, or should have.</param>
/// <param name="Duration">How long it took; null for one that was missed.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">The error's message, or null.</param>
public sealed record PastFire(string Line, string Node, DateTimeOffset At, TimeSpan? Duration, FireOutcome Outcome, string? Detail);

/// <summary>How a fire ended.</summary>
public enum FireOutcome
{
    /// <summary>The job came to its end.</summary>
    Succeeded,

    /// <summary>The job ended by an exception.</summary>
    Failed,

    /// <summary>It could not fire in time; what became of it is the policy of its line.</summary>
    Missed,
}

/// <summary>How often a failed run is tried again; then it is left to the next fire.</summary>
public static class Retries
{
    /// <summary>The waits before the second, third and fourth try.</summary>
    public static IReadOnlyList<TimeSpan> Delays { get; } = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
}

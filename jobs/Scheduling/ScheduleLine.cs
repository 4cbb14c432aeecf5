namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What becomes of a fire that no host was up for.</summary>
public enum MissedRun
{
    /// <summary>Nothing: the next time of the table is the next run.</summary>
    Skip,

    /// <summary>It is run once as soon as a host is up, however many were missed.</summary>
    RunOnce,
}

/// <summary>Where a line runs.</summary>
public enum RunsOn
{
    /// <summary>On one node, whichever takes it.</summary>
    OneNode,

    /// <summary>On every node by itself: the nodes share the files among them.</summary>
    EveryNode,
}

/// <summary>A line of the table <see cref="Schedule"/>.</summary>
/// <param name="Id">Names the line in the settings and in the scheduler's store: lower-case letters and underscores.</param>
/// <param name="Job">Name of the job, see <see cref="Work.JobNames"/>. Lines of one job never run beside each other.</param>
/// <param name="Cron">Five fields as in crontab(5): minute, hour, day of the month, month, day of the week (0 is Sunday); read in Asia/Bangkok.</param>
/// <param name="Queue">Which workers take it; see <see cref="Queues"/>.</param>
/// <param name="Missed">What becomes of a missed fire.</param>
/// <param name="On">One node or every node.</param>
/// <param name="Why">Why this time, in Thai, for the operator.</param>
public sealed record ScheduleLine(string Id, string Job, string Cron, string Queue, MissedRun Missed, RunsOn On, string Why);

/// <summary>The queues: each has workers of its own, so that a long night run holds up no file.</summary>
public static class Queues
{
    /// <summary>Looking for files and answering: short.</summary>
    public const string Desk = "desk";

    /// <summary>Deciding on files.</summary>
    public const string Files = "files";

    /// <summary>Long work of the night, one at a time.</summary>
    public const string Night = "night";

    /// <summary>All of them with the number of workers on each node.</summary>
    public static IReadOnlyDictionary<string, int> Workers { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { [Desk] = 2, [Files] = 1, [Night] = 1 };
}

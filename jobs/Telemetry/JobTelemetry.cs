using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dla.Etl.Jobs.Telemetry;

/// <summary>Counts and times of the jobs; those of the files come from the engine.</summary>
public static class JobTelemetry
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "Dla.Etl.Jobs";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("dla.jobs.runs", "{run}", "Job runs by job and outcome");

    private static readonly Counter<long> Misses = Meter.CreateCounter<long>("dla.jobs.missed", "{fire}", "Fires that came too late, by line of the schedule");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("dla.jobs.duration", "s", "How long a job ran");

    /// <summary>One span for each run of a job.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>A job ran.</summary>
    /// <param name="job">Its name.</param>
    /// <param name="outcome"><c>succeeded</c>, <c>elsewhere</c>, <c>failed</c> or <c>stopped</c>.</param>
    /// <param name="took">How long.</param>
    public static void Ran(string job, string outcome, TimeSpan took)
    {
        Runs.Add(1, new("job", job), new("outcome", outcome));
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("job", job));
    }

    /// <summary>A fire came too late; what became of it is the policy of its line.</summary>
    public static void Missed(string line) => Misses.Add(1, new KeyValuePair<string, object?>("line", line));
}

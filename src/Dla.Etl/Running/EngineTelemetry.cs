using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dla.Etl.Findings;

namespace Dla.Etl.Running;

/// <summary>Counts, times and spans of the engine's work, for whoever listens; the engine itself sends nothing anywhere.</summary>
public static class EngineTelemetry
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "Dla.Etl";

    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_received = s_meter.CreateCounter<long>("dla.files.received", "{file}", "Files taken");

    private static readonly Counter<long> s_decided = s_meter.CreateCounter<long>("dla.files.decided", "{file}", "Files decided, by verdict");

    private static readonly Counter<long> s_answers = s_meter.CreateCounter<long>("dla.answers.written", "{answer}", "Answers written");

    private static readonly Counter<long> s_reports = s_meter.CreateCounter<long>("dla.reports.written", "{report}", "Reports written");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("dla.files.decide.duration", "s", "From taking a file up to its decision");

    /// <summary>One span for each piece of work and for each file decided.</summary>
    public static ActivitySource Source { get; } = new(Name);

    internal static void Did(RunResult result)
    {
        s_received.Add(result.Received);
        s_answers.Add(result.Answers.Count);
        s_reports.Add(result.Reports.Count);
    }

    /// <summary>Measures the decision on one file until it is disposed of.</summary>
    internal static DecisionSpan Decision(long receipt) => new(Source.StartActivity("decide file")?.SetTag("dla.receipt", receipt), Stopwatch.GetTimestamp());

    internal sealed record DecisionSpan(Activity? Span, long Began) : IDisposable
    {
        private Verdict? _verdict;

        /// <summary>The file is decided.</summary>
        public void Came(Verdict verdict) => _verdict = verdict;

        public void Dispose()
        {
            // Without a verdict it is left to another node or tried again: nothing is decided yet.
            if (_verdict is { } verdict)
            {
                var tag = new KeyValuePair<string, object?>("verdict", verdict.Code());
                s_decided.Add(1, tag);
                s_duration.Record(Stopwatch.GetElapsedTime(Began).TotalSeconds, tag);
                Span?.SetTag("dla.verdict", verdict.Code());
            }

            Span?.Dispose();
        }
    }
}

using System.Collections;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What every line of the log says while a job runs: job, line of the schedule, node, and the run as soon as there is one.</summary>
public sealed class RunScope : IEnumerable<KeyValuePair<string, object>>
{
    /// <summary>The line that stands for a person who started a job.</summary>
    public const string ByHand = "command";

    private readonly Dictionary<string, object> _said = new(StringComparer.Ordinal);
    private volatile string? _run;

    /// <summary>Says one thing more.</summary>
    public void Say(string name, string value) => _said[name] = value;

    /// <summary>How a job's work is to be done: its run is named here, and in the audit when a person started it.</summary>
    public WorkOrder Order(string job) => new(job)
    {
        RunOpened = id => _run = id,
        ByHand = _said.GetValueOrDefault("line") as string == ByHand ? $"งาน {job}" : null,
    };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        (_run is { } run ? _said.Append(new KeyValuePair<string, object>("run", run)) : _said).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

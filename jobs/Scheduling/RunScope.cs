using System.Collections;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What every line of the log says while a job runs: job, line of the schedule, node, and the run as soon as there is one.</summary>
public sealed class RunScope : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _said = new(StringComparer.Ordinal);
    private volatile string? _run;

    /// <summary>Says one thing more.</summary>
    public void Say(string name, string value) => _said[name] = value;

    /// <summary>There is a run now.</summary>
    public void Opened(string runId) => _run = runId;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        (_run is { } run ? _said.Append(new KeyValuePair<string, object>("run", run)) : _said).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Reading;

/// <summary>The time that reading one file may still take; asked between rows.</summary>
internal sealed class ReadingTime(ReadingLimits limits, TimeProvider clock, CancellationToken ct)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>True when the file has had its time.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public bool IsUp()
    {
        ct.ThrowIfCancellationRequested();
        return clock.GetElapsedTime(_started).TotalSeconds > limits.MaxSeconds;
    }

    /// <summary>The finding for a file that took too long.</summary>
    public Finding TooSlow() => new(ReadingFindings.TooSlow) { Expected = limits.MaxSeconds.ToString("N0", CultureInfo.InvariantCulture) };
}

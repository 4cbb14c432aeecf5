namespace Dla.Etl.Jobs.Work;

/// <summary>A job: plain work that may be started at any time, on several nodes at once, and again after a kill.</summary>
public interface IJob
{
    /// <summary>Does what there is to do and ends.</summary>
    /// <param name="cancellation">The host is shutting down: finish the file in hand and end.</param>
    /// <exception cref="Exception">The program or its surroundings broke; the scheduler tries again.</exception>
    Task<JobResult> RunAsync(CancellationToken cancellation);
}

/// <summary>What a job did.</summary>
/// <param name="Done">How many things: files, answers, reports, rows.</param>
/// <param name="Problems">For the operator: finding and what to do, one line each.</param>
/// <param name="Elsewhere">True when another node is doing it, so that nothing was done here.</param>
/// <param name="RunId">Its run in the log of runs; null when there was nothing to do.</param>
public sealed record JobResult(int Done, IReadOnlyList<string> Problems, bool Elsewhere = false, string? RunId = null)
{
    /// <summary>Another node is doing it.</summary>
    public static JobResult DoneElsewhere { get; } = new(0, [], Elsewhere: true);
}

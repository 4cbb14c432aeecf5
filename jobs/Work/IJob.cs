using Dla.Etl.Running;

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
/// <param name="Done">How many things: files, answers, reports, mails, rows.</param>
/// <param name="Problems">For the operator: finding and what to do, one line each.</param>
/// <param name="Elsewhere">The node that is doing it, so that nothing was done here; null when it was done here.</param>
/// <param name="RunId">Its run in the log of runs; null when there was nothing to do.</param>
public sealed record JobResult(int Done, IReadOnlyList<string> Problems, string? Elsewhere = null, string? RunId = null)
{
    /// <summary>What a piece of the engine's work comes to.</summary>
    /// <exception cref="AggregateException">The program broke on some files; all the others were dealt with.</exception>
    public static JobResult Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        result.OrThrow();
        var done = result.Mails + result.Received + result.Verdicts.Values.Sum() + result.Answers.Count + result.MailsAnswered + result.MailsSent + result.Consolidated + result.Reports.Count + result.Notices + result.Cleared;
        return new(
            done,
            [.. result.Problems.Select(problem => $"{problem.Finding.Kind.Id} {problem.Finding.Message} {problem.Finding.WhatToDo}")],
            result.LeftTo.Count > 0 ? result.LeftTo[0].Node : null,
            result.RunId);
    }
}

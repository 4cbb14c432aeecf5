using Polly;
using Polly.Retry;

namespace Dla.Etl.Mail;

/// <summary>Opens a mailbox with patience for trouble that passes: a server that restarts, a network that was away for a moment.</summary>
internal static class MailboxOpening
{
    /// <summary>How often it is tried again; with the waits below, about ten seconds in all beside what the server itself takes. The next round of the job tries anew.</summary>
    public const int Retries = 3;

    /// <summary>The first wait; each further one is twice as long, and jittered, so that nodes do not come back at once.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>Does it until it succeeds, or fails in a way that does not pass, or was tried often enough.</summary>
    /// <param name="open">Connects and logs in.</param>
    /// <param name="clock">The clock of the waits.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MailboxException">What went wrong the last time.</exception>
    public static async Task<uint> OpenAsync(Func<CancellationToken, Task<uint>> open, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        return await WithBackoff(clock).ExecuteAsync(async token => await open(token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private static ResiliencePipeline WithBackoff(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<MailboxException>(trouble => trouble.IsTransient),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = TimeSpan.FromSeconds(10),
            })
            .Build();
}

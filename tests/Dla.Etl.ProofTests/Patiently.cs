using System.Diagnostics;

namespace Dla.Etl.ProofTests;

/// <summary>Waiting for what other processes do.</summary>
public static class Patiently
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until something is true.</summary>
    /// <param name="what">Is it?</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="otherwise">What to say when it never is.</param>
    public static async Task UntilAsync(Func<Task<bool>> what, TimeSpan patience, Func<string> otherwise)
    {
        var clock = Stopwatch.StartNew();
        while (!await what())
        {
            if (clock.Elapsed > patience)
                throw new TimeoutException(otherwise());
            await Task.Delay(s_look);
        }
    }
}

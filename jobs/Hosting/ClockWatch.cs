namespace Dla.Etl.Jobs.Hosting;

/// <summary>Notices that somebody set the clock of the machine, by comparing it with the count of time gone by, which nobody can set.</summary>
public sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>Smaller differences are those of a clock that is being kept right.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    private DateTimeOffset _wall = clock.GetUtcNow();
    private long _count = clock.GetTimestamp();

    /// <summary>By how much the clock was set since the last look: negative is back. Null when it was not.</summary>
    public TimeSpan? Look()
    {
        var (wall, count) = (clock.GetUtcNow(), clock.GetTimestamp());
        var jump = wall - _wall - clock.GetElapsedTime(_count, count);
        (_wall, _count) = (wall, count);
        return jump.Duration() > Tolerance ? jump : null;
    }
}

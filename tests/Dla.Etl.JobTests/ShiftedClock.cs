namespace Dla.Etl.JobTests;

/// <summary>The clock of the machine as if somebody had set it; it goes on at its usual pace, and its timers are real.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    /// <summary>Shows this instant at first.</summary>
    public ShiftedClock(DateTimeOffset shows) => Set(shows);

    /// <summary>Sets the clock, back or forward.</summary>
    public void Set(DateTimeOffset shows) => Interlocked.Exchange(ref _shift, (shows - System.GetUtcNow()).Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));
}

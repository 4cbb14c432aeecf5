namespace Dla.Etl.Tests.Intake;

/// <summary>A clock that stands still until somebody waits; a wait moves it on at once, so no test sleeps.</summary>
public sealed class AutoClock : TimeProvider
{
    private DateTimeOffset _now = new(2021, 5, 31, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Runs while somebody waits: what the world does meanwhile.</summary>
    public Action? WhileWaiting { get; set; }

    public int Waits { get; private set; }

    public DateTimeOffset Now => _now;

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Waits++;
            _now += dueTime;
            WhileWaiting?.Invoke();
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Fired();
    }

    private sealed class Fired : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

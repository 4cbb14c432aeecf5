using Dla.Etl.Jobs.Hosting;

namespace Dla.Etl.JobTests.Hosting;

public class ClockWatchTests
{
    [Theory]
    // Seconds by which the clock is set, and whether that counts: a clock that is being kept right moves by little.
    [InlineData(0, false)]
    [InlineData(25, false)]
    [InlineData(-25, false)]
    [InlineData(35, true)]
    [InlineData(-35, true)]
    [InlineData(86_400, true)]
    [InlineData(-86_400, true)]
    public void A_clock_that_was_set_is_noticed_once(int seconds, bool noticed)
    {
        var start = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new ShiftedClock(start);
        var watch = new ClockWatch(clock);

        clock.Set(clock.GetUtcNow().AddSeconds(seconds));

        var jump = watch.Look();
        (jump is not null).ShouldBe(noticed);
        (jump ?? TimeSpan.FromSeconds(seconds)).TotalSeconds.ShouldBe(seconds, tolerance: 4);
        watch.Look().ShouldBeNull();
    }
}

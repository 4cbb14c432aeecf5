using Dla.Etl.Jobs.Scheduling;

namespace Dla.Etl.JobTests.Scheduling;

/// <summary>What a cron of the settings means, by the clock of Bangkok.</summary>
public sealed class CronTests
{
    [Theory]
    // The cron, and its next times after Monday 23 November 2026, 04:30:05.
    [InlineData("30 4 * * 1", "2026-11-30T04:30:00", "2026-12-07T04:30:00")] // five fields: to the minute
    [InlineData("*/20 30 4 * * 1", "2026-11-23T04:30:20", "2026-11-23T04:30:40")] // six: the second comes first
    [InlineData("15 */10 * * * *", "2026-11-23T04:30:15", "2026-11-23T04:40:15")]
    [InlineData("0 0 2 * * 0", "2026-11-29T02:00:00", "2026-12-06T02:00:00")] // 0 is Sunday in six fields too
    public void Five_fields_or_six_with_the_second_first(string cron, string next, string afterThat)
    {
        var first = SchedulerOfThisBuild.NextAfter(cron, Bangkok("2026-11-23T04:30:05")).ShouldNotBeNull();
        first.ShouldBe(Bangkok(next));
        SchedulerOfThisBuild.NextAfter(cron, first).ShouldBe(Bangkok(afterThat));
    }

    private static DateTimeOffset Bangkok(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}

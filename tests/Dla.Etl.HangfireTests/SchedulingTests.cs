using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;
using Dla.Etl.JobTests;
using Dla.Etl.JobTests.Scheduling;

namespace Dla.Etl.HangfireTests;

public class SchedulingTests
{
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    // Once a day at the minute of some hours ago, so that the last time lies in the past whenever the test runs.
    private static (string Cron, DateTimeOffset Due) Daily(TimeSpan ago)
    {
        var at = (TimeProvider.System.GetUtcNow() - ago).ToOffset(Thailand);
        return (FormattableString.Invariant($"{at.Minute} {at.Hour} * * *"), new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, Thailand));
    }

    [SkippableFact]
    public async Task The_stored_set_is_the_table_and_a_changed_table_leaves_nothing_behind()
    {
        using var postgres = Postgres.OrSkip();
        await using (var before = new HangfireStage(postgres.ConnectionString))
            await before.Start([.. Schedule.Table, HangfireStage.Line("intake_extra") with { Job = JobNames.Intake }]);
        postgres.Count("hash WHERE key LIKE 'recurring-job:%' AND field = 'Cron'").ShouldBe(Schedule.Table.Count + 1);

        await using var after = new HangfireStage(postgres.ConnectionString);
        await after.Start(HangfireStage.Line(cron: "30 4 * * *"));

        (await after.Scheduler.NextAsync(CancellationToken.None)).Keys.ShouldBe(["consolidate"]);
        postgres.Run("SELECT value FROM dla_hangfire.hash WHERE key = 'recurring-job:consolidate' AND field = 'Cron'").ShouldBe("30 4 * * *");
        postgres.Run("SELECT value FROM dla_hangfire.hash WHERE key = 'recurring-job:consolidate' AND field = 'TimeZoneId'").ShouldBe("Asia/Bangkok");
        postgres.Count("hash WHERE key LIKE 'recurring-job:%' AND key <> 'recurring-job:consolidate'").ShouldBe(0);
        postgres.Count("set WHERE key = 'recurring-jobs'").ShouldBe(1);
    }

    [SkippableFact]
    public async Task Two_hosts_may_make_the_tables_at_once()
    {
        using var postgres = Postgres.OrSkip();
        await using var one = new HangfireStage(postgres.ConnectionString, "node-a");
        await using var two = new HangfireStage(postgres.ConnectionString, "node-b");

        await Task.WhenAll(Task.Run(() => one.Start([.. Schedule.Table])), Task.Run(() => two.Start([.. Schedule.Table])));

        (await two.Scheduler.NextAsync(CancellationToken.None)).Keys.ShouldBe(Schedule.Table.Select(line => line.Id), ignoreOrder: true);
    }

    [SkippableTheory]
    // A host comes up at ten in the morning: what was due at one is left out.
    [InlineData(9, MissedRun.Skip, 0)]
    // It comes up a little later than the time allowed.
    [InlineData(11.0 / 60, MissedRun.Skip, 0)]
    // The database was away for some minutes when it was due.
    [InlineData(8.0 / 60, MissedRun.Skip, 1)]
    // Told so by its policy, it is made up for once.
    [InlineData(9, MissedRun.RunOnce, 1)]
    public async Task A_missed_night_runs_late_only_when_told(double hours, MissedRun missed, int runs)
    {
        using var postgres = Postgres.OrSkip();
        var (cron, due) = Daily(TimeSpan.FromHours(hours));
        await using (var before = new HangfireStage(postgres.ConnectionString))
            await before.Start(HangfireStage.Line(cron: cron, missed: missed));
        // Three nights without a host.
        postgres.WasUpLast("consolidate", due.AddDays(-3), due.AddDays(-2));

        await using var after = new HangfireStage(postgres.ConnectionString);
        await after.Start(HangfireStage.Line(cron: cron, missed: missed));

        await Eventually.IsTrueAsync(async () => (await after.Scheduler.NextAsync(CancellationToken.None))["consolidate"] == due.AddDays(1), "the next night is next");
        await Eventually.IsTrueAsync(() => postgres.Count("jobqueue") == 0, "everything that was fired is done with");
        after.Began.ShouldBe(runs);
        (await after.History(FireOutcome.Succeeded)).Count.ShouldBe(runs);
        if (missed == MissedRun.Skip && runs == 0)
            (await after.History(FireOutcome.Missed)).Select(fire => fire.At).ShouldBe([due, due.AddDays(-1), due.AddDays(-2)]);
    }

    [SkippableFact]
    public async Task What_waited_in_the_queue_until_the_morning_is_not_begun_but_what_is_asked_for_by_hand_is()
    {
        using var postgres = Postgres.OrSkip();
        var (cron, due) = Daily(TimeSpan.FromHours(4));
        await using (var before = new HangfireStage(postgres.ConnectionString))
        {
            await before.Start(HangfireStage.Line(cron: cron));
            await before.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
            await Eventually.IsTrueAsync(() => before.Began == 1, "the run by hand");
        }

        // As if all hosts had been killed when the job of the night had just been queued.
        postgres.Run("UPDATE dla_hangfire.jobparameter SET value = '" + due.ToUnixTimeSeconds() + "' WHERE name = 'Time'");
        postgres.Run("UPDATE dla_hangfire.job SET statename = 'Enqueued', createdat = now() - interval '4 hours'");
        postgres.Run("UPDATE dla_hangfire.state SET reason = 'Triggered by recurring job scheduler'");
        postgres.Run("INSERT INTO dla_hangfire.jobqueue (jobid, queue) SELECT id, 'night' FROM dla_hangfire.job");

        await using var after = new HangfireStage(postgres.ConnectionString);
        await after.Start(HangfireStage.Line(cron: cron));
        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Deleted'") == 1, "it is dropped");
        after.Began.ShouldBe(0);

        await after.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => after.Began == 1, "the run by hand");
    }

    [SkippableFact]
    public async Task A_frequent_line_does_not_pile_up_while_its_worker_is_busy()
    {
        using var postgres = Postgres.OrSkip();
        using var go = new SemaphoreSlim(0);
        await using var stage = new HangfireStage(postgres.ConnectionString, work: async cancellation =>
        {
            await go.WaitAsync(cancellation);
            return new JobResult(1, []);
        });
        // Each second, so that several come while the first one is under way.
        await stage.Start(HangfireStage.Line("consolidate", "* * * * * *"));
        await Eventually.IsTrueAsync(() => stage.Began == 1 && postgres.Count("jobqueue WHERE fetchedat IS NULL") >= 3, "three more wait");
        postgres.Run("UPDATE dla_hangfire.set SET score = -1 WHERE key = 'recurring-jobs'");

        go.Release(100);
        await Eventually.IsTrueAsync(() => postgres.Count("jobqueue") == 0, "the queue is empty");

        stage.Began.ShouldBe(2);
        postgres.Count("job WHERE statename = 'Deleted'").ShouldBeGreaterThanOrEqualTo(2);
    }

    [SkippableFact]
    public async Task A_line_of_every_node_runs_on_each_and_nothing_waits_for_one_that_is_gone()
    {
        using var postgres = Postgres.OrSkip();
        var line = HangfireStage.Line("process", on: RunsOn.EveryNode, queue: Queues.Files);
        await using var one = new HangfireStage(postgres.ConnectionString, "node-a");
        await one.Start(line);
        await using (var two = new HangfireStage(postgres.ConnectionString, "node-b"))
        {
            await two.Start(line);
            // Both have said that they are there.
            await Eventually.IsTrueAsync(() => postgres.Count("server") == 2 * Queues.Workers.Count, "both are up");
            await two.Scheduler.RunNowAsync("process", CancellationToken.None);
            await Eventually.IsTrueAsync(() => one.Began == 1 && two.Began == 1, "one run on each");
        }

        for (var time = 0; time < 3; time++)
            await one.Scheduler.RunNowAsync("process", CancellationToken.None);
        await Eventually.IsTrueAsync(() => one.Began >= 2 && postgres.Count("jobqueue") == 0, "nothing waits");
        postgres.Count("job WHERE statename <> 'Succeeded' AND statename <> 'Deleted'").ShouldBe(0);
    }

    [Theory]
    // Thai clocks are seven hours ahead.
    [InlineData("0 1 * * *", "2026-05-01T18:00:00Z", "2026-05-02T18:00:00Z")]
    [InlineData("0 1 * * *", "2026-05-01T17:59:59Z", "2026-05-01T18:00:00Z")]
    [InlineData("*/3 7-18 * * 1-5", "2026-05-01T11:57:00Z", "2026-05-04T00:00:00Z")]
    [InlineData("0 0 30 2 *", "2026-05-01T00:00:00Z", null)]
    public void The_next_time_is_read_in_Thailand(string cron, string after, string? next) =>
        SchedulerOfThisBuild.NextAfter(cron, DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(next is null ? null : DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("61 * * * *")]
    [InlineData("ทุกวัน")]
    public void What_is_no_cron_is_said_so(string cron) =>
        Should.Throw<FormatException>(() => SchedulerOfThisBuild.NextAfter(cron, DateTimeOffset.UnixEpoch)).Message.ShouldNotBeEmpty();

    [Fact]
    public async Task In_memory_a_missed_run_is_made_up_for_when_told_and_only_then()
    {
        var (cron, due) = Daily(TimeSpan.FromHours(9));
        await using var stage = new HangfireStage(null, lastStarted: _ => due.AddDays(-1));
        await stage.Start(HangfireStage.Line("report", cron, MissedRun.RunOnce), HangfireStage.Line("consolidate", cron));

        await Eventually.IsTrueAsync(() => stage.Began == 1, "the one that is to be made up for");
        (await stage.Scheduler.NextAsync(CancellationToken.None)).Values.ShouldAllBe(next => next == due.AddDays(1));
        await Eventually.IsTrueAsync(async () => (await stage.History(FireOutcome.Succeeded)).Count == 1, "it ended");
        (await stage.History(FireOutcome.Succeeded)).Single().Line.ShouldBe("report");
    }
}

using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;
using Dla.Etl.JobTests;
using Dla.Etl.JobTests.Scheduling;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.HangfireTests;

public class RunningTests
{
    [SkippableFact]
    public async Task A_job_never_runs_beside_itself_on_two_hosts()
    {
        using var postgres = Postgres.OrSkip();
        var warehouse = Database.Open(postgres.ConnectionString, TimeProvider.System);
        int at = 0, most = 0;
        var ended = new TaskCompletionSource();
        async Task<JobResult> Leased(Leases leases)
        {
            await using var lease = leases.TryTake(LeaseNames.Consolidate);
            if (lease is null)
                return new JobResult(0, [], Elsewhere: "the other");
            most = Math.Max(most, Interlocked.Increment(ref at));
            await ended.Task;
            Interlocked.Decrement(ref at);
            return new JobResult(1, []);
        }

        await using var first = new Leases(warehouse, new NodeIdentity("node-a", "1", "test"), "", TimeSpan.FromSeconds(30));
        await using var second = new Leases(warehouse, new NodeIdentity("node-b", "2", "test"), "", TimeSpan.FromSeconds(30));
        await using var one = new HangfireStage(postgres.ConnectionString, "node-a", _ => Leased(first));
        await using var two = new HangfireStage(postgres.ConnectionString, "node-b", _ => Leased(second));
        await one.Start(HangfireStage.Line());
        await two.Start(HangfireStage.Line());

        await one.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => at == 1, "the first run");
        await one.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 1, "the second one found it under way and ended");
        (one.Began, two.Began).ShouldBe((1, 1));
        ended.SetResult();

        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 2, "the first one ended");
        most.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_job_longer_than_the_invisibility_is_begun_once()
    {
        using var postgres = Postgres.OrSkip();
        var ended = new TaskCompletionSource<JobResult>();
        await using var one = new HangfireStage(postgres.ConnectionString, "node-a", _ => ended.Task);
        await using var two = new HangfireStage(postgres.ConnectionString, "node-b", _ => ended.Task);
        await one.Start(HangfireStage.Line());
        await two.Start(HangfireStage.Line());
        await one.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => one.Began + two.Began == 1, "it began");

        // Three times as long as after which a silent node's job is taken over.
        var began = (DateTime)postgres.Run("SELECT now()")!;
        var still = HangfireStage.Quick.Invisibility * 3;
        await Eventually.IsTrueAsync(
            () => one.Began + two.Began > 1 || (DateTime)postgres.Run("SELECT max(fetchedat) FROM dla_hangfire.jobqueue")! - began > still,
            "its node says on and on that it is alive");

        (one.Began + two.Began).ShouldBe(1);
        ended.SetResult(new JobResult(1, []));
        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 1 && postgres.Count("jobqueue") == 0, "it ended");
        (one.Began + two.Began).ShouldBe(1);
    }

    [SkippableFact]
    public async Task The_job_of_a_killed_host_is_taken_over()
    {
        using var postgres = Postgres.OrSkip();
        var store = await HangfireStore.OpenAsync(postgres.ConnectionString, HangfireStage.Quick, CancellationToken.None);
        await using var two = new HangfireStage(postgres.ConnectionString, "node-b");
        await two.Start(HangfireStage.Line());
        await two.Scheduler.StopAsync(CancellationToken.None);
        await two.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        store.FetchAsOneWhoDies(Queues.Night);
        postgres.Count("jobqueue WHERE fetchedat IS NOT NULL").ShouldBe(1);

        await using var three = new HangfireStage(postgres.ConnectionString, "node-c");
        await three.Start(HangfireStage.Line());

        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 1, "it was done after all");
        three.Began.ShouldBe(1);
        (await three.History(FireOutcome.Succeeded)).Single().Node.ShouldBe("node-c");
    }

    [SkippableFact]
    public async Task What_always_fails_is_tried_four_times_and_left_as_failed()
    {
        using var postgres = Postgres.OrSkip();
        await using var stage = new HangfireStage(postgres.ConnectionString, work: _ => throw new InvalidOperationException("ดิสก์เต็ม"));
        await stage.Start(HangfireStage.Line());
        await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);

        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Failed'") == 1, "it is left as failed");

        stage.Began.ShouldBe(1 + HangfireStage.Quick.Retries.Count);
        var failed = (await stage.History(FireOutcome.Failed)).Single();
        (failed.Line, failed.Node, failed.Detail).ShouldBe(("consolidate", "node-a", "ดิสก์เต็ม"));
        postgres.Count("jobqueue").ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_host_that_stops_lets_the_job_under_way_end()
    {
        using var postgres = Postgres.OrSkip();
        var ended = new TaskCompletionSource<JobResult>();
        await using var stage = new HangfireStage(postgres.ConnectionString, work: _ => ended.Task);
        await stage.Start(HangfireStage.Line());
        await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => stage.Began == 1, "it began");

        var stopping = stage.Scheduler.StopAsync(CancellationToken.None);
        stopping.IsCompleted.ShouldBeFalse();
        ended.SetResult(new JobResult(1, []));
        await stopping;

        postgres.Count("job WHERE statename = 'Succeeded'").ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_job_that_is_told_to_stop_is_begun_again_by_the_next_host()
    {
        using var postgres = Postgres.OrSkip();
        await using (var stage = new HangfireStage(postgres.ConnectionString, work: async cancellation =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return new JobResult(0, []);
        }))
        {
            await stage.Start(HangfireStage.Line());
            await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
            await Eventually.IsTrueAsync(() => stage.Began == 1, "it began");
            await stage.Scheduler.StopAsync(CancellationToken.None);
            postgres.Count("jobqueue WHERE fetchedat IS NULL").ShouldBe(1);
        }

        await using var next = new HangfireStage(postgres.ConnectionString, "node-b");
        await next.Start(HangfireStage.Line());
        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 1, "it was done after all");
        next.Began.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_job_that_does_not_end_is_left_at_the_deadline_and_taken_over()
    {
        using var postgres = Postgres.OrSkip();
        var ended = new TaskCompletionSource<JobResult>();
        await using (var stage = new HangfireStage(postgres.ConnectionString, work: _ => ended.Task))
        {
            await stage.Start(HangfireStage.Line());
            await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
            await Eventually.IsTrueAsync(() => stage.Began == 1, "it began");
            await stage.Abandon();
        }

        await using var next = new HangfireStage(postgres.ConnectionString, "node-b");
        await next.Start(HangfireStage.Line());
        await Eventually.IsTrueAsync(() => next.Began == 1, "the next host does it");
        ended.SetResult(new JobResult(1, []));
        await Eventually.IsTrueAsync(() => postgres.Count("job WHERE statename = 'Succeeded'") == 1, "it was done after all");
    }

    [SkippableFact]
    public async Task A_lock_left_by_a_killed_host_holds_up_the_start_for_a_minute_at_most()
    {
        using var postgres = Postgres.OrSkip();
        await using (var before = new HangfireStage(postgres.ConnectionString))
            await before.Start(HangfireStage.Line());
        postgres.Run("INSERT INTO dla_hangfire.lock (resource, acquired) VALUES ('HangFire:lock:recurring-job:consolidate', now() - interval '40 seconds')");
        postgres.Run("INSERT INTO dla_hangfire.lock (resource, acquired) VALUES ('lock:recurring-job:consolidate', now() - interval '40 seconds')");

        await using var after = new HangfireStage(postgres.ConnectionString);
        await after.Start(HangfireStage.Line(cron: "30 4 * * *"));

        postgres.Run("SELECT value FROM dla_hangfire.hash WHERE key = 'recurring-job:consolidate' AND field = 'Cron'").ShouldBe("30 4 * * *");
    }

    [SkippableFact]
    public async Task A_role_that_may_not_make_schemas_is_told_what_to_ask_for_and_needs_no_more()
    {
        using var postgres = Postgres.OrSkip();
        var role = $"poor_{Guid.NewGuid():N}";
        postgres.Run($"CREATE ROLE {role} LOGIN PASSWORD 'poor'");
        try
        {
            var poor = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = role, Password = "poor", Pooling = false }.ConnectionString;
            await using (var refused = new HangfireStage(poor))
                (await Should.ThrowAsync<UsageException>(() => refused.Start(HangfireStage.Line()))).Message.ShouldContain("CREATE SCHEMA dla_hangfire AUTHORIZATION");

            postgres.Run($"CREATE SCHEMA dla_hangfire AUTHORIZATION {role}");
            await using var stage = new HangfireStage(poor);
            await stage.Start(HangfireStage.Line());
            await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
            await Eventually.IsTrueAsync(() => stage.Began == 1, "it runs");
        }
        finally
        {
            postgres.Run($"DROP OWNED BY {role} CASCADE");
            postgres.Run($"DROP ROLE {role}");
        }
    }
}

using Dla.Etl.Installing;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;
using Npgsql;

namespace Dla.Etl.JobTests.Scheduling;

/// <summary>What the host relies on, whichever scheduler the build has.</summary>
public class SchedulerTests
{
    private static readonly DateTimeOffset Evening = new(2026, 5, 1, 20, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset TenNextMorning = new(2026, 5, 2, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset NextNight = new(2026, 5, 3, 1, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string> Stores => ["memory", "postgres"];

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_missed_night_is_not_run_at_ten_in_the_morning(string store)
    {
        using var place = new StoreUnderTest(store);
        var clock = new ShiftedClock(Evening);
        await using (var before = new Stage(place.Store, clock))
            await before.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        clock.Set(TenNextMorning);
        await using var after = new Stage(place.Store, clock, lastStarted: _ => Evening.AddDays(-1));
        await after.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        await Eventually.IsTrueAsync(async () => (await after.Next("consolidate")) == NextNight, "the next night is next");
        // What is asked for is the only run there is.
        await after.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(async () => (await after.Outcomes("beside-the-table", FireOutcome.Succeeded)) == 1, "the run asked for");
        after.Counted.Of(JobNames.Consolidate).ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_missed_night_is_run_once_when_its_policy_says_so(string store)
    {
        using var place = new StoreUnderTest(store);
        var clock = new ShiftedClock(Evening);
        await using (var before = new Stage(place.Store, clock))
            await before.Scheduler.StartAsync([Stage.Nightly(MissedRun.RunOnce)], CancellationToken.None);

        // Three nights without a host are one run, not three.
        clock.Set(TenNextMorning.AddDays(2));
        await using var after = new Stage(place.Store, clock, lastStarted: _ => Evening.AddDays(-1));
        await after.Scheduler.StartAsync([Stage.Nightly(MissedRun.RunOnce)], CancellationToken.None);

        await Eventually.IsTrueAsync(() => after.Counted.Of(JobNames.Consolidate) == 1, "the missed run");
        await Eventually.IsTrueAsync(async () => (await after.Next("consolidate")) == NextNight.AddDays(2), "the next night is next");
        after.Counted.Of(JobNames.Consolidate).ShouldBe(1);
        after.Counted.ByHand.ShouldBe(0, "the audit must not say that a person started what the schedule made up for");
    }

    [SkippableFact]
    public async Task The_store_remembers_what_was_missed()
    {
        using var place = new StoreUnderTest("postgres");
        var clock = new ShiftedClock(Evening);
        await using (var before = new Stage(place.Store, clock))
            await before.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        clock.Set(TenNextMorning);
        await using var after = new Stage(place.Store, clock);
        await after.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        await Eventually.IsTrueAsync(async () => (await after.Outcomes("consolidate", FireOutcome.Missed)) == 1, "the miss in the history");
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task Changing_the_table_leaves_nothing_behind(string store)
    {
        using var place = new StoreUnderTest(store);
        var clock = new ShiftedClock(Evening);
        await using (var before = new Stage(place.Store, clock))
            await before.Scheduler.StartAsync([.. Schedule.Table], CancellationToken.None);

        await using var after = new Stage(place.Store, clock);
        await after.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip, cron: "30 4 * * *")], CancellationToken.None);

        (await after.Scheduler.NextAsync(CancellationToken.None)).ShouldBe(
            new Dictionary<string, DateTimeOffset?> { ["consolidate"] = new DateTimeOffset(2026, 5, 2, 4, 30, 0, TimeSpan.FromHours(7)) });
        place.Rows("qrtz_triggers").ShouldBe(store == "postgres" ? 1 : 0);
        place.Rows("qrtz_job_details").ShouldBe(store == "postgres" ? 1 : 0);
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_clock_set_back_does_not_keep_the_jobs_waiting(string store)
    {
        using var place = new StoreUnderTest(store);
        var clock = new ShiftedClock(Evening.AddDays(30));
        await using var stage = new Stage(place.Store, clock);
        await stage.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        clock.Set(Evening);
        await stage.Scheduler.RecomputeAsync(CancellationToken.None);

        (await stage.Next("consolidate")).ShouldBe(NextNight.AddDays(-1));
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_failed_run_is_tried_three_times_more_and_then_left_to_the_next_time(string store)
    {
        using var place = new StoreUnderTest(store);
        var counted = new Counted { Work = (_, _) => throw new InvalidOperationException("It breaks every time.") };
        var clock = new ShiftedClock(NextNight.AddSeconds(-3));
        await using var stage = new Stage(place.Store, clock, counted: counted);
        await stage.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        await Eventually.IsTrueAsync(async () => await stage.Outcomes("consolidate", FireOutcome.Failed) == 4, "four tries in the history");
        await Eventually.IsTrueAsync(async () => await stage.Next("consolidate") == NextNight.AddDays(1), "the next night is next");
        counted.Of(JobNames.Consolidate).ShouldBe(4);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_needs_no_more_than_the_schema_of_its_own(bool hasSchema)
    {
        using var postgres = Postgres.OrSkip();
        postgres.Run($"CREATE ROLE {postgres.Name} LOGIN PASSWORD 'Rahat-Lap-9931'");
        if (hasSchema)
            postgres.Run($"CREATE SCHEMA dla_quartz AUTHORIZATION {postgres.Name}");
        var store = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = postgres.Name, Password = "Rahat-Lap-9931" };
        await using var stage = new Stage(store.ConnectionString, new ShiftedClock(Evening));

        var starting = stage.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);

        if (hasSchema)
            await starting;
        else
            (await starting.ShouldThrowAsync<UsageException>()).Message.ShouldContain("CREATE SCHEMA dla_quartz");
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_start_that_failed_half_way_leaves_nothing_in_the_way_of_the_next(string store)
    {
        using var place = new StoreUnderTest(store);
        await using var stage = new Stage(place.Store, new ShiftedClock(Evening));
        var nightly = Stage.Nightly(MissedRun.Skip);
        await Should.ThrowAsync<FormatException>(() => stage.Scheduler.StartAsync([nightly, nightly with { Id = "broken", Cron = "no cron" }], CancellationToken.None));

        await stage.Scheduler.StartAsync([nightly], CancellationToken.None);

        (await stage.Next("consolidate")).ShouldNotBeNull("the line is scheduled");
        await stage.Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => Task.FromResult(stage.Counted.Of(JobNames.Consolidate) == 1), "it fires");
    }

    [SkippableFact]
    public async Task Told_to_stop_while_it_starts_on_postgres_it_says_just_that()
    {
        using var place = new StoreUnderTest("postgres");
        await using (var before = new Stage(place.Store, new ShiftedClock(Evening)))
            await before.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], CancellationToken.None);
        // At any instant of the start: it is a matter of milliseconds which of its steps is told.
        for (var wait = 0; wait < 400; wait += 8)
        {
            await using var stage = new Stage(place.Store, new ShiftedClock(Evening));
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
            var ended = await Record.ExceptionAsync(() => stage.Scheduler.StartAsync([Stage.Nightly(MissedRun.Skip)], stop.Token));
            (ended is null or OperationCanceledException).ShouldBeTrue($"after {wait} ms: {ended}");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Stores))]
    public async Task A_job_never_runs_beside_itself(string store)
    {
        using var place = new StoreUnderTest(store);
        var counted = new Counted();
        int at = 0, most = 0;
        using var go = new SemaphoreSlim(0);
        counted.Work = async (_, cancellation) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            await go.WaitAsync(cancellation);
            Interlocked.Decrement(ref at);
        };
        await using var one = new Stage(place.Store, new ShiftedClock(Evening), "node-a", counted);
        await using var two = store == "postgres" ? new Stage(place.Store, new ShiftedClock(Evening), "node-b", counted) : null;
        ScheduleLine[] table = [Stage.Nightly(MissedRun.Skip)];
        await Task.WhenAll(one.Scheduler.StartAsync(table, CancellationToken.None), two?.Scheduler.StartAsync(table, CancellationToken.None) ?? Task.CompletedTask);

        for (var time = 0; time < 3; time++)
            await (time == 1 && two is not null ? two : one).Scheduler.RunNowAsync("consolidate", CancellationToken.None);
        await Eventually.IsTrueAsync(() => counted.Of(JobNames.Consolidate) == 1, "the first run");
        go.Release(3);

        await Eventually.IsTrueAsync(() => counted.Of(JobNames.Consolidate) == 3, "all three, one after the other");
        most.ShouldBe(1);
    }
}

/// <summary>Where a schedule is kept: in memory, or in a database of its own.</summary>
internal sealed class StoreUnderTest : IDisposable
{
    private readonly Postgres? _postgres;

    public StoreUnderTest(string kind) => _postgres = kind == "postgres" ? Postgres.OrSkip() : null;

    public string? Store => _postgres?.ConnectionString;

    public long Rows(string table) => _postgres is null ? 0 : (long)_postgres.Run($"SELECT count(*) FROM dla_quartz.{table}")!;

    public void Dispose() => _postgres?.Dispose();
}

internal static class StageQuestions
{
    public static async Task<DateTimeOffset?> Next(this Stage stage, string line) =>
        (await stage.Scheduler.NextAsync(CancellationToken.None)).GetValueOrDefault(line);

    public static async Task<int> Outcomes(this Stage stage, string line, FireOutcome outcome) =>
        (await stage.Scheduler.HistoryAsync(100, CancellationToken.None)).Count(fire => fire.Line == line && fire.Outcome == outcome);
}

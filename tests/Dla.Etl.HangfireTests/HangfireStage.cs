using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;
using Dla.Etl.JobTests;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dla.Etl.HangfireTests;

/// <summary>A node that fires with Hangfire at a quick pace; its jobs are plain code of the test.</summary>
internal sealed class HangfireStage : IAsyncDisposable
{
    public static readonly HangfirePace Quick = new(
        TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(3), [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);

    private readonly ServiceProvider _services;

    public HangfireStage(string? store, string node = "node-a", Func<CancellationToken, Task<JobResult>>? work = null, Func<ScheduleLine, DateTimeOffset?>? lastStarted = null)
    {
        var services = new ServiceCollection();
        foreach (var job in new[] { JobNames.Intake, JobNames.Process, JobNames.Consolidate, JobNames.Report, JobNames.Distribute, JobNames.Send, JobNames.Housekeep })
            services.AddKeyedTransient<IJob>(job, (_, _) => new CodeJob(this, work ?? (_ => Task.FromResult(new JobResult(1, [])))));
        _services = services.BuildServiceProvider();
        var runner = new JobRunner(_services.GetRequiredService<IServiceScopeFactory>(), node, NullLogger<JobRunner>.Instance);
        var parts = new SchedulerParts(node, store, runner, lastStarted ?? (_ => null), TimeProvider.System, NullLoggerFactory.Instance);
        Scheduler = new HangfireAdapter(
            parts, async cancellation => Store = store is null ? HangfireStore.InMemory() : await HangfireStore.OpenAsync(store, Quick, cancellation), Quick);
    }

    public IJobScheduler Scheduler { get; }

    public JobStorage? Store { get; private set; }

    /// <summary>How many runs began on this node.</summary>
    public int Began => _began;

    private int _began;
    private bool _abandoned;

    /// <summary>Leaves a job that does not end behind.</summary>
    public async Task Abandon()
    {
        _abandoned = true;
        await Should.ThrowAsync<OperationCanceledException>(() => Scheduler.StopAsync(new CancellationToken(canceled: true)));
    }

    public static ScheduleLine Line(string id = "consolidate", string cron = "0 1 * * *", MissedRun missed = MissedRun.Skip, RunsOn on = RunsOn.OneNode, string queue = Queues.Night) =>
        new(id, id == "intake_night" ? JobNames.Intake : id, cron, queue, missed, on, "ทดสอบ");

    public Task Start(params ScheduleLine[] table) => Scheduler.StartAsync(table, CancellationToken.None);

    public async Task<IReadOnlyList<PastFire>> History(FireOutcome outcome) =>
        [.. (await Scheduler.HistoryAsync(100, CancellationToken.None)).Where(fire => fire.Outcome == outcome)];

    public async ValueTask DisposeAsync()
    {
        // A test that failed may have left a job that never ends.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Scheduler.StopAsync(_abandoned ? new CancellationToken(canceled: true) : patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Scheduler.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class CodeJob(HangfireStage stage, Func<CancellationToken, Task<JobResult>> work) : IJob
    {
        public Task<JobResult> RunAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref stage._began);
            return work(cancellation);
        }
    }
}

/// <summary>Rows of Hangfire's schema, as a test sets or asks for them.</summary>
internal static class HangfireRows
{
    /// <summary>Makes the store look as if a line had last fired and was next due long ago.</summary>
    public static void WasUpLast(this Postgres postgres, string line, DateTimeOffset lastFired, DateTimeOffset due)
    {
        foreach (var (field, at) in new[] { ("LastExecution", lastFired), ("CreatedAt", lastFired.AddDays(-30)), ("NextExecution", due) })
        {
            postgres.Run($"DELETE FROM dla_hangfire.hash WHERE key = 'recurring-job:{line}' AND field = '{field}'");
            postgres.Run($"INSERT INTO dla_hangfire.hash (key, field, value) VALUES ('recurring-job:{line}', '{field}', '{at.ToUnixTimeMilliseconds()}')");
        }

        postgres.Run($"UPDATE dla_hangfire.set SET score = {due.ToUnixTimeSeconds()} WHERE key = 'recurring-jobs' AND value = '{line}'");
    }

    public static long Count(this Postgres postgres, string fromWhere) => (long)postgres.Run($"SELECT count(*) FROM dla_hangfire.{fromWhere}")!;

    /// <summary>What a host that was killed leaves behind: the job fetched, in processing, and nobody to say that it is alive.</summary>
    public static string FetchAsOneWhoDies(this JobStorage storage, string queue)
    {
        using var connection = storage.GetConnection();
        // Never disposed of: that would give the job back.
        var fetched = connection.FetchNextJob([queue], CancellationToken.None);
        return fetched.JobId;
    }
}

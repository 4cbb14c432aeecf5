using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Jobs.Telemetry;
using Dla.Etl.Warehouse;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.Monitoring;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What this build fires jobs with: Hangfire, in memory with SQLite, shared by the nodes on PostgreSQL, with its dashboard at <c>/hangfire</c>.</summary>
internal static class SchedulerOfThisBuild
{
    public const string Name = "Hangfire";

    // One host a process; the dashboard looks at the same memory as the scheduler.
    private static readonly Lazy<JobStorage> Memory = new(HangfireStore.InMemory);

    /// <summary>What the dashboard is made of.</summary>
    public static void AddTo(WebApplicationBuilder builder, string? store)
    {
        // Less than AddHangfire, which would also set what is static in Hangfire; the adapter does that.
        builder.Services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration).AddSingleton(DashboardRoutes.Routes);
        builder.Services.AddSingleton(_ => store is null ? Memory.Value : HangfireStore.ToLookAt(store));
    }

    /// <summary>The dashboard, where the environment holds a secret for it; else there is none.</summary>
    /// <exception cref="UsageException">The secret cannot be used.</exception>
    public static void MapTo(WebApplication app)
    {
        if (DashboardSecret.From(Environment.GetEnvironmentVariable) is { } secret)
            app.MapHangfireDashboard("/hangfire", new DashboardDoor(secret).Options(), app.Services.GetRequiredService<JobStorage>());
    }

    /// <summary>The scheduler; it fires nothing before it is started.</summary>
    public static IJobScheduler Create(SchedulerParts parts) => new HangfireAdapter(
        parts,
        cancellation => parts.Store is null ? Task.FromResult(Memory.Value) : HangfireStore.OpenAsync(parts.Store, HangfirePace.Usual, cancellation),
        HangfirePace.Usual);

    /// <summary>The first time after an instant.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="FormatException">The cron cannot be read.</exception>
    public static DateTimeOffset? NextAfter(string cron, DateTimeOffset instant)
    {
        // Hangfire keeps its reader of crons to itself; a recurring job in an empty memory says what it reads.
        using var alone = new InMemoryStorage();
        var manager = new RecurringJobManager(alone, new JobFilterCollection(), new DefaultTimeZoneResolver(), () => instant.UtcDateTime.AddSeconds(1));
        try
        {
            manager.AddOrUpdate("line", HangfireWork.JobOf("line", Queues.Desk, RunsOn.OneNode), cron, new RecurringJobOptions { TimeZone = Schedule.Zone });
        }
        catch (ArgumentException unread)
        {
            throw new FormatException(unread.InnerException?.Message ?? unread.Message, unread);
        }

        using var connection = alone.GetConnection();
        return connection.GetRecurringJobs().Single().NextExecution.InUtc();
    }
}

/// <summary>How often Hangfire looks, and when it takes a job for abandoned.</summary>
/// <param name="Schedule">Between two looks at the schedule; a fire of a frequent line that is later than twice that is missed.</param>
/// <param name="Queue">Between two looks at a queue.</param>
/// <param name="Invisibility">A job whose node has been silent for so long is taken over. Longer than a lease: taken over earlier it would find its lease still held.</param>
/// <param name="Retries">Waits before further tries.</param>
internal sealed record HangfirePace(TimeSpan Schedule, TimeSpan Queue, TimeSpan Invisibility, IReadOnlyList<TimeSpan> Retries)
{
    public static HangfirePace Usual { get; } =
        new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), Scheduling.Retries.Delays);
}

/// <summary>The schedule on Hangfire. Jobs keep from overlapping by their own leases: Hangfire's attribute for that blocks workers and lapses.</summary>
internal sealed class HangfireAdapter(SchedulerParts parts, Func<CancellationToken, Task<JobStorage>> open, HangfirePace pace) : IJobScheduler
{
    // A host killed in the act leaves its lock behind until that lapses.
    private static readonly ResiliencePipeline PastLocks = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<DistributedLockTimeoutException>().Handle<PostgreSqlDistributedLockException>(),
        MaxRetryAttempts = 6,
        Delay = TimeSpan.FromSeconds(1),
    }).Build();

    private readonly List<BackgroundJobServer> _servers = [];
    private IReadOnlyDictionary<string, ScheduleLine> _table = new Dictionary<string, ScheduleLine>(StringComparer.Ordinal);
    private JobStorage? _storage;
    private RecurringJobManager? _manager;

    public string Description => parts.Store is null ? "Hangfire, in memory" : $"Hangfire, shared on PostgreSQL (schema {HangfireStore.SchemaOf(parts.Store)})";

    private JobStorage Storage => _storage ?? throw new InvalidOperationException("The scheduler has not been started.");

    public async Task StartAsync(IReadOnlyList<ScheduleLine> table, CancellationToken cancellation)
    {
        GlobalConfiguration.Configuration.UseLogProvider(new AspNetCoreLogProvider(parts.Logs))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        _table = table.ToDictionary(line => line.Id, StringComparer.Ordinal);
        _storage = await open(cancellation).ConfigureAwait(false);
        // In place of Hangfire's own set, which tries ten times.
        var filters = new JobFilterCollection
        {
            new AutomaticRetryAttribute { Attempts = pace.Retries.Count, DelaysInSeconds = [.. pace.Retries.Select(wait => (int)wait.TotalSeconds)] },
            new TooLate(id => _table.GetValueOrDefault(id), parts.Clock, parts.Logs.CreateLogger<TooLate>()),
            new StatisticsHistoryAttribute(),
        };
        _manager = new RecurringJobManager(_storage, filters);
        foreach (var leftover in Stored().Where(stored => !_table.ContainsKey(stored.Id)))
            PastLocks.Execute(() => _manager.RemoveIfExists(leftover.Id));
        foreach (var line in table)
            Ensure(line);
        await RecomputeAsync(cancellation).ConfigureAwait(false);
        if (parts.Store is null)
            CatchUp();
        var work = new HangfireWork(parts, id => _table.GetValueOrDefault(id), _storage, filters);
        foreach (var (queue, workers) in Queues.Workers)
            _servers.Add(Serve(queue, workers, filters, work));
    }

    public async Task StopAsync(CancellationToken deadline)
    {
        foreach (var server in _servers)
            server.SendStop();
        await Task.WhenAll(_servers.Select(server => server.WaitForShutdownAsync(deadline))).ConfigureAwait(false);
    }

    public Task RunNowAsync(string lineId, CancellationToken cancellation)
    {
        if (PastLocks.Execute(() => _manager?.TriggerJob(lineId)) is null)
            throw new ArgumentException($"no line {lineId} is scheduled", nameof(lineId));
        return Task.CompletedTask;
    }

    public Task RecomputeAsync(CancellationToken cancellation)
    {
        // Clocks of nodes differ a little; a stored time counts as wrong only beyond that.
        var now = parts.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        foreach (var stored in Stored())
        {
            if (_table.TryGetValue(stored.Id, out var line)
                && (stored.LastExecution.InUtc() > now || stored.NextExecution.InUtc() > SchedulerOfThisBuild.NextAfter(line.Cron, now)))
            {
                PastLocks.Execute(() => _manager!.RemoveIfExists(line.Id));
                Ensure(line);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset?>> NextAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset?>>(Stored().ToDictionary(job => job.Id, job => job.NextExecution.InUtc(), StringComparer.Ordinal));

    public Task<IReadOnlyList<PastFire>> HistoryAsync(int most, CancellationToken cancellation) =>
        Task.FromResult(HangfireHistory.Last(Storage.GetMonitoringApi(), most));

    public async ValueTask DisposeAsync()
    {
        // What was not waited for, Hangfire would wait for without end.
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var server in _servers)
            server.Dispose();
        _servers.Clear();
    }

    private List<RecurringJobDto> Stored()
    {
        using var connection = Storage.GetConnection();
        return connection.GetRecurringJobs();
    }

    // A line that is as the table says keeps its next time: what was missed is known by that.
    private void Ensure(ScheduleLine line) => PastLocks.Execute(() => _manager!.AddOrUpdate(
        line.Id, HangfireWork.JobOf(line.Id, line.Queue, line.On), line.Cron, new RecurringJobOptions { TimeZone = Schedule.Zone, MisfireHandling = Misfire(line) }));

    // Strict makes a job of every time that was missed, which says which one was due: TooLate decides. For frequent lines that would be thousands.
    private MisfireHandlingMode Misfire(ScheduleLine line)
    {
        if (line.Missed == MissedRun.RunOnce)
            return MisfireHandlingMode.Relaxed;
        var at = SchedulerOfThisBuild.NextAfter(line.Cron, parts.Clock.GetUtcNow());
        for (var time = 0; time < 3 && at is { } one; time++)
        {
            at = SchedulerOfThisBuild.NextAfter(line.Cron, one);
            if (at - one < TimeSpan.FromHours(6))
                return MisfireHandlingMode.Ignorable;
        }

        return MisfireHandlingMode.Strict;
    }

    // A schedule in memory knows nothing of the time before; the log of runs does.
    private void CatchUp()
    {
        foreach (var line in _table.Values.Where(line => line.Missed == MissedRun.RunOnce && parts.LastStarted(line) is { } last
            && SchedulerOfThisBuild.NextAfter(line.Cron, last) <= parts.Clock.GetUtcNow()))
            _manager!.TriggerJob(line.Id);
    }

    // Each queue has workers of its own. Only the first server looks at the schedule and keeps fetched jobs from being taken over; they share the storage object.
    private BackgroundJobServer Serve(string queue, int workers, IJobFilterProvider filters, HangfireWork work) => new(
        new BackgroundJobServerOptions
        {
            ServerName = parts.Node,
            Queues = [HangfireWork.QueueOf(queue, parts.Node), queue],
            WorkerCount = workers,
            IsLightweightServer = _servers.Count > 0,
            SchedulePollingInterval = pace.Schedule,
            Activator = new Always(work),
            FilterProvider = filters,
            // Jobs are told at once and end what they have in hand; how long that may take is for StopAsync to say.
            StopTimeout = TimeSpan.Zero,
            ShutdownTimeout = Timeout.InfiniteTimeSpan,
        },
        Storage);

    private sealed class Always(HangfireWork work) : JobActivator
    {
        public override object ActivateJob(Type jobType) => work;
    }
}

/// <summary>What Hangfire runs: it hands on to <see cref="JobRunner"/>. Its methods are named in the store.</summary>
internal sealed class HangfireWork(SchedulerParts parts, Func<string, ScheduleLine?> table, JobStorage storage, IJobFilterProvider filters)
{
    public static Job JobOf(string line, string queue, RunsOn on) => on == RunsOn.EveryNode
        ? Job.FromExpression<HangfireWork>(work => work.OnEveryNode(line), queue)
        : Job.FromExpression<HangfireWork>(work => work.RunAsync(line, CancellationToken.None), queue);

    // The part of a queue that one node alone serves; names of queues are stricter than those of nodes.
    public static string QueueOf(string queue, string node) =>
        $"{queue}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(node)))[..12]}";

    /// <summary>Runs a line's job on this node.</summary>
    /// <returns>What became of it, for the dashboard.</returns>
    [JobDisplayName("{0}")]
    public async Task<string> RunAsync(string line, CancellationToken cancellation)
    {
        if (table(line) is not { } found)
            return "no longer in the table";
        var result = await parts.Runner.RunAsync(found.Job, line, cancellation).ConfigureAwait(false);
        return result.Elsewhere is { } node ? $"done on {node}" : string.Create(CultureInfo.InvariantCulture, $"done {result.Done}");
    }

    /// <summary>Hands a line's job to every node that is up. One that has it waiting already gets no second: nothing piles up for a node that is gone.</summary>
    [JobDisplayName("{0} (every node)")]
    public void OnEveryNode(string line)
    {
        if (table(line) is not { } found)
            return;
        var monitor = storage.GetMonitoringApi();
        var nodes = monitor.Servers().SelectMany(server => server.Queues).Where(queue => queue.StartsWith($"{found.Queue}-", StringComparison.Ordinal));
        foreach (var queue in nodes.Distinct(StringComparer.Ordinal).ToList())
        {
            if (!monitor.EnqueuedJobs(queue, 0, 50).Any(waiting => waiting.Value?.Job?.Args[0] is string other && other == line))
                new BackgroundJobClient(storage, filters).Create(JobOf(line, queue, RunsOn.OneNode), new EnqueuedState(queue));
        }
    }
}

/// <summary>Drops a job that is about to start when its time has passed by the policy of its line, or when its line has fired again since.</summary>
/// <remarks>Hangfire itself starts whatever lies in a queue, however long all hosts were down. What a person started on the dashboard or by command is never too late.</remarks>
internal sealed class TooLate(Func<string, ScheduleLine?> table, TimeProvider clock, ILogger<TooLate> log) : IElectStateFilter
{
    public const string Missed = "Missed";

    // Hosts that were up made the job within seconds; a database away for some minutes is no missed night.
    private static readonly TimeSpan MadeWithin = TimeSpan.FromMinutes(10);
    // Work of the night may wait for its turn, or be taken over from a node that was killed, but not start in office hours.
    private static readonly TimeSpan StartedWithin = TimeSpan.FromHours(3);
    private static readonly string[] ByPerson = ["Triggered via Dashboard UI", "Triggered using recurring job manager"];

    /// <summary>When a job was due; null for one that has no time of its own.</summary>
    public static DateTimeOffset? DueOf(string? timeParameter) =>
        timeParameter is null ? null : DateTimeOffset.FromUnixTimeSeconds(SerializationHelper.Deserialize<long>(timeParameter, SerializationOption.User));

    public void OnStateElection(ElectStateContext context)
    {
        var job = context.BackgroundJob;
        if (context.CandidateState is not ProcessingState || job.Job?.Args[0] is not string id || table(id) is not { } line
            || DueOf(context.Connection.GetJobParameter(job.Id, "Time")) is not { } due
            || ByPerson.Contains(context.Connection.GetStateData(job.Id)?.Reason, StringComparer.Ordinal))
            return;
        if (line.Missed == MissedRun.Skip && (((DateTime?)job.CreatedAt).InUtc() - due > MadeWithin || clock.GetUtcNow() - due > StartedWithin))
        {
            JobTelemetry.Missed(id);
            log.LogWarning("Line {Line} of the schedule missed its time {Due}; by its policy it is left to the next one", id, Instants.Text(due));
            context.CandidateState = new DeletedState { Reason = $"{Missed}: no host could begin it in time" };
        }
        else if (context.GetJobParameter<int>("RetryCount") == 0
            && context.Connection.GetAllEntriesFromHash($"recurring-job:{id}")?.GetValueOrDefault("LastJobId") is { Length: > 0 } newest && newest != job.Id)
        {
            context.CandidateState = new DeletedState { Reason = $"Fire {newest} of the line came after it" };
        }
    }
}

/// <summary>What ran, by Hangfire's own record, which it keeps for a day.</summary>
internal static class HangfireHistory
{
    public static IReadOnlyList<PastFire> Last(IMonitoringApi monitor, int most) =>
    [
        .. monitor.SucceededJobs(0, most).Select(job => Read(monitor, job.Key, FireOutcome.Succeeded))
            .Concat(monitor.FailedJobs(0, most).Select(job => Read(monitor, job.Key, FireOutcome.Failed)))
            .Concat(monitor.DeletedJobs(0, most).Select(job => Read(monitor, job.Key, FireOutcome.Missed)))
            .OfType<PastFire>().OrderByDescending(fire => fire.At).Take(most),
    ];

    // Hangfire's times are in UTC, whether they say so or not.
    public static DateTimeOffset? InUtc(this DateTime? time) => time is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;

    private static PastFire? Read(IMonitoringApi monitor, string id, FireOutcome outcome)
    {
        if (monitor.JobDetails(id) is not { Job: { } job } details || job.Method.Name != nameof(HangfireWork.RunAsync) || job.Args[0] is not string line)
            return null;
        var end = details.History.FirstOrDefault(state => state.StateName is "Succeeded" or "Failed" or "Deleted");
        if (outcome == FireOutcome.Missed && end?.Reason?.StartsWith(TooLate.Missed, StringComparison.Ordinal) != true)
            return null;
        var start = details.History.FirstOrDefault(state => state.StateName == ProcessingState.StateName);
        details.Properties.TryGetValue("Time", out var due);
        var at = outcome == FireOutcome.Missed ? TooLate.DueOf(due) : ((DateTime?)start?.CreatedAt).InUtc();
        TimeSpan? duration = Said(end, "PerformanceDuration") is { } took ? TimeSpan.FromMilliseconds(long.Parse(took, CultureInfo.InvariantCulture)) : null;
        return new PastFire(
            line, Said(start, "ServerId")?.Split(':')[0] ?? "", at ?? details.CreatedAt.InUtc() ?? DateTimeOffset.UnixEpoch, duration, outcome, Said(end, "ExceptionMessage"));
    }

    private static string? Said(StateHistoryDto? state, string name) => state is not null && state.Data.TryGetValue(name, out var said) ? said : null;
}

/// <summary>Where Hangfire keeps what is scheduled.</summary>
internal static class HangfireStore
{
    public static JobStorage InMemory() => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });

    /// <summary>Schema of Hangfire's tables: <c>dla_hangfire</c>, and for a warehouse in another schema than the usual one with that schema's name after it.</summary>
    public static string SchemaOf(string store) =>
        new NpgsqlConnectionStringBuilder(store).SearchPath is { Length: > 0 } path and not "dla_etl" ? $"dla_hangfire_{path}" : "dla_hangfire";

    /// <summary>Opens the store; where its tables are missing or older they are made, by one host at a time.</summary>
    /// <exception cref="UsageException">The role may not make the schema.</exception>
    public static async Task<JobStorage> OpenAsync(string store, HangfirePace pace, CancellationToken cancellation)
    {
        await using var alone = await SchedulerSchema.MakeAloneAsync(store, SchemaOf(store), cancellation).ConfigureAwait(false);
        return Storage(store, pace, prepare: true);
    }

    // As the dashboard sees it; nothing is opened yet.
    public static JobStorage ToLookAt(string store) => Storage(store, HangfirePace.Usual, prepare: false);

    private static PostgreSqlStorage Storage(string store, HangfirePace pace, bool prepare)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = SchemaOf(store),
            PrepareSchemaIfNecessary = prepare,
            StartupConnectionMaxRetries = 0,
            AllowDegradedModeWithoutStorage = false,
            // Without sliding a job longer than the time is started again for ever.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = pace.Invisibility,
            QueuePollInterval = pace.Queue,
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
            EnableTransactionScopeEnlistment = false,
        };
        var own = new NpgsqlConnectionStringBuilder(store) { ApplicationName = "dla-etl-jobs hangfire", Enlist = false };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(own.ConnectionString, options), options);
    }
}

/// <summary>Hangfire's own rule lets in every local request; this one asks for the secret.</summary>
internal sealed class DashboardDoor(DashboardSecret secret) : IDashboardAuthorizationFilter
{
    public DashboardOptions Options() => new()
    {
        Authorization = [this], IsReadOnlyFunc = _ => !secret.MayChange, DisplayStorageConnectionString = false, AppPath = null, DashboardTitle = "Dla.Etl",
    };

    public bool Authorize(DashboardContext context) => secret.Admits(context.GetHttpContext());
}

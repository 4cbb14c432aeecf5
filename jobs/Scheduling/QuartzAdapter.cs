using Dla.Etl.Installing;
using Dla.Etl.Jobs.Telemetry;
using Dla.Etl.Warehouse;
using Npgsql;
using Quartz;
using Quartz.Extensibility;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>What this build fires jobs with: Quartz.NET, in memory with SQLite, persistent and clustered on PostgreSQL.</summary>
internal static class SchedulerOfThisBuild
{
    public const string Name = "Quartz";

    /// <summary>Nothing: a Quartz scheduler has a container of its own, because it is made when the database is there.</summary>
    public static void AddTo(WebApplicationBuilder builder, string? store)
    {
    }

    /// <summary>Nothing: this build has no dashboard; <c>schedule</c> and the health check say what there is to say.</summary>
    public static void MapTo(WebApplication app)
    {
    }

    /// <summary>The scheduler; it fires nothing before it is started.</summary>
    public static IJobScheduler Create(SchedulerParts parts) => new QuartzAdapter(parts);

    /// <summary>The first time after an instant.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="FormatException">The cron cannot be read.</exception>
    public static DateTimeOffset? NextAfter(string cron, DateTimeOffset instant) => Read(cron).WithTimeZone(Schedule.Zone).GetNextValidTimeAfter(instant);

    /// <summary>Five fields as in crontab(5), or six with the second before them.</summary>
    /// <exception cref="FormatException">The cron cannot be read.</exception>
    public static CronExpression Read(string cron)
    {
        var fields = cron.Split(' ');
        if (fields.Length != 6)
            return CronExpression.Parse(cron, CronFormat.Unix);
        // What Quartz makes of the five begins with its own second, which is 0.
        var minutes = CronExpression.Parse(string.Join(' ', fields[1..]), CronFormat.Unix).CronExpressionString;
        return CronExpression.Parse(fields[0] + minutes[1..]);
    }
}

/// <summary>The schedule on Quartz: what runs on one node is clustered on PostgreSQL, what runs on every node is in the memory of each.</summary>
internal sealed class QuartzAdapter(SchedulerParts parts) : IJobScheduler
{
    /// <summary>Schema of Quartz's tables; several warehouses of one database share it, told apart by the name of the scheduler.</summary>
    public const string SchemaName = "dla_quartz";

    private readonly List<QuartzSide> _sides = [];

    /// <inheritdoc/>
    public string Description => parts.Store is null
        ? "Quartz, in memory"
        : $"Quartz, clustered on PostgreSQL (schema {SchemaName}); what runs on every node in memory";

    /// <inheritdoc/>
    public async Task StartAsync(IReadOnlyList<ScheduleLine> table, CancellationToken cancellation)
    {
        try
        {
            if (parts.Store is { } store)
                _sides.Add(await QuartzSide.ClusteredAsync(parts, store, cancellation).ConfigureAwait(false));
            _sides.Add(await QuartzSide.InMemoryAsync(parts, cancellation).ConfigureAwait(false));
            foreach (var side in _sides)
                await side.StartAsync([.. table.Where(line => SideOf(line) == side)], cancellation).ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            // A side left over would be one without lines at the next try, and take the lines of all nodes out of the store they share.
            await DisposeAsync().ConfigureAwait(false);
            // Quartz wraps what it was told in an error of its own.
            if (cancellation.IsCancellationRequested && broken is not OperationCanceledException)
                throw new OperationCanceledException("The start was called off.", broken, cancellation);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken deadline) =>
        await Task.WhenAll(_sides.Select(side => side.StopAsync(deadline))).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task RunNowAsync(string lineId, CancellationToken cancellation) =>
        await _sides.First(side => side.Has(lineId)).RunNowAsync(lineId, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task RecomputeAsync(CancellationToken cancellation)
    {
        foreach (var side in _sides)
            await side.RecomputeAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> NextAsync(CancellationToken cancellation)
    {
        var next = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var side in _sides)
            await side.AddNextAsync(next, cancellation).ConfigureAwait(false);
        return next;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PastFire>> HistoryAsync(int most, CancellationToken cancellation)
    {
        var fires = new List<PastFire>();
        foreach (var side in _sides)
            fires.AddRange(await side.HistoryAsync(most, cancellation).ConfigureAwait(false));
        return [.. fires.OrderByDescending(fire => fire.At).Take(most)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var side in _sides)
            await side.DisposeAsync().ConfigureAwait(false);
        _sides.Clear();
    }

    // The first side is the one that all nodes share, when there is such a one.
    private QuartzSide SideOf(ScheduleLine line) => line.On == RunsOn.OneNode ? _sides[0] : _sides[^1];
}

/// <summary>One Quartz scheduler and its part of the table. A line is a trigger; the lines of one job share a Quartz job, which never runs beside itself.</summary>
internal sealed class QuartzSide : IAsyncDisposable
{
    public const string Group = "dla";

    // Clocks of nodes differ a little; a stored time counts as wrong only beyond that.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ServiceProvider _services;
    private readonly IScheduler _quartz;
    private const string LineKey = "line";
    private const string Beside = "beside-the-table";

    private readonly SchedulerParts _parts;
    private readonly bool _remembers;
    private IReadOnlyList<ScheduleLine> _lines = [];

    private QuartzSide(ServiceProvider services, IScheduler quartz, SchedulerParts parts, bool remembers) =>
        (_services, _quartz, _parts, _remembers) = (services, quartz, parts, remembers);

    /// <summary>A schedule that lives as long as this process.</summary>
    public static Task<QuartzSide> InMemoryAsync(SchedulerParts parts, CancellationToken cancellation) => BuildAsync(
        parts, $"dla-etl on {parts.Node}", remembers: false, quartz => quartz.UseInMemoryStore(), cancellation);

    /// <summary>A schedule that the nodes share; it remembers what it missed. Making its tables is done by one host at a time.</summary>
    /// <exception cref="UsageException">The role may not make the schema.</exception>
    public static async Task<QuartzSide> ClusteredAsync(SchedulerParts parts, string store, CancellationToken cancellation)
    {
        var schema = new NpgsqlConnectionStringBuilder(store).SearchPath;
        var own = new NpgsqlConnectionStringBuilder(store) { SearchPath = QuartzAdapter.SchemaName, ApplicationName = "dla-etl-jobs quartz" };
        await using var alone = await SchedulerSchema.MakeAloneAsync(store, QuartzAdapter.SchemaName, cancellation).ConfigureAwait(false);
        return await BuildAsync(parts, $"dla-etl {(string.IsNullOrEmpty(schema) ? "dla_etl" : schema)}", remembers: true, quartz => quartz
            .UsePersistentStore(persistent => persistent
                .UsePostgres(NpgsqlFactory.Instance, own.ConnectionString)
                .ConfigureStore(options => options.TablePrefix = "qrtz_")
                .UseClustering()
                .ProvisionSchema()
                .UseExecutionHistory()), cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the store hold these lines and no others, then begins to fire.</summary>
    public async Task StartAsync(IReadOnlyList<ScheduleLine> lines, CancellationToken cancellation)
    {
        _lines = lines;
        await RemoveLeftoversAsync(cancellation).ConfigureAwait(false);
        foreach (var line in lines)
            await EnsureAsync(line, cancellation).ConfigureAwait(false);
        if (!_remembers)
            await CatchUpAsync(cancellation).ConfigureAwait(false);
        await _quartz.Start(cancellation).ConfigureAwait(false);
    }

    /// <summary>Fires no more; the jobs under way are told to stop after what they have in hand.</summary>
    public async Task StopAsync(CancellationToken deadline) => await _quartz.Shutdown(waitForJobsToComplete: true, deadline).ConfigureAwait(false);

    /// <summary>True when the line belongs here.</summary>
    public bool Has(string lineId) => _lines.Any(line => line.Id == lineId);

    /// <inheritdoc cref="IJobScheduler.RunNowAsync"/>
    public async Task RunNowAsync(string lineId, CancellationToken cancellation) =>
        await FireAsync(_lines.Single(line => line.Id == lineId), cancellation).ConfigureAwait(false);

    /// <inheritdoc cref="IJobScheduler.RecomputeAsync"/>
    public async Task RecomputeAsync(CancellationToken cancellation)
    {
        foreach (var line in _lines)
            await EnsureAsync(line, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds the next times of its lines.</summary>
    public async Task AddNextAsync(Dictionary<string, DateTimeOffset?> next, CancellationToken cancellation)
    {
        foreach (var line in _lines)
            next[line.Id] = (await _quartz.GetTrigger(KeyOf(line), cancellation).ConfigureAwait(false))?.NextFireTimeUtc;
    }

    /// <inheritdoc cref="IJobScheduler.HistoryAsync"/>
    public async Task<IEnumerable<PastFire>> HistoryAsync(int most, CancellationToken cancellation)
    {
        var history = _services.GetKeyedService<IExecutionHistoryStore>(_quartz.SchedulerName) ?? _services.GetRequiredService<IExecutionHistoryStore>();
        var ran = await history.QueryExecutions(new ExecutionHistoryQuery { SchedulerName = _quartz.SchedulerName, Take = most }, cancellation).ConfigureAwait(false);
        var missed = await history.QueryMisfires(new MisfireHistoryQuery { SchedulerName = _quartz.SchedulerName, Take = most }, cancellation).ConfigureAwait(false);
        return ran.Items
            .Select(fire => new PastFire(
                LineOf(fire.TriggerGroup, fire.TriggerName), fire.SchedulerInstanceId, fire.FiredAtUtc, fire.Duration,
                fire.Succeeded ? FireOutcome.Succeeded : FireOutcome.Failed, fire.ExceptionMessage))
            .Concat(missed.Items.Select(fire => new PastFire(
                LineOf(fire.TriggerGroup, fire.TriggerName), fire.SchedulerInstanceId, fire.ScheduledFireTimeUtc ?? fire.MisfiredAtUtc, null,
                FireOutcome.Missed, null)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _quartz.DisposeAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The line of a trigger; what was fired beside the table has none.</summary>
    public static string LineOf(string group, string name) => group == Group ? name : Beside;

    /// <summary>The line that fires: of what a killed node had begun and another takes over, the line that it was begun for.</summary>
    /// <remarks>Never <see cref="RunScope.ByHand"/>: what the scheduler does by itself must not stand in the audit as a person's doing.</remarks>
    public static string LineOf(IJobExecutionContext fire) =>
        fire.MergedJobDataMap.TryGetValue(LineKey, out var line) && line is string id ? id
        : fire.Recovering && fire.RecoveringTriggerKey is { } begun ? LineOf(begun.Group, begun.Name)
        : LineOf(fire.Trigger.Key.Group, fire.Trigger.Key.Name);

    private static async Task<QuartzSide> BuildAsync(
        SchedulerParts parts, string name, bool remembers, Action<IQuartzBuilder> store, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        services.AddSingleton(parts.Logs);
        services.AddLogging();
        services.AddSingleton(parts);
        services.AddQuartzExecutionHistory(history => history.Retention = TimeSpan.FromDays(30));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = name;
                options.InstanceId = parts.Node;
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(Queues.Workers.Values.Sum());
            quartz.UseTimeProvider(parts.Clock);
            quartz.UseExecutionLimits(limits =>
            {
                foreach (var (queue, workers) in Queues.Workers)
                    limits.ForGroup(queue, workers);
            });
            quartz.AddTriggerListener(new MissListener(parts.Logs));
            store(quartz);
        });
        var built = services.BuildServiceProvider();
        try
        {
            var scheduler = await built.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellation).ConfigureAwait(false);
            return new QuartzSide(built, scheduler, parts, remembers);
        }
        catch
        {
            await built.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static TriggerKey KeyOf(ScheduleLine line) => new(line.Id, Group);

    private static JobKey JobOf(ScheduleLine line) => new(line.Job, Group);

    private static IJobDetail Job(ScheduleLine line) =>
        JobBuilder.Create<QuartzFire>().WithIdentity(JobOf(line)).StoreDurably().RequestRecovery().Build();

    private ITrigger Trigger(ScheduleLine line) => TriggerBuilder.Create(_parts.Clock)
        .WithIdentity(KeyOf(line))
        .ForJob(JobOf(line))
        .WithExecutionGroup(line.Queue)
        .WithRetryPolicy(RetryPolicy.Explicit(_parts.RetryDelays))
        .WithSchedule(CronScheduleBuilder.Create(SchedulerOfThisBuild.Read(line.Cron).CronExpressionString).InTimeZone(Schedule.Zone).WithMisfireInstruction(
            line.Missed == MissedRun.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing))
        .Build();

    // A trigger that is as the table says stays as it is, with its next time: what was missed is known by that.
    private async Task EnsureAsync(ScheduleLine line, CancellationToken cancellation)
    {
        if (!await _quartz.Exists(JobOf(line), cancellation).ConfigureAwait(false))
            await _quartz.AddJob(Job(line), AddJobOptions.Replacing, cancellation).ConfigureAwait(false);
        var wanted = Trigger(line);
        var stored = await _quartz.GetTrigger(KeyOf(line), cancellation).ConfigureAwait(false);
        if (stored is null || !Same(stored, wanted) || IsTooFar(stored, line))
            await _quartz.ScheduleTrigger(wanted, TriggerConflict.Replace, cancellation).ConfigureAwait(false);
        else if (await _quartz.GetTriggerState(KeyOf(line), cancellation).ConfigureAwait(false) == TriggerState.Error)
            await _quartz.ResetTriggerFromErrorState(KeyOf(line), cancellation).ConfigureAwait(false);
    }

    private static bool Same(ITrigger stored, ITrigger wanted) =>
        stored is ICronTrigger old && wanted is ICronTrigger now
        && old.CronExpressionString == now.CronExpressionString
        && old.TimeZone.Id == now.TimeZone.Id
        && old.MisfireInstruction == now.MisfireInstruction
        && Equals(old.JobKey, now.JobKey)
        && old.ExecutionGroup == now.ExecutionGroup
        && Equals(old.RetryPolicy, now.RetryPolicy);

    // After the clock was set back, the time stored is one that the table would reach much earlier.
    private bool IsTooFar(ITrigger stored, ScheduleLine line) =>
        stored.NextFireTimeUtc is { } next && SchedulerOfThisBuild.NextAfter(line.Cron, _parts.Clock.GetUtcNow() + Skew) < next;

    private async Task RemoveLeftoversAsync(CancellationToken cancellation)
    {
        var triggers = await _quartz.QueryTriggers(new TriggerQuery { Take = 1000 }, cancellation).ConfigureAwait(false);
        var lines = _lines.Select(KeyOf).ToHashSet();
        await _quartz.UnscheduleJobs([.. triggers.Items.Select(trigger => trigger.Key).Where(key => key.Group == Group && !lines.Contains(key))], cancellation)
            .ConfigureAwait(false);
        var jobs = await _quartz.QueryJobs(new JobQuery { Take = 1000 }, cancellation).ConfigureAwait(false);
        var known = _lines.Select(JobOf).ToHashSet();
        await _quartz.DeleteJobs([.. jobs.Items.Select(job => job.Key).Where(key => !known.Contains(key))], cancellation).ConfigureAwait(false);
    }

    // A schedule in memory knows nothing of the time before; the log of runs does.
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        foreach (var line in _lines.Where(line => line.Missed == MissedRun.RunOnce))
        {
            if (_parts.LastStarted(line) is not { } last || SchedulerOfThisBuild.NextAfter(line.Cron, last) is not { } due || due > _parts.Clock.GetUtcNow())
                continue;
            MissListener.Say(_parts.Logs, line.Id, due, SchedulerOfThisBuild.NextAfter(line.Cron, due));
            await FireAsync(line, cancellation).ConfigureAwait(false);
        }
    }

    private ValueTask FireAsync(ScheduleLine line, CancellationToken cancellation) =>
        _quartz.TriggerJob(JobOf(line), new JobDataMap { [LineKey] = line.Id }, cancellation);
}

/// <summary>What Quartz runs: it hands on to <see cref="JobRunner"/>.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzFire(SchedulerParts parts) : IJob
{
    // What a killed node had begun is taken over by another at once; a host that comes up hours later leaves it to the next time of the table.
    private static readonly TimeSpan TakeOver = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (context.Recovering && parts.Clock.GetUtcNow() - context.ScheduledFireTimeUtc > TakeOver)
            return;
        var line = QuartzSide.LineOf(context);
        try
        {
            await parts.Runner.RunAsync(context.JobDetail.Key.Name, line, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The runner has said what it is; of any other exception Quartz writes the stack trace twice.
            throw new JobExecutionException(failed.Message, failed);
        }
    }
}

/// <summary>Says what came too late.</summary>
internal sealed class MissListener(ILoggerFactory logs) : ITriggerListener
{
    private static readonly TimeSpan Frequent = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "dla misses";

    /// <summary>Says that a fire was missed.</summary>
    /// <param name="logs">Where.</param>
    /// <param name="line">Its line.</param>
    /// <param name="due">When it should have been.</param>
    /// <param name="next">When the line fires after that.</param>
    public static void Say(ILoggerFactory logs, string line, DateTimeOffset? due, DateTimeOffset? next)
    {
        JobTelemetry.Missed(line);
        // A line that comes again at once is late because its last run still works: nothing is left undone.
        var level = next - due <= Frequent ? LogLevel.Information : LogLevel.Warning;
        logs.CreateLogger<MissListener>().Log(level, "Line {Line} of the schedule missed its time {Due}", line, due is { } time ? Instants.Text(time) : "?");
    }

    /// <inheritdoc/>
    public ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        Say(logs, QuartzSide.LineOf(trigger.Key.Group, trigger.Key.Name), trigger.NextFireTimeUtc, trigger.GetFireTimeAfter(trigger.NextFireTimeUtc));
        return ValueTask.CompletedTask;
    }
}

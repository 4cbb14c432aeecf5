using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dla.Etl.JobTests.Scheduling;

/// <summary>A node with the scheduler of this build and jobs that only count.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // Quartz drops a retry that is nearer than a second to the next time of the table; otherwise the shorter, the better.
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    private readonly ServiceProvider _services;

    public Stage(string? store, TimeProvider clock, string node = "node-a", Counted? counted = null, Func<ScheduleLine, DateTimeOffset?>? lastStarted = null)
    {
        Counted = counted ?? new Counted();
        var services = new ServiceCollection();
        foreach (var job in new[] { JobNames.Intake, JobNames.Process, JobNames.Consolidate, JobNames.Report, JobNames.Distribute, JobNames.Send, JobNames.Housekeep })
            services.AddKeyedTransient<IJob>(job, (one, _) => new CountedJob(Counted, job, one.GetRequiredService<RunScope>()));
        services.AddScoped<RunScope>();
        _services = services.BuildServiceProvider();
        var runner = new JobRunner(_services.GetRequiredService<IServiceScopeFactory>(), node, NullLogger<JobRunner>.Instance);
        Scheduler = SchedulerOfThisBuild.Create(new SchedulerParts(node, store, runner, lastStarted ?? (_ => null), clock, NullLoggerFactory.Instance)
        {
            RetryDelays = [Wait, Wait, Wait],
        });
    }

    public Counted Counted { get; }

    public IJobScheduler Scheduler { get; }

    public static ScheduleLine Nightly(MissedRun missed, string cron = "0 1 * * *") =>
        new("consolidate", JobNames.Consolidate, cron, Queues.Night, missed, RunsOn.OneNode, "ทดสอบ");

    public async ValueTask DisposeAsync()
    {
        await Scheduler.StopAsync(CancellationToken.None);
        await Scheduler.DisposeAsync();
        await _services.DisposeAsync();
    }
}

/// <summary>What ran how often, and what it does when it runs.</summary>
internal sealed class Counted
{
    private readonly Dictionary<string, int> _runs = [];
    private readonly Lock _lock = new();

    /// <summary>What the jobs do; nothing at first.</summary>
    public Func<string, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public int Of(string job)
    {
        lock (_lock)
            return _runs.GetValueOrDefault(job);
    }

    /// <summary>How many of them the audit would say that a person started.</summary>
    public int ByHand { get; private set; }

    public void Ran(string job, bool byHand)
    {
        lock (_lock)
        {
            _runs[job] = _runs.GetValueOrDefault(job) + 1;
            ByHand += byHand ? 1 : 0;
        }
    }
}

internal sealed class CountedJob(Counted counted, string name, RunScope scope) : IJob
{
    public async Task<JobResult> RunAsync(CancellationToken cancellation)
    {
        counted.Ran(name, scope.Order(name).ByHand is not null);
        await counted.Work(name, cancellation);
        return new JobResult(1, []);
    }
}

/// <summary>Waits for what another thread or process does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Looks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">It is not so even after minutes.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> so, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await so())
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"Not even after {Patience}: {what}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <inheritdoc cref="IsTrueAsync(Func{Task{bool}}, string)"/>
    public static Task IsTrueAsync(Func<bool> so, string what) => IsTrueAsync(() => Task.FromResult(so()), what);
}

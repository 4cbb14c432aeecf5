using System.Data.Common;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Commands;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;
using Polly;
using Polly.Retry;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>The life of the host: waits for the warehouse, enters the node, starts the schedule, watches the clock, and leaves in good order.</summary>
internal sealed class HostLife(
    Installation installation, NodeIdentity node, IReadOnlyList<ScheduleLine> table, HostState state, Outage outage, JobRunner runner,
    IHostApplicationLifetime process, ILoggerFactory logs) : BackgroundService
{
    private readonly ILogger _log = logs.CreateLogger<HostLife>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await LiveAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _log.LogInformation("Node {Node} was told to stop before it had begun", node.Name);
        }
        catch (Exception wrong) when (wrong is UsageException or DefinitionException)
        {
            End(ExitCode.Usage, wrong.Message);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            _log.LogCritical(broken, "The host of node {Node} broke", node.Name);
            End(ExitCode.Crash, $"โปรแกรมขัดข้อง กรุณาส่งบันทึกให้ผู้ดูแลระบบ · the program broke: {broken.Message}");
        }
    }

    // Returns when the host is told to stop, and when the name of the node was lost with the database: then it begins anew.
    private async Task LiveAsync(CancellationToken stopping)
    {
        var station = await Retrying("open").ExecuteAsync(_ => ValueTask.FromResult(Opening.Open(installation, node, logs)), stopping).ConfigureAwait(false);
        try
        {
            state.Opened(station);
            await using var presence = await Retrying("enter").ExecuteAsync(
                async cancellation => await EnterAsync(station, cancellation).ConfigureAwait(false), stopping).ConfigureAwait(false);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, presence.Lost);
            await FireAsync(station, end.Token, stopping).ConfigureAwait(false);
        }
        finally
        {
            state.Closed();
            await Opening.CloseAsync(station).ConfigureAwait(false);
        }
    }

    private async Task<NodePresence> EnterAsync(Station station, CancellationToken cancellation)
    {
        var entering = NodePresence.EnterAsync(station.Warehouse, station.Leases, Installation.Version, logs.CreateLogger<NodePresence>(), cancellation);
        // Its first try is made before it returns: who is not done by now waits for another to give up the name.
        if (!entering.IsCompleted)
        {
            var until = Instants.Text(TimeProvider.System.GetUtcNow() + station.Leases.Length + (station.Leases.Length / 3));
            state.Waits($"มีเครื่องอื่นใช้ชื่อ {node.Name} อยู่ รอถึง {until} · another host has the name {node.Name}; waiting until {until}");
            _log.LogWarning("Another host has the name {Node}, or was killed a moment ago; waiting for the name until {Until}", node.Name, until);
        }

        return await entering.ConfigureAwait(false);
    }

    private async Task FireAsync(Station station, CancellationToken end, CancellationToken stopping)
    {
        await using var scheduler = SchedulerOfThisBuild.Create(new SchedulerParts(
            node.Name, installation.Server(), runner, line => RunHistory.LastStarted(station.Warehouse, line.Job), installation.Clock, logs));
        try
        {
            await Retrying("schedule").ExecuteAsync(async cancellation => await scheduler.StartAsync(table, cancellation).ConfigureAwait(false), end).ConfigureAwait(false);
            state.Began(scheduler);
            _log.LogInformation("Node {Node} works: {Scheduler}, warehouse {Warehouse}", node.Name, scheduler.Description, station.Warehouse.Place);
            await Task.WhenAll(
                new ClockWatching(installation.Clock, logs).UntilAsync(scheduler, end),
                new DatabaseWatching(station.Warehouse, outage, logs).UntilAsync(end)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            state.Waits(stopping.IsCancellationRequested
                ? "กำลังหยุดทำงาน · stopping"
                : "ขาดการติดต่อกับฐานข้อมูลนานเกินกำหนด กำลังเริ่มใหม่ · the database was lost for too long; beginning anew");
            _log.LogInformation("Node {Node} leaves: {Why}", node.Name, state.Trouble);
        }

        await StopAsync(scheduler).ConfigureAwait(false);
    }

    private async Task StopAsync(IJobScheduler scheduler)
    {
        using var deadline = new CancellationTokenSource(installation.Settings.Jobs.ShutdownWait);
        try
        {
            await scheduler.StopAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            _log.LogWarning("Some work did not end within {Wait}; it is undone and taken by the next run", installation.Settings.Jobs.ShutdownWait);
        }
        catch (DbException gone)
        {
            _log.LogWarning(gone, "The schedule's store could not be told that node {Node} leaves; the other nodes notice by themselves", node.Name);
        }
    }

    // What an operator must change ends the process; what may pass is waited for.
    private ResiliencePipeline Retrying(string what, string last = "") => new ResiliencePipelineBuilder { TimeProvider = TimeProvider.System }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>().Handle<IOException>().Handle<UnauthorizedAccessException>().Handle<TimeoutException>()
                .Handle<Exception>(wrong => wrong.GetBaseException() is DbException or IOException),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            OnRetry = again =>
            {
                var trouble = again.Outcome.Exception!;
                state.Waits($"ยังเริ่มทำงานไม่ได้ กำลังลองใหม่ · cannot begin yet, trying again: {trouble.Message}");
                if (Database.IsLost(trouble))
                    outage.Announce(_log, trouble);
                else if (trouble.Message != last)
                    _log.LogWarning("Step {Step} failed and is tried again, at most every 30 seconds, until it succeeds: {Trouble}", what, trouble.Message);
                last = trouble.Message;
                return ValueTask.CompletedTask;
            },
        }).Build();

    private void End(int exit, string message)
    {
        state.Ends(exit, message);
        _log.LogCritical("The host ends with exit code {Exit}: {Message}", exit, message);
        process.StopApplication();
    }
}

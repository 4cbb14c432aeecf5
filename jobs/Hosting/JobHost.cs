using System.Net.Sockets;
using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Commands;
using Dla.Etl.Jobs.Health;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Telemetry;
using Dla.Etl.Jobs.Work;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>Puts the host together: jobs, schedule, health, logs, telemetry.</summary>
internal static class JobHost
{
    /// <summary>Serves until the process is told to stop.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">The settings ask for something that cannot be.</exception>
    public static async Task<int> ServeAsync(Installation installation, TextWriter error)
    {
        var state = new HostState();
        await using var app = Build(installation, state);
        using var telemetry = Export.FromEnvironment(app.Services.GetRequiredService<NodeIdentity>());
        try
        {
            await app.RunAsync().ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } or SocketException)
        {
            throw new UsageException($"เปิดที่อยู่ {installation.Settings.Jobs.Url} ไม่ได้ กรุณาตั้ง Jobs:Url เป็นที่อยู่อื่น · the address of the health pages cannot be opened: {refused.Message}");
        }

        if (state.Exit != ExitCode.Ok)
            error.WriteLine(state.Trouble);
        return state.Exit;
    }

    /// <summary>Registers the jobs and what runs them, for the host and for the command line alike.</summary>
    public static void AddJobs(IServiceCollection services, Installation installation, NodeIdentity node, HostState state)
    {
        services.AddSingleton(installation);
        services.AddSingleton(installation.Settings);
        services.AddSingleton(installation.Clock);
        services.AddSingleton(node);
        services.AddSingleton(state);
        services.AddScoped(_ => state.Station ?? throw new InvalidOperationException($"The warehouse is not open: {state.Trouble}"));
        services.AddScoped<RunScope>();
        services.AddKeyedScoped<IJob, MailboxJob>(JobNames.Mailbox);
        services.AddKeyedScoped<IJob, IntakeJob>(JobNames.Intake);
        services.AddKeyedScoped<IJob, ProcessJob>(JobNames.Process);
        services.AddKeyedScoped<IJob, ConsolidateJob>(JobNames.Consolidate);
        services.AddKeyedScoped<IJob, ReportJob>(JobNames.Report);
        services.AddKeyedScoped<IJob, NotifyJob>(JobNames.Notify);
        services.AddKeyedScoped<IJob, DistributeJob>(JobNames.Distribute);
        services.AddKeyedScoped<IJob, SendJob>(JobNames.Send);
        services.AddKeyedScoped<IJob, HousekeepJob>(JobNames.Housekeep);
        services.AddSingleton(all => new JobRunner(all.GetRequiredService<IServiceScopeFactory>(), node.Name, all.GetRequiredService<ILogger<JobRunner>>()));
    }

    private static WebApplication Build(Installation installation, HostState state)
    {
        var jobs = installation.Settings.Jobs;
        var node = NodeIdentity.OfThisProcess(jobs.Node);
        var table = ScheduleSettings.Apply(Schedule.Table, jobs.Schedule);
        // Nothing but our own settings: the usual builder would read other files and variables as well.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(jobs.Url);
        builder.Services.AddRoutingCore();
        var outage = new Outage();
        JsonLog.AddTo(builder.Logging, outage);
        builder.Services.AddSingleton(outage);
        AddJobs(builder.Services, installation, node, state);
        HealthPages.AddTo(builder.Services);
        builder.Services.AddSingleton(table);
        builder.Services.AddHostedService<HostLife>();
        builder.Services.AddHostedService<Gauges>();
        // The work in hand has its own bound; the host waits a little longer, to give back what it holds.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = jobs.ShutdownWait + TimeSpan.FromSeconds(20));
        SchedulerOfThisBuild.AddTo(builder, installation.Server());
        var app = builder.Build();
        app.UseRouting();
        HealthPages.MapTo(app, node.Name);
        SchedulerOfThisBuild.MapTo(app);
        return app;
    }
}

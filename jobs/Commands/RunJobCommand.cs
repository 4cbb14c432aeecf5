using System.CommandLine;
using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;

namespace Dla.Etl.Jobs.Commands;

/// <summary><c>run JOB</c>: one job, now.</summary>
internal static class RunJobCommand
{
    private const string Description =
        """
        ทำงานหนึ่งงานทันที ไม่ว่ามีเครื่องให้บริการอยู่หรือไม่ · one job, now, whether or not a host is up

        The job works under its lease: while another node is at it, this says so and ends.

        Exit codes: 0 done, or another node is doing it; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(JobOptions shared, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var job = new Argument<string>("JOB") { Description = $"งาน · {string.Join(", ", JobNames.All)}" };
        job.AcceptOnlyFromAmong([.. JobNames.All]);
        var command = new Command("run", Description) { job };
        command.SetAction((parsed, cancellation) => RunAsync(shared.Installation(parsed, clock), parsed.GetValue(job)!, output, error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, string job, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var node = NodeIdentity.OfThisProcess(installation.Settings.Jobs.Node);
        var state = new HostState();
        await using var services = Services(installation, node, state);
        var station = OpenNow(installation, node, services.GetRequiredService<ILoggerFactory>());
        try
        {
            state.Opened(station);
            var result = await services.GetRequiredService<JobRunner>().RunAsync(job, RunScope.ByHand, cancellation).ConfigureAwait(false);
            foreach (var problem in result.Problems)
                error.WriteLine(problem);
            output.WriteLine(result.Elsewhere is { } other
                ? $"เครื่อง {other} กำลังทำงาน {job} อยู่ รอบนี้จึงไม่ทำอะไร · node {other} is doing it; nothing was done here"
                : $"งาน {job} เสร็จแล้ว ทำไป {result.Done} รายการ · done: {result.Done}{(result.RunId is null ? "" : $", run {result.RunId}")}");
            return ExitCode.Ok;
        }
        finally
        {
            await Opening.CloseAsync(station).ConfigureAwait(false);
        }
    }

    private static ServiceProvider Services(Installation installation, NodeIdentity node, HostState state)
    {
        var services = new ServiceCollection();
        // The result goes to stdout, problems and errors to stderr in plain words.
        services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.Critical).AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        JobHost.AddJobs(services, installation, node, state);
        return services.BuildServiceProvider();
    }

    private static Running.Station OpenNow(Installation installation, NodeIdentity node, ILoggerFactory logs)
    {
        try
        {
            return Opening.Open(installation, node, logs);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"เปิดพื้นที่ทำงานไม่ได้ · the workspace cannot be opened: {refused.Message}");
        }
    }
}

using System.Diagnostics;
using Dla.Etl.Coordination;
using Dla.Etl.Jobs.Telemetry;
using Dla.Etl.Jobs.Work;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>Runs a job by its name with everything it needs, and says in logs, metrics and traces what became of it. Schedulers and the command line call it alike.</summary>
/// <param name="scopes">Makes the job with its dependencies.</param>
/// <param name="node">Name of this node.</param>
/// <param name="log">Where it says so.</param>
public sealed class JobRunner(IServiceScopeFactory scopes, string node, ILogger<JobRunner> log)
{
    /// <summary>Runs a job to its end.</summary>
    /// <param name="job">One of <see cref="JobNames"/>.</param>
    /// <param name="line">Id of the line of the schedule, or <c>command</c>.</param>
    /// <param name="cancellation">The host is shutting down.</param>
    /// <exception cref="Exception">Whatever the job threw; it has been logged.</exception>
    public async Task<JobResult> RunAsync(string job, string line, CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        var said = services.ServiceProvider.GetService<RunScope>() ?? new RunScope();
        said.Say("job", job);
        said.Say("line", line);
        said.Say("node", node);
        using var scope = log.BeginScope(said);
        using var activity = JobTelemetry.Source.StartActivity($"job {job}");
        activity?.SetTag("dla.job", job).SetTag("dla.line", line).SetTag("dla.node", node);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await services.ServiceProvider.GetRequiredKeyedService<IJob>(job).RunAsync(cancellation).ConfigureAwait(false);
            outcome = result.Elsewhere is not null ? "elsewhere" : "succeeded";
            Say(job, result);
            return result;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = "stopped";
            log.LogInformation("Job {Job} stopped because the host is shutting down; what is left is taken by the next run", job);
            throw;
        }
        catch (Exception lost) when (Database.IsLost(lost))
        {
            activity?.SetStatus(ActivityStatusCode.Error, lost.Message);
            log.LogWarning("Job {Job} could not be done without the database and is tried again: {Trouble}", job, lost.GetBaseException().Message);
            throw;
        }
        catch (Exception wrong) when (IsOfTheSurroundings(wrong))
        {
            // A disk, a share or the server: what helps is in the message, and nobody is helped by where in the program it was.
            activity?.SetStatus(ActivityStatusCode.Error, wrong.Message);
            log.LogError("Job {Job} could not be done and is tried again: {Trouble}", job, wrong.Message);
            throw;
        }
        catch (Exception wrong)
        {
            activity?.SetStatus(ActivityStatusCode.Error, wrong.Message);
            log.LogError(wrong, "Job {Job} failed and is tried again: {Trouble}", job, wrong.Message);
            throw;
        }
        finally
        {
            JobTelemetry.Ran(job, outcome, Stopwatch.GetElapsedTime(began));
        }
    }

    private static bool IsOfTheSurroundings(Exception wrong) =>
        wrong is IOException or UnauthorizedAccessException or LeaseLostException;

    private void Say(string job, JobResult result)
    {
        // A job that found nothing to do says nothing: it runs every minute.
        if (result.Done > 0 || result.RunId is not null)
            log.LogInformation("Job {Job} did {Done} in run {RunId}", job, result.Done, result.RunId);
        foreach (var problem in result.Problems)
            log.LogWarning("{Problem}", problem);
    }
}

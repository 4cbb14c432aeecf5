using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Says how far a run is: done, of how many, with what.</summary>
public delegate void Progress(int done, int of, string what);

/// <summary>The main job, once: take what lies in the drop folder, decide, answer, consolidate, report. It also finishes what a killed run left.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="workplace">Folders, forms, reports, rules of this installation.</param>
public sealed class MainRun(Database warehouse, Workplace workplace)
{
    /// <summary>Runs.</summary>
    /// <param name="command">How it was started, for the log of runs.</param>
    /// <param name="rebuild">Makes the consolidated figures anew from all standing versions instead of refreshing what changed.</param>
    /// <param name="progress">Called between files.</param>
    /// <param name="cancellation">Stops between files; the next run goes on from there.</param>
    /// <returns>What happened; null while another run has the workspace.</returns>
    /// <exception cref="AggregateException">The program broke on some files; all the others were dealt with.</exception>
    public async Task<RunResult?> RunAsync(string command, bool rebuild, Progress progress, CancellationToken cancellation)
    {
        using var alone = WorkspaceLock.TryTake(workplace.Folders.Archive);
        if (alone is null)
            return null;
        // The workspace is ours alone, so a run that never said how it ended was killed.
        var runId = warehouse.Write(lane =>
        {
            RunLog.CloseInterrupted(lane);
            return RunLog.Begin(lane, command, workplace.ProgramVersion);
        });
        try
        {
            var result = await StepsAsync(runId, rebuild, progress, cancellation).ConfigureAwait(false);
            warehouse.Write(lane => RunLog.End(lane, runId, RunStatus.Finished));
            return result;
        }
        catch (Exception wrong) when (!Database.IsLost(wrong))
        {
            // With the server gone nothing can be written; the next run closes this one as interrupted.
            warehouse.Write(lane => RunLog.End(lane, runId, RunStatus.Failed));
            throw;
        }
    }

    // The order is the whole of it: each step starts from what the warehouse holds, so a kill between two of them costs nothing.
    private async Task<RunResult> StepsAsync(string runId, bool rebuild, Progress progress, CancellationToken cancellation)
    {
        new DefinitionShelf(warehouse, workplace).Keep();
        var taken = await new Taking(warehouse, workplace).TakeAsync(runId, cancellation).ConfigureAwait(false);
        var decided = new Deciding(warehouse, workplace).DecideAll(runId, progress, cancellation);
        var answered = new Answering(warehouse, workplace).AnswerAll(runId);
        Consolidate(runId, rebuild);
        var reported = new ReportRound(warehouse, workplace).WriteDue(runId, progress);
        Exception[] broken = [.. decided.Broken, .. answered.Broken];
        if (broken.Length > 0)
            throw new AggregateException("The program broke on these files; what is not decided or answered is tried again by the next run.", broken);
        return new RunResult(runId, taken.Received.Count, decided.Verdicts, answered.Written, reported.Written, [.. taken.Problems, .. answered.Problems, .. reported.Problems]);
    }

    private void Consolidate(string runId, bool rebuild)
    {
        var startedAt = warehouse.Clock.GetUtcNow();
        warehouse.Write(lane =>
        {
            var changed = (rebuild ? Consolidation.Rebuild(lane) : Consolidation.Refresh(lane)).Count;
            RunLog.Step(lane, runId, new RunStep("consolidate", startedAt, changed, changed, 0));
        });
    }
}

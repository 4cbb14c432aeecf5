using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Takes what lies in the drop folder, after finishing what an interrupted run had begun.</summary>
internal sealed class Taking(Database warehouse, Workplace workplace)
{
    public async Task<ReceptionResult> TakeAsync(string runId, CancellationToken cancellation)
    {
        var startedAt = warehouse.Clock.GetUtcNow();
        workplace.Archive.ClearLeftovers(workplace.Intake.LeftoverAge);
        var reception = new Reception(workplace.Folders, workplace.Archive, warehouse);
        var unfinished = reception.Recover(cancellation);
        var drop = new DropFolder(workplace.Folders.Drop, warehouse, workplace.Intake, workplace.Clock);
        var scan = await drop.WaitUntilSteadyAsync(cancellation).ConfigureAwait(false);
        var taken = reception.Receive(scan.Ready, runId, cancellation);
        var count = taken.Received.Count;
        warehouse.Write(lane => RunLog.Step(lane, runId, new RunStep("intake", startedAt, scan.Ready.Count, count, scan.Ready.Count - count)));
        return taken with { Problems = [.. unfinished, .. scan.Problems, .. taken.Problems] };
    }
}

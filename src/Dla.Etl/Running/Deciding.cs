using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Recognition;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Decides on every received file that has no outcome yet, in the order of the receipt numbers.</summary>
internal sealed class Deciding(Database warehouse, Workplace workplace)
{
    private readonly Pipeline _pipeline = workplace.Pipeline(warehouse);

    /// <summary>What came of it. A file on which the program breaks holds up no other; a server that is gone ends the run.</summary>
    public DecidedFiles DecideAll(string runId, Progress progress, CancellationToken cancellation)
    {
        var pending = Pending();
        var verdicts = new Dictionary<Verdict, int>();
        var broken = new List<Exception>();
        for (var index = 0; index < pending.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress(index, pending.Count, FileNames.Display(pending[index].FileName));
            try
            {
                var verdict = Decide(runId, pending[index], cancellation);
                verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException and not OutOfMemoryException && !Database.IsLost(wrong))
            {
                broken.Add(new InvalidOperationException($"Receipt {pending[index].Receipt}, {pending[index].DropPath}: {wrong.Message}", wrong));
            }
        }

        return new DecidedFiles(verdicts, broken);
    }

    private Verdict Decide(string runId, ReceivedFile file, CancellationToken cancellation)
    {
        var examined = _pipeline.Examine(workplace.Archive.PathOf(file.Hash), new Delivery(file.FileName, file.Folder), cancellation);
        return warehouse.Write(lane => examined is { Return: { } validated, Workbook: { } workbook }
            ? ReturnLoading.Load(lane, runId, file.Id, workbook, validated)
            : ReturnLoading.Refuse(lane, runId, file.Id, Refused(examined))).Verdict;
    }

    private static RefusedFile Refused(Examined examined) => new(examined.Verdict, examined.Findings)
    {
        Workbook = examined.Workbook,
        Form = examined.Form?.Form,
        Unit = examined.Form?.Unit,
    };

    private IReadOnlyList<ReceivedFile> Pending()
    {
        using var connection = warehouse.Read();
        return ReceivedFile.WithoutOutcome(connection);
    }
}

/// <summary>What came of the pending files.</summary>
/// <param name="Verdicts">How many got which verdict.</param>
/// <param name="Broken">The files on which the program broke.</param>
internal sealed record DecidedFiles(IReadOnlyDictionary<Verdict, int> Verdicts, IReadOnlyList<Exception> Broken);

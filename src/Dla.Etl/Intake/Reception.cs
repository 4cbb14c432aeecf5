using System.Data.Common;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>What a reception did.</summary>
/// <param name="Received">Registered now, in the order of their receipt numbers.</param>
/// <param name="Problems">For the operator; the files concerned are tried again by the next run.</param>
public sealed record ReceptionResult(IReadOnlyList<ReceivedFile> Received, IReadOnlyList<IntakeProblem> Problems);

/// <summary>Takes files: archive, then row, then the original moves. A kill at any instant loses nothing and takes nothing twice (ARCHITECTURE, invariant 1).</summary>
/// <param name="folders">Where everything lies.</param>
/// <param name="archive">Takes the bytes.</param>
/// <param name="database">Takes the rows.</param>
public sealed class Reception(WorkspaceFolders folders, Archive archive, Database database)
{
    private Action<string>? _atStep;

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep
    {
        get => _atStep;
        set => archive.AtStep = _atStep = value;
    }

    /// <summary>Called inside each transaction that registers a file; it throws when another node has taken over.</summary>
    internal Action<WriteLane> Guard { get; init; } = _ => { };

    /// <summary>Finishes what an interrupted run began: moves the originals of registered files. Call it before looking at the drop folder.</summary>
    public IReadOnlyList<IntakeProblem> Recover(CancellationToken cancel = default)
    {
        List<IntakeProblem> problems = [];
        foreach (ReceivedFile file in Unmoved())
        {
            cancel.ThrowIfCancellationRequested();
            Move(file, problems);
        }

        return problems;
    }

    /// <summary>Takes the files that a look at the drop folder found ready.</summary>
    /// <param name="files">In the order in which they shall be numbered.</param>
    /// <param name="runId">The run that takes them.</param>
    /// <param name="cancel">Stops between files.</param>
    public ReceptionResult Receive(IReadOnlyList<ReadyFile> files, string runId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        // What could not be moved still lies in the drop folder; Recover has said so.
        ILookup<string, ReceivedFile> unmoved = Unmoved().ToLookup(file => file.DropPath, StringComparer.Ordinal);
        List<ReceivedFile> received = [];
        List<IntakeProblem> problems = [];
        foreach (ReadyFile file in files)
        {
            cancel.ThrowIfCancellationRequested();
            if (unmoved[file.DropPath].Any(earlier => IsStill(earlier, file))) Forget(file);
            else if (Take(file, runId, unmoved[file.DropPath], problems, cancel) is { } row) received.Add(row);
        }

        return new(received, problems);
    }

    private ReceivedFile? Take(
        ReadyFile file, string runId, IEnumerable<ReceivedFile> unmoved, List<IntakeProblem> problems, CancellationToken cancel)
    {
        var stored = archive.Store(file.FullPath, file.DropPath, cancel);
        problems.AddRange(stored.Findings.Select(finding => new IntakeProblem(file.DropPath, finding)));
        if (stored.Artefact is not { } archived) return null;
        // Touched, but the same bytes in the same place: the delivery that is registered already.
        if (unmoved.Any(earlier => earlier.Hash == archived.Hash))
        {
            Forget(file);
            return null;
        }

        ReceivedFile row = database.Write(lane =>
        {
            Guard(lane);
            return ReceivedFile.Register(lane, file, archived, runId);
        });
        AtStep?.Invoke(ReceptionSteps.Registered);
        Move(row, problems);
        return row;
    }

    private void Move(ReceivedFile file, List<IntakeProblem> problems)
    {
        OriginalMove move = new(folders, archive) { AtStep = AtStep };
        try
        {
            string movedTo = move.Finish(file);
            database.Write(lane => file.RecordMove(lane, movedTo));
            AtStep?.Invoke(ReceptionSteps.Marked);
            problems.AddRange(move.Notes);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            problems.Add(IntakeProblem.Of(IntakeFindings.OriginalNotMoved, file.DropPath, DiskTrouble.Cause(problem), file.Receipt));
        }
    }

    // Else what replaces it later would pass for seen as early as this.
    private void Forget(ReadyFile file) => database.Write(lane => Sightings.Forget(lane, file.DropPath));

    private IReadOnlyList<ReceivedFile> Unmoved()
    {
        using DbConnection connection = database.Read();
        return ReceivedFile.WithoutMove(connection);
    }

    private static bool IsStill(ReceivedFile earlier, ReadyFile file) => file.Stamp == new FileStamp(earlier.Size, earlier.ModifiedAt);
}

using Dla.Etl.Coordination;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Writes the answers that are owed, this run's and those that a killed run left, and tells offices of reverts. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class AnswerWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;
    private readonly ReplyFolder _replies = new(station.Workplace.Folders.Replies, station.Warehouse);

    private AnswerWording Wording => Letterheads.On(_workplace);

    /// <summary>Answers. An answer on which the program breaks holds up no other; it is among <see cref="RunResult.Broken"/>.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between answers; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Answer, turn => Task.FromResult(AnswerAll(turn, order)), cancellation);
    }

    private RunResult AnswerAll(LeasedWork.Turn turn, WorkOrder order)
    {
        var startedAt = _warehouse.Clock.GetUtcNow();
        var (written, problems, broken) = (new List<string>(), new List<IntakeProblem>(), new List<Exception>());
        var owed = Owed(turn.Cancellation);
        foreach (var (what, write) in owed)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            order.Progress(written.Count, owed.Count, "");
            // A node that slept meanwhile must not lay an answer of then over one that was written anew since (forget).
            _warehouse.Change(turn.Lease.Check);
            try
            {
                var step = write();
                problems.AddRange(step.Findings.Select(finding => new IntakeProblem(_workplace.Folders.Replies, finding)));
                if (step.Artefact is { } path)
                    written.Add(path);
            }
            catch (Exception wrong) when (Trouble.IsOfTheFile(wrong))
            {
                broken.Add(new InvalidOperationException($"{what}: {wrong.Message}", wrong));
            }
        }

        if ((owed.Count > 0 ? turn.Run.Id : turn.Run.IdIfOpen) is { } run)
            _warehouse.Write(lane => RunLog.Step(
                lane, run, new RunStep("answer", startedAt, owed.Count, written.Count, owed.Count - written.Count)));
        return new RunResult { Answers = written, Problems = problems, Broken = broken };
    }

    private Step<string> Write(OwedAnswer owed, CancellationToken cancellation)
    {
        var (file, answer) = Facts(owed);
        using var marked = new MarkedReturns(_workplace);
        MarkedFile[] copies = [.. marked.Of(file, answer, cancellation).Select(copy => copy with { Name = ReplyFolder.NameOf(file, copy) })];
        if (copies.Length > 0)
            answer = answer with { Marked = new MarkedCopies([.. copies.Select(copy => copy.Name)], MarkedWhere.Beside) };
        return _replies.Write(new Reply(owed.OutcomeId, file, owed.Office?.FolderName, answer.Verdict.Thai(), AnswerText.Compose(answer, Wording)) { Copies = copies });
    }

    private Step<string> Tell(OwedNotice owed)
    {
        using var connection = _warehouse.Read();
        return _replies.Tell(owed.Reply(connection, _workplace.Forms, Wording));
    }

    private List<(string What, Func<Step<string>> Write)> Owed(CancellationToken cancellation)
    {
        using var connection = _warehouse.Read();
        return
        [
            .. OwedAnswer.All(connection).Select(answer => ($"Answer to outcome {answer.OutcomeId}", (Func<Step<string>>)(() => Write(answer, cancellation)))),
            .. OwedNotice.All(connection).Where(notice => notice.MailId is null).Select(notice => ($"Notice of version {notice.VersionId}", (Func<Step<string>>)(() => Tell(notice)))),
        ];
    }

    private (ReceivedFile File, Answer Answer) Facts(OwedAnswer owed)
    {
        using var connection = _warehouse.Read();
        return owed.Facts(connection, _workplace.Forms);
    }
}

using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Writes the answers that are owed, this run's and those that a killed run left.</summary>
internal sealed class Answering(Database warehouse, Workplace workplace)
{
    private readonly ReplyFolder _replies = new(workplace.Folders.Replies, warehouse);

    private AnswerWording Wording => workplace.Notice.Length == 0
        ? workplace.Wording
        : workplace.Wording with { Letterhead = [.. workplace.Wording.Letterhead, workplace.Notice] };

    /// <summary>What came of it. An answer on which the program breaks holds up no other.</summary>
    public WrittenAnswers AnswerAll(string runId)
    {
        var startedAt = warehouse.Clock.GetUtcNow();
        var (written, problems, broken) = (new List<string>(), new List<IntakeProblem>(), new List<Exception>());
        var owed = Owed();
        foreach (var answer in owed)
        {
            try
            {
                var step = Write(answer);
                problems.AddRange(step.Findings.Select(finding => new IntakeProblem(workplace.Folders.Replies, finding)));
                if (step.Artefact is { } path)
                    written.Add(path);
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException && !Database.IsLost(wrong))
            {
                broken.Add(new InvalidOperationException($"Answer to outcome {answer.OutcomeId}: {wrong.Message}", wrong));
            }
        }

        warehouse.Write(lane => RunLog.Step(
            lane, runId, new RunStep("answer", startedAt, owed.Count, written.Count, owed.Count - written.Count)));
        return new WrittenAnswers(written, problems, broken);
    }

    private Step<string> Write(OwedAnswer owed)
    {
        var (file, findings) = Facts(owed);
        var answer = owed.Answer(file, workplace.Forms, findings);
        return _replies.Write(new Reply(
            owed.OutcomeId, file, owed.Province?.FolderName, answer.Verdict.Thai(), AnswerText.Compose(answer, Wording)));
    }

    private IReadOnlyList<OwedAnswer> Owed()
    {
        using var connection = warehouse.Read();
        return OwedAnswer.All(connection);
    }

    private (ReceivedFile File, IReadOnlyList<Finding> Findings) Facts(OwedAnswer owed)
    {
        using var connection = warehouse.Read();
        return (ReceivedFile.Get(connection, owed.ReceivedFileId), Said(Outcomes.Findings(connection, owed.OutcomeId)));
    }

    // As it was decided then, whatever the catalogue says today; only the title and the slots are looked up.
    private static IReadOnlyList<Finding> Said(IReadOnlyList<StoredFinding> stored) =>
    [
        .. stored.Select(said => Finding.Told(
            FindingCatalogue.Find(said.Kind) ?? new FindingKind(said.Kind, said.Severity, said.Kind, said.Message, said.WhatToDo),
            said.Place, said.Message, said.WhatToDo) with
        {
            Severity = said.Severity,
            Subject = said.Subject,
            Found = said.Found,
            Expected = said.Expected,
        }),
    ];
}

/// <summary>What became of the answers that were owed.</summary>
internal sealed record WrittenAnswers(IReadOnlyList<string> Written, IReadOnlyList<IntakeProblem> Problems, IReadOnlyList<Exception> Broken);

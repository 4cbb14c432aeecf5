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

    public WrittenAnswers AnswerAll(string runId)
    {
        var startedAt = warehouse.Clock.GetUtcNow();
        var written = new List<string>();
        var problems = new List<IntakeProblem>();
        foreach (var (owed, file, findings) in Owed())
        {
            var answer = owed.Answer(file, workplace.Forms, findings);
            var reply = new Reply(
                owed.OutcomeId, file, owed.Province?.FolderName, answer.Verdict.Thai(), AnswerText.Compose(answer, Wording));
            var step = _replies.Write(reply);
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(workplace.Folders.Replies, finding)));
            if (step.Artefact is { } path)
                written.Add(path);
        }

        warehouse.Write(lane => RunLog.Step(
            lane, runId, new RunStep("answer", startedAt, written.Count + problems.Count, written.Count, problems.Count)));
        return new WrittenAnswers(written, problems);
    }

    private List<(OwedAnswer Owed, ReceivedFile File, IReadOnlyList<Finding> Findings)> Owed()
    {
        using var connection = warehouse.Read();
        return
        [
            .. OwedAnswer.All(connection).Select(owed =>
                (owed, ReceivedFile.Get(connection, owed.ReceivedFileId), Said(Outcomes.Findings(connection, owed.OutcomeId)))),
        ];
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
internal sealed record WrittenAnswers(IReadOnlyList<string> Written, IReadOnlyList<IntakeProblem> Problems);

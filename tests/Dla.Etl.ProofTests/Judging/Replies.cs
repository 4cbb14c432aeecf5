using Dla.Etl.ProofTests.Machines;

namespace Dla.Etl.ProofTests.Judging;

/// <summary>Whether the replies folder has an answer to each file and a marked copy of each that has something to mark, each once, and nothing else.</summary>
/// <param name="plant">The installation, its hosts stopped.</param>
internal sealed class Replies(Plant plant)
{
    // A duplicate and a file that waits for permission are not the sender's to correct; INFO (1) is marked nowhere.
    private const string Sql =
        """
        SELECT a.path AS Path, r.receipt_number AS Receipt, r.sha256 AS Sha256,
          CASE WHEN o.verdict NOT IN ('duplicate', 'needs_permission') AND EXISTS (SELECT 1 FROM finding f WHERE f.outcome_id = o.id AND f.severity >= 2)
            THEN 1 ELSE 0 END AS ToMark
        FROM answer a JOIN outcome o ON o.id = a.outcome_id JOIN received_file r ON r.id = o.received_file_id
        """;

    private const string What = "ผลการตรวจ";

    /// <summary>Judges.</summary>
    public void Judge(int sent)
    {
        var answers = plant.Query<Answered>(Sql);
        answers.Count.ShouldBe(sent, "one answer each");
        answers.Select(answer => answer.Path).ShouldBeUnique();
        var lying = plant.Files("replies").ToHashSet(StringComparer.Ordinal);
        foreach (var answer in answers)
            lying.Remove(answer.Path).ShouldBeTrue($"{answer.Path} was written and lies there no more");
        // The marked copy of a delimited text that came as .txt is a .txt as well; JudgeCopies looks at it.
        lying.ShouldAllBe(file => !file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith($" - {What}.txt", StringComparison.Ordinal), "no answer text without its line in the warehouse");
        foreach (var answer in answers)
            JudgeCopies(answer, [.. lying.Where(file => file.StartsWith(answer.Beside, StringComparison.Ordinal))]);
        lying.RemoveWhere(file => answers.Any(answer => file.StartsWith(answer.Beside, StringComparison.Ordinal)));
        lying.ShouldBeEmpty("no file that belongs to no answer");
        answers.Count(answer => answer.ToMark == 1).ShouldBeInRange(1, sent - 1, "some of the files have something to mark, and some have not");
    }

    // The marked workbook alone; for what cannot be marked the list of findings, and with it the file as it came or, of a csv, its marked copy.
    private void JudgeCopies(Answered answer, string[] copies)
    {
        if (answer.ToMark == 0)
        {
            copies.ShouldBeEmpty($"{answer.Path}: nothing to mark");
            return;
        }

        var (named, others) = (copies.Where(file => file.Contains(What, StringComparison.Ordinal)).ToList(), copies.Where(file => !file.Contains(What, StringComparison.Ordinal)).ToList());
        var marked = named.Where(file => Path.GetFileNameWithoutExtension(file).EndsWith($" - {What}", StringComparison.Ordinal)).ToList();
        var listed = named.Where(file => file.StartsWith($"{answer.Beside}{What}-", StringComparison.Ordinal)).ToList();
        named.Count.ShouldBe(marked.Count + listed.Count, answer.Path);
        marked.Count.ShouldBeLessThanOrEqualTo(1, answer.Path);
        listed.Count.ShouldBeLessThanOrEqualTo(1, answer.Path);
        named.ShouldNotBeEmpty($"{answer.Path}: something to mark, and no copy");
        if (marked is [var one] && Path.GetExtension(one) is not (".csv" or ".txt" or ".tsv"))
            copies.ShouldBe([one], answer.Path);
        others.Count.ShouldBeLessThanOrEqualTo(marked.Count == 0 ? 1 : 0, answer.Path);
        foreach (var path in others)
            File.ReadAllBytes(Path.Combine(plant.Workspace, "replies", path)).ShouldBe(
                File.ReadAllBytes(Path.Combine(plant.Workspace, "archive", answer.Sha256[..2], answer.Sha256)), $"{path}: the file as it came");
    }

    private sealed record Answered
    {
        public string Path { get; init; } = "";

        public long Receipt { get; init; }

        public string Sha256 { get; init; } = "";

        public long ToMark { get; init; }

        /// <summary>How everything of this answer begins: its folder and the receipt number.</summary>
        public string Beside => $"{(Path.LastIndexOf('/') is var end and > 0 ? Path[..(end + 1)] : "")}{Receipt:000000} ";
    }
}

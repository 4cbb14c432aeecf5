using System.Globalization;
using Dla.Etl.Cli;
using Dla.Etl.ProofTests.Machines;

namespace Dla.Etl.ProofTests.Judging;

/// <summary>The same files in the same order of receipt, taken by one process on SQLite that nobody disturbs.</summary>
public static class Undisturbed
{
    private static readonly DateTime s_first = new(2021, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Plays it again.</summary>
    /// <returns>What the warehouse should say.</returns>
    public static async Task<Books> ReplayAsync(Plant disturbed, Diary diary)
    {
        using var calm = new Plant(null, 0, diary);
        var files = disturbed.Query<Receipt>("SELECT drop_path AS DropPath, sha256 AS Sha256 FROM received_file ORDER BY receipt_number");
        for (var taken = 0; taken < files.Count;)
        {
            // Within one run each name comes once; a file that came again under its name waits for the next.
            var names = new HashSet<string>(StringComparer.Ordinal);
            var batch = files.Skip(taken).TakeWhile(file => names.Add(file.DropPath)).ToList();
            for (var index = 0; index < batch.Count; index++)
                Put(disturbed, calm, batch[index], s_first.AddMinutes(index));
            await RunAsync(calm);
            taken += batch.Count;
        }

        diary.Note($"one process on SQLite took the same {files.Count} files undisturbed");
        return Books.Of(calm);
    }

    // In this process: a dozen starts of the program would tell nothing more.
    private static async Task RunAsync(Plant calm)
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        var settings = Path.Combine(calm.Workspace, "eager.json");
        await File.WriteAllTextAsync(settings, """{ "Intake": { "SteadyInterval": "00:00:00" } }""");
        (await CommandLine.InvokeAsync(["run", "--workspace", calm.Workspace, "--config", settings], said, said, TimeProvider.System)).ShouldBe(0, said.ToString());
    }

    // Files seen at once are numbered in the order of their times.
    private static void Put(Plant disturbed, Plant calm, Receipt file, DateTime time)
    {
        var target = Path.Combine(calm.Workspace, "drop", file.DropPath);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(disturbed.Workspace, "archive", file.Sha256[..2], file.Sha256), target);
        File.SetLastWriteTimeUtc(target, time);
    }

    private sealed record Receipt
    {
        public string DropPath { get; init; } = "";

        public string Sha256 { get; init; } = "";
    }
}

using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Dla.Etl.EndToEnd.Kills;

/// <summary>A run that is killed at any instant and started again: nothing lost, nothing twice, the same report.</summary>
public sealed class KillTests(ITestOutputHelper log) : IDisposable
{
    private const int Kills = 10, EarlyKills = 3;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Place _place = new();

    [Fact]
    public void KilledAtAnyInstantItEndsAsIfUndisturbed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DLA_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        log.WriteLine($"seed {seed} (DLA_TEST_SEED={seed} repeats it)");
        var (calm, disturbed) = (_place["calm"], _place["disturbed"]);
        DroppedSamples.Into(calm);
        DroppedSamples.Into(disturbed);
        var clock = Stopwatch.StartNew();
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", calm).ShouldEnd(0);

        Disturb(disturbed, new Random(seed), clock.Elapsed).ShouldBeGreaterThanOrEqualTo(Kills / 2, "a run that ended by itself tests nothing");
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", disturbed).ShouldEnd(0);

        IsWhole(calm);
        IsWhole(disturbed);
        Versions(disturbed).ShouldBe(Versions(calm), $"seed {seed}");
        ContentHash(disturbed, 2563).ShouldBe(ContentHash(calm, 2563), $"seed {seed}");
        ContentHash(disturbed, 2564).ShouldBe(ContentHash(calm, 2564), $"seed {seed}");
    }

    [Fact]
    public void TwoRunsAtOnceTakeNothingTwice()
    {
        var workspace = _place["both"];
        DroppedSamples.Into(workspace);
        using var first = DlaEtl.Start(Eager.Variables, null, "run", "--json", "--workspace", workspace);
        using var second = DlaEtl.Start(Eager.Variables, null, "run", "--json", "--workspace", workspace);
        string[] said = [.. new[] { first, second }.Select(Said)];
        (first.ExitCode, second.ExitCode).ShouldBe((0, 0), string.Join('\n', said));
        // Either one had the workspace all the time and the other said so, or the second began when the first had ended.
        var worked = said.Count(text => text.Contains("\"runId\"", StringComparison.Ordinal));
        worked.ShouldBeInRange(1, 2);
        if (worked == 1)
            said.Single(text => !text.Contains("\"runId\"", StringComparison.Ordinal)).ShouldContain("another run");
        IsWhole(workspace);
    }

    public void Dispose() => _place.Dispose();

    // The first kills fall anywhere in starting and taking; the others a moment after ever more files are decided, the last into answers and reports.
    private int Disturb(string workspace, Random random, TimeSpan whole)
    {
        var killed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var early = kill < EarlyKills;
            var decidedFirst = early ? 0 : (kill - EarlyKills + 1) * DroppedSamples.Count / (Kills - EarlyKills);
            var delay = early ? whole * (0.3 * random.NextDouble()) : TimeSpan.FromMilliseconds(random.Next(200));
            using var process = DlaEtl.Start(Eager.Variables, null, "run", "--workspace", workspace);
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (!early && Decided(workspace) < decidedFirst && !process.WaitForExit(Look))
                continue;
            if (!process.WaitForExit(delay))
            {
                process.Kill();
                process.WaitForExit();
                killed++;
            }

            log.WriteLine($"kill {kill + 1}: exit {process.ExitCode}, {Decided(workspace)} of {DroppedSamples.Count} decided");
        }

        return killed;
    }

    private static long Decided(string workspace) =>
        File.Exists(Path.Combine(workspace, "warehouse.db")) ? Number(workspace, "SELECT count(*) FROM outcome") : 0;

    private static void IsWhole(string workspace)
    {
        Query(workspace, "SELECT drop_path FROM received_file").ShouldBe(DroppedSamples.Paths.Order(StringComparer.Ordinal), "each once");
        Number(workspace, "SELECT count(*) FROM outcome").ShouldBe(DroppedSamples.Count);
        Number(workspace, "SELECT count(*) FROM answer").ShouldBe(DroppedSamples.Count);
        Number(workspace, "SELECT count(*) FROM received_move").ShouldBe(DroppedSamples.Count);
        Number(workspace, "SELECT max(receipt_number) - min(receipt_number) + 1 FROM received_file").ShouldBe(DroppedSamples.Count, "no gap in the receipt numbers");
        Files(workspace, "drop").ShouldBeEmpty();
        Files(workspace, "received").Count.ShouldBe(DroppedSamples.Count);
        Files(workspace, "replies").Count(path => path.EndsWith(".txt", StringComparison.Ordinal)).ShouldBe(DroppedSamples.Count);
        Files(workspace, "reports").Count.ShouldBe(2);
        DlaEtl.Run("doctor", "--workspace", workspace).ShouldEnd(0);
    }

    private static List<string> Files(string workspace, string folder) => [.. Directory.EnumerateFiles(Path.Combine(workspace, folder), "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith(".dla-etl-", StringComparison.Ordinal))];

    private static IEnumerable<string> Versions(string workspace) => Query(workspace,
        "SELECT v.form || v.fiscal_year || v.unit || ' v' || v.version || ' ' || f.drop_path FROM return_version v JOIN received_file f ON f.id = v.received_file_id");

    private static IEnumerable<string> Query(string workspace, string sql) => Warehouses.Query<string>(workspace, sql).Order(StringComparer.Ordinal);

    private static long Number(string workspace, string sql) => Warehouses.Query<long>(workspace, sql).Single();

    private static string ContentHash(string workspace, int year) =>
        Warehouses.Query<string>(workspace, "SELECT content_hash FROM report_written WHERE fiscal_year = @year ORDER BY as_of_sequence DESC, written_at DESC LIMIT 1", new { year }).Single();

    private static string Said(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(8)).ShouldBeTrue();
        return output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
    }
}

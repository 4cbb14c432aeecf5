using System.Globalization;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>What the demo leaves: every arrival with the outcome that its line says, nothing lost, nothing twice.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoTests(DemoWorkspace demo)
{
    private const string Outcomes =
        """
        SELECT f.drop_path, f.first_seen_at, o.verdict, o.unit, o.fiscal_year, o.timeliness, coalesce(v.version, 0)
        FROM received_file f JOIN outcome o ON o.received_file_id = f.id LEFT JOIN return_version v ON v.id = o.version_id
        WHERE f.mail_id IS NULL
        """;

    [Fact]
    public void ItEndsWellAndSaysWhereToLook()
    {
        demo.Run.ShouldEnd(0);
        foreach (var year in new[] { 2563, 2564 })
        {
            foreach (var report in new[] { demo.Report(year), demo.Tables(year) })
            {
                File.Exists(report).ShouldBeTrue();
                demo.Run.Output.ShouldContain(report);
            }
        }

        demo.Run.Output.ShouldContain(Warehouses.Query<long>(demo.Path, "SELECT count(*) FROM received_file").Single().ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void EveryArrivalGotTheOutcomeOfItsLine()
    {
        var expected = DemoWorkspace.Arrivals.Select(row =>
            $"{row.DropPath} {row.ReceivedUtc} {row.Verdict} {row.Unit} {row.Year} {row.Timing.Replace('-', '_')} v{Version(row)}");
        var actual = Warehouses.Query<(string Path, string Seen, string Verdict, string Unit, long Year, string Timing, long Version)>(demo.Path, Outcomes)
            .Select(row => $"{row.Path} {row.Seen} {row.Verdict.Replace("_with_warnings", "", StringComparison.Ordinal)} {Office(row.Unit)} {Values.Period.FromNumber((int)row.Year).Year} {row.Timing} v{row.Version}");
        Sorted(actual).ShouldBe(Sorted(expected));
    }

    [Fact]
    public void AJumpAgainstTheYearBeforeIsAWarning()
    {
        var warned = Warehouses.Query<(string Unit, long Year)>(demo.Path, "SELECT unit, fiscal_year FROM outcome WHERE verdict = 'loaded_with_warnings'");
        foreach (var (province, _) in Samples.Figures.JumpPercent.Keys)
            warned.ShouldContain((province.ToString(CultureInfo.InvariantCulture), 2564L));
    }

    [Fact]
    public void CountsInAreLoadedAndRejected()
    {
        var files = DemoWorkspace.Arrivals.Count;
        var steps = Warehouses.Query<(string Step, long In, long Out, long Rejected)>(
            demo.Path, "SELECT step, sum(counted_in), sum(counted_out), sum(rejected) FROM run_step GROUP BY step").ToDictionary(step => step.Step);
        (steps["intake"].In, steps["intake"].Out).ShouldBe((files, files));
        (steps["answer"].In, steps["answer"].Out).ShouldBe((files, files));
        (steps["report"].Rejected, steps["consolidate"].Rejected).ShouldBe((0, 0));

        Warehouses.Query<long>(demo.Path, "SELECT count(*) FROM run_step WHERE counted_in <> counted_out + rejected").ShouldBe([0]);
        Warehouses.Query<long>(demo.Path, "SELECT count(*) FROM outcome WHERE rows_in <> rows_loaded + rows_rejected").ShouldBe([0]);
        var rows = Warehouses.Query<(long In, long Loaded, long Rejected)>(demo.Path, "SELECT sum(rows_in), sum(rows_loaded), sum(rows_rejected) FROM outcome").Single();
        (steps["load"].In, steps["load"].Out, steps["load"].Rejected).ShouldBe(rows);
        Warehouses.Query<long>(demo.Path, "SELECT count(*) FROM run WHERE status <> 'finished'").ShouldBe([0]);
    }

    [Fact]
    public void NothingIsLeftInTheDropFolderAndEveryOriginalIsReceived()
    {
        Files("drop").ShouldBeEmpty();
        var received = Files("received");
        received.Count.ShouldBe(DemoWorkspace.Arrivals.Count);
        var sent = DemoWorkspace.Arrivals.Select(row => Hash(row.FullPath));
        Sorted(received.Select(Hash)).ShouldBe(Sorted(sent), "the same bytes as sent, each once");
        Warehouses.Query<string>(demo.Path, "SELECT moved_to FROM received_move").Count.ShouldBe(DemoWorkspace.Arrivals.Count);
        var archive = Files("archive").Select(Path.GetFileName).ToHashSet();
        received.Select(Hash).ShouldAllBe(hash => archive.Contains(hash));
    }

    [Fact]
    public void EveryFileHasOneAnswerInItsProvincesFolder()
    {
        var replies = Files("replies").Where(path => path.EndsWith(".txt", StringComparison.Ordinal)).ToList();
        replies.Count.ShouldBe(DemoWorkspace.Arrivals.Count);
        var expected = DemoWorkspace.Arrivals.Select(row => row.Unit).CountBy(province => province);
        replies.Select(path => Path.GetFileName(Path.GetDirectoryName(path)!).Split('-')[0]).CountBy(province => province)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Warehouses.Query<string>(demo.Path, "SELECT path FROM answer").Order(StringComparer.Ordinal)
            .ShouldBe(replies.Select(path => Path.GetRelativePath(Path.Combine(demo.Path, "replies"), path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        replies.ShouldAllBe(path => File.ReadAllText(path).Contains("เรียน") || File.ReadAllText(path).Length > 200, "an answer has something to say");
    }

    [Fact]
    public async Task StatusTellsWhoFiled()
    {
        var status = (await DlaEtl.InProcessAsync("status", "--json", "--workspace", demo.Path)).ShouldEnd(0).Json;
        foreach (var season in Samples.Offices.Season.All)
        {
            var form = status.GetProperty("forms").EnumerateArray()
                .Single(one => one.GetProperty("form").GetString() == "unit-cost-quantity" && one.GetProperty("fiscalYear").GetInt32() == season.Year);
            string[] Codes(string name) => [.. form.GetProperty(name).EnumerateArray().Select(unit => unit.GetString()!.Split('-')[0]).Order(StringComparer.Ordinal)];
            string[] Texts(IEnumerable<int> codes) => [.. codes.Select(code => code.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
            Codes("missing").ShouldBe(Texts(season.Missing));
            Codes("rejected").ShouldBe(Texts(season.Rejected.Keys));
            Codes("late").ShouldBe(Texts(Late(season.Year)));
            (Codes("onTime").Length + Codes("late").Length + Codes("rejected").Length + Codes("missing").Length).ShouldBe(76);
        }

        (status.GetProperty("pending").GetInt32(), status.GetProperty("unanswered").GetInt32(), status.GetProperty("openRuns").GetInt32()).ShouldBe((0, 0, 0));
        (await DlaEtl.InProcessAsync("status", "--workspace", demo.Path)).ShouldEnd(0).Output.ShouldContain("31 พฤษภาคม 2564");
    }

    [Fact]
    public void ASecondDemoChangesNothing()
    {
        using var copy = demo.Copy();
        var before = Files("").ToDictionary(path => Path.GetRelativePath(demo.Path, path), Hash);
        DlaEtl.Run("demo", "--workspace", copy["workspace"]).ShouldEnd(0).Output.ShouldContain("nothing new");
        var after = Directory.EnumerateFiles(copy["workspace"], "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(copy["workspace"], path), Hash);
        string[] Compared(Dictionary<string, string> files) => [.. files.Where(file => !file.Key.StartsWith("warehouse.db", StringComparison.Ordinal) && !Path.GetFileName(file.Key).StartsWith(".dla-etl-", StringComparison.Ordinal)).Select(file => $"{file.Key} {file.Value}").Order(StringComparer.Ordinal)];
        Compared(after).ShouldBe(Compared(before));
        const string Counts = "SELECT (SELECT count(*) FROM received_file) || ' ' || (SELECT count(*) FROM outcome) || ' ' || (SELECT count(*) FROM fact) || ' ' || (SELECT count(*) FROM report_written)";
        Warehouses.Query<string>(copy["workspace"], Counts).ShouldBe(Warehouses.Query<string>(demo.Path, Counts));
    }

    [Fact]
    public async Task ARunOfTodayWorksInItAndADemoNeverTouchesRealData()
    {
        using var copy = demo.Copy();
        File.Copy(Repository.Input("2563-error-negative"), Path.Combine(copy["workspace"], "drop", "56-พะเยา", "แก้ไข.xlsx"));
        var run = DlaEtl.RunIn(null, Eager.Variables, "run", "--json", "--workspace", copy["workspace"]).ShouldEnd(0);
        run.Json.GetProperty("verdicts").GetProperty("rejected").GetInt32().ShouldBe(1);
        run.Error.ShouldContain("สาธิต");
        (await DlaEtl.InProcessAsync("status", "--json", "--workspace", copy["workspace"])).ShouldEnd(0)
            .Json.GetProperty("forms").EnumerateArray().First(form => form.GetProperty("form").GetString() == "unit-cost-quantity").GetProperty("onTime").EnumerateArray().Select(unit => unit.GetString()).ShouldContain("56-พะเยา", "the version that passed still stands");

        File.Delete(Directory.EnumerateFiles(copy["workspace"], "DEMO*").Single());
        (await DlaEtl.InProcessAsync("demo", "--workspace", copy["workspace"])).ShouldEnd(64).Error.ShouldContain("--workspace");
    }

    private List<string> Files(string folder) => [.. Directory.EnumerateFiles(Path.Combine(demo.Path, folder), "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith(".dla-etl-", StringComparison.Ordinal))];

    private static IEnumerable<int> Late(int year) => DemoWorkspace.Arrivals
        .Where(row => row.Year == year && row is { Outcome: "accepted", Timing: "late" }).Select(row => row.Province);

    // An authority's own return is a line of its province.
    private static string Office(string unit) => unit.Length == 8 ? unit[2..4] : unit;

    private static int Version(ArrivalRow row) => row.Outcome switch { "rejected" => 0, "supersedes" => 2, _ => 1 };

    private static string Hash(string path) => Values.ContentHash.Of(File.ReadAllBytes(path)).Hex;

    private static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}

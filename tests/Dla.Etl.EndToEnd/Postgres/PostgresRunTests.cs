using Dla.Etl.EndToEnd.Kills;
using Dla.Etl.Installing;
using Dla.Etl.Intake;

namespace Dla.Etl.EndToEnd.Postgres;

/// <summary>The main job with its warehouse on a server: the same answers and the same reports, and nothing half done when the server goes away.</summary>
public sealed class PostgresRunTests : IDisposable
{
    private const string Versions =
        "SELECT v.form || v.fiscal_year || v.unit || ' v' || v.version || ' ' || f.drop_path FROM return_version v JOIN received_file f ON f.id = v.received_file_id";

    private const string Reports = "SELECT report || fiscal_year || ' ' || content_hash FROM report_written";

    private readonly Place _place = new();

    [SkippableFact]
    public void TheSamplesGiveTheSameVersionsAndReportsAsOnAFile()
    {
        using var server = new ServerWarehouse();
        var (onFile, onServer) = (_place["file"], _place["server"]);
        DroppedSamples.Into(onFile);
        DroppedSamples.Into(onServer);
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", onFile).ShouldEnd(0);

        Quiet(server, 0, "run", "--workspace", onServer);
        IsWhole(server, onServer);
        Sorted(server, Versions).ShouldBe(Warehouses.Query<string>(onFile, Versions).Order(StringComparer.Ordinal));
        Sorted(server, Reports).ShouldBe(Warehouses.Query<string>(onFile, Reports).Order(StringComparer.Ordinal));
        File.Exists(Path.Combine(onServer, "warehouse.db")).ShouldBeFalse();

        Quiet(server, 0, "status", "--json", "--workspace", onServer).Json.GetProperty("pending").GetInt32().ShouldBe(0);
        Quiet(server, 0, "report", "unit-cost-quantities", "--year", "2564", "--out", _place["r.xlsx"], "--workspace", onServer);
        Quiet(server, 0, "verify", _place["r.xlsx"], "--workspace", onServer);
        Quiet(server, 0, "run", "--rebuild", "--workspace", onServer);
        Quiet(server, 0, "doctor", "--workspace", onServer).Output.ShouldContain("PostgreSQL ");
    }

    [SkippableFact]
    public void AServerThatGoesAwayInTheMiddleCostsNothing()
    {
        using var server = new ServerWarehouse();
        var workspace = _place["cut"];
        DroppedSamples.Into(workspace);
        var variables = server.With(to => to.ApplicationName = server.ApplicationName);
        var lost = 0;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var process = DlaEtl.Start(variables, null, "run", "--workspace", workspace);
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            // Early attempts are cut early, the last ones in answers and reports; a cut between two statements is not even noticed.
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
                if (server.Exists && server.Query<long>("SELECT count(*) FROM outcome").Single() >= attempt * 12)
                    server.Cut();
            var run = new CliRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
            run.Exit.ShouldBeOneOf(0, 64);
            run.ShouldEnd(run.Exit);
            if (run.Exit == 64)
                (lost++, run.Error).Error.ShouldContain("เซิร์ฟเวอร์", Case.Sensitive, run.ToString());
        }

        lost.ShouldBeGreaterThan(0, "or nothing was tested");
        Quiet(server, 0, "run", "--workspace", workspace);
        IsWhole(server, workspace);
        server.Query<long>("SELECT count(*) FROM run WHERE ended_at IS NULL").Single().ShouldBe(0);
    }

    /// <summary>What is wrong with the way to the server, the command, and what must be said.</summary>
    public static TheoryData<string, string, int, string> Troubles => new()
    {
        { "down", "run", 64, "ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้" },
        { "down", "status", 64, "ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้" },
        { "down", "doctor", 1, "ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้" },
        { "password", "run", 64, "PGPASSWORD" },
        { "password", "doctor", 1, "PGPASSWORD" },
        { "database", "status", 64, "ไม่มีฐานข้อมูลชื่อนี้" },
        { "schema", "run", 64, "Search Path" },
        { "newer", "run", 64, "newer program" },
        { "newer", "status", 64, "newer program" },
        { "newer", "doctor", 1, "newer program" },
        { "changed", "run", 64, "another text" },
        { "none", "status", 64, "dla-etl run" },
        { "none", "doctor", 0, "none yet at PostgreSQL" },
    };

    [SkippableTheory]
    [MemberData(nameof(Troubles))]
    public void ADatabaseThatCannotBeUsedIsSaidClearly(string trouble, string command, int exit, string says)
    {
        using var server = new ServerWarehouse();
        if (trouble is "newer" or "changed")
            Quiet(server, 0, "run", "--workspace", _place["ws"]);
        if (trouble == "newer")
            server.Tamper("INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (9001, '9001-later', 'x', 'x')");
        if (trouble == "changed")
            server.Tamper("UPDATE schema_migration SET sha256 = 'x' WHERE number = 1");
        var variables = trouble switch
        {
            // Port 1 of this machine: nobody listens there.
            "down" => server.With(to => (to.Host, to.Port) = ("127.0.0.1", 1)),
            "password" => server.With(to => to.Password += "-wrong"),
            "database" => server.With(to => to.Database = "dla_nowhere"),
            "schema" => server.With(to => to.SearchPath = "one,two"),
            _ => server.Variables,
        };
        var run = DlaEtl.RunIn(null, variables, command, "--workspace", _place["ws"]).ShouldEnd(exit);
        (run.Output + run.Error).ShouldContain(says, Case.Sensitive, run.ToString());
        (run.Output + run.Error).ShouldNotContain($"{server.Password}-wrong");
    }

    [SkippableTheory]
    [InlineData("run")]
    [InlineData("restore")]
    public void ARoleThatMayNotMakeItsSchemaIsToldWhatTheAdministratorRuns(string command)
    {
        using var server = new ServerWarehouse();
        DlaEtl.RunIn(null, Eager.Variables, "run", "--workspace", _place["old"]).ShouldEnd(0);
        DlaEtl.RunIn(null, Eager.Variables, "backup", _place["backups"], "--workspace", _place["old"]).ShouldEnd(0);
        var role = $"dla_e2e_{Guid.NewGuid():N}";
        server.Tamper($"CREATE ROLE {role} LOGIN PASSWORD '{role}'");
        try
        {
            var variables = server.With(to => (to.Username, to.Password) = (role, role));
            string[] words = command == "run" ? ["run"] : ["restore", _place["backups"]];
            var run = DlaEtl.RunIn(null, variables, [.. words, "--workspace", _place["ws"]]).ShouldEnd(64);
            run.Error.ShouldContain("Let the administrator run: CREATE SCHEMA", Case.Sensitive, run.ToString());
            run.Error.ShouldContain("ผู้ดูแลฐานข้อมูล");
            run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem();
        }
        finally
        {
            server.Tamper($"DROP ROLE {role}");
        }
    }

    [SkippableFact]
    public void AWorkspaceOfTheDemoIsKeptOffTheServer()
    {
        using var server = new ServerWarehouse();
        DemoMark.Put(_place["demo"], WorkspaceFolders.Under(_place["demo"]));
        Quiet(server, 64, "run", "--workspace", _place["demo"]).Error.ShouldContain("พื้นที่สาธิต");
        server.Exists.ShouldBeFalse();
    }

    public void Dispose() => _place.Dispose();

    private static CliRun Quiet(ServerWarehouse server, int exit, params string[] args)
    {
        var run = DlaEtl.RunIn(null, server.Variables, args).ShouldEnd(exit);
        (run.Output + run.Error).ShouldNotContain($"Password={server.Password}", Case.Insensitive);
        return run;
    }

    private static void IsWhole(ServerWarehouse server, string workspace)
    {
        Sorted(server, "SELECT drop_path FROM received_file").ShouldBe(DroppedSamples.Paths.Order(StringComparer.Ordinal), "each once");
        foreach (var table in new[] { "outcome", "answer", "received_move" })
            server.Query<long>($"SELECT count(*) FROM {table}").Single().ShouldBe(DroppedSamples.Count, table);
        Directory.EnumerateFiles(Path.Combine(workspace, "replies"), "*.txt", SearchOption.AllDirectories).Count().ShouldBe(DroppedSamples.Count);
        Quiet(server, 0, "doctor", "--workspace", workspace);
    }

    private static IEnumerable<string> Sorted(ServerWarehouse server, string sql) => server.Query<string>(sql).Order(StringComparer.Ordinal);
}

using System.Text.Json;
using Dapper;
using Dla.Etl.Jobs.Commands;
using Dla.Etl.TestServers;
using Npgsql;

namespace Dla.Etl.JobTests.EndToEnd;

/// <summary>The host as a supervisor meets it: a real process.</summary>
public class ServeTests
{
    private const string Secret = "Rahat-Lap-9931";

    [Fact]
    public async Task A_working_day_on_sqlite_ends_in_good_order()
    {
        using var workspace = new Workspace();
        workspace.Drop(70);
        HostProcess.Run(new Dictionary<string, string>(), "run", "intake", "--workspace", workspace.Path).Exit.ShouldBe(ExitCode.Ok);
        await using var collector = await Collector.StartAsync();
        using var host = HostProcess.Serve(workspace.Path, collector.Variables);
        await host.IsAsync("live", 200);
        await host.IsAsync("ready", 200);

        // The process job fires every minute; the host is told to stop while it is at it.
        await Scheduling.Eventually.IsTrueAsync(() => Count(workspace, "outcome") >= 3, "files are being decided");
        host.Terminate();
        host.Ended().ShouldBe(ExitCode.Ok, host.Said);

        // Every file that was begun is finished, with its run closed in good order, and nothing is held any more.
        var decided = Count(workspace, "outcome");
        using (var warehouse = workspace.Warehouse())
        using (var connection = warehouse.Read())
        {
            connection.ExecuteScalar<long>("SELECT count(*) FROM run WHERE ended_at IS NULL OR status = 'failed'").ShouldBe(0);
            connection.ExecuteScalar<long>("SELECT count(*) FROM node WHERE left_at IS NULL").ShouldBe(0);
            connection.ExecuteScalar<long>("SELECT count(*) FROM claim WHERE attempts > 0").ShouldBe(0);
        }

        var lines = host.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.ShouldContain(line => Scope(line, "job") == "process" && Scope(line, "run") != null && Scope(line, "node") != null, host.Said);
        collector.Received.ShouldContain("dla.files.decided");
        collector.Received.ShouldContain("dla.jobs.runs");
        collector.Received.ShouldContain("dla.files.stuck");
        collector.Received.ShouldContain("job process");
        decided.ShouldBeGreaterThanOrEqualTo(3);
    }

    [SkippableFact]
    public async Task A_database_that_is_down_is_waited_for_and_nothing_secret_is_said()
    {
        using var postgres = Postgres.OrSkip();
        using var workspace = new Workspace();
        postgres.Run($"CREATE ROLE {postgres.Name} LOGIN PASSWORD '{Secret}'; GRANT CREATE ON DATABASE {postgres.Name} TO {postgres.Name}");
        using var line = new CuttableLine(postgres.Server);
        line.Cut();
        var warehouse = new NpgsqlConnectionStringBuilder(postgres.ConnectionString)
        {
            Host = "127.0.0.1", Port = line.Port, Username = postgres.Name, Password = Secret,
        };
        using var host = HostProcess.Serve(workspace.Path, new Dictionary<string, string> { ["DLA_Folders__Database"] = warehouse.ConnectionString });
        await host.IsAsync("live", 200);
        await host.IsAsync("ready", 503);
        await Scheduling.Eventually.IsTrueAsync(() => host.Said.Contains("cannot be reached", StringComparison.Ordinal), "it says what it waits for");

        line.Mend();
        await host.IsAsync("ready", 200);
        (await host.AskAsync("ready"))!.Value.Page.ToString().ShouldContain("clustered on PostgreSQL");
        await SaysAsync("The database is back", 1);

        // Lost in the middle of its work: it says so, and goes on when the server is back.
        line.Cut();
        await host.IsAsync("ready", 503);
        var down = (await host.AskAsync("ready"))!.Value.Page.ToString();
        await SaysAsync("The database does not answer", 2);
        line.Mend();
        await SaysAsync("The database is back", 2);
        await host.IsAsync("ready", 200);
        Times("The database does not answer").ShouldBe(2, host.Said);
        host.Output.ShouldAllBe(said => !said.Contains("\"Exception\":", StringComparison.Ordinal), host.Said);

        host.Terminate();
        host.Ended().ShouldBe(ExitCode.Ok, host.Said);
        (host.Said + down).ShouldNotContain(Secret);
        var own = postgres.Run("SELECT count(*) FROM pg_tables WHERE schemaname = 'dla_quartz' AND tableowner = current_database()");
        own.ShouldBe(postgres.Run("SELECT count(*) FROM pg_tables WHERE schemaname = 'dla_quartz'"));
        own.ShouldNotBe(0L);

        int Times(string what) => host.Output.Count(said => said.Contains(what, StringComparison.Ordinal));
        Task SaysAsync(string what, int times) => Scheduling.Eventually.IsTrueAsync(() => Times(what) == times, $"it says {times} times: {what}");
    }

    [SkippableFact]
    public void A_wrong_password_ends_it_with_a_clear_message()
    {
        using var postgres = Postgres.OrSkip();
        using var workspace = new Workspace();
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = Secret };
        using var host = HostProcess.Serve(workspace.Path, new Dictionary<string, string> { ["DLA_Folders__Database"] = wrong.ConnectionString });

        host.Ended().ShouldBe(ExitCode.Usage, host.Said);
        host.Error.ShouldContain("รหัสผ่าน");
        host.Said.ShouldNotContain(Secret);
    }

    [Fact]
    public void A_newer_schema_ends_it_with_a_clear_message()
    {
        using var workspace = new Workspace();
        using (var warehouse = workspace.Warehouse())
            warehouse.Write(lane => lane.Execute(
                "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (9999, 'later', 'x', '2020-01-01T00:00:00.0000000Z')"));
        using var host = HostProcess.Serve(workspace.Path);

        host.Ended().ShouldBe(ExitCode.Usage, host.Said);
        host.Error.ShouldContain("newer program");
    }

    [Fact]
    public async Task Two_hosts_of_one_name_do_not_work_side_by_side()
    {
        using var workspace = new Workspace();
        using var first = HostProcess.Serve(workspace.Path);
        await first.IsAsync("ready", 200);
        using var second = HostProcess.Serve(workspace.Path);

        second.Ended().ShouldBe(ExitCode.Usage, second.Said);
        second.Error.ShouldContain("Jobs:Node");
        second.Said.ShouldContain("waiting for the name until");
        (await first.AskAsync("ready"))!.Value.Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_archive_that_is_not_the_right_one_makes_it_unready_until_it_is_back()
    {
        using var workspace = new Workspace();
        using var host = HostProcess.Serve(workspace.Path);
        await host.IsAsync("ready", 200);

        Directory.Move(workspace.Archive, workspace.Archive + "-away");
        await host.IsAsync("ready", 503);
        (await host.AskAsync("ready"))!.Value.Page.ToString().ShouldContain("คลังไฟล์");
        Directory.Move(workspace.Archive + "-away", workspace.Archive);
        await host.IsAsync("ready", 200);
    }

    private static long Count(Workspace workspace, string table)
    {
        using var warehouse = workspace.Warehouse();
        using var connection = warehouse.Read();
        return connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}");
    }

    private static string? Scope(JsonElement line, string name) => line.GetProperty("Scopes").EnumerateArray()
        .Where(scope => scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty(name, out _))
        .Select(scope => scope.GetProperty(name).GetString()).FirstOrDefault();
}

using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.ProofTests.Senders;
using Dla.Etl.Reporting;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;
using Npgsql;
using Xunit.Abstractions;

namespace Dla.Etl.ProofTests;

/// <summary>A node that is paused at the worst instant of writing a report, and goes on when everybody has given it up.</summary>
public sealed class PausedReportTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task On_postgres_an_old_workbook_laid_over_a_newer_one_does_not_stay_there()
    {
        var diary = new Diary(output);
        using var server = new Server();
        using var plant = new Plant(server, 0, diary);
        var sent = new Queue<Delivery>(new Mailbag(diary.Choices(8), 6).Fill(16));
        var (paused, other) = (Node(plant, "paused"), Node(plant, "other"));
        await ComesAsync(plant, other, sent, 8);
        var newer = "";
        var run = paused.Warehouse.Write(lane => RunLog.Begin(lane, "report", "test"));
        var file = new ReportFile(paused.Warehouse, paused.Workplace)
        {
            // Its lease was checked; now it is paused until the server ends its session, and the other node goes on.
            Guard = _ =>
            {
                server.EndSessions();
                ComesAsync(plant, other, sent, 8).GetAwaiter().GetResult();
                newer = Workbook(plant);
            },
        };
        Should.Throw<NpgsqlException>(() => file.Write(run, Quantities(paused), Request(paused)));
        await new ReportWork(other).RunAsync(new WorkOrder("report"), CancellationToken.None);

        newer.ShouldNotBeEmpty();
        Workbook(plant).ShouldBe(newer, "the newer one is there again");
        foreach (var node in new[] { paused, other })
        {
            await node.Leases.DisposeAsync();
            node.Warehouse.Dispose();
        }
    }

    [SkippableFact]
    public async Task On_postgres_an_end_of_a_run_whose_answer_was_lost_is_not_taken_for_an_error_of_the_program()
    {
        using var server = new Server();
        using var plant = new Plant(server, 0, new Diary(output));
        var node = Node(plant, "n1");
        await using (var lease = node.Leases.TryTake("report").ShouldNotBeNull())
        {
            var run = new RunLine(node, new WorkOrder("report"), lease);
            _ = run.Id;
            run.End(RunStatus.Finished);
            // The server committed and the line broke before it could say so: to this process the end has failed.
            Should.NotThrow(() => run.EndAfterError(RunStatus.Failed));
        }

        plant.Query<string>("SELECT status FROM run").ShouldBe(["finished"]);
        await node.Leases.DisposeAsync();
        node.Warehouse.Dispose();
    }

    // What the deliveries feed, and what Workbook looks at.
    private static ReportDefinition Quantities(Station node) =>
        node.Workplace.Reports.All.Single(report => string.Equals(report.Id, "unit-cost-quantities", StringComparison.Ordinal));

    // The hash of its bytes.
    private static string Workbook(Plant plant) => ContentHash.Of(File.ReadAllBytes(
        Path.Combine(plant.Workspace, "reports", plant.Files("reports").First(name => name.Contains("2563", StringComparison.Ordinal))))).Hex;

    private static ReportRequest Request(Station node)
    {
        using var connection = node.Warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        return new ReportRequest(Quantities(node).Id, FiscalYear.FromBuddhistEra(2563), sequence, CommitSequence.CommittedAt(connection, sequence));
    }

    private static async Task ComesAsync(Plant plant, Station node, Queue<Delivery> sent, int count)
    {
        for (; count > 0; count--)
        {
            var delivery = sent.Dequeue();
            var target = Path.Combine(plant.Workspace, "drop", delivery.DropPath);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, delivery.Bytes);
            (await new IntakeWork(node).RunAsync(new WorkOrder("intake"), CancellationToken.None)).Received.ShouldBe(1);
        }

        await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None);
        await new ReportWork(node).RunAsync(new WorkOrder("report"), CancellationToken.None);
    }

    private static Station Node(Plant plant, string name)
    {
        var settings = Settings.Load(null);
        var server = new NpgsqlConnectionStringBuilder(plant.Server!.OverTheLine) { Password = plant.Server.Password };
        var installation = new Installation(
            settings with
            {
                Folders = new FolderSettings { Workspace = plant.Workspace, Database = server.ConnectionString },
                Intake = new IntakeSettings { SteadyInterval = TimeSpan.Zero },
                Jobs = settings.Jobs with { Node = name },
            },
            null, TimeProvider.System);
        installation.Prepare();
        var warehouse = installation.Warehouse();
        return installation.Station(warehouse, installation.Workplace());
    }
}

using System.Diagnostics.Metrics;
using System.Globalization;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Jobs.Commands;
using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Jobs.Work;

namespace Dla.Etl.JobTests.Commands;

/// <summary>The command line, in this process.</summary>
public class CommandTests
{
    [Fact]
    public async Task Schedule_shows_every_line_with_its_next_time_in_the_buddhist_era()
    {
        using var workspace = new Workspace();
        var clock = new ShiftedClock(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.FromHours(7)));

        var (exit, said) = await RunAsync(clock, "schedule", "--workspace", workspace.Path);

        exit.ShouldBe(ExitCode.Ok);
        said.ShouldContain("1 มกราคม 2570 เวลา 01.00 น.");
        foreach (var line in Schedule.Table)
            said.ShouldContain($"{line.Id}  ({line.Job})  {line.Cron}");
    }

    [Theory]
    // A command line or a setting that cannot be, and what the message must name.
    [InlineData("DLA_Jobs__Schedule__report__Cron", "0 25 * * *", "Jobs:Schedule:report:Cron")]
    [InlineData("DLA_Jobs__Schedule__report__Cron", "61 0 2 * * *", "Jobs:Schedule:report:Cron")]
    [InlineData("DLA_Jobs__Schedule__report__Cron", "0 0 2 * * * 2570", "Jobs:Schedule:report:Cron")]
    [InlineData("DLA_Jobs__Schedule__report__Cron", "0 2 30 2 *", "Jobs:Schedule:report:Cron")]
    [InlineData("DLA_Jobs__Schedule__report__Missed", "sometimes", "run-once")]
    [InlineData("DLA_Jobs__Schedule__reports__Off", "true", "reports")]
    [InlineData("DLA_Jobs__Schedule__report__When", "noon", "When")]
    [InlineData("DLA_Jobs__Url", "127.0.0.1", "Url")]
    public void A_setting_that_cannot_be_is_a_clear_message(string name, string value, string named)
    {
        using var workspace = new Workspace();

        var (exit, said) = HostProcess.Run(new Dictionary<string, string> { [name] = value }, "schedule", "--workspace", workspace.Path);

        exit.ShouldBe(ExitCode.Usage, said);
        said.ShouldContain(named);
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Every_job_runs_by_hand_without_a_host_and_is_counted()
    {
        using var workspace = new Workspace();
        workspace.Drop(2);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, ours) => { if (instrument.Meter.Name is "Dla.Etl" or "Dla.Etl.Jobs") ours.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, count, _, _) => { lock (counts) counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + count; });
        listener.Start();

        foreach (var job in JobNames.All)
        {
            var (exit, said) = await RunAsync(TimeProvider.System, "run", job, "--workspace", workspace.Path);
            exit.ShouldBe(ExitCode.Ok, said);
            said.ShouldContain("เสร็จแล้ว");
        }

        using var warehouse = workspace.Warehouse();
        using var connection = warehouse.Read();
        connection.ExecuteScalar<long>("SELECT count(*) FROM outcome").ShouldBe(2);
        connection.ExecuteScalar<long>("SELECT count(*) FROM answer").ShouldBe(2);
        // Without a mailbox and without mails to be sent these two have nothing to do, and leave no line.
        connection.Query<string>("SELECT DISTINCT command FROM run ORDER BY command").ShouldBe(JobNames.All.Except([JobNames.Mailbox, JobNames.Send]).Order(StringComparer.Ordinal));
        RunHistory.LastStarted(warehouse, JobNames.Consolidate).ShouldNotBeNull();
        (counts["dla.files.received"], counts["dla.files.decided"], counts["dla.answers.written"]).ShouldBe((2, 2, 2));
        counts["dla.jobs.runs"].ShouldBeGreaterThanOrEqualTo(JobNames.All.Count);
    }

    [Fact]
    public async Task A_job_that_another_node_is_at_says_so_and_does_nothing()
    {
        using var workspace = new Workspace();
        (await RunAsync(TimeProvider.System, "run", "intake", "--workspace", workspace.Path)).Exit.ShouldBe(ExitCode.Ok);
        using var warehouse = workspace.Warehouse();
        await using var leases = workspace.Leases(warehouse, "other-node");
        await using var lease = leases.TryTake(LeaseNames.Report);
        lease.ShouldNotBeNull();

        var (exit, said) = await RunAsync(TimeProvider.System, "run", "report", "--workspace", workspace.Path);

        exit.ShouldBe(ExitCode.Ok, said);
        said.ShouldContain("เครื่อง other-node กำลังทำงาน report อยู่");
    }

    [Fact]
    public async Task Housekeeping_clears_leftovers_forgets_old_nodes_and_names_stuck_files()
    {
        using var workspace = new Workspace();
        workspace.Drop(1);
        await RunAsync(TimeProvider.System, "run", "intake", "--workspace", workspace.Path);
        var leftover = Path.Combine(workspace.Archive, ".dla-etl-half.part");
        File.WriteAllText(leftover, "half");
        File.SetLastWriteTimeUtc(leftover, DateTime.UnixEpoch);
        using (var warehouse = workspace.Warehouse())
            warehouse.Write(lane =>
            {
                lane.Execute("INSERT INTO node (name, instance, started_at, heartbeat, version, host, started_by) VALUES ('gone', 'x', @old, @old, '1', 'h', 'u')", new { old = "2020-01-01T00:00:00.0000000Z" });
                lane.Execute("UPDATE received_file SET archived_at = @old", new { old = "2020-01-01T00:00:00.0000000Z" });
            });

        var (exit, said) = await RunAsync(TimeProvider.System, "run", "housekeep", "--workspace", workspace.Path);

        exit.ShouldBe(ExitCode.Ok, said);
        File.Exists(leftover).ShouldBeFalse();
        said.ShouldContain("INT-019 มีไฟล์ค้าง");
        said.ShouldContain("ทำไป 2 รายการ");
    }

    private static async Task<(int Exit, string Said)> RunAsync(TimeProvider clock, params string[] args)
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        return (await JobCommandLine.InvokeAsync(args, said, said, clock), said.ToString());
    }
}

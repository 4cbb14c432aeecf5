using Dla.Etl.Coordination;
using Dla.Etl.EndToEnd.Kills;
using Dla.Etl.Running;

namespace Dla.Etl.EndToEnd.Nodes;

/// <summary>Several nodes at one inbox make what one node alone would make.</summary>
public sealed class SharedInboxTests
{
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    [SkippableFact]
    public async Task Three_nodes_decide_as_one_would_and_write_each_report_once()
    {
        using var shared = SharedInbox.On("postgres");
        using var alone = SharedInbox.On("sqlite");
        DroppedSamples.Into(shared.Workspace);
        DroppedSamples.Into(alone.Workspace);
        (await new MainRun(alone.Node("alone")).RunAsync(new WorkOrder("run"), CancellationToken.None)).Received.ShouldBe(DroppedSamples.Count);

        Station[] nodes = [shared.Node("n1"), shared.Node("n2"), shared.Node("n3")];
        var taken = await OnAll(nodes, node => new IntakeWork(node).RunAsync(new WorkOrder("intake"), CancellationToken.None));
        taken.Sum(result => result.Received).ShouldBe(DroppedSamples.Count, "each once, by whoever had the lease");
        var decided = await OnAll(nodes, node => new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None));
        decided.SelectMany(result => result.Verdicts.Values).Sum().ShouldBe(DroppedSamples.Count);
        decided.Count(result => result.Verdicts.Count > 0).ShouldBeGreaterThan(1, "more than one node worked");
        await OnAll(nodes, node => new AnswerWork(node).RunAsync(new WorkOrder("distribute"), CancellationToken.None));
        await OnAll(nodes, node => new ReportWork(node).RunAsync(new WorkOrder("report") { Wait = TimeSpan.FromMinutes(2) }, CancellationToken.None));

        shared.Versions().ShouldBe(alone.Versions());
        shared.Query<long>("SELECT o.sequence FROM outcome o JOIN received_file r ON r.id = o.received_file_id ORDER BY r.receipt_number").ShouldBeInOrder();
        shared.Query<long>("SELECT count(*) FROM answer").Single().ShouldBe(DroppedSamples.Count);
        shared.Query<long>("SELECT count(*) FROM claim").Single().ShouldBe(0);
        shared.Query<string>("SELECT content_hash FROM report_written ORDER BY fiscal_year").ShouldBe(alone.Query<string>("SELECT content_hash FROM report_written ORDER BY fiscal_year"));
        shared.Query<string>("SELECT DISTINCT status FROM run").ShouldBe(["finished"]);
        shared.Query<long>("SELECT count(*) FROM run WHERE command = 'process' AND node LIKE 'n%' AND token > 0").Single().ShouldBeGreaterThan(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_run_leaves_to_another_what_he_is_at_and_does_the_rest(string engine)
    {
        using var inbox = SharedInbox.On(engine);
        DroppedSamples.Into(inbox.Workspace);
        var (host, hand) = (inbox.Node("host"), inbox.Node("hand"));
        await using (host.Leases.TryTake(LeaseNames.Intake).ShouldNotBeNull())
        {
            var result = await new MainRun(hand).RunAsync(new WorkOrder("run"), CancellationToken.None);
            (result.Received, result.LeftTo.Single().Name, result.LeftTo.Single().Node).ShouldBe((0, LeaseNames.Intake, "host"));
            result.RunId.ShouldNotBeNull();
        }

        await using (host.Leases.TryTake(LeaseNames.Run).ShouldNotBeNull())
        {
            var refused = await new MainRun(hand).RunAsync(new WorkOrder("run"), CancellationToken.None);
            (refused.RunId, refused.LeftTo.Single().Node).ShouldBe((null, "host"));
        }

        (await new MainRun(hand).RunAsync(new WorkOrder("run"), CancellationToken.None)).Received.ShouldBe(DroppedSamples.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Stopping_leaves_nothing_held_and_the_next_goes_on(string engine)
    {
        using var inbox = SharedInbox.On(engine);
        DroppedSamples.Into(inbox.Workspace);
        var (one, two) = (inbox.Node("one"), inbox.Node("two"));
        await new IntakeWork(one).RunAsync(new WorkOrder("intake"), CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var order = new WorkOrder("process") { Progress = (done, _, _) => { if (done == 5) stop.Cancel(); } };
        await Should.ThrowAsync<OperationCanceledException>(() => new DecideWork(one).RunAsync(order, stop.Token));
        inbox.Query<string>("SELECT status FROM run WHERE command = 'process'").ShouldBe(["stopped"]);
        inbox.Query<long>("SELECT count(*) FROM claim WHERE expires_at IS NOT NULL OR takes > 0 OR attempts > 0").Single().ShouldBe(0);
        inbox.Query<long>("SELECT count(*) FROM lease WHERE expires_at IS NOT NULL").Single().ShouldBe(0);
        var rest = await new DecideWork(two).RunAsync(new WorkOrder("process"), CancellationToken.None);
        rest.Verdicts.Values.Sum().ShouldBe(DroppedSamples.Count - 5);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Work_that_finds_nothing_leaves_no_line_unless_it_is_done_once_a_night(string engine)
    {
        using var inbox = SharedInbox.On(engine);
        var node = inbox.Node("one");
        (await new IntakeWork(node).RunAsync(new WorkOrder("intake"), CancellationToken.None)).RunId.ShouldBeNull();
        (await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None)).RunId.ShouldBeNull();
        (await new AnswerWork(node).RunAsync(new WorkOrder("distribute"), CancellationToken.None)).RunId.ShouldBeNull();
        (await new ReportWork(node).RunAsync(new WorkOrder("report"), CancellationToken.None)).RunId.ShouldBeNull();
        inbox.Query<long>("SELECT count(*) FROM run").Single().ShouldBe(0);
        (await new ConsolidateWork(node).RunAsync(new WorkOrder("consolidate") { AlwaysLogged = true }, CancellationToken.None)).RunId.ShouldNotBeNull();
        inbox.Query<(string, string, string)>("SELECT command, status, node FROM run").ShouldBe([("consolidate", "finished", "one")]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task An_archive_that_went_away_costs_no_file_an_attempt(string engine)
    {
        using var inbox = SharedInbox.On(engine);
        DroppedSamples.Into(inbox.Workspace);
        var node = inbox.Node("one");
        await new IntakeWork(node).RunAsync(new WorkOrder("intake"), CancellationToken.None);
        var (archive, away) = (node.Workplace.Folders.Archive, node.Workplace.Folders.Archive + ".away");
        Directory.Move(archive, away);
        Directory.CreateDirectory(archive);
        await Should.ThrowAsync<IOException>(() => new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None));
        inbox.Query<long>("SELECT coalesce(sum(attempts), 0) FROM claim").Single().ShouldBe(0);
        Directory.Delete(archive, recursive: true);
        Directory.Move(away, archive);
        (await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None)).Verdicts.Values.Sum().ShouldBe(DroppedSamples.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_file_whose_bytes_are_gone_is_given_up_and_the_others_go_on(string engine)
    {
        using var inbox = SharedInbox.On(engine);
        DroppedSamples.Into(inbox.Workspace);
        var node = inbox.Node("one");
        await new IntakeWork(node).RunAsync(new WorkOrder("intake"), CancellationToken.None);
        var sha = inbox.Query<string>("SELECT sha256 FROM received_file WHERE receipt_number = 1").Single();
        var path = Path.Combine(node.Workplace.Folders.Archive, sha[..2], sha);
        File.Move(path, path + ".away");
        var result = await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None);
        result.Verdicts.Values.Sum().ShouldBe(DroppedSamples.Count - 1);
        result.Broken.Single().Message.ShouldContain("Receipt 000001");
        Should.Throw<AggregateException>(result.OrThrow);
        File.Move(path + ".away", path);
        (await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None)).Verdicts.ShouldBeEmpty("it waits for an operator");
        node.Warehouse.Write(lane => GivenUpFiles.Retry(lane, 1)).ShouldBe(Retried.Again);
        (await new DecideWork(node).RunAsync(new WorkOrder("process"), CancellationToken.None)).Verdicts.Values.Sum().ShouldBe(1);
    }

    private static async Task<IReadOnlyList<RunResult>> OnAll(IEnumerable<Station> nodes, Func<Station, Task<RunResult>> work) =>
        await Task.WhenAll(nodes.Select(node => Task.Run(() => work(node))));
}

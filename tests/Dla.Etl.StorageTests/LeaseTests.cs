using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class LeaseTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task One_holder_at_a_time_and_each_has_a_higher_token(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        var (one, two) = (crew.Node("one"), crew.Node("two"));
        var first = one.TryTake("intake").ShouldNotBeNull();
        two.TryTake("intake").ShouldBeNull();
        one.TryTake("intake").ShouldBeNull("the same process is another holder too");
        await using (two.TryTake("report").ShouldNotBeNull("another name"))
            two.HolderOf("intake").ShouldNotBeNull().Node.ShouldBe("one");
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = two.TryTake("intake").ShouldNotBeNull("given back");
        second.Token.ShouldBe(first.Token + 1);
        two.HolderOf("intake")!.Node.ShouldBe("two");
        one.HolderOf("never").ShouldBeNull();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Eight_who_want_it_at_once_never_have_it_together(string engine)
    {
        const int Rounds = 3;
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        var nodes = Enumerable.Range(1, 8).Select(number => crew.Node($"n{number}")).ToList();
        var (inside, together, tokens) = (0, 0, new System.Collections.Concurrent.ConcurrentBag<long>());
        await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var lease = (await node.TakeAsync("intake", TimeSpan.FromMinutes(2), CancellationToken.None)).ShouldNotBeNull();
                if (Interlocked.Increment(ref inside) > 1)
                    Interlocked.Increment(ref together);
                tokens.Add(lease.Token);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        })));
        together.ShouldBe(0);
        tokens.ShouldBeUnique();
        tokens.Count.ShouldBe(8 * Rounds);
    }

    [SkippableFact]
    public async Task A_holder_that_was_killed_hands_over_when_its_time_is_up_and_its_work_is_refused()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        var (zombie, heir) = (crew.Node("zombie"), crew.Node("heir"));
        var old = zombie.TryTake("report").ShouldNotBeNull();
        crew.Database.Write(old.Check);
        crew.RunOut("lease");
        await using var lease = heir.TryTake("report").ShouldNotBeNull();
        lease.Token.ShouldBeGreaterThan(old.Token);
        Should.Throw<LeaseLostException>(() => crew.Database.Write(lane =>
        {
            lane.Execute("INSERT INTO counter (name, last) VALUES ('zombie', 1)");
            old.Check(lane);
        }));
        crew.Ask<long>("SELECT count(*) FROM counter WHERE name = 'zombie'").ShouldBe(0, "nothing was written");
        crew.Database.Write(lease.Check);
        await old.DisposeAsync();
        crew.Database.Write(lease.Check);
        zombie.TryTake("report").ShouldBeNull("giving back an old token gives nothing back");
    }

    [SkippableFact]
    public async Task Renewing_notices_that_another_has_it()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage, TimeSpan.FromSeconds(1));
        await using var old = crew.Node("zombie").TryTake("report").ShouldNotBeNull();
        crew.Database.Change(lane => lane.Execute("UPDATE lease SET token = token + 1"));
        await Cancelled(old.Lost);
    }

    [SkippableFact]
    public async Task A_lease_is_renewed_beyond_its_length_and_lost_when_the_database_does_not_answer()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage, TimeSpan.FromSeconds(2));
        var (holder, other) = (crew.Node("holder"), crew.Node("other"));
        await using var lease = holder.TryTake("report").ShouldNotBeNull();
        (await other.TakeAsync("report", TimeSpan.FromSeconds(3.5), CancellationToken.None)).ShouldBeNull("it lives");
        lease.Lost.IsCancellationRequested.ShouldBeFalse();
        // The row is locked by somebody: for the holder that is as good as a database that hangs.
        using var blocker = PostgresUnderTest.Connect(storage.ConnectionString);
        using var transaction = blocker.BeginTransaction();
        blocker.Execute("UPDATE lease SET node = node", transaction: transaction);
        await Cancelled(lease.Lost);
    }

    [SkippableFact]
    public async Task A_database_clock_that_was_set_back_freezes_nothing()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        crew.Node("killed").TryTake("intake").ShouldNotBeNull();
        // What a clock set back by a year looks like: the time at which it runs out is a year off.
        crew.Database.Change(lane => lane.Execute("UPDATE lease SET expires_at = to_char(clock_timestamp() + interval '1 year', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"0Z\"')"));
        await using var lease = crew.Node("next").TryTake("intake").ShouldNotBeNull();
        lease.Token.ShouldBe(2);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_clock_of_a_node_says_nothing_about_leases(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        await using var lease = crew.Node("one").TryTake("intake").ShouldNotBeNull();
        storage.Clock.Now = storage.Clock.Now.AddYears(1);
        crew.Node("two").TryTake("intake").ShouldBeNull();
        storage.Clock.Now = storage.Clock.Now.AddYears(-2);
        crew.Node("three").TryTake("intake").ShouldBeNull();
        crew.Database.Write(lease.Check);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Taking_a_lease_closes_the_runs_that_earlier_holders_left_open_and_no_others(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        string Begin(string lease, long token) => crew.Database.Write(lane => RunLog.Begin(lane, "report", "test", new RunOwner("n", "tester", lease, token)));
        var node = crew.Node("one");
        await node.TryTake("report")!.DisposeAsync();
        var (killed, elsewhere, living) = (Begin("report", 1), Begin("intake", 1), Begin("decide/x", 1));
        await using (node.TryTake("report").ShouldNotBeNull())
            Open(crew).ShouldBe([elsewhere, living], ignoreOrder: true, killed);
        // Those of a holder that nobody follows are closed by whoever looks; one that holds its lease keeps its run.
        await crew.Node("gone").TryTake("intake")!.DisposeAsync();
        await using var busy = crew.Node("busy").TryTake("decide/x").ShouldNotBeNull();
        await node.CloseAbandonedRunsAsync();
        Open(crew).ShouldBe([living]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Waiting_ends_when_it_is_given_back_or_when_asked_to_stop(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        var (one, two) = (crew.Node("one"), crew.Node("two"));
        var held = one.TryTake("run").ShouldNotBeNull();
        (await two.TakeAsync("run", TimeSpan.Zero, CancellationToken.None)).ShouldBeNull();
        var waiting = two.TakeAsync("run", TimeSpan.FromMinutes(2), CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();
        await held.DisposeAsync();
        await using var got = (await waiting).ShouldNotBeNull();
        using var stop = new CancellationTokenSource();
        var stopped = one.TakeAsync("run", TimeSpan.FromMinutes(2), stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => stopped);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Of_two_hosts_with_one_name_the_second_is_told_who_works_and_since_when(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage, TimeSpan.FromSeconds(1));
        var first = await NodePresence.EnterAsync(crew.Database, crew.Node("hall"), "1.0", null, CancellationToken.None);
        var refused = await Should.ThrowAsync<UsageException>(() => NodePresence.EnterAsync(crew.Database, crew.Node("hall"), "1.0", null, CancellationToken.None));
        refused.Message.ShouldContain("“hall”");
        refused.Message.ShouldContain("since 20");
        Seen(crew).ShouldBe([("hall", NodeState.Working)]);
        await first.DisposeAsync();
        Seen(crew).ShouldBe([("hall", NodeState.Left)]);
        await using var second = await NodePresence.EnterAsync(crew.Database, crew.Node("hall"), "1.1", null, CancellationToken.None);
        Seen(crew).ShouldBe([("hall", NodeState.Working)]);
        crew.Database.Change(lane => lane.Execute("UPDATE node SET heartbeat = '2000-01-01T00:00:00.0000000Z', left_at = NULL, name = 'lost'"));
        Seen(crew).ShouldContain(("lost", NodeState.Silent));

        IEnumerable<(string, NodeState)> Seen(Crew of)
        {
            using var reader = of.Database.Read();
            return Nodes.All(reader, storage.Clock.Now, TimeSpan.FromMinutes(1)).Select(node => (node.Name, node.State));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_host_whose_entering_broke_off_is_not_in_its_own_way(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage, TimeSpan.FromSeconds(1));
        var hall = crew.Node("hall");
        crew.Database.Change(lane => lane.Execute("ALTER TABLE node RENAME TO node_away"));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => NodePresence.EnterAsync(crew.Database, hall, "1.0", null, CancellationToken.None));
        crew.Database.Change(lane => lane.Execute("ALTER TABLE node_away RENAME TO node"));
        await using var entered = await NodePresence.EnterAsync(crew.Database, hall, "1.0", null, CancellationToken.None);
        crew.Ask<string>("SELECT name FROM node").ShouldBe("hall");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_archive_belongs_to_one_warehouse(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        var mark = Path.Combine(crew.Archive, ArchiveMark.FileName);
        ArchiveMark.Check(crew.Database, crew.Archive).IsWell.ShouldBeTrue("nothing has run yet");
        ArchiveMark.Require(crew.Database, crew.Archive);
        ArchiveMark.Require(crew.Database, crew.Archive);
        ArchiveMark.Check(crew.Database, crew.Archive).IsWell.ShouldBeTrue();
        var id = File.ReadAllText(mark);
        File.Delete(mark);
        Should.Throw<UsageException>(() => ArchiveMark.Require(crew.Database, crew.Archive)).Message.ShouldContain("is the share mounted");
        File.Exists(mark).ShouldBeFalse("a share that is not mounted is not marked");
        File.WriteAllText(mark, Guid.NewGuid().ToString());
        Should.Throw<UsageException>(() => ArchiveMark.Require(crew.Database, crew.Archive)).Message.ShouldContain("another warehouse");
        ArchiveMark.Check(crew.Database, crew.Archive).IsWell.ShouldBeFalse();
        File.WriteAllText(mark, id);
        ArchiveMark.Require(crew.Database, crew.Archive);
    }

    private static List<string> Open(Crew crew)
    {
        using var reader = crew.Database.Read();
        return [.. RunLog.Open(reader)];
    }

    private static async Task Cancelled(CancellationToken token)
    {
        var lost = new TaskCompletionSource();
        await using var registration = token.Register(lost.SetResult);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
    }
}

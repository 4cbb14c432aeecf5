using Dapper;
using Dla.Etl.TestServers;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>A server that goes away in the middle, and other sessions that stand in the way: nothing is half done, and the next try succeeds.</summary>
public class PostgresTroubleTests
{
    // Long enough for a loaded machine, and only waited for in full when the program is wrong.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, bool> Cuts => new()
    {
        { "before the rows of the return", true },
        { "after everything, just before the commit", false },
    };

    [SkippableTheory]
    [MemberData(nameof(Cuts))]
    public void A_connection_cut_in_mid_load_undoes_the_whole_load_and_the_next_one_succeeds(string because, bool early)
    {
        using var storage = new PostgresUnderTest();
        var desk = new Desk(storage);
        var file = Given.File(desk.Database, desk.RunId, "A");
        var before = desk.Counts();
        var error = Should.Throw<Exception>(
            () => desk.Database.Write(lane =>
            {
                if (early)
                    Cut(lane, CommitSequence.Next(lane, desk.RunId, "cut"));
                var outcome = ReturnLoading.Load(lane, desk.RunId, file, Given.Workbook(["แบบทดสอบ"]), Given.Return(56, 1));
                return early ? outcome : Cut(lane, outcome);
            }),
            because);
        Database.IsLost(error).ShouldBeTrue(error.ToString());
        desk.Counts().ShouldBe(before, because);
        desk.LoadFile(file, Given.Return(56, 1)).Sequence.ShouldBe(1);
        desk.Database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    [SkippableFact]
    public void A_server_that_was_restarted_is_found_again_by_readers_and_writers()
    {
        using var storage = new PostgresUnderTest();
        using var relay = new CuttableLine(PostgresUnderTest.Server());
        var text = new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Host = "127.0.0.1", Port = relay.Port }.ConnectionString;
        using var database = Database.Open(text, TimeProvider.System);
        for (var turn = 1; turn <= 3; turn++)
        {
            // Several idle connections in both pools, all dead after the cut.
            using (database.Read())
            using (database.Read())
                database.Write(ReceiptNumbers.Next).ShouldBe((2 * turn) - 1);
            relay.Cut();
            relay.Mend();
            using (var reader = database.Read())
                reader.ExecuteScalar<long>("SELECT last FROM counter WHERE name = 'receipt'").ShouldBe((2 * turn) - 1);
            database.Write(ReceiptNumbers.Next).ShouldBe(2 * turn);
        }

        relay.Cut();
        Should.Throw<ConnectionException>(() => database.Write(ReceiptNumbers.Next)).IsTransient.ShouldBeTrue();
        Should.Throw<ConnectionException>(database.Read);
        relay.Mend();
        database.Write(ReceiptNumbers.Next).ShouldBe(7);
    }

    [SkippableFact]
    public async Task The_lane_of_a_frozen_session_is_freed_and_what_it_did_is_undone()
    {
        using var storage = new PostgresUnderTest();
        using var quick = Database.Open(With(storage, "-c idle_in_transaction_session_timeout=500"), TimeProvider.System);
        using var held = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var frozen = Task.Factory.StartNew(
            () => quick.Write(lane =>
            {
                ReceiptNumbers.Next(lane);
                held.Set();
                go.Wait(Patience);
            }),
            TaskCreationOptions.LongRunning);
        held.Wait(Patience).ShouldBeTrue();
        storage.Open().Write(ReceiptNumbers.Next).ShouldBe(1, "the frozen one's number was given back");
        go.Set();
        Database.IsLost(await Should.ThrowAsync<Exception>(frozen)).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Who_waits_too_long_for_the_lane_is_told_and_a_change_does_not_wait_at_all()
    {
        using var storage = new PostgresUnderTest();
        var holder = storage.Open();
        using var hasty = Database.Open(With(storage, "-c lock_timeout=300"), TimeProvider.System);
        using var held = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var holding = Task.Factory.StartNew(
            () => holder.Write(lane =>
            {
                held.Set();
                go.Wait(Patience);
            }),
            TaskCreationOptions.LongRunning);
        held.Wait(Patience).ShouldBeTrue();
        var error = Should.Throw<ConnectionException>(() => hasty.Write(ReceiptNumbers.Next));
        error.Message.ShouldContain("another program keeps the warehouse");
        hasty.Change(ReceiptNumbers.Next).ShouldBe(1);
        holder.Change(ReceiptNumbers.Next).ShouldBe(2);
        go.Set();
        await holding;
        hasty.Write(ReceiptNumbers.Next).ShouldBe(3);
    }

    [SkippableFact]
    public async Task Two_schemas_of_one_database_have_a_lane_each()
    {
        using var one = new PostgresUnderTest();
        using var other = new PostgresUnderTest();
        using var held = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var database = one.Open();
        var holding = Task.Factory.StartNew(
            () => database.Write(lane =>
            {
                held.Set();
                go.Wait(Patience);
            }),
            TaskCreationOptions.LongRunning);
        held.Wait(Patience).ShouldBeTrue();
        other.Open().Write(ReceiptNumbers.Next).ShouldBe(1);
        go.Set();
        await holding;
    }

    private static string With(PostgresUnderTest storage, string options) =>
        new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Options = options }.ConnectionString;

    // As a server that is shut down does to its sessions.
    private static T Cut<T>(WriteLane lane, T value)
    {
        using var other = PostgresUnderTest.Connect();
        other.ExecuteScalar<bool>("SELECT pg_terminate_backend(@session, 10000)", new { session = lane.Scalar<int>("SELECT pg_backend_pid()") }).ShouldBeTrue();
        return value;
    }
}

using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class DatabaseTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Opening_again_applies_nothing_again(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using (var reader = storage.Open().Read())
            reader.ExecuteScalar<string>("SELECT applied_at FROM schema_migration WHERE number = 1").ShouldBe("2021-05-01T02:00:00.0000000Z");
        storage.Clock.Now = storage.Clock.Now.AddDays(1);
        using var again = storage.Open().Read();
        again.Query<string>("SELECT applied_at FROM schema_migration").ShouldBe(
            Enumerable.Repeat("2021-05-01T02:00:00.0000000Z", Schema.Known(engine).Count));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Openers_at_the_same_instant_apply_the_schema_once(string engine)
    {
        for (var round = 0; round < 5; round++)
        {
            using var storage = StorageUnderTest.Of(engine);
            using var start = new Barrier(4);
            var openers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return storage.Open();
                },
                TaskCreationOptions.LongRunning)));
            using var reader = openers[0].Read();
            reader.ExecuteScalar<long>("SELECT count(*) FROM schema_migration").ShouldBe(Schema.Known(engine).Count);
            reader.ExecuteScalar<long>("SELECT count(*) FROM counter WHERE name IN ('commit', 'receipt')").ShouldBe(2);
        }
    }

    public static IEnumerable<object?[]> Foreign => StorageUnderTest.OnEach(new TheoryData<string, string, string>
    {
        { "a newer program", "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (9001, '9001-later', 'x', 'x')", "9001-later" },
        { "another text of a migration", "UPDATE schema_migration SET sha256 = 'x' WHERE number = 1", "another text" },
    });

    [SkippableTheory]
    [MemberData(nameof(Foreign))]
    public void A_schema_that_is_not_ours_is_refused_and_left_alone(string engine, string because, string change, string says)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        database.Write(lane => lane.Execute(change));
        Should.Throw<SchemaException>(() => storage.Open(), because).Message.ShouldContain(says);
        database.Check().Single(thing => thing.Name == "migrations").Complaints.Single().ShouldContain(says);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_older_schema_is_brought_up_to_date_whole_or_not_at_all(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        Migration two = new(9001, "9001-two", "CREATE TABLE two (id TEXT NOT NULL PRIMARY KEY); INSERT INTO two (id) VALUES ('a')");
        Migration broken = new(9002, "9002-broken", "INSERT INTO two (id) VALUES ('b'); INSERT INTO nowhere (id) VALUES ('c')");
        Should.Throw<DbException>(() => Schema.BringUpToDate(database, [.. Schema.Known(engine), two, broken])).Message.ShouldContain("nowhere");
        using var reader = database.Read();
        reader.ExecuteScalar<long>("SELECT count(*) FROM schema_migration").ShouldBe(Schema.Known(engine).Count);
        Schema.BringUpToDate(database, [.. Schema.Known(engine), two]);
        reader.Query<string>("SELECT id FROM two").ShouldBe(["a"]);
        Migration between = new(9000, "9000-between", "SELECT 1");
        Should.Throw<SchemaException>(() => Schema.BringUpToDate(database, [.. Schema.Known(engine), between, two])).Message.ShouldContain("9000");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_reader_changes_nothing_and_sees_only_what_is_committed(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        using var reader = database.Read();
        Should.Throw<DbException>(() => reader.Execute("UPDATE counter SET last = 7"));
        database.Write(lane =>
        {
            lane.Execute("UPDATE counter SET last = 7 WHERE name = 'receipt'");
            reader.ExecuteScalar<long>("SELECT last FROM counter WHERE name = 'receipt'").ShouldBe(0);
        });
        reader.ExecuteScalar<long>("SELECT last FROM counter WHERE name = 'receipt'").ShouldBe(7);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_lane_is_not_taken_twice_by_one_thread_and_is_free_after_an_exception(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        Should.Throw<InvalidOperationException>(() => database.Write(_ => database.Write(lane => lane.Now))).Message.ShouldContain("lane");
        database.Write(ReceiptNumbers.Next).ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void References_and_closed_lists_are_enforced_by_the_engine(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var run = Given.Run(database);
        foreach (var wrong in new[]
                 {
                     "INSERT INTO received_move (received_file_id, moved_to, moved_at) VALUES ('none', 'a', 'b')",
                     "UPDATE run SET status = 'paused'",
                     $"INSERT INTO run_step VALUES ('{run}', 1, 'load', NULL, 'a', 'b', 3, 1, 1)",
                 })
            Should.Throw<DbException>(() => database.Write(lane => lane.Execute(wrong)), wrong).Message.ShouldContain("constraint", Case.Insensitive);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_row_of_values_has_one_value_a_column(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        Should.Throw<ArgumentException>(() => database.Write(lane =>
        {
            using var rows = lane.Into("definition", "sha256", "kind", "path", "archived_at");
            rows.Add("a", "form", "b");
        }));
        database.Write(lane =>
        {
            using var rows = lane.Into("definition", "sha256", "kind", "path", "archived_at");
            rows.Add("a", "form", "b", lane.Now);
            rows.Count.ShouldBe(1);
            rows.Complete();
            Should.Throw<InvalidOperationException>(rows.Complete);
        });
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Rows_that_were_never_completed_take_the_whole_transaction_with_them(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        Should.Throw<InvalidOperationException>(() => database.Write(lane =>
        {
            ReceiptNumbers.Next(lane);
            using var rows = lane.Into("definition", "sha256", "kind", "path", "archived_at");
            rows.Add("a", "form", "b", lane.Now);
        })).Message.ShouldContain("not completed");
        Should.Throw<InvalidTimeZoneException>(() => database.Write(lane =>
        {
            using var rows = lane.Into("definition", "sha256", "kind", "path", "archived_at");
            rows.Add("a", "form", "b", lane.Now);
            throw new InvalidTimeZoneException("in the middle of the rows");
        }));
        using var reader = database.Read();
        reader.ExecuteScalar<long>("SELECT count(*) FROM definition").ShouldBe(0);
        database.Write(ReceiptNumbers.Next).ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_change_is_committed_whole_or_undone_and_never_opened_inside_the_lane(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        database.Change(ReceiptNumbers.Next).ShouldBe(1);
        Should.Throw<InvalidTimeZoneException>(() => database.Change(lane =>
        {
            ReceiptNumbers.Next(lane);
            throw new InvalidTimeZoneException("any exception");
        }));
        database.Change(ReceiptNumbers.Next).ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => database.Write(_ => database.Change(lane => lane.Now))).Message.ShouldContain("lane");
    }

    public static TheoryData<string, string, string> Numbering => new()
    {
        { "one file for both engines", "0001-a 0002-b", "1 2" },
        { "one file for each engine", "0001-a 0002-b.postgres 0002-b.sqlite", "1 2" },
        { "for one engine only", "0001-a 0002-b.sqlite", "0002" },
        { "a number twice", "0001-a 0001-b", "0001" },
        { "both kinds", "0001-a 0001-a.sqlite 0001-a.postgres", "0001" },
        { "two names for one step", "0001-a.sqlite 0001-b.postgres", "0001" },
        { "an engine that there is not", "0001-a.sqlite 0001-a.oracle", "0001" },
    };

    [Theory]
    [MemberData(nameof(Numbering))]
    public void A_migration_has_one_file_or_one_for_each_engine(string because, string files, string expected)
    {
        string[] names = files.Split(' ');
        string Numbers() => string.Join(' ', Schema.ForEngine("sqlite", names, file => file).Select(migration => migration.Number));
        if (expected.StartsWith('0'))
            Should.Throw<InvalidOperationException>(Numbers, because).Message.ShouldContain(expected);
        else
            Numbers().ShouldBe(expected, because);
    }
}

using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class CommitSequenceTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Begins_at_one_and_shows_only_with_its_commit(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        using var reader = database.Read();
        CommitSequence.Last(reader).ShouldBe(0);
        database.Write(lane =>
        {
            CommitSequence.Next(lane, null, "first").ShouldBe(1);
            CommitSequence.Last(reader).ShouldBe(0);
        });
        CommitSequence.Last(reader).ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_commit_undone_gives_its_number_back(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        database.Write(lane => CommitSequence.Next(lane, null, "kept"));
        Should.Throw<InvalidTimeZoneException>(() => database.Write(lane =>
        {
            CommitSequence.Next(lane, null, "undone");
            ReceiptNumbers.Next(lane);
            throw new InvalidTimeZoneException("any exception");
        }));
        database.Write(lane => (CommitSequence.Next(lane, null, "again"), ReceiptNumbers.Next(lane))).ShouldBe((2, 1));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_instant_is_looked_up_as_the_last_sequence_up_to_and_including_it(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var start = storage.Clock.Now;
        foreach (var minute in new[] { 10, 20, 20, 30 })
        {
            storage.Clock.Now = start.AddMinutes(minute);
            database.Write(lane => CommitSequence.Next(lane, null, "tick"));
        }

        using var reader = database.Read();
        CommitSequence.AsOf(reader, start.AddMinutes(10).AddTicks(-1)).ShouldBe(0);
        CommitSequence.AsOf(reader, start.AddMinutes(10)).ShouldBe(1);
        CommitSequence.AsOf(reader, start.AddMinutes(20).AddTicks(-1)).ShouldBe(1);
        CommitSequence.AsOf(reader, start.AddMinutes(20)).ShouldBe(3);
        CommitSequence.AsOf(reader, start.AddMinutes(30).ToOffset(TimeSpan.FromHours(7))).ShouldBe(4);
        CommitSequence.CommittedAt(reader, 3).ShouldBe(start.AddMinutes(20));
        Should.Throw<ArgumentOutOfRangeException>(() => CommitSequence.CommittedAt(reader, 5));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_clock_set_back_does_not_change_what_an_instant_meant(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var noon = storage.Clock.Now;
        database.Write(lane => CommitSequence.Next(lane, null, "at noon"));
        storage.Clock.Now = noon.AddHours(-1);
        database.Write(lane => CommitSequence.Next(lane, null, "the clock says eleven"));
        using var reader = database.Read();
        CommitSequence.AsOf(reader, noon.AddMinutes(-30)).ShouldBe(0);
        CommitSequence.CommittedAt(reader, 2).ShouldBe(noon);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Writers_of_several_processes_leave_no_gap_and_no_duplicate(string engine)
    {
        const int Each = 40;
        using var storage = StorageUnderTest.Of(engine);
        // Two databases stand for two processes: they share the file and nothing else. Each has two threads.
        var writers = new[] { storage.Open(), storage.Open() }.SelectMany(database => new[] { database, database }).Select((database, number) =>
            Task.Factory.StartNew(
                () =>
                {
                    for (var turn = 0; turn < Each; turn++)
                        database.Write(lane => CommitSequence.Next(lane, null, $"writer {number}"));
                },
                TaskCreationOptions.LongRunning));
        using var reader = storage.Open().Read();
        await Task.WhenAll(writers);
        var log = reader.Query<long>("SELECT sequence FROM commit_log ORDER BY sequence").ToList();
        log.ShouldBe(Enumerable.Range(1, 4 * Each).Select(number => (long)number));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Commits_become_visible_in_the_order_of_their_sequences(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var (one, two) = (storage.Open(), storage.Open());
        using var stop = new CancellationTokenSource();
        var watcher = Task.Factory.StartNew(() => Watch(storage.Open(), stop.Token), TaskCreationOptions.LongRunning);
        await Task.WhenAll(new[] { one, two }.Select(database => Task.Factory.StartNew(
            () =>
            {
                for (var turn = 0; turn < 60; turn++)
                    database.Write(lane => CommitSequence.Next(lane, null, "watched"));
            },
            TaskCreationOptions.LongRunning)));
        await stop.CancelAsync();
        (await watcher).ShouldBe(120);
    }

    // What a reader sees is always 1..n without a hole, and n never falls.
    private static long Watch(Database database, CancellationToken stop)
    {
        using var reader = database.Read();
        for (var last = 0L; ;)
        {
            var ending = stop.IsCancellationRequested;
            var (count, highest) = reader.QuerySingle<(long, long)>("SELECT count(*), coalesce(max(sequence), 0) FROM commit_log");
            highest.ShouldBe(count);
            highest.ShouldBeGreaterThanOrEqualTo(last);
            last = highest;
            if (ending)
                return last;
        }
    }
}

using System.Collections.Concurrent;
using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class ClaimTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableFact]
    public async Task Eight_nodes_never_claim_the_same_file_and_claim_them_all_lowest_first()
    {
        const int Files = 60;
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        crew.Files(Files);
        var claimed = new ConcurrentBag<long>();
        var ordered = new ConcurrentBag<bool>();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => crew.Decider($"n{number}")).ToList().Select(decider => Task.Run(() =>
        {
            var mine = new List<long>();
            while (decider.TryTake() is { } claim)
                mine.Add(claim.ReceiptNumber);
            ordered.Add(mine.SequenceEqual(mine.Order()));
            mine.ForEach(claimed.Add);
        })));
        claimed.Order().ShouldBe(Enumerable.Range(1, Files).Select(number => (long)number));
        ordered.ShouldAllBe(inOrder => inOrder);
    }

    [SkippableFact]
    public async Task Whoever_is_ahead_waits_for_the_lower_ones_and_takes_one_that_nobody_has()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        var files = crew.Files(3);
        var (left, right) = (crew.Decider("left"), crew.Decider("right"));
        var first = left.TryTake().ShouldNotBeNull();
        var second = right.TryTake().ShouldNotBeNull();
        (first.ReceiptNumber, second.ReceiptNumber).ShouldBe((1, 2));
        (left.TurnOf(first), right.TurnOf(second)).ShouldBe((Turn.Ours, Turn.Wait));
        await first.DisposeAsync();
        right.TurnOf(second).ShouldBe(Turn.LowerIsFree);
        await second.DisposeAsync();
        await using var lower = right.TryTake().ShouldNotBeNull();
        lower.ReceiptNumber.ShouldBe(1);
        Load(new Desk(storage), lower, files[0]);
        lower.Settled();
        await using var next = right.TryTake().ShouldNotBeNull();
        (next.ReceiptNumber, right.TurnOf(next)).ShouldBe((2, Turn.Ours));
    }

    [SkippableFact]
    public async Task A_zombie_loads_nothing_after_its_file_was_taken_over()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        var file = crew.Files(1)[0];
        var desk = new Desk(storage);
        var (zombie, heir) = (crew.Decider("zombie"), crew.Decider("heir"));
        var old = zombie.TryTake().ShouldNotBeNull();
        heir.TryTake().ShouldBeNull();
        crew.RunOut("claim");
        await using var claim = heir.TryTake().ShouldNotBeNull();
        (claim.ReceivedFileId, claim.Token).ShouldBe((old.ReceivedFileId, old.Token + 1));
        var before = desk.Counts();
        Should.Throw<LeaseLostException>(() => Load(desk, old, file));
        Should.Throw<LeaseLostException>(() => crew.Database.Write(lane =>
        {
            ReturnLoading.Load(lane, desk.RunId, file, Given.Workbook(["x"]), Given.Return(56, 1));
            old.Settle(lane);
        }));
        desk.Counts().ShouldBe(before, "nothing of it was written");
        await old.DisposeAsync();
        Load(desk, claim, file);
        claim.Settled();
        Should.Throw<LeaseLostException>(() => Load(desk, old, file));
        desk.Count("return_version").ShouldBe(1);
        crew.Ask<long>("SELECT count(*) FROM claim").ShouldBe(0);
        heir.TryTake().ShouldBeNull("it is decided");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_file_on_which_the_program_breaks_is_given_up_after_three_attempts_and_tried_again_when_told(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        crew.Files(2);
        var decider = crew.Decider("one");
        for (var attempt = 1; attempt <= Claims.MostAttempts; attempt++)
        {
            var claim = decider.TryTake().ShouldNotBeNull();
            claim.ReceiptNumber.ShouldBe(1);
            claim.Failed(new InvalidOperationException($"broke for the {attempt}. time\0")).ShouldBe(attempt == Claims.MostAttempts);
        }

        await using (var other = decider.TryTake().ShouldNotBeNull())
            (other.ReceiptNumber, decider.TurnOf(other)).ShouldBe((2, Turn.Ours), "it holds up no other");
        var given = GivenUp(crew).Single();
        given.ReceiptNumber.ShouldBe(1);
        given.LastError.ShouldContain("broke for the 3. time");
        crew.Database.Write(lane => GivenUpFiles.Retry(lane, 2)).ShouldBe(Retried.NotGivenUp);
        crew.Database.Write(lane => GivenUpFiles.Retry(lane, 9)).ShouldBe(Retried.Unknown);
        crew.Database.Write(lane => GivenUpFiles.Retry(lane, 1)).ShouldBe(Retried.Again);
        crew.Database.Write(lane => GivenUpFiles.Retry(lane, 1)).ShouldBe(Retried.NotGivenUp, "once is enough");
        GivenUp(crew).ShouldBeEmpty();
        await using var again = decider.TryTake().ShouldNotBeNull();
        again.ReceiptNumber.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_file_that_ends_every_process_is_given_up_but_stopping_in_good_order_costs_nothing(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        crew.Files(1);
        var decider = crew.Decider("one");
        for (var stop = 0; stop <= Claims.MostTakes; stop++)
            await decider.TryTake().ShouldNotBeNull().DisposeAsync();
        for (var kill = 0; kill < Claims.MostTakes; kill++)
        {
            decider.TryTake().ShouldNotBeNull($"kill {kill}");
            crew.RunOut("claim");
        }

        decider.TryTake().ShouldBeNull();
        GivenUp(crew).Single().LastError.ShouldStartWith("10 processes");
    }

    [SkippableFact]
    public void A_database_clock_that_was_set_back_freezes_no_file()
    {
        using var storage = StorageUnderTest.Of("postgres");
        using var crew = new Crew(storage);
        crew.Files(1);
        crew.Decider("killed").TryTake().ShouldNotBeNull();
        crew.Database.Change(lane => lane.Execute("UPDATE claim SET expires_at = '2999-01-01T00:00:00.0000000Z'"));
        crew.Decider("next").TryTake().ShouldNotBeNull().Token.ShouldBe(2);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_file_decided_after_a_newer_one_of_its_unit_does_not_supersede_it(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (late, otherUnit, newer) = (Given.File(desk.Database, desk.RunId, "late"), Given.File(desk.Database, desk.RunId, "other"), Given.File(desk.Database, desk.RunId, "newer"));
        desk.LoadFile(newer, Given.Return(56, 2)).Verdict.ShouldBe(Verdict.Loaded);
        desk.LoadFile(otherUnit, Given.Return(57, 3)).Verdict.ShouldBe(Verdict.Loaded, "nothing newer of its own unit");
        var outcome = desk.LoadFile(late, Given.Return(56, 1));
        (outcome.Verdict, outcome.VersionId).ShouldBe((Verdict.Rejected, null));
        using var reader = desk.Database.Read();
        var finding = Outcomes.Findings(reader, outcome.Id).Single();
        (finding.Kind, finding.Found, finding.Expected).ShouldBe(("LOD-001", "1", "3"));
        finding.Message.ShouldContain("เลขรับที่ 3");
        desk.Amount(56, CommitSequence.Last(reader)).ShouldBe(2 * Values.Quantity.Scale);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Stuck_files_are_those_past_their_time_and_those_given_up(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        using var crew = new Crew(storage);
        var now = storage.Clock.Now;
        var desk = new Desk(storage);
        var after = new StuckAfter { InDropFolder = TimeSpan.FromHours(1), Undecided = TimeSpan.FromHours(2), Unanswered = TimeSpan.FromHours(3) };
        var answered = Given.File(desk.Database, desk.RunId, "unanswered");
        desk.LoadFile(answered, Given.Return(56, 1));
        Given.File(desk.Database, desk.RunId, "undecided");
        desk.Database.Write(lane => lane.Execute(
            "INSERT INTO sighting (path, size, modified_at, first_seen_at, steady_since) VALUES ('56-พะเยา/a.xlsx', 1, @now, @now, @now)", new { now = lane.Now }));
        StuckWhere[] At(TimeSpan later)
        {
            using var reader = desk.Database.Read();
            return [.. StuckFiles.Of(reader, after, now + later).Select(file => file.Where).Order()];
        }

        At(TimeSpan.FromHours(1)).ShouldBeEmpty("not longer than its time");
        At(TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)).ShouldBe([StuckWhere.InDropFolder]);
        At(TimeSpan.FromHours(2) + TimeSpan.FromTicks(1)).ShouldBe([StuckWhere.InDropFolder, StuckWhere.Undecided]);
        At(TimeSpan.FromHours(3) + TimeSpan.FromTicks(1)).ShouldBe([StuckWhere.InDropFolder, StuckWhere.Undecided, StuckWhere.Unanswered]);
        At(TimeSpan.FromDays(-365)).ShouldBeEmpty("a clock set back alarms nobody");
        var decider = crew.Decider("one");
        for (var attempt = 0; attempt < Claims.MostAttempts; attempt++)
            decider.TryTake()!.Failed(new InvalidOperationException("broke"));
        At(TimeSpan.Zero).ShouldBe([StuckWhere.GivenUp]);
        StuckFiles.Check(desk.Database, after).Complaints.Single().ShouldContain("given up");
    }

    private static void Load(Desk desk, Claim claim, string file) => desk.Database.Write(lane =>
    {
        claim.Settle(lane);
        ReturnLoading.Load(lane, desk.RunId, file, Given.Workbook(["แบบทดสอบ"]), Given.Return(56, 1));
    });

    private static IReadOnlyList<GivenUpFile> GivenUp(Crew crew)
    {
        using var reader = crew.Database.Read();
        return GivenUpFiles.All(reader);
    }
}

using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class ReturnLoadingTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_then_B_then_A_makes_three_versions(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var outcomes = new[] { ("A", 1m), ("B", 2m), ("A", 1m) }.Select(file => desk.Load(file.Item1, Given.Return(56, file.Item2))).ToList();
        outcomes.ShouldAllBe(outcome => outcome.Verdict == Verdict.Loaded);
        outcomes.Select(outcome => outcome.Version).ShouldBe([1, 2, 3]);
        outcomes.Select(outcome => outcome.Sequence).ShouldBe([1L, 2, 3]);
        Enumerable.Range(0, 4).Select(sequence => desk.Amount(56, sequence)).ShouldBe([null, 10_000, 20_000, 10_000]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_bytes_that_stand_are_a_duplicate_and_change_nothing(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var first = desk.Load("A", Given.Return(56, 1));
        var again = desk.Load("A", Given.Return(56, 1));
        (again.Verdict, again.VersionId, again.Version).ShouldBe((Verdict.Duplicate, first.VersionId, 1));
        (again.RowsLoaded, again.RowsRejected, again.Sequence).ShouldBe((0, 1, 2));
        desk.Count("return_version").ShouldBe(1);
        desk.Count("fact").ShouldBe(3);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_same_bytes_for_another_unit_or_year_are_no_duplicate(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var next = Given.Form(2564);
        desk.Load("A", Given.Return(56, 1)).Verdict.ShouldBe(Verdict.Loaded);
        desk.Load("A", Given.Return(57, 1)).Version.ShouldBe(1);
        desk.Load("A", Given.Return(next, 56, [Given.Activity(next, 1, Given.Quantity(1))])).Version.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_rejected_return_loads_nothing_and_may_come_again(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var mistake = new Finding(Given.Mistake, Place.At("ปริมาณ", new CellAddress(2, 2))) { Subject = "กิจกรรม", Found = "ข้อความ" };
        desk.Load("A", Given.Return(56, 1)).Version.ShouldBe(1);
        var rejected = desk.Load("B", Given.Return(56, 2, mistake));
        (rejected.Verdict, rejected.VersionId, rejected.RowsLoaded, rejected.RowsRejected).ShouldBe((Verdict.Rejected, null, 0, 1));
        desk.Amount(56, rejected.Sequence).ShouldBe(10_000);
        desk.Load("B", Given.Return(56, 2, mistake)).Verdict.ShouldBe(Verdict.Rejected);
        var accepted = desk.Load("B", Given.Return(56, 2));
        (accepted.Verdict, accepted.Version).ShouldBe((Verdict.Loaded, 2));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_copy_with_an_error_of_its_own_is_rejected_and_not_called_a_duplicate(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1));
        desk.Load("A", Given.Return(56, 1, new Finding(Given.Mistake))).Verdict.ShouldBe(Verdict.Rejected);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_gravest_finding_decides_the_verdict(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1, new Finding(Given.Note))).Verdict.ShouldBe(Verdict.Loaded);
        desk.Load("B", Given.Return(56, 1, new Finding(Given.Note), new Finding(Given.Doubt))).Verdict.ShouldBe(Verdict.LoadedWithWarnings);
        desk.Load("C", Given.Return(56, 1, new Finding(Given.Doubt), new Finding(Given.Mistake))).Verdict.ShouldBe(Verdict.Rejected);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_restart_that_loads_the_same_file_again_does_nothing(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var file = Given.File(desk.Database, desk.RunId, "A");
        var first = desk.LoadFile(file, Given.Return(56, 1, new Finding(Given.Doubt)));
        var state = desk.Counts();
        var second = desk.LoadFile(file, Given.Return(56, 1, new Finding(Given.Doubt)));
        second.ShouldBe(first with { DecidedBefore = true });
        desk.Counts().ShouldBe(state);
        var unreadable = Given.File(desk.Database, desk.RunId, "?");
        var refused = new RefusedFile(Verdict.Unreadable, [new Finding(Given.Mistake)]);
        var once = desk.Refuse(unreadable, refused);
        desk.Refuse(unreadable, refused).ShouldBe(once with { DecidedBefore = true });
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Refused_files_keep_findings_and_raw_rows_and_make_no_version(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var unreadable = desk.Refuse(Given.File(desk.Database, desk.RunId, "1"), new(Verdict.Unreadable, [new Finding(Given.Mistake)]));
        var unknown = desk.Refuse(
            Given.File(desk.Database, desk.RunId, "2"),
            new(Verdict.NotRecognised, [new Finding(Given.Mistake)]) { Workbook = Given.Workbook(["อื่น"]) });
        var noProvince = desk.Refuse(
            Given.File(desk.Database, desk.RunId, "3"), new(Verdict.Rejected, [new Finding(Given.Mistake)]) { Form = Given.Form() });
        (unreadable.Sequence, unknown.Sequence, noProvince.Sequence).ShouldBe((1, 2, 3));
        (unreadable.Timeliness, noProvince.Timeliness).ShouldBe((null, Timeliness.OnTime));
        desk.Count("return_version").ShouldBe(0);
        desk.Count("finding").ShouldBe(3);
        desk.Count("raw_row").ShouldBe(1);
        Should.Throw<ArgumentException>(() => desk.Refuse(Given.File(desk.Database, desk.RunId, "4"), new(Verdict.Loaded, [])));
    }

    // The deadline is 31 May 2564 in Bangkok, which is seven hours before UTC.
    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void On_time_is_up_to_the_last_instant_of_the_last_day_in_Bangkok(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var midnight = new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.FromHours(7));
        desk.Load("A", Given.Return(56, 1), midnight.AddTicks(-1)).Timeliness.ShouldBe(Timeliness.OnTime);
        desk.Load("B", Given.Return(57, 1), midnight).Timeliness.ShouldBe(Timeliness.Late);
        using var reader = desk.Database.Read();
        reader.Query<string>("SELECT timeliness FROM return_version ORDER BY sequence").ShouldBe(["on_time", "late"]);
        reader.Query<string>("SELECT received_at FROM return_version ORDER BY sequence")
            .ShouldBe(["2021-05-31T16:59:59.9999999Z", "2021-05-31T17:00:00.0000000Z"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_exception_in_the_lane_leaves_nothing_behind(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var file = Given.File(desk.Database, desk.RunId, "A");
        var before = desk.Counts();
        Should.Throw<InvalidTimeZoneException>(() => desk.Database.Write(lane =>
        {
            ReturnLoading.Load(lane, desk.RunId, file, Given.Workbook(["x"]), Given.Return(56, 1, new Finding(Given.Doubt)));
            throw new InvalidTimeZoneException("killed here");
        }));
        desk.Counts().ShouldBe(before);
        var outcome = desk.LoadFile(file, Given.Return(56, 1));
        (outcome.Sequence, outcome.Version, outcome.DecidedBefore).ShouldBe((1, 1, false));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_listed_item_that_comes_twice_is_a_mistake_of_the_program_and_loads_nothing(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        var twice = Given.Return(form, 56, [Given.Activity(form, 1, Given.Quantity(1)), Given.Activity(form, 1, Given.Quantity(2))]);
        var before = desk.Counts();
        Should.Throw<InvalidOperationException>(() => desk.Load("A", twice)).Message.ShouldContain("A1");
        desk.Count("return_version").ShouldBe(0);
        desk.Counts().Except(before).ShouldBe([("received_file", 1L)]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Writers_that_race_for_one_unit_make_one_unbroken_chain(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        Desk[] desks = [new(storage), new(storage)];
        // Four threads on two databases; every content comes twice, so some find their bytes standing and some do not.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Factory.StartNew(
            () =>
            {
                for (var turn = 0; turn < 10; turn++)
                    desks[writer % 2].Load($"content {(writer + turn) % 3}", Given.Return(56, turn));
            },
            TaskCreationOptions.LongRunning)));
        using var reader = desks[0].Database.Read();
        var versions = reader.Query<long>("SELECT version FROM return_version ORDER BY sequence").ToList();
        versions.ShouldBe(Enumerable.Range(1, versions.Count).Select(number => (long)number));
        var hashes = reader.Query<string>(
            "SELECT r.sha256 FROM return_version v JOIN received_file r ON r.id = v.received_file_id ORDER BY v.version").ToList();
        hashes.Zip(hashes.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        reader.ExecuteScalar<long>("SELECT count(*) FROM outcome").ShouldBe(40);
        desks[0].Database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Counts_reconcile_rows_in_are_rows_loaded_and_rejected(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        NormalisedRow[] rows = [Given.Activity(form, 1, Given.Quantity(1)), Given.Activity(form, 2, Given.Blank), Given.Project(form, "ถนน", 1)];
        var loaded = desk.Load("A", Given.Return(form, 56, rows));
        var rejected = desk.Load("B", Given.Return(form, 56, rows, new Finding(Given.Mistake)));
        (loaded.RowsLoaded, loaded.RowsRejected).ShouldBe((3, 0));
        (rejected.RowsLoaded, rejected.RowsRejected).ShouldBe((0, 3));
        using var reader = desk.Database.Read();
        reader.Query<(long, long, long)>("SELECT rows_in, rows_loaded, rows_rejected FROM outcome ORDER BY sequence").ShouldBe([(3, 3, 0), (3, 0, 3)]);
        reader.Query<(string, long, long, long)>("SELECT step, counted_in, counted_out, rejected FROM run_step ORDER BY position")
            .ShouldBe([("load", 3, 3, 0), ("load", 3, 0, 3)]);
    }
}

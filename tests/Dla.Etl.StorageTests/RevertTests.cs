using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Going back to an earlier version: a version of its own, with the facts and the file of that one.</summary>
public class RevertTests
{
    private static readonly ReturnKey Key = new(Given.FormId, Given.Year(2563), Given.Unit(56));

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_revert_is_a_new_version_with_the_facts_of_the_earlier_one(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        storage.Clock.Now = storage.Clock.Now.AddDays(1);
        var reverted = Revert(desk, 1, "  ฉบับที่ 2 ผิดปี ").Value;
        reverted.ShouldBe(new Reverted(3, 1, 2, 3));
        (desk.Amount(56, 1), desk.Amount(56, 2), desk.Amount(56, 3)).ShouldBe((10_000L, 20_000L, 10_000L), "what was known before stays known");
        using var reader = desk.Database.Read();
        reader.QuerySingle<(string Reason, string File, string Seen, long Facts)>(
            """
            SELECT v.reason, v.received_file_id, v.received_at, (SELECT count(*) FROM fact WHERE version_id = v.id)
            FROM return_version v WHERE version = 3
            """).ShouldBe(reader.QuerySingle<(string, string, string, long)>(
            """
            SELECT 'ฉบับที่ 2 ผิดปี', v.received_file_id, v.received_at, (SELECT count(*) FROM fact WHERE version_id = v.id)
            FROM return_version v WHERE version = 1
            """));
        VersionDifference.Between(reader, Key, 1, 3).ShouldBeEmpty();
        var line = Audit.Last(reader, 1).Single();
        (line.At, line.Entry.Action, line.Entry.Reason, line.Entry.Sequence).ShouldBe((storage.Clock.Now, AuditAction.VersionReverted, "ฉบับที่ 2 ผิดปี", 3L));
        line.Entry.Detail.ShouldBe("ฉบับที่ 3 มีข้อมูลของฉบับที่ 1 (เลขรับที่ 000001) ใช้แทนฉบับที่ 2");
        RunLog.Open(reader).ShouldBe([desk.RunId], "the revert's own run is closed");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Consolidation_status_and_the_checks_follow(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        desk.Database.Write(Consolidation.Refresh);
        var at = storage.Clock.Now = storage.Clock.Now.AddDays(1);
        Revert(desk, 1).Succeeded.ShouldBeTrue();
        desk.Database.Write(Consolidation.Refresh).Select(period => (period.Form, period.FiscalYear)).ShouldBe([(Given.FormId, 2563)]);
        using var reader = desk.Database.Read();
        ConsolidatedFigures.OfItems(reader, Given.FormId, Given.Year(2563)).Single().Total.ShouldBe(10_000);
        var version = FiguresAsOf.Status(reader, Given.FormId, Given.Year(2563), 3, [Given.Unit(56)]).Single().Version.ShouldNotBeNull();
        (version.Number, version.RevertsVersion, version.StandsSince).ShouldBe((3, 1, at));
        desk.Database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_rule_of_duplicates_looks_at_the_bytes_gone_back_to(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        Revert(desk, 1);
        var same = desk.Load("A", Given.Return(56, 1));
        (same.Verdict, same.Version).ShouldBe((Verdict.Duplicate, 3));
        var again = desk.Load("B", Given.Return(56, 2));
        (again.Verdict, again.Version).ShouldBe((Verdict.Loaded, 4));
        Revert(desk, 3).Value.ShouldBe(new Reverted(5, 3, 4, 6));
        desk.Amount(56, 6).ShouldBe(10_000);
        desk.Database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    public static IEnumerable<object?[]> Refusals => StorageUnderTest.OnEach(new TheoryData<string, int, string, string>
    {
        { "it stands", 2, "เหตุผล", "ฉบับที่ 2 ใช้อยู่แล้ว" },
        { "none such", 3, "เหตุผล", "ไม่มีฉบับที่ 3 ของ storage-suite 2563 56-พะเยา ที่มีคือฉบับที่ 1, 2" },
        { "none such", 0, "เหตุผล", "ไม่มีฉบับที่ 0" },
        { "no reason", 1, "", "ต้องระบุเหตุผล" },
        { "a reason of spaces", 1, "  \u00A0 ", "ต้องระบุเหตุผล" },
        { "a reason of two lines", 1, "ก\nข", "บรรทัดเดียว" },
        { "a reason that turns the writing around", 1, "ก\u202Eข", "อักขระควบคุม" },
        { "too long a reason", 1, new string('ก', Reverting.LongestReason + 1), "ยาวเกิน 500" },
    });

    [SkippableTheory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_and_nothing_is_written(string engine, string because, int to, string reason, string says)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        var before = desk.Counts();
        var refused = Revert(desk, to, reason);
        refused.Succeeded.ShouldBeFalse(because);
        refused.Reason!.ShouldContain(says);
        desk.Counts().ShouldBe(before, because);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_unit_without_versions_and_a_version_whose_facts_stand_already_are_refused(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        desk.Database.Write(lane => Reverting.Revert(lane, Key with { Unit = Given.Unit(57) }, 1, "เหตุผล", "test")).Reason.ShouldBe("ยังไม่มีข้อมูลฉบับใดของ storage-suite 2563 57-เชียงราย");
        Revert(desk, 1, new string('ก', Reverting.LongestReason)).Succeeded.ShouldBeTrue("the longest reason");
        Revert(desk, 1).Reason.ShouldBe("ฉบับที่ 3 ซึ่งใช้อยู่ มีข้อมูลของฉบับที่ 1 อยู่แล้ว (จากเลขรับที่ 000001)");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Everything_that_happened_is_told_in_order(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1), seen: new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        desk.Load("C", Given.Return(56, 2, new Finding(Given.Mistake), new Finding(Given.Doubt)));
        desk.Load("B", Given.Return(56, 2, new Finding(Given.Doubt), new Finding(Given.Note)));
        desk.Load("B", Given.Return(56, 2));
        desk.Load("X", Given.Return(57, 2));
        desk.Refuse(Given.File(desk.Database, desk.RunId, "?"), new RefusedFile(Verdict.Unreadable, []));
        var own = Given.File(desk.Database, desk.RunId, "!");
        desk.Database.Write(lane => lane.Execute("UPDATE received_file SET folder = '56-พะเยา' WHERE id = @own", new { own }));
        desk.Refuse(own, new RefusedFile(Verdict.Unreadable, []));
        Revert(desk, 1, "เหตุผล");
        using var reader = desk.Database.Read();
        var events = ReturnHistory.Of(reader, Key);
        events.Select(one => (one.Sequence, one.Verdict, one.Version, one.SameAs, one.RevertsVersion, one.Receipt, one.Errors, one.Warnings, one.Stands)).ShouldBe(
        [
            (1, Verdict.Loaded, 1, null, null, 1, 0, 0, false),
            (2, Verdict.Rejected, null, null, null, 2, 1, 1, false),
            (3, Verdict.LoadedWithWarnings, 2, null, null, 3, 0, 1, false),
            (4, Verdict.Duplicate, null, 2, null, 4, 0, 0, false),
            (7, Verdict.Unreadable, null, null, null, 7, 0, 0, false),
            (8, null, 3, null, 1, 1, 0, 0, true),
        ]);
        (events[0].Timeliness, events[1].Timeliness, events[4].Timeliness, events[5].Timeliness, events[5].Reason)
            .ShouldBe((Timeliness.Late, Timeliness.OnTime, null, Timeliness.Late, "เหตุผล"));
        ReturnHistory.Of(reader, Key with { Unit = Given.Unit(58) }).ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_version_that_nothing_made_and_a_revert_that_is_none_are_noticed(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = TwoVersions(storage);
        Revert(desk, 1);
        desk.Database.Write(lane => lane.Execute("UPDATE return_version SET reverts_version = 2 WHERE version = 3"));
        Complaint(desk).ShouldBe("version 3 of storage-suite 2563 56 is not what version 2 was");
        desk.Database.Write(lane => lane.Execute("UPDATE return_version SET reverts_version = NULL WHERE version = 3"));
        Complaint(desk).ShouldBe("version 3 of storage-suite 2563 56 comes of no decision and of no revert");
    }

    internal static Parsed<Reverted> Revert(Desk desk, int to, string reason = "เหตุผล") =>
        desk.Database.Write(lane => Reverting.Revert(lane, Key, to, reason, "test"));

    private static string Complaint(Desk desk) => desk.Database.Check().Single(thing => thing.Name == "versions and facts").Complaints.Single();

    private static Desk TwoVersions(StorageUnderTest storage)
    {
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1));
        desk.Load("B", Given.Return(56, 2));
        return desk;
    }
}

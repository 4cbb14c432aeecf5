using System.Data.Common;
using Dla.Etl.Findings;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Who did what and when: written with the act, and by nobody taken back.</summary>
public class AuditTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    public static IEnumerable<object?[]> Changes => StorageUnderTest.OnEach(new TheoryData<string, string>
    {
        { "a line is changed", "UPDATE audit SET who = 'nobody'" },
        { "a line is changed into itself", "UPDATE audit SET who = who WHERE number = 1" },
        { "a line is deleted", "DELETE FROM audit WHERE number = 1" },
        { "all lines are deleted", "DELETE FROM audit" },
    });

    [SkippableTheory]
    [MemberData(nameof(Changes))]
    public void The_database_itself_refuses_that(string engine, string because, string sql)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1));
        Should.Throw<DbException>(() => desk.Database.Write(lane => lane.Execute(sql)), because).Message.ShouldContain("audit is append-only");
        Lines(desk).Single().Entry.Action.ShouldBe(AuditAction.VersionLoaded);
    }

    [SkippableFact]
    public void Each_engine_refuses_its_own_way_around()
    {
        using (var sqlite = StorageUnderTest.Of("sqlite"))
        {
            var desk = new Desk(sqlite);
            desk.Load("A", Given.Return(56, 1));
            Should.Throw<DbException>(() => desk.Database.Write(lane => lane.Execute(
                "INSERT OR REPLACE INTO audit (number, at, who, node, action, subject, detail) VALUES (1, '', '', '', 'report_written', '', '')")))
                .Message.ShouldContain("audit is append-only");
        }

        using var postgres = StorageUnderTest.Of("postgres");
        var other = new Desk(postgres);
        other.Load("A", Given.Return(56, 1));
        Should.Throw<DbException>(() => other.Database.Write(lane => lane.Execute("TRUNCATE audit"))).Message.ShouldContain("audit is append-only");
        Lines(other).Count.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_return_loaded_and_one_that_takes_its_place_are_written_down_and_a_refused_one_is_not(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Database.Actor = new Actor("somchai", "node-1");
        desk.Load("A", Given.Return(56, 1));
        desk.Load("C", Given.Return(56, 1, new Finding(Given.Mistake)));
        storage.Clock.Now = storage.Clock.Now.AddHours(1);
        var second = desk.Load("B", Given.Return(56, 2)).Sequence;
        desk.Load("B", Given.Return(56, 2));
        var lines = Lines(desk);
        lines.Select(line => (line.Number, line.Actor, line.Entry.Action, line.Entry.Subject, line.Entry.Detail)).ShouldBe(
        [
            (1L, new Actor("somchai", "node-1"), AuditAction.VersionLoaded, "storage-suite 2563 56-พะเยา", "ฉบับที่ 1 จากเลขรับที่ 000001"),
            (2L, new Actor("somchai", "node-1"), AuditAction.VersionSuperseded, "storage-suite 2563 56-พะเยา", "ฉบับที่ 2 จากเลขรับที่ 000003 ใช้แทนฉบับที่ 1"),
        ]);
        (lines[1].At, lines[1].Entry.Sequence, lines[1].Entry.RunId, lines[1].Entry.Reason).ShouldBe((storage.Clock.Now, second, desk.RunId, null));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_act_that_is_undone_leaves_no_line_and_no_gap(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        Should.Throw<InvalidOperationException>(() => desk.Database.Write(lane =>
        {
            Audit.Write(lane, new AuditEntry(AuditAction.ConsolidationRebuilt, "x", "y"));
            throw new InvalidOperationException("undone");
        }));
        Lines(desk).ShouldBeEmpty();
        desk.Load("A", Given.Return(56, 1));
        Lines(desk).Single().Number.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_last_ones_come_oldest_first_and_every_action_can_be_read_back(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        foreach (var action in Enum.GetValues<AuditAction>())
            desk.Database.Write(lane => Audit.Write(lane, new AuditEntry(action, "เรื่อง", "รายละเอียด\0") { Reason = "เหตุผล", RunId = desk.RunId }));
        using var reader = desk.Database.Read();
        Audit.Last(reader, int.MaxValue).Select(line => line.Entry.Action).ShouldBe(Enum.GetValues<AuditAction>());
        Audit.Last(reader, 3).Select(line => line.Entry.Action).ShouldBe(Enum.GetValues<AuditAction>()[^3..]);
        Audit.Last(reader, 1).Single().Entry.ShouldBe(
            new AuditEntry(Enum.GetValues<AuditAction>()[^1], "เรื่อง", "รายละเอียด␀") { Reason = "เหตุผล", RunId = desk.RunId });
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_report_is_written_down_as_current_or_as_written_afterwards(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        desk.Load("A", Given.Return(56, 1));
        var hash = ContentHash.Of("x"u8);
        var current = new ReportWritten("quantities", Given.Year(2563), 1, hash, hash, hash, hash, "สรุป.xlsx");
        var afterwards = current with { BackFilledFor = storage.Clock.Now, FileName = "สรุป (ย้อนหลัง).xlsx" };
        foreach (var report in new[] { current, afterwards, current, afterwards })
            desk.Database.Write(lane => RunLog.Reported(lane, desk.RunId, report));
        desk.Count("report_written").ShouldBe(3, "the current one once as of a sequence");
        Lines(desk).Skip(1).Select(line => line.Entry.Action).ShouldBe(
            [AuditAction.ReportWritten, AuditAction.ReportBackFilled, AuditAction.ReportWritten, AuditAction.ReportBackFilled], "each time a file was written");
    }

    private static IReadOnlyList<AuditLine> Lines(Desk desk)
    {
        using var reader = desk.Database.Read();
        return Audit.Last(reader, 100);
    }
}

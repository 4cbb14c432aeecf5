using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Originals go when they were kept long enough, and nothing else does.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Without_a_setting_nothing_is_ever_removed(string engine)
    {
        await using var office = Answered(engine);
        office.Storage.Clock.Now += 100 * Year;
        (await Apply(office, new RetentionSettings())).Originals.ShouldBeEmpty();
        AllThere(office);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_no_standing_version_rests_on_goes_at_its_time_and_not_a_tick_before(string engine)
    {
        await using var office = Answered(engine);
        var settings = new RetentionSettings { Originals = Year };
        var received = office.Storage.Clock.Now;

        office.Storage.Clock.Now = received + Year - TimeSpan.FromTicks(1);
        (await Apply(office, settings)).Originals.ShouldBeEmpty();
        AllThere(office);
        office.Storage.Clock.Now = received + Year;
        new Retention(office.Database, office.Folders, settings, office.Leases).Due().Count.ShouldBe(3);
        AllThere(office);
        var removed = await Apply(office, settings);

        removed.Complaints.ShouldBeEmpty();
        removed.Originals.Select(file => file.FileName).ShouldBe(["พะเยา 1.xlsx", "ซ้ำ.xlsx", "เสีย.xlsx"], "superseded, duplicate, unreadable");
        InArchive(office, "พะเยา 1").ShouldBeFalse();
        InArchive(office, "เสีย").ShouldBeFalse();
        InArchive(office, "พะเยา 2").ShouldBeTrue("the duplicate went, the version that stands has the same bytes");
        InArchive(office, "เชียงราย").ShouldBeTrue();
        InReceived(office, "ซ้ำ.xlsx").ShouldBeFalse();
        InReceived(office, "พะเยา 2.xlsx").ShouldBeTrue();
        IsWell(office);
        Count(office, "audit", "action = 'retention_applied'").ShouldBe(1);
        Count(office, "received_file", "1 = 1").ShouldBe(5, "receipt, name and hash stay");
        (await Apply(office, settings)).Originals.ShouldBeEmpty("done is done");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_standing_versions_rest_on_goes_only_when_the_setting_says_so(string engine)
    {
        await using var office = Answered(engine);
        office.Storage.Clock.Now += 2 * Year;
        (await Apply(office, new RetentionSettings { StandingOriginals = Year })).Originals.Select(file => file.FileName)
            .ShouldBe(["เชียงราย.xlsx", "พะเยา 2.xlsx"]);
        InArchive(office, "เชียงราย").ShouldBeFalse();
        InArchive(office, "พะเยา 2").ShouldBeTrue("the duplicate of the same bytes is kept for ever");
        IsWell(office);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_is_not_finished_stays_and_so_does_what_is_a_definition_too(string engine)
    {
        await using var office = Answered(engine);
        office.Receive("รอตัดสิน", "รอตัดสิน.xlsx");
        var refused = office.Receive("form: ทดสอบ", "แบบที่ส่งกลับมา.yaml");
        office.Desk.Refuse(refused, new RefusedFile(Findings.Verdict.NotRecognised, []));
        office.Desk.Load("ยังไม่ตอบ", Given.Return(50, 1));
        Answer(office, refused);
        office.Storage.Clock.Now += 2 * Year;

        var removed = await Apply(office, new RetentionSettings { Originals = Year, StandingOriginals = Year });

        removed.Originals.Select(file => file.FileName).ShouldNotContain("รอตัดสิน.xlsx");
        removed.Originals.Select(file => file.FileName).ShouldContain("แบบที่ส่งกลับมา.yaml");
        InArchive(office, "รอตัดสิน").ShouldBeTrue();
        InArchive(office, "form: ทดสอบ").ShouldBeTrue("a report of then is made from it");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Stopped_between_saying_and_deleting_it_is_finished_the_next_time(string engine)
    {
        await using var office = Answered(engine);
        office.Storage.Clock.Now += 2 * Year;
        var settings = new RetentionSettings { Originals = Year };
        var stopped = new Retention(office.Database, office.Folders, settings, office.Leases) { AtStep = _ => throw new OperationCanceledException() };
        await Should.ThrowAsync<OperationCanceledException>(() => stopped.ApplyAsync(LastNight(office), TimeSpan.Zero, CancellationToken.None));
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldNotBeEmpty("what should be gone lies there still");

        (await Apply(office, settings)).Deleted.ShouldBe(5, "three copies and the bytes of two");

        IsWell(office);
    }

    [Fact]
    public async Task A_clock_that_jumped_removes_nothing_the_first_time()
    {
        await using var office = Answered("sqlite");
        office.Storage.Clock.Now += 50 * Year;
        var settings = new RetentionSettings { Originals = Year };
        var retention = new Retention(office.Database, office.Folders, settings, office.Leases);
        var first = await retention.RunAsync("test", TimeSpan.Zero, CancellationToken.None);
        first.Complaints.ShouldHaveSingleItem().ShouldContain("นาฬิกา");
        AllThere(office);
        (await retention.RunAsync("test", TimeSpan.Zero, CancellationToken.None)).Originals.Count.ShouldBe(3, "asked again, the clock is believed");
    }

    [Fact]
    public async Task While_files_are_being_taken_nothing_is_removed()
    {
        await using var office = Answered("sqlite");
        office.Storage.Clock.Now += 2 * Year;
        await using var intake = office.Leases.TryTake(LeaseNames.Intake).ShouldNotBeNull();
        (await Apply(office, new RetentionSettings { Originals = Year })).Complaints.ShouldHaveSingleItem().ShouldContain("intake");
        AllThere(office);
    }

    [Fact]
    public async Task A_copy_that_somebody_changed_is_left_to_him()
    {
        await using var office = Answered("sqlite");
        File.AppendAllText(Path.Combine(office.Folders.Received, "เสีย.xlsx"), "แก้แล้ว");
        office.Storage.Clock.Now += 2 * Year;
        (await Apply(office, new RetentionSettings { Originals = Year })).Complaints.ShouldHaveSingleItem().ShouldContain("เสีย.xlsx");
        InReceived(office, "เสีย.xlsx").ShouldBeTrue();
    }

    // Everything of the office decided and answered.
    private static KeptOffice Answered(string engine)
    {
        var office = new KeptOffice(engine).Filled();
        using var connection = office.Database.Read();
        var pending = connection.Query<string>("SELECT id FROM received_file WHERE file_name = 'ซ้ำ.xlsx'").Single();
        office.Desk.LoadFile(pending, Given.Return(56, 9.5m));
        foreach (var id in connection.Query<string>("SELECT id FROM received_file").ToList())
            Answer(office, id);
        return office;
    }

    private static void Answer(KeptOffice office, string fileId) => office.Database.Write(lane => RunLog.Answered(
        lane, lane.Scalar<string>("SELECT id FROM outcome WHERE received_file_id = @fileId", new { fileId })!, $"{fileId}.txt"));

    private static Task<RetentionResult> Apply(KeptOffice office, RetentionSettings settings) =>
        new Retention(office.Database, office.Folders, settings, office.Leases).ApplyAsync(LastNight(office), TimeSpan.Zero, CancellationToken.None);

    // The run of last night and that of tonight.
    private static string LastNight(KeptOffice office)
    {
        _ = Given.Run(office.Database);
        return Given.Run(office.Database);
    }

    private static bool InArchive(KeptOffice office, string content) => File.Exists(office.Archive.PathOf(ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content))));

    private static bool InReceived(KeptOffice office, string name) => File.Exists(Path.Combine(office.Folders.Received, name));

    private static void AllThere(KeptOffice office)
    {
        Directory.EnumerateFiles(office.Folders.Received).Count().ShouldBe(5);
        IsWell(office);
        Count(office, "original_removed", "1 = 1").ShouldBe(0);
    }

    private static void IsWell(KeptOffice office)
    {
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldBeEmpty();
        office.Database.Check().ShouldAllBe(check => check.IsWell);
    }

    private static long Count(KeptOffice office, string table, string condition)
    {
        using var connection = office.Database.Read();
        return connection.ExecuteScalar<long>($"SELECT count(*) FROM {table} WHERE {condition}");
    }
}

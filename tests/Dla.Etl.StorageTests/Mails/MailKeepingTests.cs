using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Reading;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>Messages go when they were kept long enough or a person asks for it, and nothing else does. That they are answered is written by hand here.</summary>
public sealed class MailKeepingTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Messages_go_at_their_time_once_all_in_them_is_answered(string engine)
    {
        await using var office = await FilledAsync(engine);
        var settings = new RetentionSettings { Mails = Year };
        var received = office.Storage.Clock.Now;
        office.Storage.Clock.Now = received + Year - TimeSpan.FromTicks(1);
        (await ApplyAsync(office, settings)).Mails.Mails.ShouldBeEmpty("one tick too early");
        office.Storage.Clock.Now = received + Year;
        (await ApplyAsync(office, settings)).Mails.Mails.ShouldBeEmpty("nothing is answered yet");
        Answer(office, 1);

        var removed = await ApplyAsync(office, settings);

        removed.Complaints.ShouldBeEmpty();
        removed.Mails.Mails.Select(mail => mail.Number).ShouldBe([1]);
        InArchive(office, 1).ShouldBeFalse();
        InArchive(office, 2).ShouldBeTrue("held, and its sender was told nothing yet");
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldBeEmpty();
        office.Query<string>("SELECT sender FROM received_mail WHERE number = 1").ShouldBe([MailOffice.Phayao], "another setting");
        (await ApplyAsync(office, settings)).Mails.Mails.ShouldBeEmpty();
        Answer(office, 2);
        (await ApplyAsync(office, settings)).Mails.Mails.Select(mail => mail.Number).ShouldBe([2], "told, and never let in");
        office.Allow(2, "56").Allowed.ShouldBe(Dla.Etl.Intake.Mails.MailAllowed.Removed);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Addresses_are_blanked_at_their_time(string engine)
    {
        await using var office = await FilledAsync(engine);
        Answer(office, 1);
        office.Storage.Clock.Now += Year;

        var removed = await ApplyAsync(office, new RetentionSettings { SenderAddresses = Year });

        removed.Mails.Addresses.ShouldBe(1);
        office.Query<string>("SELECT sender FROM received_mail ORDER BY number").ShouldBe([PersonAddress.Mark, MailOffice.Stranger], "the second waits for permission, unanswered");
        InArchive(office, 1).ShouldBeTrue();
        (await ApplyAsync(office, new RetentionSettings { SenderAddresses = Year })).Mails.Addresses.ShouldBe(0);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_person_s_address_goes_from_messages_in_every_encoding(string engine)
    {
        await using var office = new MailOffice(engine);
        const string Person = "somchai.k@example.org";
        office.Deliver(new Letter(MailOffice.Phayao) { Text = $"ติดต่อ {Person} (base64)" }.With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.ChiangRai).With("b.csv", $"ผู้กรอก,{Person}"));
        office.Deliver(new Letter(Person).With("c.csv", "third"));
        office.Deliver(new Letter(MailOffice.Phayao).With("d.csv", "fourth"));
        await office.PollAsync();
        await office.DecideAsync();
        var address = PersonAddress.Parse(Person)!;

        (await ForgetAsync(office, address)).Left.Count(left => left.Contains("ยังดำเนินการไม่เสร็จ", StringComparison.Ordinal)).ShouldBe(3, "nothing is answered yet");
        for (var number = 1; number <= 4; number++)
            Answer(office, number);
        (await ForgetAsync(office, address)).Left.Single().ShouldContain("กล่องจดหมายบนเครื่องแม่ข่าย");

        office.Query<string>("SELECT sender FROM received_mail WHERE number = 3").ShouldBe([PersonAddress.Mark]);
        Enumerable.Range(1, 4).Select(number => InArchive(office, number)).ShouldBe([false, false, false, true]);
        (await ForgetAsync(office, address)).Nowhere.ShouldBeTrue();
        ArchiveCheck.Run(office.Database, office.Archive).Complaints.ShouldBeEmpty();
        WarehouseCheck.Run(office.Database).SelectMany(thing => thing.Complaints).ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_stuck_in_the_mailbox_or_waits_too_long_is_named(string engine)
    {
        await using var office = await FilledAsync(engine);
        using var connection = office.Database.Read();
        IReadOnlyList<StuckWhere> Stuck(TimeSpan after) =>
            [.. StuckFiles.Of(connection, new StuckAfter(), office.Storage.Clock.Now + after).Where(file => file.Where is StuckWhere.MailHeld or StuckWhere.MailNotMoved).Select(file => file.Where)];
        Stuck(TimeSpan.FromDays(3)).ShouldBeEmpty();
        Stuck(TimeSpan.FromDays(3) + TimeSpan.FromTicks(1)).ShouldBe([StuckWhere.MailHeld]);
        office.Database.Write(lane => lane.Execute("DELETE FROM mail_move"));
        Stuck(TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)).ShouldBe([StuckWhere.MailNotMoved, StuckWhere.MailNotMoved]);
    }

    // One taken and decided, one held.
    private static async Task<MailOffice> FilledAsync(string engine)
    {
        var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.Stranger).With("b.csv", "second"));
        await office.PollAsync();
        await office.DecideAsync();
        return office;
    }

    private static void Answer(MailOffice office, long number) => office.Database.Write(lane => lane.Execute(
        """
        INSERT INTO mail_answer (mail_id, occasion, withheld, decided_at)
        SELECT id, 'received', 'ทดสอบ', @Now FROM received_mail WHERE number = @number
        """,
        new { number, lane.Now }));

    private static async Task<RetentionResult> ApplyAsync(MailOffice office, RetentionSettings settings)
    {
        var station = office.Station();
        // A system at work runs every night; only so is its clock believed.
        var run = Given.Run(office.Database);
        Given.Run(office.Database);
        return await new Retention(office.Database, office.Folders, settings, station.Leases).ApplyAsync(run, TimeSpan.Zero, CancellationToken.None);
    }

    private static Task<AddressPlaces> ForgetAsync(MailOffice office, PersonAddress address) =>
        new Forgetting(office.Database, office.Folders, new ReadingLimits(), office.Station().Leases).RemoveAsync(address, null, TimeSpan.Zero, CancellationToken.None);

    private static bool InArchive(MailOffice office, long number) =>
        File.Exists(office.Archive.PathOf(ContentHash.FromHex(office.Query<string>($"SELECT sha256 FROM received_mail WHERE number = {number}").Single())));
}

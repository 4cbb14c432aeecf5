using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Values;

namespace Dla.Etl.StorageTests.Sending;

public class OutboxTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_mail_of_one_occasion_is_there_once_with_its_first_content(string engine)
    {
        await using var office = new PostOffice(engine);
        var attachment = new OutgoingAttachment("ก.xlsx", ContentHash.Of("a"u8), 1);

        var first = office.Add("a", PostOffice.Phayao, attachment, attachment with { Name = "ข.xlsx" });
        office.Add("a", PostOffice.ChiangRai).ShouldBe(first);
        office.Add("b").ShouldNotBe(first);

        office.States().ShouldBe(["1 waiting 0", "2 waiting 0"]);
        var mail = office.Mailed(1);
        (mail.Recipient, mail.Subject, mail.DecidedAt, mail.Kind).ShouldBe((PostOffice.Phayao, "เรื่อง a", office.Storage.Clock.Now, OutgoingKind.Report));
        mail.Attachments.Select(one => one.Name).ShouldBe(["ก.xlsx", "ข.xlsx"]);
        mail.MessageId.ShouldMatch("^[0-9a-f]{40}@example\\.go\\.th$");
        mail.MessageId.ShouldNotBe(office.Mailed(2).MessageId);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_id_of_a_mail_is_the_same_in_the_same_warehouse_and_another_in_another(string engine)
    {
        await using var office = new PostOffice(engine);
        await using var other = new PostOffice(engine);
        office.Add("a");
        other.Add("a");
        var before = office.Mailed(1).MessageId;
        office.Mailed(1).MessageId.ShouldNotBe(other.Mailed(1).MessageId, "a test system must not pass for the real one");
        office.Database.Write(lane =>
        {
            lane.Execute("DELETE FROM outbox_state");
            lane.Execute("DELETE FROM outbox");
        });
        office.Add("a");
        office.Mailed(2).MessageId.ShouldBe(before, "after a restore it is decided on again");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Nothing_in_it_breaks_a_header(string engine)
    {
        await using var office = new PostOffice(engine);
        foreach (var wrong in new[] { "", "x", "a@b\r\nBcc: c@d", "ชื่อ <a@b.c>", "a b@c.d", "a@b.c, d@e.f" })
            Should.Throw<ArgumentException>(() => office.Add("x" + wrong, wrong), wrong);
        office.Database.Write(lane => new Outbox(office.Mail.Smtp).Add(lane, new OutgoingMail("s", OutgoingKind.Report, PostOffice.Phayao, "ก\r\nBcc: c@d" + new string('ข', 300), "", "")));
        office.Mailed(1).Subject.ShouldStartWith(@"ก\r\nBcc: c@d");
        office.Mailed(1).Subject.Length.ShouldBeLessThanOrEqualTo(Outbox.LongestSubject + 1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_mails_bring_is_part_of_what_the_archive_keeps(string engine)
    {
        await using var office = new PostOffice(engine);
        var hash = office.Archive.StoreDefinition("รายงาน"u8.ToArray());
        office.Add("a", PostOffice.Phayao, new OutgoingAttachment("ก.xlsx", hash, 1));
        using var connection = office.Database.Read();
        Intake.ArchivedContent.Required(connection).ShouldContain(new Intake.ArchivedContent(hash, "ก.xlsx"));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Doctor_complains_of_what_an_operator_should_settle(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        office.Add("b");
        OutboxCounts.Check(office.Database).IsWell.ShouldBeTrue();
        office.Storage.Clock.Now += TimeSpan.FromDays(1);
        OutboxCounts.Check(office.Database).IsWell.ShouldBeTrue("not longer than a day");
        office.Storage.Clock.Now += TimeSpan.FromSeconds(1);
        OutboxCounts.Check(office.Database).Complaints.Count.ShouldBe(1);
        office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = 'uncertain'"));
        OutboxCounts.Check(office.Database).Complaints.Single().ShouldContain("อีเมล 2 ฉบับไม่แน่ใจ");
        office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = 'failed'"));
        OutboxCounts.Check(office.Database).Complaints.Single().ShouldContain("อีเมล 2 ฉบับส่งไม่ได้");
    }
}

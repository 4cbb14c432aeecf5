using Dla.Etl.Correspondence;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Mail;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>What an operator sees of the mailbox without reading the log, and which messages wait for him.</summary>
public sealed class MailLineTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task How_the_mailbox_stood_at_the_last_attempt_is_known_and_since_when(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Mail = office.Mail with { Imap = office.Mail.Imap with { Host = "mail.example.go.th" } };
        Line(office).ShouldBeNull("never tried");
        var first = office.Storage.Clock.Now;
        office.Server.OnLine = (_, _) => throw new MailboxException("no line", isTransient: true);
        await office.PollAsync();
        office.Storage.Clock.Now += TimeSpan.FromMinutes(5);
        await office.PollAsync();

        var line = Line(office)!;
        (line.Place, line.Trouble, line.Since, line.TriedAt).ShouldBe(("mail.example.go.th:993", "no line", first, first + TimeSpan.FromMinutes(5)));
        line.Thai.ShouldContain("อ่านกล่องจดหมาย mail.example.go.th:993 ไม่ได้ตั้งแต่");
        MailLine.Check(office.Database, office.Mail).Complaints.ShouldBe([line.Thai]);
        MailLine.Check(office.Database, office.Mail with { Imap = office.Mail.Imap with { Host = "new.example.go.th" } }).IsWell.ShouldBeTrue("that is another server");

        office.Server.OnLine = (_, _) => { };
        office.Storage.Clock.Now += TimeSpan.FromMinutes(5);
        await office.PollAsync();
        (Line(office)!.Trouble, Line(office)!.Since, Line(office)!.TriedAt).ShouldBe((null, null, first + TimeSpan.FromMinutes(10)));
        MailLine.Check(office.Database, office.Mail).IsWell.ShouldBeTrue();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_known_office_s_return_marked_as_automatic_waits_and_a_bounce_does_not(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).Header("Auto-Submitted: auto-generated").With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.Stranger).Header("Auto-Submitted: auto-generated").With("b.csv", "second"));
        office.Deliver(new Letter("mailer-daemon@example.org").Header("Return-Path: <>").Header("Auto-Submitted: auto-replied").With("c.csv", "third"));
        office.Deliver(new Letter(MailOffice.Stranger).With("d.csv", "fourth"));
        await office.PollAsync();

        Waiting(office).ShouldBe([(1, 0), (4, 0)]);
        Counts(office).ShouldBe(new InboxCounts(2, 0));
        office.Allow(1).Allowed.ShouldBe(MailAllowed.Done);
        Waiting(office).ShouldBe([(4, 0)]);
        Counts(office).ShouldBe(new InboxCounts(1, 0));
        using var connection = office.Database.Read();
        InboxMail.Last(connection, onlyWaiting: false, 10)[0].Released.ShouldBe(1, "and is not said to be held any more");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_sender_in_doubt_is_not_advised_into_the_address_book(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).Header("Authentication-Results: mail.example.go.th; dmarc=fail").With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.Stranger).With("b.csv", "second"));
        (await office.PollAsync()).Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(["MAIL-029", "MAIL-025"]);
    }

    private static MailLine? Line(MailOffice office)
    {
        using var connection = office.Database.Read();
        return MailLine.Of(connection, office.Mail) is [var line, ..] ? line : null;
    }

    private static List<(long Number, long Released)> Waiting(MailOffice office)
    {
        using var connection = office.Database.Read();
        return [.. InboxMail.Last(connection, onlyWaiting: true, 10).Select(mail => (mail.Number, mail.Released))];
    }

    private static InboxCounts Counts(MailOffice office)
    {
        using var connection = office.Database.Read();
        return InboxCounts.Of(connection);
    }
}

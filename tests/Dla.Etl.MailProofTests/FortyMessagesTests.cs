using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;

namespace Dla.Etl.MailProofTests;

/// <summary>Messages of every kind in one mailbox, through the program as the office runs it.</summary>
public sealed class FortyMessagesTests
{
    [SkippableTheory]
    [InlineData(MailOffice.Sqlite, "DLA_TEST_IMAP")]
    [InlineData(MailOffice.Sqlite, "DLA_TEST_IMAP_COPY")]
    [InlineData(MailOffice.Postgres, "DLA_TEST_IMAP")]
    public async Task Dovecot_gives_messages_of_every_kind_and_each_is_taken_answered_and_counted_once(string engine, string imap)
    {
        await using var office = new MailOffice(engine, imap);
        var sent = office.Mailing.Everything();
        sent.Count.ShouldBeGreaterThan(40);
        await office.DeliverAsync(sent);

        var (_, said) = office.Run("run");
        await new Judge(office, sent).EverythingAsync();

        said.ShouldNotContain("   at ", customMessage: "no stack trace");
        var rows = office.Count("SELECT count(*) FROM audit");
        office.Run("run");
        office.Count("SELECT count(*) FROM received_mail").ShouldBe(sent.Count, "a further run finds nothing new");
        office.Count("SELECT count(*) FROM audit").ShouldBe(rows);
        await new Judge(office, sent).EverythingAsync();
    }
}

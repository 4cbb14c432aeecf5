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

        said.ShouldNotContain("   at ", Case.Sensitive, "no stack trace");
        var rows = office.Count("SELECT count(*) FROM outbox");
        office.Run("run");
        office.Count("SELECT count(*) FROM received_mail").ShouldBe(sent.Count, "a further run finds nothing new");
        office.Count("SELECT count(*) FROM outbox").ShouldBe(rows);
        await new Judge(office, sent).EverythingAsync();
        LetInAsOneShould(office);
    }

    // On the word of the operator, and by the address book; each is answered once more.
    private static void LetInAsOneShould(MailOffice office)
    {
        var stranger = office.Mailing.At("stranger");
        var held = office.Query<long>($"SELECT number FROM received_mail WHERE sender = '{stranger}' ORDER BY number");
        var refused = office.Count($"SELECT m.number FROM received_mail m JOIN received_file f ON f.mail_id = m.id JOIN outcome o ON o.received_file_id = f.id WHERE o.verdict = 'needs_permission'");
        foreach (var (number, unit) in new[] { (held[0], "44"), (refused, "13") })
            office.Run("mail", "allow", $"{number}", "--unit", unit, "--reason", "หนังสือมอบหมาย (สังเคราะห์)").Exit.ShouldBe(0);
        var book = Path.Combine(office.Workspace, "addresses.yaml");
        File.WriteAllText(book, File.ReadAllText(book).Replace("posts:\n", $"  - {{code: \"4101\", addresses: [{stranger}]}}\n  - {{code: \"4103\", addresses: [{stranger}]}}\nposts:\n", StringComparison.Ordinal));

        office.Run("run").Exit.ShouldBe(0);

        Released(office, held[0]).ShouldBe(["duplicate"], "the office itself had sent the same");
        Released(office, refused).ShouldBe(["duplicate"]);
        Released(office, held[1]).ShouldBe(["needs_permission"], "the book knows him now, for a district of that province");
        office.Query<string>("SELECT count(*) || ' ' || s.state FROM mail_answer a JOIN outbox_state s ON s.outbox_id = a.outbox_id WHERE a.occasion LIKE 'released-%' GROUP BY s.state").ShouldBe(["3 sent"]);
        office.Sink.All().Count(mail => mail.To == stranger).ShouldBe(3);
    }

    private static IReadOnlyList<string> Released(MailOffice office, long number) => office.Query<string>(
        $"SELECT o.verdict FROM received_file f JOIN received_mail m ON m.id = f.mail_id JOIN outcome o ON o.received_file_id = f.id WHERE m.number = {number} AND f.mail_release IS NOT NULL");
}

using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.MailProofTests.Post;
using Dla.Etl.ProofTests;

namespace Dla.Etl.MailProofTests;

/// <summary>Between the relay's "250" and our commit nobody knows whether a mail left: it is shown to the operator, and not sent again by itself.</summary>
public sealed class UncertainTests
{
    [SkippableFact]
    public async Task Dovecot_gives_a_mail_and_the_relay_takes_the_answer_and_hangs_up()
    {
        await using var office = new MailOffice(MailOffice.Sqlite);
        var sender = $"drop-after-data-x@{office.Domain}";
        var sent = await StandingAsync(office, sender);

        office.Run("run").Said.ShouldContain("MAIL-102", Case.Sensitive, "the operator has something to decide");

        States(office, sender).ShouldBe(["uncertain"]);
        office.Sink.All().Count(mail => mail.To == sender).ShouldBe(1);
        office.Run("run");
        office.Run("mail", "send");
        office.Sink.All().Count(mail => mail.To == sender).ShouldBe(1, "nobody sends it again");
        office.Run("mail", "outbox").Said.ShouldContain(sender, Case.Sensitive);
        Operator.Settle(office).ShouldBe(1);
        States(office, sender).ShouldBe(["sent"]);
        await new Judge(office, sent).EverythingAsync();
    }

    [SkippableFact]
    public async Task Dovecot_gives_a_mail_and_the_program_is_killed_while_the_relay_has_the_answer_and_has_not_said_so()
    {
        await using var office = new MailOffice(MailOffice.Sqlite);
        var sender = $"slow-x@{office.Domain}";
        var sent = await StandingAsync(office, sender);

        using (var process = office.Start("dla-etl", "n1", "run"))
        {
            await Patiently.UntilAsync(() => Task.FromResult(process.HasEnded || office.Sink.All().Any(mail => mail.To == sender)), TimeSpan.FromMinutes(3), () => "the relay never gets it");
            process.Kill();
        }

        States(office, sender).ShouldBe(["sending"]);
        office.Run("run").Said.ShouldContain("MAIL-102", Case.Sensitive);
        States(office, sender).ShouldBe(["uncertain"]);
        office.Sink.All().Count(mail => mail.To == sender).ShouldBe(1, "nobody sends it again");
        Operator.Settle(office).ShouldBe(1);
        await new Judge(office, sent).EverythingAsync();
    }

    private static async Task<IReadOnlyList<Sent>> StandingAsync(MailOffice office, string sender)
    {
        var book = Path.Combine(office.Workspace, "addresses.yaml");
        File.WriteAllText(book, File.ReadAllText(book).Replace("posts:\n", $"  - {{code: \"7001\", addresses: [{sender}]}}\nposts:\n", StringComparison.Ordinal));
        var message = new Message(sender) { MessageId = $"one@{office.Domain}" };
        Sent[] sent = [new("a question", message.Bytes(), "nothing/received", [], sender) { MessageId = message.MessageId }];
        await office.DeliverAsync(sent);
        return sent;
    }

    private static IReadOnlyList<string> States(MailOffice office, string recipient) =>
        office.Query<string>($"SELECT s.state FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE o.recipient = '{recipient}'");
}

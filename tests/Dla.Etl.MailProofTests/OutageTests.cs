using Dla.Etl.Intake.Mails;
using Dla.Etl.JobTests;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.ProofTests;
using Dla.Etl.Running;

namespace Dla.Etl.MailProofTests;

/// <summary>Servers that go away in the middle of the work and come back.</summary>
public sealed class OutageTests
{
    [SkippableFact]
    public async Task Dovecot_is_stopped_while_messages_are_taken_and_started_again()
    {
        using var servers = new OwnServers();
        await servers.StartImapAsync();
        await servers.StartSmtpAsync();
        await using var office = new MailOffice(MailOffice.Sqlite, servers: servers);
        await office.DeliverAsync(office.Mailing.Few());
        await office.DeliverAsync(office.Mailing.Further(12));

        using (var process = office.Start("dla-etl", "n1", "run"))
        {
            await Patiently.UntilAsync(
                () => Task.FromResult(process.HasEnded || office.Taken() > 1), TimeSpan.FromMinutes(3), () => "nothing is taken");
            servers.StopImap();
            process.Ended().ShouldBeOneOf([0, 1], "a mailbox that goes away is trouble for the operator (1) when it was met, and never a crash");
            string.Join('\n', process.Said).ShouldContain("MAIL-", Case.Sensitive, "the operator hears of it");
        }

        office.Run("run").Exit.ShouldBe(1, "still away, which the operator hears by the exit code");
        await servers.StartImapAsync();
        office.Run("run").Exit.ShouldBe(0);
        await new Judge(office, office.Mailing.All).EverythingAsync();
    }

    [SkippableFact]
    public async Task Dovecot_gives_mails_while_the_relay_is_away_and_their_answers_leave_when_it_is_back()
    {
        using var servers = new OwnServers();
        await servers.StartImapAsync();
        await using var office = new MailOffice(MailOffice.Sqlite, servers: servers);
        var sent = office.Mailing.Few();
        await office.DeliverAsync(sent);

        office.Run("run").Said.ShouldContain("MAIL-", Case.Sensitive);
        office.Query<string>("SELECT DISTINCT state FROM outbox_state").ShouldBe(["waiting"]);
        office.Query<long>("SELECT tries FROM outbox_state").ShouldAllBe(tries => tries == 0, "a relay that is away is no try");
        await servers.StartSmtpAsync();
        office.Run("mail", "send");
        var atOnce = office.Sink.All().Count;
        atOnce.ShouldBe(office.Query<long>("SELECT tries FROM outbox_state").Count(tries => tries > 0));
        await SendLaterAsync(office);

        await new Judge(office, sent).EverythingAsync();
    }

    [SkippableFact]
    public async Task Dovecot_gives_mails_and_the_relay_dies_while_their_answers_leave()
    {
        using var servers = new OwnServers();
        await servers.StartImapAsync();
        await servers.StartSmtpAsync();
        await using var office = new MailOffice(MailOffice.Sqlite, servers: servers);
        await office.DeliverAsync(office.Mailing.Few());

        using (var process = office.Start("dla-etl", "n1", "run"))
        {
            await Patiently.UntilAsync(() => Task.FromResult(process.HasEnded || office.Sink.All().Count > 0), TimeSpan.FromMinutes(3), () => "nothing is sent");
            servers.StopSmtp();
            process.Ended().ShouldBeOneOf([0, 1], "a relay that goes away is trouble for the operator (1) when it was met, and never a crash");
        }

        await servers.StartSmtpAsync();
        await SendLaterAsync(office);
        Operator.Settle(office);
        await new Judge(office, office.Mailing.All).EverythingAsync();
    }

    [SkippableFact]
    public async Task Dovecot_gives_every_message_another_number_and_nothing_is_doubled()
    {
        await using var office = new MailOffice(MailOffice.Sqlite);
        office.Mail = office.Mail with { Imap = office.Mail.Imap with { Folder = "แบบรายงาน" } };
        var folder = $"\"{Dla.Etl.TestServers.TestMailbox.Written(office.Mail.Imap.Folder)}\"";
        var sent = office.Mailing.Few();
        await office.Box.DoAsync($"CREATE {folder}");
        await office.DeliverAsync(sent);
        await DieAfterAsync(office, 3, MailSteps.Registered);

        await office.Box.DoAsync($"DELETE {folder}");
        await office.Box.DoAsync($"CREATE {folder}");
        await office.DeliverAsync(sent);
        office.Run("run").Exit.ShouldBe(0);

        office.Query<string>("SELECT disposition || '/' || goes_to FROM received_mail WHERE disposition <> 'repeated' ORDER BY number").ShouldBe(sent.Select(message => message.Disposition));
        office.Count("SELECT count(*) FROM received_mail WHERE disposition = 'repeated'").ShouldBe(3, "those that were taken under the numbers of before");
        office.Query<string>("SELECT o.verdict FROM received_file f JOIN outcome o ON o.received_file_id = f.id ORDER BY f.receipt_number").ShouldBe(sent.SelectMany(message => message.Verdicts));
        office.Count("SELECT count(*) FROM received_mail m WHERE NOT EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id)").ShouldBe(0);
        (await office.Box.CountAsync(office.Mail.Imap.Folder)).ShouldBe(0);
        (await office.Box.CountAsync("รับแล้ว") + await office.Box.CountAsync("ต้องตรวจสอบ")).ShouldBe(sent.Count + 2, "two had been moved before");
        new Judge(office, sent).Relay();
        new Judge(office, sent).Well();
    }

    private static async Task DieAfterAsync(MailOffice office, int messages, string step)
    {
        var times = 0;
        var work = new MailboxWork(office.Station("killed")) { AtStep = at => { if (at == step && ++times == messages) throw new Died(); } };
        await Should.ThrowAsync<Died>(() => work.RunAsync(new WorkOrder("mailbox"), CancellationToken.None));
    }

    // After the longest pause that the plan makes for a relay that is away.
    private static Task<RunResult> SendLaterAsync(MailOffice office) =>
        new SendWork(office.Station("later", new ShiftedClock(DateTimeOffset.UtcNow.AddMinutes(6)))).RunAsync(new WorkOrder("send"), CancellationToken.None);
}

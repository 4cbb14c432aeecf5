using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.ProofTests;
using Dla.Etl.ProofTests.Machines;
using Xunit.Abstractions;

namespace Dla.Etl.MailProofTests;

/// <summary>Two job hosts read the same mailbox and send the same outbox, and one of them is killed now and then.</summary>
/// <param name="output">Told the seed.</param>
public sealed class TwoHostsTests(ITestOutputHelper output)
{
    private const string Open =
        """
        SELECT (SELECT count(*) FROM received_mail m WHERE NOT EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id))
          + (SELECT count(*) FROM received_mail m WHERE NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id))
          + (SELECT count(*) FROM outbox_state WHERE state IN ('waiting', 'sending'))
        """;

    [SkippableFact]
    public async Task Dovecot_is_read_by_two_hosts_on_PostgreSQL_at_once_and_nothing_is_doubled()
    {
        var random = Chance.Of(output);
        await using var office = new MailOffice(MailOffice.Postgres);
        await office.DeliverAsync(office.Mailing.Few());
        HostProcess[] hosts = [office.Serve("n1"), office.Serve("n2")];
        try
        {
            for (var round = 0; round < (Chance.IsLong ? 12 : 2); round++)
            {
                await office.DeliverAsync(office.Mailing.Further(3));
                var (victim, seen) = (random.Next(2), office.Taken());
                await Patiently.UntilAsync(
                    () => Task.FromResult(office.Taken() > seen), TimeSpan.FromMinutes(3), () => Said(hosts));
                await Task.Delay(random.Next(1500));
                hosts[victim].Kill();
                hosts[victim].Dispose();
                hosts[victim] = office.Serve($"n{victim + 1}");
            }

            var all = office.Mailing.All.Count;
            await Patiently.UntilAsync(
                () => Task.FromResult(office.Count("SELECT count(*) FROM received_mail") >= all && office.Count(Open) == 0), TimeSpan.FromMinutes(4), () => Said(hosts));
            foreach (var host in hosts)
                host.AskToStop();
            foreach (var host in hosts)
                host.Ended().ShouldBe(0);
        }
        finally
        {
            foreach (var host in hosts)
                host.Dispose();
        }

        office.Run("run").Exit.ShouldBe(0);
        Operator.Settle(office);
        await new Judge(office, office.Mailing.All).EverythingAsync();
    }

    private static string Said(HostProcess[] hosts) =>
        string.Join('\n', hosts.SelectMany(host => host.Said.Where(line => !line.Contains("\"Information\"", StringComparison.Ordinal)).TakeLast(20)));
}

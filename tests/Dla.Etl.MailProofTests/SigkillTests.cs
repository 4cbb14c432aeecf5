using System.Diagnostics;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.ProofTests;
using Xunit.Abstractions;

namespace Dla.Etl.MailProofTests;

/// <summary>The process is killed at instants that chance chooses, again and again, while mails come in and answers go out.</summary>
/// <param name="output">Told the seed: <c>DLA_TEST_SEED</c> does it again, <c>DLA_TEST_LONG=1</c> does it for longer.</param>
public sealed class SigkillTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(MailOffice.Sqlite)]
    [InlineData(MailOffice.Postgres)]
    public async Task Dovecot_and_the_relay_see_everything_once_although_the_process_is_killed_again_and_again(string engine)
    {
        var random = Chance.Of(output);
        await using var office = new MailOffice(engine);
        await office.DeliverAsync(office.Mailing.Few());
        var beginning = Stopwatch.StartNew();
        office.Run("mail", "outbox");
        beginning.Stop();

        var killed = 0;
        for (var round = 0; round < (Chance.IsLong ? 30 : 6); round++)
        {
            await office.DeliverAsync(office.Mailing.Further(1));
            killed += await KilledAsync(office, beginning.Elapsed, random) ? 1 : 0;
        }

        output.WriteLine($"killed {killed} times; taken then: {office.Count("SELECT count(*) FROM received_mail")}, sent: {office.Sink.All().Count}");
        office.Run("run").Exit.ShouldBe(0);
        Operator.Settle(office);

        killed.ShouldBeGreaterThan(2);
        await new Judge(office, office.Mailing.All).EverythingAsync();
    }

    // Some are killed while the program is still starting, most while it works.
    private static async Task<bool> KilledAsync(MailOffice office, TimeSpan beginning, Random random)
    {
        var until = beginning * (0.8 + (random.NextDouble() * 4));
        using var process = office.Start("dla-etl", "n1", "run");
        var clock = Stopwatch.StartNew();
        await Patiently.UntilAsync(() => Task.FromResult(process.HasEnded || clock.Elapsed > until), TimeSpan.FromMinutes(4), () => "never");
        var killed = !process.HasEnded;
        process.Kill();
        return killed;
    }
}

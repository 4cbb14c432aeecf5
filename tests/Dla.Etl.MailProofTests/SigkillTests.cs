using System.Diagnostics;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
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
        var killed = 0;
        for (var round = 0; round < (Chance.IsLong ? 30 : 8); round++)
        {
            await office.DeliverAsync(office.Mailing.Further(1));
            killed += await KilledAsync(office, random) ? 1 : 0;
        }

        output.WriteLine($"killed {killed} times; taken then: {office.Count("SELECT count(*) FROM received_mail")}, sent: {office.Sink.All().Count}");
        office.Run("run").Exit.ShouldBe(0);
        Operator.Settle(office);

        killed.ShouldBeGreaterThan(0);
        await new Judge(office, office.Mailing.All).EverythingAsync();
    }

    // By how far it has come, since nobody knows how fast this machine is today: it says a line for each thing that it does, and does most of it between two.
    private static async Task<bool> KilledAsync(MailOffice office, Random random)
    {
        var (lines, moment) = (random.Next(30), random.Next(120));
        using var process = office.Start("dla-etl", "n1", "run");
        for (var clock = Stopwatch.StartNew(); !process.HasEnded && process.Said.Count < lines && clock.Elapsed < TimeSpan.FromMinutes(4);)
            await Task.Delay(5);
        await Task.Delay(moment);
        var killed = !process.HasEnded;
        process.Kill();
        return killed;
    }
}

using Dla.Etl.JobTests;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.Running;

namespace Dla.Etl.MailProofTests;

/// <summary>The weeks around a deadline: returns come by mail, who has not filed is reminded, the heads get their report; each once.</summary>
public sealed class RemindersTests
{
    [SkippableTheory]
    [InlineData(MailOffice.Sqlite)]
    [InlineData(MailOffice.Postgres)]
    public async Task Dovecot_brings_returns_and_reminders_and_reports_leave_on_their_days(string engine)
    {
        await using var office = new MailOffice(engine);
        var sent = office.Mailing.Few();
        await office.DeliverAsync(sent, At(5, 20, 9));
        string head = office.Mailing.At("head"), strategy = office.Mailing.At("strategy");

        await RunAsync(office, At(5, 20, 10));
        Left(office, "answer").Count.ShouldBe(sent.Count(message => message.AnswerTo is not null));
        Left(office, "report").ShouldBe([head], "the report of a day on which something came in");
        Left(office, "reminder").ShouldBeEmpty("there are more than five working days");

        // 24 May is the fifth working day before Monday the 31st: the holiday of the 26th is one of the moon's, which the office has to enter.
        await RunAsync(office, At(5, 25, 8));
        var reminded = Left(office, "reminder");
        reminded.ShouldContain(office.Mailing.Of(83), customMessage: "nothing came");
        reminded.ShouldContain(office.Mailing.Of(49), customMessage: "what came was rejected");
        foreach (var filed in new[] { office.Mailing.Of(74), office.Mailing.Of(56), office.Mailing.At("north") })
            reminded.ShouldNotContain(filed);
        // An office for two provinces hears of each.
        reminded.GroupBy(to => to, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBe([office.Mailing.At("central")]);

        await RunAsync(office, At(6, 1, 8));
        // The day after the deadline is the first of the month as well.
        Left(office, "report").Order(StringComparer.Ordinal).ShouldBe([head, head, strategy]);
        var overdue = Left(office, "overdue");
        overdue.ShouldContain(office.Mailing.Of(49));
        overdue.Count(to => to == head).ShouldBe(1, "the division hears of all of them");
        overdue.ShouldNotContain(office.Mailing.Of(74));

        var before = office.Sink.All().Count;
        await RunAsync(office, At(6, 1, 15));
        office.Sink.All().Count.ShouldBe(before, "nobody hears anything twice");
        new Judge(office, sent).Relay();
        await new Judge(office, sent).MailboxAsync();
    }

    private static Task<RunResult> RunAsync(MailOffice office, DateTimeOffset at) =>
        new MainRun(office.Station($"at{at:MMdd}", new ShiftedClock(at))).RunAsync(new WorkOrder("run"), CancellationToken.None);

    private static IReadOnlyList<string> Left(MailOffice office, string kind) =>
        office.Query<string>($"SELECT o.recipient FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE o.kind = '{kind}' AND s.state = 'sent'");

    private static DateTimeOffset At(int month, int day, int hour) => new(2021, month, day, hour, 0, 0, TimeSpan.FromHours(7));
}

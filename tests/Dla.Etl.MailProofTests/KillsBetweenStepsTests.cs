using Dla.Etl.Intake.Mails;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Dla.Etl.Running;

namespace Dla.Etl.MailProofTests;

/// <summary>The program dies between two steps of its work with mail, at each of them, with the real servers; the next run goes on, and all is counted once.</summary>
public sealed class KillsBetweenStepsTests
{
    private const string Take = "take", Answer = "answer", Notify = "notify", Send = "send";

    public static TheoryData<string, string> Steps()
    {
        var steps = new TheoryData<string, string>();
        foreach (var engine in new[] { MailOffice.Sqlite, MailOffice.Postgres })
            foreach (var work in new[] { Take, Answer, Notify, Send })
                steps.Add(engine, work);
        return steps;
    }

    [SkippableTheory]
    [MemberData(nameof(Steps))]
    public async Task Dovecot_and_the_relay_see_everything_once_although_the_program_dies_at_every_step(string engine, string work)
    {
        await using var office = new MailOffice(engine);
        var sent = office.Mailing.Few();
        await office.DeliverAsync(sent);
        await UpToAsync(office, work);

        foreach (var step in StepsOf(work))
            await DieAsync(office, work, step);
        office.Run("run").Exit.ShouldBe(0);

        Operator.Settle(office).ShouldBe(work == Send ? 2 : 0, "killed before the relay heard of it and after it had answered");
        await new Judge(office, sent).EverythingAsync();
    }

    private static IReadOnlyList<string> StepsOf(string work) => work switch
    {
        Take => MailSteps.All,
        Answer => ["composed", "decided"],
        Notify => ["composed", "decided"],
        _ => ["composed", "begun", "answered", "recorded"],
    };

    private static async Task UpToAsync(MailOffice office, string work)
    {
        var (station, order) = (office.Station("before"), new WorkOrder("before"));
        if (work == Take)
            return;
        await new MailboxWork(station).RunAsync(order, CancellationToken.None);
        await new DecideWork(station).RunAsync(order, CancellationToken.None);
        if (work == Answer)
            return;
        await new MailAnswerWork(station).RunAsync(order, CancellationToken.None);
        await new ConsolidateWork(station).RunAsync(order, CancellationToken.None);
        await new ReportWork(station).RunAsync(order, CancellationToken.None);
        if (work == Send)
            await new NotifyWork(station).RunAsync(order, CancellationToken.None);
    }

    private static async Task DieAsync(MailOffice office, string work, string step)
    {
        var (station, order, died) = (office.Station(step), new WorkOrder("killed"), false);
        void At(string done)
        {
            if (done != step && !done.StartsWith(step + " ", StringComparison.Ordinal))
                return;
            died = true;
            throw new Died();
        }

        Func<Task> killed = work switch
        {
            Take => () => new MailboxWork(station) { AtStep = At }.RunAsync(order, CancellationToken.None),
            Answer => () => new MailAnswerWork(station) { AtStep = At }.RunAsync(order, CancellationToken.None),
            Notify => () => new NotifyWork(station) { AtStep = At }.RunAsync(order, CancellationToken.None),
            _ => () => new SendWork(station) { AtStep = At }.RunAsync(order, CancellationToken.None),
        };
        await Should.ThrowAsync<Died>(killed);
        died.ShouldBeTrue();
    }
}

using Dla.Etl.Intake.Mails;

namespace Dla.Etl.StorageTests.Mails;

public sealed class MailKillTests
{
    public static IEnumerable<object?[]> Kills() =>
        StorageUnderTest.OnEach(from step in MailSteps.All from renumbered in new[] { false, true } select (object?[])[step, renumbered]);

    [SkippableTheory]
    [MemberData(nameof(Kills))]
    public async Task Killed_at_any_step_nothing_is_lost_and_nothing_taken_twice(string engine, string step, bool renumbered)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("ปริมาณ.csv", "first").With("อื่น.csv", "second"));
        office.Deliver(new Letter(MailOffice.Stranger).With("a.csv", "third"));
        office.Deliver(new Letter(MailOffice.ChiangRai).With("b.csv", "fourth"));

        await Should.ThrowAsync<Killed>(() => office.PollAsync(KillAt(step)));
        if (renumbered)
            office.Server.Renumber();
        await office.PollAsync();

        office.Query<string>("SELECT disposition FROM received_mail WHERE disposition <> 'repeated' ORDER BY number").ShouldBe(["taken", "held", "taken"]);
        office.Query<string>("SELECT file_name FROM received_file ORDER BY receipt_number").ShouldBe(["ปริมาณ.csv", "อื่น.csv", "b.csv"]);
        office.Server.Moved.Count.ShouldBe(3);
        office.ShouldBeWhole();
        var again = await office.PollAsync();
        (again.Mails, again.Received, again.RunId).ShouldBe((0, 0, null), "a further look has nothing to do and leaves no line");
    }

    [SkippableTheory]
    [MemberData(nameof(StorageUnderTest.Engines), MemberType = typeof(StorageUnderTest))]
    public async Task Killed_again_and_again_it_still_ends_well(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("ปริมาณ.csv", "first"));
        foreach (var step in MailSteps.All.Take(3).Concat(MailSteps.All))
            try
            {
                await office.PollAsync(KillAt(step));
            }
            catch (Killed)
            {
                // The next look goes on from there.
            }

        await office.PollAsync();

        office.Mails().ShouldBe(["1 taken received"]);
        office.Files().ShouldBe(["mail/000001/ปริมาณ.csv -"]);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(StorageUnderTest.Engines), MemberType = typeof(StorageUnderTest))]
    public async Task A_message_that_takes_the_process_with_it_every_time_is_set_aside_in_the_end(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao) { Subject = "poison" }.With("ปริมาณ.csv", "first"));
        for (var time = 0; time < 10; time++)
            await Should.ThrowAsync<Killed>(() => office.PollAsync(breaksOn: subject => subject == "poison" ? new Killed() : null));

        var result = await office.PollAsync(breaksOn: subject => subject == "poison" ? new Killed() : null);

        office.Mails().ShouldBe(["1 unreadable problem"]);
        result.Problems.ShouldContain(problem => problem.Finding.Kind.Id == "MAIL-024");
        office.ShouldBeWhole();
    }

    private static Action<string> KillAt(string step)
    {
        var killed = false;
        return at =>
        {
            if (at != step || killed)
                return;
            killed = true;
            throw new Killed();
        };
    }

    // What no part of the program catches, as nothing catches a kill.
    private sealed class Killed : OutOfMemoryException;
}

using Dla.Etl.Mail;
using Dla.Etl.Running;

namespace Dla.Etl.StorageTests.Mails;

public sealed class MailboxWorkTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_a_known_office_sends_is_registered_with_the_time_of_the_mail_server_and_moved(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("ปริมาณ.csv", "first").With("หนังสือนำ.pdf", "letter").With("ปริมาณ.csv", "other"));

        var result = await office.PollAsync();

        (result.Mails, result.Received).ShouldBe((1, 2));
        office.Query<string>("SELECT folder || ' ' || drop_path || ' ' || mail_part || ' ' || first_seen_at FROM received_file ORDER BY receipt_number").ShouldBe(
        [
            "56-พะเยา mail/000001/ปริมาณ.csv ปริมาณ.csv 2021-05-01T01:00:00.0000000Z",
            "56-พะเยา mail/000001/(2) ปริมาณ.csv ปริมาณ.csv (2) 2021-05-01T01:00:00.0000000Z",
        ]);
        office.Findings().ShouldBe(["1 MAIL-020"], "the covering letter is named");
        office.Server.Moved.Select(moved => moved.Folder).ShouldBe([MailboxFolder.Received]);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Without_a_mailbox_there_is_nothing_to_do(string engine)
    {
        await using var office = new MailOffice(engine);
        var station = office.Station();
        var result = await new MailboxWork(station with { Workplace = station.Workplace with { Mailbox = null } }).RunAsync(new WorkOrder("mailbox"), CancellationToken.None);
        (result.DidSomething, result.RunId).ShouldBe((false, null));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_server_that_cannot_be_reached_is_told_to_the_operator_and_leaves_no_run(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Server.OnLine = (act, _) => throw new MailboxException($"no line ({act})", isTransient: true);
        var result = await office.PollAsync();
        result.Problems.Single().Finding.Message.ShouldBe("อ่านกล่องจดหมาย returns@example.go.th@mail.example.go.th/INBOX ไม่ได้: no line (open)");
        office.Query<string>("SELECT id FROM run").ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_line_that_breaks_costs_no_message_an_attempt_and_the_next_look_takes_the_others_first(string engine)
    {
        await using var office = new MailOffice(engine);
        var bad = office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.ChiangRai).With("b.csv", "second"));
        office.Server.OnLine = (act, uid) =>
        {
            if (act == "download" && uid == bad)
                throw new MailboxException("line broke", isTransient: true);
        };
        for (var time = 0; time < 12; time++)
            await office.PollAsync();
        office.Mails().ShouldBe(["1 taken received"], "the other one was taken although the first never came through");
        office.Server.OnLine = (_, _) => { };
        await office.PollAsync();
        office.Mails().ShouldBe(["1 taken received", "2 taken received"]);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_message_that_cannot_be_moved_is_taken_once_and_moved_later(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", "first"));
        office.Server.OnLine = (act, _) =>
        {
            if (act == "move")
                throw new MailboxException("[OVERQUOTA]", isTransient: false);
        };
        (await office.PollAsync()).Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(["MAIL-028"]);
        (await office.PollAsync()).Mails.ShouldBe(0);
        office.Server.OnLine = (_, _) => { };
        await office.PollAsync();
        office.Files().Count.ShouldBe(1);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_message_on_which_the_program_breaks_is_tried_three_times_and_holds_up_no_other(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao) { Subject = "bad" }.With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.ChiangRai).With("b.csv", "second"));
        Exception? Breaks(string subject) => subject == "bad" ? new InvalidOperationException("broken") : null;

        (await office.PollAsync(breaksOn: Breaks)).Problems.Single().Finding.Kind.Id.ShouldBe("MAIL-023");
        office.Files().ShouldBe(["mail/000001/b.csv -"]);
        await office.PollAsync(breaksOn: Breaks);
        var third = await office.PollAsync(breaksOn: Breaks);

        third.Broken.Single().Message.ShouldContain("broken");
        third.Problems.Single().Finding.Kind.Id.ShouldBe("MAIL-024");
        office.Mails().ShouldBe(["1 taken received", "2 unreadable problem"]);
        office.ShouldBeWhole();

        // Put back by hand after the program was mended, it is taken.
        office.Server.Deliver(office.Server.Moved[^1].Bytes, office.Storage.Clock.Now);
        await office.PollAsync();
        office.Mails().ShouldBe(["1 taken received", "2 unreadable problem", "3 taken received"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_same_message_again_is_known_and_not_taken(string engine)
    {
        await using var office = new MailOffice(engine);
        var letter = new Letter(MailOffice.Phayao).With("a.csv", "first");
        office.Deliver(letter, "one.example.go.th");
        await office.PollAsync();
        office.Deliver(letter, "one.example.go.th");
        office.Deliver(letter, "two.example.go.th");
        office.Deliver(letter with { MessageId = "another@example.go.th" });
        office.Deliver(letter with { From = MailOffice.ChiangRai });
        office.Deliver(letter with { Attachments = [("a.csv", "changed"u8.ToArray())] });
        await office.PollAsync();

        office.Mails().ShouldBe(
            ["1 taken received", "2 repeated received", "3 repeated received", "4 taken received", "5 taken received", "6 taken received"],
            "the same bytes; the same by another server; a new message; somebody else's; other content");
        office.Withheld().ShouldBe(["2 ซ้ำกับอีเมลเลขรับ 000001", "3 ซ้ำกับอีเมลเลขรับ 000001"]);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task After_another_uidvalidity_what_was_taken_is_known_again(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Server.OnLine = (act, _) =>
        {
            if (act == "move")
                throw new MailboxException("read only", isTransient: false);
        };
        office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", "first"));
        office.Deliver(new Letter(MailOffice.ChiangRai).With("b.csv", "second"));
        await office.PollAsync();
        office.Server.Renumber();
        office.Deliver(new Letter(MailOffice.Both).With("c.csv", "third"));
        office.Server.OnLine = (_, _) => { };
        await office.PollAsync();

        office.Mails().ShouldBe(["1 taken received", "2 taken received", "3 repeated received", "4 repeated received", "5 taken received"]);
        office.Files().Count.ShouldBe(3);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_at_the_same_mailbox_take_everything_once(string engine)
    {
        await using var office = new MailOffice(engine);
        for (var number = 0; number < 12; number++)
            office.Deliver(new Letter(MailOffice.Phayao).With($"{number}.csv", $"content {number}"));
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(node => Task.Run(() =>
            new MailboxWork(office.Station($"node{node}")).RunAsync(new WorkOrder("mailbox") { Wait = TimeSpan.FromMinutes(1) }, CancellationToken.None))));
        results.Sum(result => result.Mails).ShouldBe(12);
        office.Files().Count.ShouldBe(12);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [InlineData("sqlite", 0, "taken")]
    [InlineData("sqlite", -1, "too_large")]
    [InlineData("postgres", 0, "taken")]
    [InlineData("postgres", -1, "too_large")]
    public async Task A_message_above_the_limit_is_not_taken_only_its_header_is_read(string engine, int room, string disposition)
    {
        await using var office = new MailOffice(engine);
        var letter = new Letter(MailOffice.Phayao).With("a.csv", new string('x', 5000));
        office.Mail = office.Mail with { Imap = office.Mail.Imap with { MaxMessageBytes = letter.Bytes().Length + room } };
        office.Deliver(letter);
        await office.PollAsync();
        office.Query<string>("SELECT disposition || ' ' || sender FROM received_mail").ShouldBe([$"{disposition} {MailOffice.Phayao}"]);
        (office.Query<string?>("SELECT sha256 FROM received_mail").Single() is null).ShouldBe(room < 0);
        office.ShouldBeWhole();
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Mail_of_machines_is_registered_and_never_answered(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao) { Subject = "away" }.Header("Auto-Submitted: auto-replied"));
        office.Deliver(new Letter("mailer-daemon@mail.example.go.th") { Subject = "Undelivered" });
        office.Deliver(new Letter(MailOffice.Phayao).Header("Auto-Submitted: auto-generated").With("a.csv", "first"));
        office.Deliver(new Letter("returns@example.go.th").With("a.csv", "first"));
        var result = await office.PollAsync();
        office.Mails().ShouldBe(["1 automatic received", "2 automatic problem", "3 automatic problem", "4 automatic received"]);
        office.Withheld().Count.ShouldBe(4);
        office.Files().ShouldBeEmpty();
        result.Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(["MAIL-027", "MAIL-026"]);
        office.Allow(3).Files.ShouldBe(1, "an operator who looked lets it in");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Names_of_attachments_are_kept_as_delivered_and_tidy_where_they_are_a_path(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("../../etc/passwd.csv", "1").With(new string('ก', 200) + ".csv", "2").With("CON.csv", "3"));
        await office.PollAsync();
        var paths = office.Query<string>("SELECT drop_path FROM received_file ORDER BY receipt_number");
        paths.ShouldAllBe(path => path.Split('/', StringSplitOptions.None).Length == 3);
        paths[2].ShouldBe("mail/000001/_CON.csv");
        office.Query<string>("SELECT file_name FROM received_file ORDER BY receipt_number")[1].Length.ShouldBe(204);
        office.ShouldBeWhole();
    }
}

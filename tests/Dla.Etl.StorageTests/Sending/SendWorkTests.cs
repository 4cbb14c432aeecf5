using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests.Sending;

public class SendWorkTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    public static IEnumerable<object?[]> Outcomes => StorageUnderTest.OnEach(
    [
        [DeliveryOutcome.Sent, "1 sent 1", null, null, "the relay has it"],
        [DeliveryOutcome.Later, "1 waiting 1", 1, null, "one minute after the first try"],
        [DeliveryOutcome.Refused, "1 failed 1", null, "MAIL-103", "it will never have it"],
        [DeliveryOutcome.Uncertain, "1 uncertain 1", null, "MAIL-102", "it may have it"],
        [DeliveryOutcome.NoRelay, "1 waiting 0", 5, "MAIL-104", "no try of this mail"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Outcomes))]
    public async Task What_the_relay_says_decides_how_a_mail_stands(string engine, DeliveryOutcome outcome, string state, int? minutes, string? finding, string why)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");

        var result = await office.SendAsync(new FakeRelay(_ => new Delivery(outcome, outcome == DeliveryOutcome.Sent ? "" : "ตอบว่า\r\nไม่ได้")));

        office.States().ShouldBe([state], why);
        var mail = office.Mailed(1);
        mail.NextTryAt.ShouldBe(minutes is { } wait ? office.Storage.Clock.Now.AddMinutes(wait) : null, why);
        mail.LastError.ShouldBe(outcome == DeliveryOutcome.Sent ? null : @"ตอบว่า\r\nไม่ได้", why);
        result.MailsSent.ShouldBe(outcome == DeliveryOutcome.Sent ? 1 : 0);
        result.Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(finding is null ? [] : [finding], why);
    }

    public static IEnumerable<object?[]> Kills => StorageUnderTest.OnEach(
    [
        ["composed", "1 waiting 0", "1 sent 1", 1, 0, "nobody had heard of it"],
        ["begun", "1 sending 1", "1 uncertain 1", 0, 1, "whoever comes next cannot know that the relay had not"],
        ["answered", "1 sending 1", "1 uncertain 1", 1, 1, "between the relay's 250 and our commit"],
        ["recorded", "1 sent 1", "1 sent 1", 1, 0, "nothing is left to do"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Kills))]
    public async Task A_kill_between_two_steps_never_sends_a_mail_twice(string engine, string step, string left, string after, int handed, int problems, string why)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        var relay = FakeRelay.Taking;

        await Should.ThrowAsync<OperationCanceledException>(() => office.SendAsync(relay, at => { if (at == step) throw new OperationCanceledException("killed"); }));
        office.States().ShouldBe([left], why);
        var next = await office.SendAsync(relay);
        var last = await office.SendAsync(relay);

        office.States().ShouldBe([after], why);
        relay.Given.Count.ShouldBe(handed, why);
        next.Problems.Count.ShouldBe(problems, why);
        last.Problems.ShouldBeEmpty("the operator hears of it once, and then from status");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_mail_as_a_file_is_written_once_whatever_is_killed(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        office.Add("b", "b@example.org");

        await Should.ThrowAsync<OperationCanceledException>(() => office.SendAsync(null, _ => throw new OperationCanceledException("killed")));
        office.States().ShouldBe(["1 waiting 0", "2 waiting 0"]);
        office.Files().ShouldBe(["000001-phayao@example.go.th.eml"]);
        var result = await office.SendAsync(null);
        await office.SendAsync(null);

        office.States().ShouldBe(["1 written 0", "2 written 0"]);
        office.Files().ShouldBe(["000001-phayao@example.go.th.eml", "000002-b@example.org.eml"]);
        result.MailsSent.ShouldBe(2);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task One_bad_mail_holds_up_no_other(string engine)
    {
        await using var office = new PostOffice(engine);
        var gone = new OutgoingAttachment("หาย.xlsx", ContentHash.Of("gone"u8), 4);
        office.Add("refused");
        office.Add("attachment gone", PostOffice.ChiangRai, gone);
        office.Add("address forgotten", PostOffice.ChiangRai);
        office.Database.Write(lane => lane.Execute("UPDATE outbox SET recipient = '(ลบแล้ว)' WHERE number = 3"));
        office.Add("broken");
        office.Add("good", "good@example.org");
        var relay = new FakeRelay(number => number switch
        {
            1 => new Delivery(DeliveryOutcome.Refused, "550"),
            2 => throw new InvalidOperationException("the client broke"),
            _ => new Delivery(DeliveryOutcome.Sent),
        });

        var result = await office.SendAsync(relay);

        office.States().ShouldBe(["1 failed 1", "2 failed 0", "3 failed 0", "4 waiting 1", "5 sent 1"]);
        result.Broken.Single().Message.ShouldContain("000004");
        result.Problems.Count.ShouldBe(3);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_relay_that_is_down_is_asked_once_a_round_and_no_mail_fails_for_it(string engine)
    {
        await using var office = new PostOffice(engine);
        foreach (var number in Enumerable.Range(1, 4))
            office.Add($"mail {number}");
        var relay = new FakeRelay(_ => new Delivery(DeliveryOutcome.NoRelay, "refused"));

        foreach (var round in Enumerable.Range(1, 50))
        {
            await office.SendAsync(relay);
            relay.Given.Count.ShouldBe(round);
            office.Storage.Clock.Now += TimeSpan.FromHours(1);
        }

        office.States().ShouldBe(["1 waiting 0", "2 waiting 0", "3 waiting 0", "4 waiting 0"]);
        await office.SendAsync(FakeRelay.Taking);
        office.States().ShouldBe(["1 sent 1", "2 sent 1", "3 sent 1", "4 sent 1"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_mail_that_is_put_off_again_and_again_fails_in_the_end(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        var relay = new FakeRelay(_ => new Delivery(DeliveryOutcome.Later, "451"));

        await office.SendAsync(relay);
        await office.SendAsync(relay);
        relay.Given.Count.ShouldBe(1, "not before its time");
        office.Storage.Clock.Now += TimeSpan.FromMinutes(1);
        await office.SendAsync(relay);
        office.States().ShouldBe(["1 waiting 2"]);
        office.Storage.Clock.Now += TimeSpan.FromMinutes(2);
        (await office.SendAsync(relay)).Problems.Single().Finding.Kind.Id.ShouldBe("MAIL-103");
        office.States().ShouldBe(["1 failed 3"], "MaxTries");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_never_send_at_once(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        var (other, relay) = (office.Station("two"), FakeRelay.Taking);
        RunResult? beside = null;

        var result = await new SendWork(office.Station(), relay)
        {
            AtStep = step => { if (step == "begun") beside = new SendWork(other, relay).RunAsync(new WorkOrder("send"), CancellationToken.None).GetAwaiter().GetResult(); },
        }.RunAsync(new WorkOrder("send"), CancellationToken.None);

        beside!.LeftTo.Single().Node.ShouldBe("one");
        result.MailsSent.ShouldBe(1);
        relay.Given.Count.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Who_has_lost_the_lease_tells_the_truth_of_the_mail_in_hand_and_begins_no_other(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("in hand");
        office.Add("next");
        var relay = FakeRelay.Taking;

        await Should.ThrowAsync<LeaseLostException>(() => office.SendAsync(relay, step =>
        {
            if (step != "begun")
                return;
            // Another node takes over, and finds a mail that somebody was sending.
            office.Database.Write(lane => lane.Execute("UPDATE lease SET token = token + 1 WHERE name = 'send'"));
            office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = 'uncertain' WHERE state = 'sending'"));
        }));

        office.States().ShouldBe(["1 sent 1", "2 waiting 0"], "that it left is certain after all");
        relay.Given.Count.ShouldBe(1);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_an_operator_has_settled_no_late_answer_changes(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");

        await Should.ThrowAsync<LeaseLostException>(() => office.SendAsync(FakeRelay.Taking, step =>
        {
            if (step != "begun")
                return;
            office.Add("next");
            office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = 'uncertain' WHERE state = 'sending'"));
            office.Database.Write(lane => OutboxSettling.Settle(lane, 1, Settlement.Cancelled, "ผู้รับได้ทางอื่นแล้ว")).Succeeded.ShouldBeTrue();
            throw new LeaseLostException("test");
        }));

        office.States()[0].ShouldBe("1 cancelled 0");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Only_what_did_not_simply_leave_is_settled(string engine)
    {
        (OutboxState, Settlement)[] possible =
        [
            (OutboxState.Uncertain, Settlement.Sent), (OutboxState.Uncertain, Settlement.Again), (OutboxState.Uncertain, Settlement.Cancelled),
            (OutboxState.Failed, Settlement.Again), (OutboxState.Failed, Settlement.Cancelled), (OutboxState.Cancelled, Settlement.Again), (OutboxState.Waiting, Settlement.Cancelled),
        ];
        await using var office = new PostOffice(engine);
        office.Add("a");
        foreach (var state in Enum.GetValues<OutboxState>())
            foreach (var how in Enum.GetValues<Settlement>())
            {
                office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = @state, tries = 2", new { state = StoredName.Of(state) }));
                var settled = office.Database.Write(lane => OutboxSettling.Settle(lane, 1, how, " ตรวจบันทึกแล้ว "));
                settled.Succeeded.ShouldBe(possible.Contains((state, how)), $"{state} {how}");
                if (!settled.Succeeded)
                    office.States().ShouldBe([$"1 {StoredName.Of(state)} 2"], $"{state} {how}");
            }

        office.Query<string>("SELECT reason FROM audit WHERE action = 'mail_settled'").ShouldBe(Enumerable.Repeat("ตรวจบันทึกแล้ว", possible.Length));
    }

    public static IEnumerable<object?[]> Readdressed => StorageUnderTest.OnEach(
    [
        ["report r 2563 night-1 accounting-head 2", OutgoingKind.Report, null, "new@example.go.th", "the post's second address of now"],
        ["report_failed 2021-05-18 accounting-head 1", OutgoingKind.ReportFailed, null, "head@example.go.th", "likewise"],
        ["reminder 2021-05-31 first unit 57 1", OutgoingKind.Reminder, null, PostOffice.ChiangRai, "the unit's"],
        ["overdue 2021-05-31 last post accounting-head 1", OutgoingKind.Overdue, null, "head@example.go.th", "a post's reminder"],
        ["reminder 2021-05-31 first unit 58 1", OutgoingKind.Reminder, null, null, "the book has nobody there"],
        ["report r 2563 night-1 accounting-head 3", OutgoingKind.Report, null, null, "nor there"],
        ["report r 2563 night-1 accounting-head 3", OutgoingKind.Report, "Own@Example.go.th", "own@example.go.th", "the operator's own"],
        ["answer/x/received", OutgoingKind.Answer, null, "old@example.go.th", "an answer goes to its sender"],
        ["answer/x/received", OutgoingKind.Answer, "a b@example.go.th", null, "no address"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Readdressed))]
    public async Task What_is_sent_once_more_goes_where_its_post_is_now(string engine, string occasion, OutgoingKind kind, string? given, string? expected, string why)
    {
        await using var office = new PostOffice(engine);
        var book = new AddressBook(office.Book.Units, [new Post("accounting-head", "ผู้อำนวยการกองคลัง", ["head@example.go.th", "new@example.go.th"])]);
        office.Database.Write(lane => new Outbox(office.Mail.Smtp).Add(lane, new OutgoingMail(occasion, kind, "old@example.go.th", "เรื่อง", "", "")));
        office.Database.Write(lane => lane.Execute("UPDATE outbox_state SET state = 'failed'"));

        var address = office.Database.Write(lane => NewAddress.Of(lane, 1, given, book));
        (address.Succeeded ? address.Value : null).ShouldBe(expected, why);
        if (expected is null)
            return;
        office.Database.Write(lane => OutboxSettling.Settle(lane, 1, Settlement.Again, "ทดสอบ", expected)).Succeeded.ShouldBeTrue();
        var relay = FakeRelay.Taking;
        await office.SendAsync(relay);
        relay.Given.ShouldBe([expected]);
        var said = office.Query<string>("SELECT detail FROM audit WHERE action = 'mail_settled'").Single();
        said.Contains("ไปที่อยู่ใหม่", StringComparison.Ordinal).ShouldBe(expected != "old@example.go.th");
        said.ShouldNotContain("@");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Settling_wants_a_mail_and_a_reason(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Add("a");
        office.Database.Write(lane => OutboxSettling.Settle(lane, 7, Settlement.Cancelled, "x")).Reason.ShouldBe("ไม่มีอีเมลส่งออกเลขที่ 000007");
        foreach (var reason in new[] { "", "  ", "ก\nข", new string('ก', 501) })
            office.Database.Write(lane => OutboxSettling.Settle(lane, 1, Settlement.Cancelled, reason)).Succeeded.ShouldBeFalse(reason);
    }
}

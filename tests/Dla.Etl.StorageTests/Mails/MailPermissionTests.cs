using Dla.Etl.Correspondence;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.StorageTests.Mails;

public sealed class MailPermissionTests
{
    private const string OfPhayao = "forms/unit-cost-quantity/2563-ok-csv-utf8/input.csv";
    private const string OfChiangRai = "samples/unit-cost-quantity/2563/57-chiang-rai-1.csv";
    private const string OfNobody = "forms/unit-cost-quantity/2563-error-no-province/input.xlsx";

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    public static IEnumerable<object?[]> Rules() => StorageUnderTest.OnEach(
    [
        [MailOffice.Phayao, OfPhayao, "a.csv", "loaded", "a province's own address"],
        [MailOffice.Phayao, OfChiangRai, "a.csv", "needs_permission", "a neighbour's return"],
        [MailOffice.Both, OfChiangRai, "a.csv", "loaded", "an address of two provinces: the second"],
        [MailOffice.Both, OfPhayao, "a.csv", "loaded", "an address of two provinces: the first"],
        [MailOffice.District, OfPhayao, "a.csv", "needs_permission", "a district never sends for its province"],
        [MailOffice.Phayao, OfNobody, "a.xlsx", "loaded", "no province is named anywhere: the sender's is taken"],
        [MailOffice.Both, OfNobody, "a.xlsx", "rejected", "no province is named, and the sender has two"],
        [MailOffice.District, OfNobody, "a.xlsx", "rejected", "no province is named, and the sender has none"],
        [MailOffice.Phayao, OfNobody, "เชียงราย.xlsx", "needs_permission", "the name of the file is trusted before the sender's address"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Rules))]
    public async Task Who_may_send_for_whom(string engine, string sender, string file, string name, string verdict, string because)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(sender).With(name, MailOffice.Return(file)));
        await office.PollAsync();
        await office.DecideAsync();
        var decided = office.Query<string>("SELECT verdict FROM outcome").Single();
        (decided == "loaded_with_warnings" ? "loaded" : decided).ShouldBe(verdict, because);
        office.Query<long>("SELECT count(*) FROM return_version").Single().ShouldBe(verdict == "loaded" ? 1 : 0);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_sender_hears_for_whom_he_may_send_and_the_unit_has_filed_nothing(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", MailOffice.Return(OfChiangRai)));
        await office.PollAsync();
        await office.DecideAsync();
        office.Query<string>("SELECT message FROM finding ORDER BY position")[0].ShouldBe(
            "แบบรายงานนี้เป็นของ จังหวัดเชียงราย แต่ที่อยู่อีเมลที่ใช้ส่งมีสิทธิ์ส่งเฉพาะ จังหวัดพะเยา ระบบจึงยังไม่ได้นำเข้าข้อมูล");

        // The operator names the unit; the file is taken anew with a receipt of its own and the time at which it came.
        office.Allow(1, "56").ShouldBe((MailAllowed.UnitMissing, 0));
        office.Allow(1, "57").ShouldBe((MailAllowed.Done, 1));
        office.Allow(1, "57").ShouldBe((MailAllowed.NothingWaits, 0), "it was let in already");
        await office.DecideAsync();
        office.Query<string>("SELECT verdict FROM outcome ORDER BY sequence").Count.ShouldBe(2);
        office.Query<string>("SELECT unit || ' ' || received_at FROM return_version").ShouldBe(["57 2021-05-01T01:00:00.0000000Z"]);
        office.Query<string>("SELECT action FROM audit WHERE action = 'mail_released'").Count.ShouldBe(1);
        office.Allow(2).Allowed.ShouldBe(MailAllowed.Unknown);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task An_unknown_sender_is_held_told_once_and_let_in_when_the_book_knows_him(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Stranger).With("a.csv", MailOffice.Return(OfPhayao)));
        office.Deliver(new Letter(MailOffice.Stranger).With("b.csv", "more"));
        var result = await office.PollAsync();
        office.Mails().ShouldBe(["1 held problem", "2 held problem"]);
        office.Files().ShouldBeEmpty();
        office.Findings().ShouldBe(["1 MAIL-017", "2 MAIL-017"]);
        office.Withheld().ShouldBe(["2 แจ้งผู้ส่งรายนี้แล้วว่ายังไม่ได้ลงทะเบียน"]);
        result.Problems.Select(problem => problem.Finding.Kind.Id).ShouldBe(["MAIL-025", "MAIL-025"]);

        office.Allow(1).Allowed.ShouldBe(MailAllowed.UnitMissing, "nobody knows for whom he sends");
        office.Book = office.Book with { Units = [.. office.Book.Units, new UnitContact("11", [MailOffice.Stranger])] };
        var known = await office.PollAsync();
        known.Received.ShouldBe(2);
        known.RunId.ShouldNotBeNull();
        await office.DecideAsync();
        office.Files().ShouldBe(["mail/000001/a.csv needs_permission", "mail/000002/b.csv not_recognised"], "he is known for another province");
        office.Query<long>("SELECT DISTINCT mail_release FROM received_file").ShouldBe([1]);
        (await office.PollAsync()).RunId.ShouldBeNull("there is nothing more to let in");
        office.ShouldBeWhole();

        // A second release of the same message, on the word of an operator.
        office.Allow(1, "56").ShouldBe((MailAllowed.Done, 1));
        await office.DecideAsync();
        office.Query<string>("SELECT unit FROM return_version").ShouldBe(["56"]);
        office.Query<long>("SELECT mail_release FROM received_file ORDER BY receipt_number").ShouldBe([1, 1, 2]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_was_let_in_late_takes_no_newer_return_s_place(string engine)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Stranger).With("เก่า.csv", MailOffice.Return(OfPhayao)));
        await office.PollAsync();
        office.Storage.Clock.Now += TimeSpan.FromDays(2);
        byte[] newer = [.. MailOffice.Return(OfPhayao), .. "\r\n"u8];
        office.Deliver(new Letter(MailOffice.Phayao).With("ใหม่.csv", newer));
        await office.PollAsync();
        await office.DecideAsync();
        office.Allow(1, "56").Allowed.ShouldBe(MailAllowed.Done);
        await office.DecideAsync();
        office.Files().ShouldBe(["mail/000002/ใหม่.csv loaded", "mail/000001/เก่า.csv rejected"]);
        office.Query<string>("SELECT kind FROM finding WHERE kind = 'LOD-001'").Count.ShouldBe(1);
    }

    public static IEnumerable<object?[]> Origins() => StorageUnderTest.OnEach(
    [
        ["mail.example.go.th; spf=pass dkim=pass dmarc=pass", "taken", "all is well"],
        ["mail.example.go.th; spf=none; dkim=none; dmarc=none", "taken", "nothing is known"],
        ["mail.example.go.th; spf=softfail; dkim=neutral", "taken", "neither says that it is false"],
        ["mail.example.go.th; spf=temperror; dkim=permerror", "taken", "an error of the server's says nothing of the sender"],
        ["mail.example.go.th; spf=fail", "held", "from a server that may not send for the domain"],
        ["mail.example.go.th; spf=pass; dkim=fail", "held", "changed on the way, or signed by another"],
        ["mail.example.go.th; spf=pass; dkim=pass; dmarc=fail", "held", "neither is that of the address in From"],
        ["mail.example.go.th; spf=fail; dkim=pass; dmarc=pass", "taken", "forwarded: the signature of the address in From is sound"],
        ["mail.example.org; spf=fail; dkim=fail; dmarc=fail", "taken", "anybody can write a header: only our own server's is believed"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Origins))]
    public async Task Mail_that_is_not_from_whom_it_claims_waits_for_an_operator(string engine, string results, string disposition, string because)
    {
        await using var office = new MailOffice(engine);
        office.Deliver(new Letter(MailOffice.Phayao).With("a.csv", "first").Header($"Authentication-Results: {results.Replace(" d", "; d", StringComparison.Ordinal).Replace(";;", ";", StringComparison.Ordinal)}"));
        await office.PollAsync();
        office.Query<string>("SELECT disposition FROM received_mail").Single().ShouldBe(disposition, because);
        if (disposition != "held")
            return;
        office.Withheld().ShouldBe(["1 ไม่ตอบที่อยู่ที่ยืนยันไม่ได้"]);
        (await office.PollAsync()).Received.ShouldBe(0, "the address book alone does not let it in");
        office.Allow(1).ShouldBe((MailAllowed.Done, 1), "an operator does, without naming a unit: the sender has one");
    }
}

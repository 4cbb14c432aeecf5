using Dapper;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Running;

namespace Dla.Etl.StorageTests;

/// <summary>Reminders: only who has not filed, each rung and deadline once, a new deadline anew.</summary>
public class NotifyReminderTests
{
    private const string Before = "reminder 2021-05-31 before-5 unit";

    // The form of the department has the same deadline.
    private const string Costs = "ค่าใช้จ่ายรายศูนย์ต้นทุน";

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Five_working_days_before_only_those_are_reminded_of_whom_no_version_stands(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Workplace = office.Workplace with { Subscriptions = SubscriptionCatalogue.None };
        office.Load(56, "พะเยา");
        office.Go("2021-05-20 07:30");
        (await office.NotifyAsync()).Notices.ShouldBe(0, "a working day too early");
        office.Go("2021-05-21 02:30");
        (await office.NotifyAsync()).Notices.ShouldBe(0, "not in the night");
        office.Go("2021-05-21 07:30");
        var result = await office.NotifyAsync();

        var reminders = office.Mails.Where(mail => mail.Kind == "reminder").ToList();
        reminders.Select(mail => (mail.Occasion, mail.Recipient)).ShouldBe([($"{Before} 57 1", NoticeOffice.ChiangRai), ($"{Before} 57 2", "second@example.go.th")]);
        reminders[0].Attachments.ShouldBe(1, "the blank form");
        reminders[0].Text.ShouldContain("ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงราย");
        reminders[0].Text.ShouldContain("ยังไม่ส่ง");
        reminders[0].Html.ShouldContain("จังหวัดเชียงราย");
        reminders.ShouldAllBe(mail => !mail.Subject.Contains(Costs) && !mail.Text.Contains(Costs), "a province hears only of the forms that it files");
        var unreachable = result.Problems.Single(problem => problem.Finding.Kind == NoticeFindings.UnitsWithoutAddress).Finding;
        unreachable.Message.ShouldContain("75 หน่วยงาน", customMessage: "74 provinces, and the department, which owes its costs by the same day");

        (await office.NotifyAsync()).Notices.ShouldBe(0, "not twice");
        office.Go("2021-05-24 07:30");
        (await office.NotifyAsync(office.Node("two"))).Notices.ShouldBe(0, "not on another day or node");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_return_that_did_not_pass_is_named_so_and_gets_no_blank_form(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(57, "เชียงราย");
        office.Reject(56, "ไม่ผ่าน");
        office.Go("2021-05-21 07:30");
        await office.NotifyAsync();
        var mail = office.Mails.Where(one => one.Kind == "reminder").ShouldHaveSingleItem();
        (mail.Recipient, mail.Attachments).ShouldBe((NoticeOffice.Phayao, 0));
        mail.Text.ShouldContain("ส่งแล้วแต่ไม่ผ่าน");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task After_the_deadline_the_unit_is_told_then_the_division_with_the_whole_list(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(57, "เชียงราย");
        office.Go("2021-06-01 07:30");
        await office.ReportAsync();
        await office.NotifyAsync();
        office.Occasions.Where(occasion => occasion.StartsWith("overdue", StringComparison.Ordinal))
            .ShouldBe(["overdue 2021-05-31 after-1 unit 56 1", "overdue 2021-05-31 division-after-1 post accounting-head 1"]);
        var division = office.Mails.Single(mail => mail.Occasion.Contains("division", StringComparison.Ordinal));
        division.Subject.ShouldEndWith("๗๖/๗๗ แห่ง");
        division.Text.ShouldContain("๑/๑ แห่ง", customMessage: "the department");
        division.Text.ShouldContain("๗๕/๗๖ แห่ง", customMessage: "the provinces");
        division.Text.ShouldContain("กรมส่งเสริมการปกครองท้องถิ่น");
        division.Text.ShouldContain("ไม่มีที่อยู่อีเมลในสมุดที่อยู่");

        office.Load(56, "พะเยา");
        office.Go("2021-06-08 07:30");
        await office.NotifyAsync();
        office.Mails.Last(mail => mail.Kind == "overdue").Subject.ShouldContain("๗๕/๗๗ แห่ง พ้นกำหนด ๕ วันทำการ");
        office.Occasions.Count(occasion => occasion.StartsWith("overdue", StringComparison.Ordinal)).ShouldBe(3, "Phayao filed meanwhile");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_is_reminded_of_a_form_that_is_filed_only_when_there_is_something_to_tell(string engine)
    {
        await using var office = new NoticeOffice(engine);
        // Of the explanations alone, whose last day is 30 June 2565, and of the adjustments, which share theirs with the costs.
        foreach (var day in new[] { "2022-05-24", "2022-06-07", "2022-06-23", "2022-07-01", "2022-07-07" })
        {
            office.Go($"{day} 07:30");
            await office.NotifyAsync();
        }

        office.Occasions.ShouldContain(occasion => occasion.Contains("2022-05-31", StringComparison.Ordinal), "the costs are reminded of");
        office.Occasions.ShouldAllBe(occasion => !occasion.Contains("2022-06-30", StringComparison.Ordinal));
        office.Mails.ShouldAllBe(mail => !mail.Text.Contains("การปรับปรุงข้อมูลต้นทุนปีก่อน", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_deadline_that_is_put_off_gets_reminders_of_its_own(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Go("2021-05-21 07:30");
        await office.NotifyAsync();
        office.Workplace = office.Place([PutOff("unit-cost-quantity"), PutOff("cost-by-cost-centre")]);
        office.Go("2021-06-01 07:30");
        await office.NotifyAsync();
        office.Mails.ShouldAllBe(mail => mail.Kind == "reminder", "nothing is overdue any more");
        office.Mails.Count.ShouldBe(3);
        office.Go("2021-06-23 07:30");
        await office.NotifyAsync();
        office.Occasions.Skip(3).ShouldBe(["reminder 2021-06-30 before-5 unit 56 1", "reminder 2021-06-30 before-5 unit 57 1", "reminder 2021-06-30 before-5 unit 57 2"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_department_s_own_return_that_is_overdue_alone_is_told_as_one_of_one(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Workplace = office.Place([PutOff("unit-cost-quantity")]);
        office.Go("2021-06-01 07:30");
        await office.NotifyAsync();
        var mail = office.Mails.ShouldHaveSingleItem();
        mail.Recipient.ShouldBe(NoticeOffice.Accounting);
        mail.Subject.ShouldContain($"แบบรายงาน{Costs}");
        mail.Subject.ShouldEndWith("๑/๑ แห่ง");
        mail.Text.ShouldNotContain("สถจ.");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_year_that_the_calendar_lacks_is_told_and_a_deadline_of_long_ago_is_not(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Go("2026-06-01 07:30");
        var installed = await office.NotifyAsync();
        (installed.Notices, installed.Problems.Count).ShouldBe((0, 0));

        var calendar = NoticeOffice.ShippedText("calendar/holidays.yaml");
        office.Workplace = office.Place([("calendar/holidays.yaml", calendar.Replace("  2564:", "  2600:", StringComparison.Ordinal).Replace("2021-", "2057-", StringComparison.Ordinal))]);
        office.Go("2021-05-24 07:30");
        var result = await office.NotifyAsync();
        result.Notices.ShouldBe(3);
        result.Problems.Select(problem => problem.Finding.Kind).ShouldContain(NoticeFindings.CalendarLacksYear);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_at_once_decide_each_mail_once(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-06-01 07:30");
        await office.ReportAsync();
        var nodes = Enumerable.Range(1, 3).Select(number => office.Node($"node-{number}")).ToList();
        var results = await Task.WhenAll(nodes.Select(node => Task.Run(() => new NotifyWork(node).RunAsync(new WorkOrder("notify") { Wait = TimeSpan.FromMinutes(1) }, CancellationToken.None))));
        results.Sum(result => result.Notices).ShouldBe(5);
        office.Occasions.Count.ShouldBe(5);
        using var connection = office.Database.Read();
        connection.ExecuteScalar<long>("SELECT count(*) FROM outbox_state WHERE state = 'waiting'").ShouldBe(5);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_preview_tells_what_comes_and_decides_nothing(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-05-18 02:00");
        await office.ReportAsync();
        var (now, _) = NoticePreview.At(office.Database, office.Workplace, office.Storage.Clock.Now);
        now.Where(line => line.IsNow).Select(line => (line.Kind, line.To, line.Mails)).ShouldBe([("report", "ผู้อำนวยการกองคลัง", 1)]);
        now.Where(line => !line.IsNow).Select(line => (line.Day, line.Kind)).Take(2).ShouldBe([(new DateOnly(2021, 5, 21), "reminder"), (new DateOnly(2021, 6, 1), "overdue")]);
        var (later, _) = NoticePreview.At(office.Database, office.Workplace, office.Storage.Clock.Now.AddDays(14).AddHours(6));
        later.Where(line => line.IsNow).Select(line => line.Kind).Distinct().ShouldBe(["report", "overdue"], "the runs of a night to come are taken to go well");
        office.Mails.ShouldBeEmpty();
        later.ShouldAllBe(line => !line.To.Contains('@') && !line.What.Contains('@'));
    }

    private static (string Path, string Text) PutOff(string form)
    {
        var path = $"forms/{form}/form.2563.yaml";
        var text = NoticeOffice.ShippedText(path);
        text.ShouldContain("deadline: 2021-05-31");
        return (path, text.Replace("deadline: 2021-05-31", "deadline: 2021-06-30", StringComparison.Ordinal));
    }
}

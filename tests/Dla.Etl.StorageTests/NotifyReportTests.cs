using Dla.Etl.Coordination;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Subscriptions: the report goes out once for each occasion, late once, and who gets none because a run failed hears so once a night.</summary>
public class NotifyReportTests
{
    private const string Nightly = "report unit-cost-quantities-accounting 2563 version-";

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_report_goes_out_after_the_night_when_it_changed_and_not_again(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-05-18 02:00");
        await office.ReportAsync();
        office.Go("2021-05-18 02:30");
        (await office.NotifyAsync()).Notices.ShouldBe(1);

        var mail = office.Mails.ShouldHaveSingleItem();
        mail.Occasion.ShouldStartWith(Nightly);
        mail.Occasion.ShouldEndWith(" accounting-head 1");
        (mail.Kind, mail.Recipient, mail.Attachments).ShouldBe(("report", NoticeOffice.Accounting, 1));
        mail.Subject.ShouldBe("สรุปปริมาณงานต้นทุนต่อหน่วยผลผลิต ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ (ข้อมูล ณ ๑๔ พ.ค. ๒๕๖๔)");
        mail.Text.ShouldContain("เรียน ผู้อำนวยการกองคลัง");
        mail.Text.ShouldContain("ยังไม่ส่ง: ๗๕/๗๖ จังหวัด");
        mail.Text.ShouldContain("จึงเรียนมาเพื่อโปรดทราบ");

        (await office.NotifyAsync()).Notices.ShouldBe(0, "not twice");
        office.Go("2021-05-19 02:00");
        await office.ReportAsync();
        office.Go("2021-05-19 02:30");
        (await office.NotifyAsync()).Notices.ShouldBe(0, "nothing changed");

        office.Load(57, "เชียงราย");
        office.Go("2021-05-20 02:00");
        await office.ReportAsync();
        office.Go("2021-05-20 09:00");
        (await office.NotifyAsync()).Notices.ShouldBe(1, "late, but once");
        (await office.NotifyAsync(office.Node("two"))).Notices.ShouldBe(0, "on no other node either");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_day_after_the_deadline_is_made_up_for_once_and_one_mail_answers_every_occasion(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-06-04 02:00");
        await office.ReportAsync();
        office.Go("2021-06-04 02:30");
        await office.NotifyAsync();
        office.Occasions.ShouldBe(
        [
            "report unit-cost-quantities-accounting 2563 deadline-2021-05-31 accounting-head 1", "report unit-cost-quantities-strategy 2563 month-2021-06-01 strategy-head 1",
        ]);
        await office.NotifyAsync();
        office.Occasions.Count.ShouldBe(2, "the mail for the deadline brought what is new of the night as well");
        office.Go("2022-01-20 02:30");
        await office.ReportAsync();
        await office.NotifyAsync();
        office.Occasions.Count.ShouldBe(2, "months later nothing of it is made up for");
    }

    public static IEnumerable<object?[]> Nights => StorageUnderTest.OnEach(
    [
        ["report", RunStatus.Failed, "02:30", "ขัดข้อง", "the run broke off: at once"],
        ["consolidate", RunStatus.Failed, "02:30", "ขัดข้อง", "the one before it did, and the report never came"],
        ["report", RunStatus.Stopped, "02:30", "ถูกสั่งหยุด", "stopped"],
        ["report", null, "02:30", null, "it is still at it"],
        ["intake", RunStatus.Failed, "02:30", null, "no work of the night; the report may still come"],
        ["intake", RunStatus.Failed, "07:30", "ไม่ได้จัดทำรายงานตามเวลา", "the night is over and none began"],
        ["report", RunStatus.Finished, "02:30", "ระงับไว้", "it came to its end without the report: its gate or template"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Nights))]
    public async Task Who_gets_no_report_because_the_night_went_wrong_hears_so_once_a_night(string engine, string command, RunStatus? ended, string notifiedAt, string? says, string because)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-05-18 02:00");
        office.RunThatEnded(command, ended);
        office.Go($"2021-05-18 {notifiedAt}");
        await office.NotifyAsync();
        await office.NotifyAsync();
        if (says is null)
        {
            office.Mails.ShouldBeEmpty(because);
            return;
        }

        var mail = office.Mails.ShouldHaveSingleItem(because);
        (mail.Occasion, mail.Kind, mail.Attachments).ShouldBe(("report_failed 2021-05-18 accounting-head 1", "report_failed", 0));
        mail.Text.ShouldContain(says, Case.Sensitive, because);
        mail.Subject.ShouldContain("๑๘ พฤษภาคม ๒๕๖๔");

        office.Go("2021-05-18 10:00");
        await office.ReportAsync();
        await office.NotifyAsync();
        office.Occasions.Count.ShouldBe(2, "when it succeeds later the report goes out");
        office.Occasions[1].ShouldStartWith(Nightly);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_report_run_whose_node_was_killed_counts_as_failed(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-05-18 02:00");
        office.RunThatEnded("report", null, killed: true);
        office.Go("2021-05-18 02:30");
        await office.NotifyAsync();
        office.Mails.ShouldHaveSingleItem().Text.ShouldContain("ขัดข้องก่อนเสร็จ");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Nothing_is_told_of_a_failed_night_when_the_report_is_as_it_should_be(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.RunThatEnded("report", RunStatus.Failed);
        await office.NotifyAsync();
        office.Mails.ShouldBeEmpty("nothing was ever decided: there is nothing to report");

        office.Load(56, "พะเยา");
        office.Go("2021-05-17 02:00");
        await office.ReportAsync();
        await office.NotifyAsync();
        office.Go("2021-05-18 02:00");
        office.RunThatEnded("report", RunStatus.Failed);
        await office.NotifyAsync();
        office.Mails.ShouldHaveSingleItem("nothing is new, so nothing was to be sent");
        office.Go("2021-05-19 02:00");
        await office.ReportAsync();
        office.Go("2021-05-19 02:10");
        office.Load(57, "เชียงราย");
        office.Go("2021-05-19 02:30");
        await office.NotifyAsync();
        office.Mails.ShouldHaveSingleItem("what came after the run of the night is for the next one");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_workbook_that_somebody_changed_is_not_sent_and_both_hear_of_it(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-05-18 02:00");
        await office.ReportAsync();
        var workbook = Directory.GetFiles(office.Folders.Reports, "*.xlsx").ShouldHaveSingleItem();
        await File.WriteAllTextAsync(workbook, "no workbook any more");
        office.Go("2021-05-18 02:30");
        (await office.NotifyAsync()).Problems.ShouldHaveSingleItem().Finding.Kind.ShouldBe(NoticeFindings.WorkbookIsNotTheReport);
        office.Mails.ShouldHaveSingleItem().Text.ShouldContain("ถูกแก้ไขหลังระบบจัดทำ");

        File.Delete(workbook);
        office.Go("2021-05-19 02:00");
        await office.ReportAsync();
        office.Go("2021-05-19 02:30");
        await office.NotifyAsync();
        office.Mails[^1].Kind.ShouldBe("report");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Too_large_for_mail_it_names_the_share_instead(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Workplace = office.Workplace with { Mail = office.Workplace.Mail with { MaxMailBytes = 20_000, ReportsShare = @"\\fileserver\reports\" } };
        office.Load(56, "พะเยา");
        await office.ReportAsync();
        await office.NotifyAsync();
        var mail = office.Mails.ShouldHaveSingleItem();
        mail.Attachments.ShouldBe(0);
        mail.Text.ReplaceLineEndings("").ShouldContain(@"\\fileserver\reports\สรุปปริมาณต้นทุนต่อหน่วยผลผลิต-2563.xlsx");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_post_without_address_is_told_to_the_operator_and_holds_up_nobody(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Workplace = office.Workplace with { Addresses = NoticeOffice.Book with { Posts = [NoticeOffice.Book.Posts[0]] } };
        office.Load(56, "พะเยา");
        office.Go("2021-06-01 02:00");
        await office.ReportAsync();
        var result = await office.NotifyAsync();
        result.Notices.ShouldBe(1);
        result.Problems.ShouldHaveSingleItem().Finding.Message.ShouldContain("strategy-head");

        office.Workplace = office.Workplace with { Addresses = Correspondence.AddressBook.Empty };
        office.Load(57, "เชียงราย");
        await office.ReportAsync();
        (await office.NotifyAsync()).ShouldBe(RunResult.Nothing, "without an address book mail is not in use");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_latest_year_is_that_of_which_a_return_stands(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Load(56, "พะเยา ปีถัดไป", 2564);
        await office.ReportAsync();
        await office.NotifyAsync();
        office.Occasions.ShouldHaveSingleItem().ShouldStartWith("report unit-cost-quantities-accounting 2564 version-");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_kill_at_any_step_leaves_each_mail_once(string engine)
    {
        foreach (var step in Enumerable.Range(0, 6))
        {
            await using var office = new NoticeOffice(engine);
            office.Load(56, "พะเยา");
            office.Go("2021-06-01 08:00");
            await office.ReportAsync();
            var steps = 0;
            var killed = new NotifyWork(office.Station) { AtStep = _ => { if (steps++ == step) throw new InvalidOperationException("killed here"); } };
            await Should.ThrowAsync<InvalidOperationException>(() => killed.RunAsync(new WorkOrder("notify"), CancellationToken.None));
            await office.NotifyAsync(office.Node("two"));
            await office.NotifyAsync();
            office.Occasions.ShouldBeUnique();
            string[] each =
            [
                "overdue 2021-05-31 after-1", "overdue 2021-05-31 after-1", "overdue 2021-05-31 division-after-1",
                "report unit-cost-quantities-accounting 2563", "report unit-cost-quantities-strategy 2563",
            ];
            office.Occasions.Select(occasion => string.Join(' ', occasion.Split(' ').Take(3))).Order(StringComparer.Ordinal).ShouldBe(each, ignoreOrder: false, customMessage: $"killed at step {step}");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task One_who_lost_the_lease_decides_nothing_more(string engine)
    {
        await using var office = new NoticeOffice(engine);
        office.Load(56, "พะเยา");
        office.Go("2021-06-01 08:00");
        await office.ReportAsync();
        var asleep = new NotifyWork(office.Station)
        {
            AtStep = at =>
            {
                if (at.StartsWith("composed report unit-cost-quantities-accounting", StringComparison.Ordinal))
                    office.Database.Change(lane => lane.Execute("UPDATE lease SET token = token + 1 WHERE name = 'notify'"));
            },
        };
        await Should.ThrowAsync<LeaseLostException>(() => asleep.RunAsync(new WorkOrder("notify"), CancellationToken.None));
        office.Mails.ShouldBeEmpty();
    }
}

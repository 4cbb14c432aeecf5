using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.StorageTests.Sending;

public class MailAnswerTests
{
    private static readonly byte[] Right = PostOffice.Case("2563-ok-typical");
    private static readonly byte[] Wrong = PostOffice.Case("2563-error-blank-quantity");

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task One_answer_covers_every_return_and_waits_until_all_are_decided(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Receive(subject: "ส่งแบบรายงาน พะเยา", files: [("ถูก.xlsx", Right), ("ผิด.xlsx", Wrong), ("อื่น.csv", "ไม่ใช่แบบรายงาน\n"u8.ToArray())]);

        (await office.AnswerAsync()).MailsAnswered.ShouldBe(0);
        office.Answers().ShouldBeEmpty("nothing is decided yet");
        await office.DecideAsync();
        (await office.AnswerAsync()).MailsAnswered.ShouldBe(1);
        (await office.AnswerAsync()).MailsAnswered.ShouldBe(0);

        office.Answers().ShouldBe([$"1 received {PostOffice.Phayao}"]);
        var mail = office.Mailed(1);
        (mail.Subject, mail.InReplyTo, mail.Thread, mail.Kind).ShouldBe(
            ("ตอบกลับ: ส่งแบบรายงาน พะเยา", "<m1@example.org>", "<first@example.org> <m1@example.org>", OutgoingKind.Answer));
        foreach (var said in new[] { "เลขรับที่ 1", "เลขรับที่ 2", "เลขรับที่ 3", "ไม่ผ่าน", "รับแล้ว", "ไม่ใช่แบบรายงานที่รู้จัก", "เลขรับอีเมลที่ 1", "สิ่งที่ต้องทำ" })
        {
            mail.Text.ShouldContain(said);
            mail.Html.ShouldContain(said);
        }

        mail.Attachments.Count(attachment => attachment.Name.Contains("ผิด", StringComparison.Ordinal)).ShouldBeGreaterThan(0, "the sender's own workbook, marked");
        mail.Attachments.ShouldAllBe(attachment => File.Exists(office.Archive.PathOf(attachment.Hash)));
        Directory.EnumerateFiles(office.Folders.Replies).ShouldBeEmpty("what came by mail is answered by mail");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_kill_between_two_steps_neither_loses_nor_doubles_an_answer(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Receive(disposition: MailDisposition.Nothing, findings: [new Finding(MailFindings.NothingAttached)]);
        office.Receive(disposition: MailDisposition.Nothing, findings: [new Finding(MailFindings.NothingAttached)]);
        foreach (var step in new[] { "composed", "decided", "decided" })
            await Should.ThrowAsync<OperationCanceledException>(() => office.AnswerAsync(at => { if (at == step) throw new OperationCanceledException("killed"); }));
        await office.AnswerAsync();

        office.Answers().ShouldBe([$"1 received {PostOffice.Phayao}", $"2 received {PostOffice.Phayao}"]);
        office.States().ShouldBe(["1 waiting 0", "2 waiting 0"]);
    }

    public static IEnumerable<object?[]> Guards => StorageUnderTest.OnEach(
    [
        [PostOffice.Phayao, MailDisposition.Automatic, "เป็นอีเมลจากระบบอัตโนมัติ"],
        [PostOffice.Phayao, MailDisposition.Repeated, "เป็นอีเมลซ้ำกับฉบับที่รับไว้แล้ว"],
        [null, MailDisposition.Held, "ไม่มีที่อยู่ผู้ส่งที่ตอบได้"],
        ["returns@example.go.th", MailDisposition.Nothing, "ผู้ส่งเป็นที่อยู่ของระบบเอง"],
        ["mailbox@example.go.th", MailDisposition.Nothing, "ผู้ส่งเป็นที่อยู่ของระบบเอง"],
        ["no-reply@example.org", MailDisposition.Nothing, "ที่อยู่ผู้ส่งไม่รับอีเมลตอบกลับ"],
        [PostOffice.Stranger, MailDisposition.Held, PostOffice.Stranger],
        [PostOffice.Phayao, MailDisposition.TooLarge, PostOffice.Phayao],
    ]);

    [SkippableTheory]
    [MemberData(nameof(Guards))]
    public async Task Machines_and_ourselves_are_never_answered(string engine, string? sender, MailDisposition disposition, string answer)
    {
        await using var office = new PostOffice(engine);
        office.Mail = office.Mail with { Imap = office.Mail.Imap with { User = "Mailbox@example.go.th" } };
        office.Receive(sender, disposition);

        await office.AnswerAsync();

        office.Answers().ShouldBe([$"1 received {answer}"]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_stranger_is_answered_once_and_an_office_each_time(string engine)
    {
        await using var office = new PostOffice(engine);
        foreach (var sender in new[] { PostOffice.Stranger, PostOffice.Stranger, PostOffice.Phayao, PostOffice.Phayao })
            office.Receive(sender, sender == PostOffice.Stranger ? MailDisposition.Held : MailDisposition.Nothing);
        await office.AnswerAsync();
        office.Storage.Clock.Now += TimeSpan.FromDays(40);
        office.Receive(PostOffice.Stranger, MailDisposition.Held);
        await office.AnswerAsync();

        office.Answers().ShouldBe(
        [
            $"1 received {PostOffice.Stranger}", "2 received ผู้ส่งที่ยังไม่ได้ลงทะเบียนรายนี้ได้รับคำตอบไปแล้ว", $"3 received {PostOffice.Phayao}", $"4 received {PostOffice.Phayao}",
            "5 received ผู้ส่งที่ยังไม่ได้ลงทะเบียนรายนี้ได้รับคำตอบไปแล้ว",
        ]);
        office.Mailed(1).Attachments.ShouldBeEmpty();
        office.Mailed(1).Text.ShouldContain("เลขรับอีเมลที่ 1");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_ceiling_holds_for_a_day_in_Bangkok_and_the_operator_hears_of_it(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Mail = office.Mail with { AnswersPerSenderAndDay = 2 };
        // 23.59 in Bangkok.
        office.Storage.Clock.Now = new DateTimeOffset(2021, 5, 1, 16, 59, 0, TimeSpan.Zero);
        foreach (var sender in new[] { PostOffice.Phayao, PostOffice.Phayao, PostOffice.Phayao, PostOffice.ChiangRai })
            office.Receive(sender, MailDisposition.Nothing);
        var result = await office.AnswerAsync();
        office.Storage.Clock.Now += TimeSpan.FromMinutes(1);
        office.Receive(PostOffice.Phayao, MailDisposition.Nothing);
        await office.AnswerAsync();

        office.Answers().ShouldBe(
        [
            $"1 received {PostOffice.Phayao}", $"2 received {PostOffice.Phayao}", "3 received ตอบผู้ส่งรายนี้ครบ 2 ฉบับแล้วในวันที่ 1 พฤษภาคม 2564",
            $"4 received {PostOffice.ChiangRai}", $"5 received {PostOffice.Phayao}",
        ]);
        result.Problems.Single().Finding.Message.ShouldBe("ไม่ได้ตอบอีเมลเลขรับที่ 000003 เพราะตอบผู้ส่งรายนี้ครบ 2 ฉบับแล้วในวันที่ 1 พฤษภาคม 2564");
        result.MailsAnswered.ShouldBe(3);
    }

    public static IEnumerable<object?[]> ReplyTos => StorageUnderTest.OnEach(
    [
        [PostOffice.Phayao, null, PostOffice.Phayao, "none is asked for"],
        [PostOffice.Phayao, PostOffice.PhayaoToo, PostOffice.PhayaoToo, "may send for the same unit"],
        [PostOffice.Phayao, "other@example.go.th", "other@example.go.th", "one domain of the government"],
        [PostOffice.ChiangRai, PostOffice.PhayaoToo, PostOffice.ChiangRai, "of another unit"],
        [PostOffice.PhayaoToo, "thief@example.org", PostOffice.PhayaoToo, "two accounts of one public provider are strangers"],
        [PostOffice.Phayao, "thief@evil.example", PostOffice.Phayao, "anybody"],
        [PostOffice.Phayao, "returns@example.go.th", PostOffice.Phayao, "ourselves"],
        [PostOffice.Phayao, "a@example.go.th\r\nBcc: b@c.d", PostOffice.Phayao, "no address at all"],
    ]);

    [SkippableTheory]
    [MemberData(nameof(ReplyTos))]
    public async Task An_answer_goes_elsewhere_only_within_an_office(string engine, string sender, string? replyTo, string recipient, string why)
    {
        await using var office = new PostOffice(engine);
        office.Receive(sender, MailDisposition.Nothing, replyTo: replyTo);
        await office.AnswerAsync();
        office.Answers().ShouldBe([$"1 received {recipient}"], why);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_a_release_lets_in_is_answered_once_more(string engine)
    {
        await using var office = new PostOffice(engine);
        var told = office.Receive(PostOffice.Stranger, MailDisposition.Held);
        await office.AnswerAsync();
        office.Release(told, ("ถูก.xlsx", Right));
        await office.AnswerAsync();
        office.Answers().Count.ShouldBe(1, "not decided yet");
        await office.DecideAsync();
        await office.AnswerAsync();
        await office.AnswerAsync();
        var early = office.Receive(PostOffice.ChiangRai, MailDisposition.Held);
        office.Release(early, ("อีก.xlsx", Wrong));
        await office.DecideAsync();
        await office.AnswerAsync();

        office.Answers().ShouldBe(
        [
            $"1 received {PostOffice.Stranger}", $"1 released-1 {PostOffice.Stranger}",
            "2 received อนุญาตแล้วก่อนที่จะตอบ จึงตอบผลการตรวจรับเพียงฉบับเดียว", $"2 released-1 {PostOffice.ChiangRai}",
        ]);
        office.Mailed(2).Text.ShouldContain("ได้อนุญาตให้ตรวจรับไฟล์ในอีเมลฉบับนี้แล้ว จำนวน 1 ไฟล์");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task What_would_make_a_mail_too_large_is_left_out_and_said_so(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Mail = office.Mail with { MaxMailBytes = 10_000 };
        office.Receive(files: [("ผิด.xlsx", Wrong)]);
        await office.DecideAsync();
        await office.AnswerAsync();

        office.Mailed(1).Attachments.ShouldBeEmpty();
        office.Mailed(1).Text.ShouldContain("เพราะอีเมลจะใหญ่เกินกำหนด");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task The_drop_folder_gets_the_marked_workbook_beside_its_answer_and_again_after_a_kill(string engine)
    {
        await using var office = new PostOffice(engine);
        var file = Given.File(office.Database, office.Run, "wrong");
        var hash = office.Archive.StoreDefinition(Wrong);
        office.Database.Write(lane => lane.Execute("UPDATE received_file SET file_name = 'ผิด.xlsx', sha256 = @Hex WHERE id = @file", new { hash.Hex, file }));
        await office.DecideAsync();
        var work = new Running.AnswerWork(office.Station());
        await work.RunAsync(new Running.WorkOrder("distribute"), CancellationToken.None);
        string[] files = [.. Directory.EnumerateFiles(office.Folders.Replies, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

        files.Length.ShouldBe(2);
        files.ShouldAllBe(name => name.StartsWith("000001 ", StringComparison.Ordinal));
        var text = File.ReadAllText(Directory.EnumerateFiles(office.Folders.Replies, "*.txt", SearchOption.AllDirectories).Single());
        var copy = files.Single(name => !name.EndsWith(".txt", StringComparison.Ordinal));
        text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldContain(copy.Replace(" ", "", StringComparison.Ordinal));

        // Killed before it was recorded: the same names are written again.
        office.Database.Write(lane => lane.Execute("DELETE FROM answer"));
        await work.RunAsync(new Running.WorkOrder("distribute"), CancellationToken.None);
        Directory.EnumerateFiles(office.Folders.Replies, "*", SearchOption.AllDirectories).Count().ShouldBe(2);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Who_sent_by_mail_hears_by_mail_that_the_department_went_back_to_his_version(string engine)
    {
        await using var office = new PostOffice(engine);
        office.Receive(files: [("แรก.xlsx", Right)]);
        await office.DecideAsync();
        office.Receive(files: [("สอง.xlsx", PostOffice.Case("2563-ok-thai-digits"))]);
        await office.DecideAsync();
        await office.AnswerAsync();
        var (form, unit) = office.Query<(string, string)>("SELECT form, unit FROM return_version WHERE version = 2").Single();
        office.Database.Write(lane => Warehouse.Reverting.Revert(
            lane, new(form, Given.Year(2563), Values.ProvinceCode.Parse(unit).Value), 1, "ฉบับแรกถูกต้อง (สังเคราะห์)", "test")).Succeeded.ShouldBeTrue();

        await office.AnswerAsync();
        await office.AnswerAsync();

        office.States().Count.ShouldBe(3);
        var notice = office.Mailed(3);
        (notice.Kind, notice.Recipient, notice.InReplyTo).ShouldBe((OutgoingKind.Notice, PostOffice.Phayao, "<m1@example.org>"));
        notice.Text.ShouldContain("ฉบับแรกถูกต้อง (สังเคราะห์)");
        await new Running.AnswerWork(office.Station()).RunAsync(new Running.WorkOrder("distribute"), CancellationToken.None);
        Directory.EnumerateFiles(office.Folders.Replies, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}

using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Mail;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Distribution.Outgoing;

public sealed class ComposedMailTests : IDisposable
{
    private static readonly string LongThai = string.Concat(Enumerable.Repeat("ปริมาณงานที่กรอก ", 9))[..115] + ".xlsx";

    private static readonly SmtpSettings Settings = new() { From = "returns@example.go.th" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-etl-composed-");

    private static OutboxMail Mail => new()
    {
        Id = "one", Number = 42, MessageId = "abc@example.go.th", Recipient = "phayao@example.go.th", Subject = "ตอบกลับ: ส่งแบบรายงานปริมาณงานต้นทุนต่อหน่วยผลผลิต จังหวัดพะเยา",
        Text = "เรียน ผู้ส่ง\r\n.จุดนำหน้า\r\n" + new string('ก', 2000) + "\r\n", Html = "<p>เรียน ผู้ส่ง</p>", KindName = "answer", DecidedText = "2021-05-12T18:05:59.0000000Z",
    };

    [Fact]
    public void It_is_read_back_as_it_was_meant()
    {
        var (header, mail) = Read(Mail with
        {
            InReplyTo = "<asked@example.org>", Thread = "<first@example.org> <asked@example.org>",
            Attachments = [Attachment("รายงาน.xlsx"), Attachment(LongThai), Attachment("plain name (1).csv")],
        });

        mail.Header.Subject.ShouldBe(Mail.Subject);
        mail.Header.From.ShouldBe("returns@example.go.th");
        mail.Header.MessageId.ShouldBe("abc@example.go.th");
        mail.Header.References.ShouldBe(["first@example.org", "asked@example.org"]);
        mail.Header["In-Reply-To"].ShouldBe(["<asked@example.org>"]);
        mail.Header["Auto-Submitted"].ShouldBe(["auto-replied"]);
        mail.Header["X-Auto-Response-Suppress"].ShouldBe(["All"]);
        mail.Header["X-Dla-Etl"].ShouldBe(["answer; number=42"]);
        mail.Header["Precedence"].ShouldBeEmpty();
        mail.Header.Automatic.ShouldBe(AutomaticMail.Ours, "another installation of ours never answers it");
        mail.Text.ShouldContain(".จุดนำหน้า");
        mail.Attachments.Select(attachment => attachment.Name).ShouldBe(["รายงาน.xlsx", LongThai, "plain name (1).csv"]);
        mail.Attachments.ShouldAllBe(attachment => !attachment.IsInline && File.ReadAllText(attachment.File) == "ไฟล์\r\n.\r\n");
        header.ShouldStartWith("Date: Thu, 13 May 2021 01:05:59 +0700\r\nX-Unsent: 1\r\n", Case.Sensitive, "by the clock of Bangkok, when it was decided on");
        header.ShouldNotContain("X-Sender");
        header.ShouldNotContain("X-Receiver");
        header.Split("\r\n").Count(line => line.StartsWith("Date:", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
    }

    [Fact]
    public void A_name_is_said_in_both_ways_and_no_line_is_too_long()
    {
        var raw = Encoding.ASCII.GetString(Bytes(Mail with { Attachments = [Attachment("รายงาน.xlsx"), Attachment(LongThai)] }));

        raw.ShouldContain("name=\"=?utf-8?B?4Lij4Liy4Lii4LiH4Liy4LiZLnhsc3g=?=\"", Case.Sensitive, "RFC 2047 in Content-Type, for Outlook");
        raw.ShouldContain("filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.xlsx", Case.Sensitive, "RFC 2231 in Content-Disposition");
        raw.ShouldContain("filename*0*=UTF-8''");
        raw.ShouldContain("filename*1*=");
        raw.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && !line.Contains('\n') && !line.Contains('\r'));
        raw.ShouldAllBe(letter => letter < 128);
        raw.ShouldContain("multipart/alternative");
        raw.IndexOf("text/plain", StringComparison.Ordinal).ShouldBeLessThan(raw.IndexOf("text/html", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_of_our_own_accord_says_that_it_is_generated() =>
        Read(Mail with { KindName = "reminder" }).Mail.Header["Auto-Submitted"].ShouldBe(["auto-generated"]);

    public static TheoryData<string?, string[], string> Threads => new()
    {
        { null, [], "none" },
        { "no-id <a@b>", ["a@b"], "what is no id is left out" },
        { "<a@b>\r\nBcc: <x@y>", ["x@y"], "a line end breaks the id, not the header" },
        { $"<{new string('x', 249)}>", [], "too long for a line" },
        { string.Join(' ', Enumerable.Range(1, 40).Select(id => $"<{id}@b>")), ["1@b", .. Enumerable.Range(22, 19).Select(id => $"{id}@b")], "the first and the last" },
    };

    [Theory]
    [MemberData(nameof(Threads))]
    public void The_thread_is_the_senders_word_and_bounded(string? thread, string[] ids, string why)
    {
        var (header, mail) = Read(Mail with { Thread = thread });
        mail.Header.References.ShouldBe(ids, why);
        header.ShouldNotContain("\r\nBcc");
    }

    [Fact]
    public void No_text_from_outside_adds_a_header() => Prop.ForAll<NonNull<string>, NonNull<string>>((subject, name) =>
    {
        var (header, read) = Read(Mail with { Subject = subject.Get + "\r\nBcc: a@b.c", Attachments = [Attachment(name.Get + "\r\nBcc: a@b.c")] });
        return !header.Contains("\r\nBcc", StringComparison.OrdinalIgnoreCase) && read.Attachments.Count == 1
            && header.Split("\r\n").Where(line => line.Length > 0).All(line => line.Length <= 998 && (line[0] is ' ' or '\t' || line.Contains(':', StringComparison.Ordinal)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_the_same_under_the_Thai_culture()
    {
        var usual = Encoding.ASCII.GetString(Bytes(Mail)).Split("\r\n\r\n")[0];
        var thai = UnderThai.Run(() => Encoding.ASCII.GetString(Bytes(Mail)).Split("\r\n\r\n")[0]);
        WithoutBoundary(thai).ShouldBe(WithoutBoundary(usual));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string WithoutBoundary(string header) => header[..header.IndexOf("boundary", StringComparison.Ordinal)];

    private static OutgoingAttachment Attachment(string name) => new(name, ContentHash.Of("x"u8), 1);

    private (string Header, ReadMail Mail) Read(OutboxMail mail)
    {
        var bytes = Bytes(mail);
        var path = Path.Combine(_folder.FullName, "read.eml");
        File.WriteAllBytes(path, bytes);
        var parts = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        var text = Encoding.ASCII.GetString(bytes);
        return (text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)], MailReader.Read(path, parts.FullName, new MailLimits(), CancellationToken.None));
    }

    private byte[] Bytes(OutboxMail mail)
    {
        var attached = Path.Combine(_folder.FullName, "attached");
        File.WriteAllText(attached, "ไฟล์\r\n.\r\n");
        using var composed = ComposedMail.Of(mail, Settings, _ => attached);
        var name = new EmlFile(_folder.FullName).Write(mail, composed);
        name.ShouldBe("000042-phayao@example.go.th.eml");
        composed.WasRead.ShouldBeTrue();
        return File.ReadAllBytes(Path.Combine(_folder.FullName, name));
    }
}

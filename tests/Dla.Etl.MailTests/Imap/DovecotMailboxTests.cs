using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailTests.Imap;

public sealed class DovecotMailboxTests
{
    private readonly TestMailbox _box = new();

    [SkippableFact]
    public async Task Dovecot_a_message_is_listed_taken_byte_for_byte_and_moved_to_a_Thai_folder()
    {
        var message = Messages.Simple("<one@example.org>");
        Skip.IfNot(TestMailbox.IsThere);
        var at = new DateTimeOffset(2021, 6, 9, 8, 30, 0, TimeSpan.FromHours(7));
        await _box.AppendAsync(message, at: at);
        await using var mailbox = new ImapMailbox(Given.Settings(_box), TimeProvider.System);

        (await mailbox.OpenAsync(default)).ShouldBeGreaterThan(0u);
        var listed = (await mailbox.ListAsync(default)).ShouldHaveSingleItem();
        var target = new MemoryStream();
        (await mailbox.DownloadAsync(listed.Uid, target, default)).ShouldBeTrue();
        await mailbox.MoveAsync(listed.Uid, MailboxFolder.Received, default);

        listed.Size.ShouldBe(message.Length);
        listed.ReceivedAt.ShouldBe(at);
        target.ToArray().ShouldBe(message);
        (await mailbox.ListAsync(default)).ShouldBeEmpty();
        (await _box.MessageIdsAsync("รับแล้ว")).ShouldBe(["one@example.org"]);
    }
}

internal static class Messages
{
    public static byte[] Simple(string id) => Encoding.UTF8.GetBytes($"Message-ID: {id}\r\nFrom: a@example.go.th\r\nSubject: test\r\n\r\nทดสอบ (synthetic)\r\n");
}

internal static class Given
{
    public static ImapSettings Settings(TestMailbox box, string variable = "DLA_TEST_IMAP") => new()
    {
        Host = TestMailbox.At(variable).Host,
        Port = TestMailbox.At(variable).Port,
        User = box.User,
        Password = TestMailbox.Password,
        Patience = TimeSpan.FromSeconds(20),
    };
}

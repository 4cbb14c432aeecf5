using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailTests.Imap;

public sealed class DovecotMailboxTests
{
    private readonly TestMailbox _box = new();

    [SkippableTheory]
    [InlineData("DLA_TEST_IMAP", LineSecurity.Tls)]
    [InlineData("DLA_TEST_IMAP_STARTTLS", LineSecurity.StartTls)]
    public async Task Dovecot_a_message_is_listed_and_taken_byte_for_byte_and_stays_unread(string server, LineSecurity security)
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, server) with { Security = security }, TimeProvider.System);
        byte[] message = [.. Given.Message(), 0xFF, 0x80, .. "{5}\r\n)\r\n.\r\n* BYE\r\n\r\n"u8];
        var at = new DateTimeOffset(2021, 6, 9, 8, 30, 0, TimeSpan.FromHours(7));
        await _box.AppendAsync(message, at: at);

        (await mailbox.OpenAsync(default)).ShouldBeGreaterThan(0u);
        var listed = (await mailbox.ListAsync(default)).ShouldHaveSingleItem();
        var target = new MemoryStream();
        (await mailbox.DownloadAsync(listed.Uid, target, default)).ShouldBeTrue();
        var header = await mailbox.HeaderAsync(listed.Uid, 20, default);

        listed.Size.ShouldBe(message.Length);
        listed.ReceivedAt.ShouldBe(at);
        target.ToArray().ShouldBe(message);
        header.ShouldBe(message[..20]);
        (await _box.DoAsync("FETCH 1 FLAGS", opened: "INBOX"))[0].ShouldNotContain("\\Seen");
        mailbox.Place.ShouldBe($"{_box.User}@localhost/INBOX");
    }

    [SkippableFact]
    public async Task Dovecot_an_empty_mailbox_has_nothing_and_what_is_gone_is_gone()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box), TimeProvider.System);
        await mailbox.OpenAsync(default);

        (await mailbox.ListAsync(default)).ShouldBeEmpty();
        await _box.AppendAsync(Given.Message());
        (await mailbox.ListAsync(default)).Count.ShouldBe(1, "it came after opening");
        (await mailbox.DownloadAsync(99, new MemoryStream(), default)).ShouldBeFalse();
        (await mailbox.HeaderAsync(99, 100, default)).ShouldBeNull();
        await mailbox.MoveAsync(99, MailboxFolder.Received, default);
        (await _box.CountAsync("รับแล้ว")).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("DLA_TEST_IMAP_EXPIRED", "หมดอายุ")]
    [InlineData("DLA_TEST_IMAP_OTHERNAME", "ชื่ออื่น")]
    [InlineData("DLA_TEST_IMAP_UNKNOWN", "ไม่รู้จักผู้ออกใบรับรอง")]
    public async Task Dovecot_with_a_certificate_that_is_not_right_is_refused_with_the_reason(string server, string told)
    {
        var settings = Given.Settings(_box, server);
        await using var mailbox = new ImapMailbox(settings, TimeProvider.System);
        await using var byStartTls = new ImapMailbox(
            settings with { Security = LineSecurity.StartTls, Port = TestMailbox.At("DLA_TEST_IMAP_STARTTLS").Port }, TimeProvider.System);

        foreach (var refused in new[] { mailbox, byStartTls })
        {
            var trouble = await Should.ThrowAsync<MailboxException>(() => refused.OpenAsync(default));
            trouble.Message.ShouldContain(told);
            trouble.IsTransient.ShouldBeFalse();
        }
    }

    [SkippableFact]
    public async Task Dovecot_that_offers_no_STARTTLS_gets_no_password()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, "DLA_TEST_IMAP_NOTLS") with { Security = LineSecurity.StartTls }, TimeProvider.System);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).Message.ShouldContain("STARTTLS");
    }

    [SkippableFact]
    public async Task Dovecot_refuses_a_wrong_password_and_the_operator_is_told_without_it()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box) with { Password = "wrong-synthetic" }, TimeProvider.System);

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default));

        told.IsTransient.ShouldBeFalse();
        told.Message.ShouldContain("Mail:Imap:User");
        told.ToString().ShouldNotContain("wrong-synthetic");
    }

    [SkippableTheory]
    [InlineData("DLA_TEST_IMAP", "รับแล้ว", "รับแล้ว", "Thai")]
    [InlineData("DLA_TEST_IMAP", "งาน/ปี 2564/รับแล้ว", "งาน/ปี 2564/รับแล้ว", "folders in folders")]
    [InlineData("DLA_TEST_IMAP", "a&b \"q\" \\ {5}", "a&b \"q\" \\ {5}", "what is special to the protocol, and a name that the server gives back as a literal")]
    [InlineData("DLA_TEST_IMAP_COPY", "รับแล้ว", "INBOX/รับแล้ว", "under the namespace of the account")]
    [InlineData("DLA_TEST_IMAP_COPY", "INBOX/รับแล้ว", "INBOX/รับแล้ว", "said so already")]
    public async Task Dovecot_gets_the_folders_once_under_its_own_names_where_people_see_them(string server, string name, string onServer, string reason)
    {
        var settings = Given.Settings(_box, server) with { ReceivedFolder = name };
        await using var mailbox = new ImapMailbox(settings, TimeProvider.System);
        await _box.AppendAsync(Given.Message());

        await mailbox.OpenAsync(default);
        await mailbox.OpenAsync(default);
        await mailbox.MoveAsync((await mailbox.ListAsync(default)).Single().Uid, MailboxFolder.Received, default);

        // The plain listener shows the same folders without the prefix.
        var plain = onServer.Replace("INBOX/", "", StringComparison.Ordinal);
        (await _box.CountAsync(Escaped(plain))).ShouldBe(1, reason);
        var subscribed = await _box.DoAsync("LSUB \"\" \"*\"");
        subscribed.Count.ShouldBe(3, $"both, once, and the end: {string.Join(" | ", subscribed)}");
    }

    [SkippableFact]
    public async Task Dovecot_a_folder_that_is_not_there_is_told()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box) with { Folder = "ไม่มี" }, TimeProvider.System);

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default));

        told.IsTransient.ShouldBeFalse();
        told.Message.ShouldContain("ไม่มี");
    }

    [SkippableFact]
    public async Task Dovecot_a_folder_that_was_made_anew_has_another_UIDVALIDITY()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box) with { Folder = "งานเข้า" }, TimeProvider.System);
        var folder = TestMailbox.Written("งานเข้า");
        await _box.DoAsync($"CREATE \"{folder}\"");
        var before = await mailbox.OpenAsync(default);

        await _box.DoAsync($"DELETE \"{folder}\"");
        await _box.DoAsync($"CREATE \"{folder}\"");
        await _box.AppendAsync(Given.Message(), "งานเข้า");
        var after = await mailbox.OpenAsync(default);

        after.ShouldNotBe(before);
        (await mailbox.ListAsync(default)).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Dovecot_that_is_stopped_while_a_message_comes_is_trouble_that_passes()
    {
        Skip.IfNot(TestMailbox.IsThere);
        using var own = await OwnServers.StartAsync();
        var box = new TestMailbox();
        await using var mailbox = new ImapMailbox(
            Given.Settings(own.Port) with { User = box.User, Password = own.Password, Patience = TimeSpan.FromSeconds(30) }, TimeProvider.System);
        await own.LayAsync(box.User, [.. Given.Message(), .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("synthetic line of a long message\r\n", 1_500_000)))]);
        await mailbox.OpenAsync(default);
        var listed = (await mailbox.ListAsync(default)).ShouldHaveSingleItem();
        using var target = new StoppingStream(own.Stop);

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.DownloadAsync(listed.Uid, target, default));

        told.IsTransient.ShouldBeTrue(told.Message);
        target.Written.ShouldBeLessThan(listed.Size);
    }

    private static string Escaped(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}

/// <summary>Flat memory can only be measured when nothing else runs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class DovecotMemoryTests
{
    [SkippableFact]
    public async Task Dovecot_a_large_message_goes_to_the_disk_and_not_through_memory()
    {
        var box = new TestMailbox();
        await using var mailbox = new ImapMailbox(Given.Settings(box), TimeProvider.System);
        byte[] message = [.. Given.Message(), .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("synthetic line of a long message\r\n", 800_000)))];
        message.Length.ShouldBeGreaterThan(26_000_000);
        await box.AppendAsync(message);
        await mailbox.OpenAsync(default);
        var uid = (await mailbox.ListAsync(default)).Single().Uid;
        await mailbox.DownloadAsync(uid, Stream.Null, default);
        var path = Path.GetTempFileName();
        try
        {
            long before;
            long after;
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                before = GC.GetTotalAllocatedBytes(precise: true);
                await mailbox.DownloadAsync(uid, file, default);
                after = GC.GetTotalAllocatedBytes(precise: true);
            }

            (after - before).ShouldBeLessThan(4_000_000, "a seventh of the message, and that in small pieces");
            (await File.ReadAllBytesAsync(path)).AsSpan().SequenceEqual(message).ShouldBeTrue();
        }
        finally
        {
            File.Delete(path);
        }
    }
}

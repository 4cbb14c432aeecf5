using System.Net;
using Dla.Etl.Mail;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Moving, cut off at every command: neither lost nor doubled.</summary>
public sealed class DovecotMoveTests
{
    private readonly TestMailbox _box = new();

    [SkippableTheory]
    [InlineData("DLA_TEST_IMAP", "MOVE")]
    [InlineData("DLA_TEST_IMAP_COPY", "COPY and UID EXPUNGE, folders under INBOX")]
    public async Task Dovecot_moves_one_message_and_leaves_those_that_people_have_marked(string server, string reason)
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, server), TimeProvider.System);
        foreach (var id in new[] { "one@example.org", "two@example.org", "three@example.org" })
            await _box.AppendAsync(Given.Message(id));
        await _box.DoAsync("STORE 1 +FLAGS (\\Deleted)", opened: "INBOX");
        await mailbox.OpenAsync(default);
        var listed = await mailbox.ListAsync(default);

        await mailbox.MoveAsync(listed[1].Uid, MailboxFolder.Received, default);
        await mailbox.MoveAsync(listed[2].Uid, MailboxFolder.Problem, default);
        await mailbox.MoveAsync(listed[2].Uid, MailboxFolder.Problem, default);

        (await _box.MessageIdsAsync()).ShouldBe(["one@example.org"], $"a bare EXPUNGE would have taken it: {reason}");
        (await _box.MessageIdsAsync("รับแล้ว")).ShouldBe(["two@example.org"], reason);
        (await _box.MessageIdsAsync("ต้องตรวจสอบ")).ShouldBe(["three@example.org"], reason);
    }

    [SkippableFact]
    public async Task Dovecot_without_MOVE_and_UIDPLUS_moves_nothing_and_says_why()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, "DLA_TEST_IMAP_FIXED"), TimeProvider.System);
        await _box.AppendAsync(Given.Message());
        await mailbox.OpenAsync(default);
        mailbox.CanMove.ShouldBeFalse();
        var uid = (await mailbox.ListAsync(default)).Single().Uid;

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.MoveAsync(uid, MailboxFolder.Received, default));

        told.IsTransient.ShouldBeFalse();
        told.Message.ShouldContain("UIDPLUS");
        (await _box.CountAsync()).ShouldBe(1);
        (await _box.CountAsync("รับแล้ว")).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData(1, true, true)]
    [InlineData(1, false, true)]
    [InlineData(2, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, true, false)]
    [InlineData(2, false, false)]
    public async Task Dovecot_a_move_that_was_cut_off_at_any_command_is_finished_and_not_done_twice(int listener, bool before, bool hasId)
    {
        Skip.IfNot(TestMailbox.IsThere);
        var server = new IPEndPoint(new IPAddress([127, 0, 0, (byte)listener]), TestMailbox.At("DLA_TEST_IMAP_STARTTLS").Port);
        var cuts = 0;
        for (var cut = 0; ; cut++)
        {
            using var line = new CuttingLine(server);
            var box = new TestMailbox();
            // Another message of the same size lies in the target already: it must not be taken for this one.
            await box.AppendAsync(Given.Message(hasId ? "two@example.org" : null, "ทดสอข"));
            await MoveAllAsync(line, box);
            await box.AppendAsync(Given.Message(hasId ? "one@example.org" : null));
            var commands = line.Commands.Count;

            line.CutBefore = before ? commands + cut : null;
            line.CutAfter = before ? null : commands + cut;
            var isCut = await TryMoveAllAsync(line, box);
            (line.CutBefore, line.CutAfter) = (null, null);
            await MoveAllAsync(line, box);

            (await box.CountAsync()).ShouldBe(0, $"cut at {cut}");
            (await box.CountAsync("รับแล้ว")).ShouldBe(2, $"cut at {cut}: {string.Join(" | ", line.Commands)}");
            if (!isCut)
                break;
            cuts++;
        }
        cuts.ShouldBeGreaterThan(listener == 1 ? 10 : 14, "every command of opening, listing and moving was cut off once");
    }

    [SkippableFact]
    public async Task Dovecot_two_deliveries_of_one_message_are_two_messages()
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, "DLA_TEST_IMAP_COPY"), TimeProvider.System);
        await _box.AppendAsync(Given.Message());
        await _box.AppendAsync(Given.Message());
        await mailbox.OpenAsync(default);

        foreach (var mail in await mailbox.ListAsync(default))
            await mailbox.MoveAsync(mail.Uid, MailboxFolder.Received, default);

        (await _box.CountAsync("รับแล้ว")).ShouldBe(2);
        (await _box.CountAsync()).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("DLA_TEST_IMAP")]
    [InlineData("DLA_TEST_IMAP_COPY")]
    public async Task Dovecot_a_folder_that_somebody_removed_is_made_again(string server)
    {
        await using var mailbox = new ImapMailbox(Given.Settings(_box, server), TimeProvider.System);
        await _box.AppendAsync(Given.Message());
        await mailbox.OpenAsync(default);
        await _box.DoAsync($"DELETE \"{TestMailbox.Written("รับแล้ว")}\"");

        await mailbox.MoveAsync((await mailbox.ListAsync(default)).Single().Uid, MailboxFolder.Received, default);

        (await _box.CountAsync("รับแล้ว")).ShouldBe(1);
    }

    private static async Task MoveAllAsync(CuttingLine line, TestMailbox box)
    {
        await using var mailbox = new ImapMailbox(Given.Settings(line.Port) with { User = box.User, Password = TestMailbox.Password, Patience = TimeSpan.FromSeconds(30) }, TimeProvider.System, tokens: null);
        await mailbox.OpenOnceAsync(default);
        foreach (var mail in await mailbox.ListAsync(default))
            await mailbox.MoveAsync(mail.Uid, MailboxFolder.Received, default);
    }

    private static async Task<bool> TryMoveAllAsync(CuttingLine line, TestMailbox box)
    {
        try
        {
            await MoveAllAsync(line, box);
            return false;
        }
        catch (MailboxException cut)
        {
            cut.IsTransient.ShouldBeTrue(cut.Message);
            return true;
        }
    }
}

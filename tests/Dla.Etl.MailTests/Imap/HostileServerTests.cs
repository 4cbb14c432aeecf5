using System.Text;
using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Servers that are broken, or mean harm.</summary>
public sealed class HostileServerTests
{
    [Theory]
    [InlineData("* PREAUTH you are in\r\n", "keeps us from STARTTLS")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "a web server")]
    [InlineData("\r\n", "an empty line")]
    [InlineData("+ go on\r\n", "a continuation of nothing")]
    public async Task Who_does_not_greet_as_IMAP_does_is_left(string greeting, string reason)
    {
        using var server = ScriptedServer.Usual(_ => null, greeting);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default), reason)).IsTransient.ShouldBeFalse();

        server.Heard.ShouldBeEmpty("nothing is said to it");
    }

    [Theory]
    [InlineData("SELECT", "TAG OK [READ-WRITE] done\r\n", false, "no UIDVALIDITY")]
    [InlineData("SELECT", "* OK [UIDVALIDITY 0] v\r\nTAG OK done\r\n", false, "zero is none")]
    [InlineData("SELECT", "* OK [UIDVALIDITY 4294967296] v\r\nTAG OK done\r\n", false, "33 bits")]
    [InlineData("SELECT", "* OK [UIDVALIDITY 7] v\r\n* NO [UIDNOTSTICKY] no\r\nTAG OK done\r\n", false, "UIDs that do not last")]
    [InlineData("SELECT", "* OK [UIDVALIDITY 7] v\r\nTAG OK [READ-ONLY] done\r\n", false, "nothing could be moved")]
    [InlineData("SELECT", "TAG NO [NONEXISTENT] no such folder\r\n", false, "a wrong name")]
    [InlineData("SELECT", "TAG NO no such folder\r\n", false, "a wrong name, from an old server")]
    [InlineData("SELECT", "TAG NO [UNAVAILABLE] disk asleep\r\n", true, "RFC 5530: passes")]
    [InlineData("SELECT", "TAG BAD what\r\n", false, "a server that does not know the command")]
    [InlineData("SELECT", "* BYE shutting down\r\n", true, "the server goes")]
    [InlineData("SELECT", "TAG YES done\r\n", false, "no way to end a command")]
    [InlineData("SELECT", "D9999 OK done\r\n", false, "the end of a command that was not given")]
    [InlineData("SELECT", "+ more\r\n", false, "asks for more of a complete command")]
    [InlineData("AUTHENTICATE", "TAG NO [AUTHENTICATIONFAILED] wrong\r\n", false, "a wrong password")]
    [InlineData("AUTHENTICATE", "TAG NO wrong\r\n", false, "a wrong password, from an old server")]
    [InlineData("AUTHENTICATE", "TAG NO [UNAVAILABLE] later\r\n", true, "RFC 5530: passes")]
    [InlineData("CAPABILITY", "* CAPABILITY IMAP2\r\nTAG OK done\r\n", false, "another protocol")]
    [InlineData("CREATE", "TAG NO [CANNOT] no\r\n", false, "no folder to move to")]
    public async Task What_keeps_the_mailbox_shut_passes_or_not(string command, string answer, bool passes, string reason)
    {
        using var server = ScriptedServer.Usual(said => said.StartsWith(command, StringComparison.Ordinal) ? answer
            : command == "CREATE" && said.StartsWith("LIST", StringComparison.Ordinal) ? "TAG OK done\r\n" : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default), reason);

        told.IsTransient.ShouldBe(passes, reason);
        server.Connections.ShouldBe(passes ? 4 : 1, "trouble that passes is tried again, each time anew");
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 6 BODY[] {3}\r\nabc)\r\nTAG OK done\r\n", "another message")]
    [InlineData("* 1 FETCH (BODY[] {3}\r\nabc)\r\nTAG OK done\r\n", "no number")]
    [InlineData("* 1 FETCH (UID 5 BODY[] {3}\r\nabc BODY[] {3}\r\nabc)\r\nTAG OK done\r\n", "twice in one")]
    [InlineData("* 1 FETCH (UID 5 BODY[] {3}\r\nabc)\r\n* 1 FETCH (UID 5 BODY[] {3}\r\nabc)\r\nTAG OK done\r\n", "twice")]
    [InlineData("* 1 FETCH (UID 5 BODY[] {9000000000}\r\nabc", "larger than twice the limit")]
    [InlineData("* 1 FETCH (UID 5 X {2000000}\r\nabc", "a literal that nobody asked for")]
    [InlineData("TAG BAD what\r\n", "refused")]
    public async Task A_download_that_is_not_the_message_asked_for_is_refused(string answer, string reason)
    {
        using var server = ScriptedServer.Usual(said => said.Contains("BODY.PEEK[]", StringComparison.Ordinal) ? answer : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.DownloadAsync(5, new MemoryStream(), default), reason)).IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("TAG OK done\r\n", false, "gone")]
    [InlineData("TAG NO [EXPUNGEISSUED] gone\r\n", false, "gone in between")]
    [InlineData("* 1 FETCH (UID 5 BODY[] NIL)\r\nTAG OK done\r\n", false, "nothing there")]
    [InlineData("* 1 FETCH (FLAGS (\\Seen))\r\n* 4 EXISTS\r\n* 2 EXPUNGE\r\n* 1 FETCH (UID 5 BODY[] {3}\r\nabc FLAGS ())\r\nTAG OK done\r\n", true, "among news of other things")]
    [InlineData("* 1 FETCH (UID 5 BODY[] \"abc\")\r\nTAG OK done\r\n", true, "in quotes")]
    public async Task A_download_brings_the_message_or_says_that_it_is_gone(string answer, bool isThere, string reason)
    {
        using var server = ScriptedServer.Usual(said => said.Contains("BODY.PEEK[]", StringComparison.Ordinal) ? answer : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);
        var target = new MemoryStream();

        (await mailbox.DownloadAsync(5, target, default)).ShouldBe(isThere, reason);

        Encoding.ASCII.GetString(target.ToArray()).ShouldBe(isThere ? "abc" : "");
    }

    [Fact]
    public async Task The_header_is_taken_up_to_the_limit_and_no_further()
    {
        using var server = ScriptedServer.Usual(said => said.Contains("<0.3>", StringComparison.Ordinal) ? "* 1 FETCH (UID 5 BODY[HEADER]<0> {3}\r\nabc)\r\nTAG OK done\r\n"
            : said.Contains("<0.2>", StringComparison.Ordinal) ? "* 1 FETCH (UID 5 BODY[HEADER]<0> {3}\r\nabc)\r\nTAG OK done\r\n" : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        (await mailbox.HeaderAsync(5, 3, default)).ShouldBe("abc"u8.ToArray());
        await Should.ThrowAsync<MailboxException>(() => mailbox.HeaderAsync(5, 2, default));
    }

    [Fact]
    public async Task The_list_is_in_order_and_of_whole_entries()
    {
        using var server = ScriptedServer.Usual(said => said.StartsWith("UID FETCH 1:*", StringComparison.Ordinal)
            ? "* 2 FETCH (UID 8 RFC822.SIZE 12 INTERNALDATE \"10-Jun-2021 09:00:00 +0700\")\r\n* 2 FETCH (FLAGS (\\Seen))\r\n* 1 FETCH (UID 5 FLAGS ())\r\n* 1 FETCH (INTERNALDATE \" 9-Jun-2021 08:30:00 -0130\" RFC822.SIZE 11 UID 5)\r\nTAG OK done\r\n" : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        (await mailbox.OpenAsync(default)).ShouldBe(77u);

        (await mailbox.ListAsync(default)).ShouldBe([
            new ListedMail(5, 11, new DateTimeOffset(2021, 6, 9, 8, 30, 0, new TimeSpan(-1, -30, 0))),
            new ListedMail(8, 12, new DateTimeOffset(2021, 6, 10, 9, 0, 0, TimeSpan.FromHours(7)))]);
    }

    [Theory]
    [InlineData("* BYE [ALERT] off\r\n", "says goodbye")]
    [InlineData("", "says nothing")]
    [InlineData("* 1 FETCH (UID 5 BODY[] {300000}\r\nabc", "stops in the middle")]
    public async Task A_server_that_goes_silent_is_left_and_met_again(string answer, string reason)
    {
        var isWell = false;
        using var server = ScriptedServer.Usual(said => !isWell && said.Contains("BODY.PEEK[]", StringComparison.Ordinal) ? answer : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.DownloadAsync(5, new MemoryStream(), default), reason)).IsTransient.ShouldBeTrue(reason);
        isWell = true;
        await mailbox.OpenAsync(default);
        (await mailbox.DownloadAsync(5, new MemoryStream(), default)).ShouldBeTrue(reason);

        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_talks_for_ever_and_never_answers_is_left()
    {
        using var server = new ScriptedServer(async line =>
        {
            await line.SayAsync("* OK ready\r\n");
            while (true)
                await line.SayAsync("* OK still working\r\n");
        });
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Patience = TimeSpan.FromSeconds(10) }, new HastyClock());

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_disk_is_not_blamed_on_the_server()
    {
        using var server = ScriptedServer.Usual(_ => null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        await Should.ThrowAsync<NotSupportedException>(() => mailbox.DownloadAsync(5, new MemoryStream([], writable: false), default));
    }

    [Fact]
    public async Task What_the_server_wants_read_is_kept_for_the_operator_without_control_characters()
    {
        using var server = ScriptedServer.Usual(said => said.StartsWith("NOOP", StringComparison.Ordinal) ? "* OK [ALERT] the\u0007 disk \u001B[31mis full\r\nTAG OK done\r\n" : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);
        await mailbox.ListAsync(default);

        mailbox.Alerts.ShouldHaveSingleItem().ShouldBe("the  disk  [31mis full");
    }
}

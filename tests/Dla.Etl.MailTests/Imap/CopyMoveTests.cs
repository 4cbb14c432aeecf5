using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Moving on a server without MOVE that takes no keywords: only the target tells whether an earlier move was cut off.</summary>
public sealed class CopyMoveTests
{
    private const string Own = "Subject: x\n";

    [Theory]
    [InlineData("", null, true, "nothing of its size there")]
    [InlineData(" 3", Own, false, "the same bytes: copied before")]
    [InlineData(" 3", "Subject: y\n", true, "other bytes of the same size")]
    [InlineData(" 3", null, true, "gone again")]
    public async Task A_message_is_copied_unless_its_bytes_lie_in_the_target(string found, string? there, bool isCopied, string reason)
    {
        using var server = Server(found, there, validity: 77);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        await mailbox.MoveAsync(5, MailboxFolder.Received, default);

        var said = server.Heard.Select(line => line.Split(' ', 2)[^1]).SkipWhile(command => !command.Contains("FLAGS)", StringComparison.Ordinal)).ToList();
        said.ShouldContain("UID SEARCH LARGER 10 SMALLER 12");
        said.Any(command => command.StartsWith("UID COPY 5 ", StringComparison.Ordinal)).ShouldBe(isCopied, reason);
        said[^2..].ShouldBe(["UID STORE 5 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 5"], reason);
        said.ShouldNotContain(command => command.Contains("$DlaEtlMoving", StringComparison.Ordinal), "the server takes no keywords");
    }

    [Fact]
    public async Task A_folder_that_was_made_anew_meanwhile_is_left_alone()
    {
        var opened = 0;
        using var server = Server(" 3", Own, () => opened++ == 0 ? 77 : 78);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.MoveAsync(5, MailboxFolder.Received, default))).IsTransient.ShouldBeTrue();

        server.Heard.ShouldNotContain(line => line.Contains("STORE", StringComparison.Ordinal) || line.Contains("EXPUNGE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TAG NO [OVERQUOTA] full\r\n", false, "somebody must make room")]
    [InlineData("TAG NO not now\r\n", true, "nobody knows why")]
    public async Task A_message_that_cannot_be_copied_stays(string answer, bool passes, string reason)
    {
        using var server = Server("", null, () => 77, answer);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());
        await mailbox.OpenAsync(default);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.MoveAsync(5, MailboxFolder.Received, default), reason)).IsTransient.ShouldBe(passes, reason);

        server.Heard.ShouldNotContain(line => line.Contains("STORE", StringComparison.Ordinal) || line.Contains("EXPUNGE", StringComparison.Ordinal));
    }

    private static ScriptedServer Server(string found, string? there, int validity) => Server(found, there, () => validity);

    private static ScriptedServer Server(string found, string? there, Func<int> validity, string copied = "TAG OK done\r\n") => ScriptedServer.Usual(
        said => said switch
        {
            _ when said.StartsWith("SELECT", StringComparison.Ordinal) => $"* 1 EXISTS\r\n* OK [PERMANENTFLAGS (\\Deleted)] flags\r\n* OK [UIDVALIDITY {validity()}] v\r\nTAG OK [READ-WRITE] done\r\n",
            _ when said.StartsWith("UID SEARCH", StringComparison.Ordinal) => $"* SEARCH{found}\r\nTAG OK done\r\n",
            _ when said.StartsWith("UID COPY", StringComparison.Ordinal) => copied,
            "UID FETCH 5 (UID RFC822.SIZE FLAGS)" => "* 1 FETCH (UID 5 RFC822.SIZE 11 FLAGS (\\Seen))\r\nTAG OK done\r\n",
            "UID FETCH 5 (UID BODY.PEEK[])" => $"* 1 FETCH (UID 5 BODY[] {{11}}\r\n{Own})\r\nTAG OK done\r\n",
            "UID FETCH 3 (UID BODY.PEEK[])" => there is null ? "TAG OK done\r\n" : $"* 1 FETCH (UID 3 BODY[] {{11}}\r\n{there})\r\nTAG OK done\r\n",
            _ => null,
        },
        capabilities: "IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS");
}

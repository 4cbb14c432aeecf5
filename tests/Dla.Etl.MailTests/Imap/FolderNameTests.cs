using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Servers name folders in their own ways (RFC 2342, RFC 3501 5.1).</summary>
public sealed class FolderNameTests
{
    [Theory]
    [InlineData("* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL", null, "งาน/รับ", "INBOX.&DgcOMg4Z-.&DiMOMQ4a-", "Courier")]
    [InlineData("* NAMESPACE ((\"\" \"/\")) NIL NIL", null, "งาน/รับ", "&DgcOMg4Z-/&DiMOMQ4a-", "Exchange")]
    [InlineData("* NAMESPACE ((\"\" \"\\\\\")) NIL NIL", null, "งาน/รับ", "&DgcOMg4Z-\\\\&DiMOMQ4a-", "a delimiter that must be quoted")]
    [InlineData("* NAMESPACE NIL NIL ((\"Public/\" \"/\"))", "\".\"", "a/b", "a.b", "no folders of one's own: the delimiter is asked for")]
    [InlineData(null, "\".\"", "a/b", "a.b", "no NAMESPACE")]
    [InlineData(null, "NIL", "รับ", "&DiMOMQ4a-", "no folders in folders")]
    public async Task A_folder_has_the_name_that_the_server_gives_it(string? space, string? delimiter, string name, string written, string reason)
    {
        using var server = Server(space, delimiter);
        await using var mailbox = Mailbox(server, name);

        await mailbox.OpenAsync(default);

        server.Heard.ShouldContain(said => said.EndsWith($" SUBSCRIBE \"{written}\"", StringComparison.Ordinal), $"{reason}: {string.Join(" | ", server.Heard)}");
    }

    [Theory]
    [InlineData("* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL", null, "ส.ถ.", "the server would make three folders of it")]
    [InlineData(null, "NIL", "งาน/รับ", "no folders in folders")]
    [InlineData(null, "\"/\"", "", "no name")]
    [InlineData(null, "\"/\"", "a*", "a wildcard")]
    [InlineData(null, "\"/\"", "a\r\nb", "a line end")]
    [InlineData(null, "\"/\"", "inbox", "the folder that is read")]
    public async Task A_name_that_cannot_be_is_told(string? space, string? delimiter, string name, string reason)
    {
        using var server = Server(space, delimiter);
        await using var mailbox = Mailbox(server, name);

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default), reason)).IsTransient.ShouldBeFalse();

        server.Heard.ShouldNotContain(said => said.Contains("CREATE", StringComparison.Ordinal), reason);
    }

    [Theory]
    [InlineData("* LIST (\\NonExistent) \"/\" \"&DiMOMQ4a-\"\r\nTAG OK done\r\n", true, "RFC 5258: named, but not there")]
    [InlineData("* LIST () \"/\" \"&DiMOMQ4a-2\"\r\nTAG OK done\r\n", true, "another")]
    [InlineData("TAG OK done\r\n", true, "none")]
    [InlineData("* LIST () \"/\" {10}\r\n&DiMOMQ4a-\r\nTAG OK done\r\n", false, "as a literal")]
    [InlineData("* LIST () \"/\" &DiMOMQ4a-\r\nTAG OK done\r\n", false, "as a word")]
    public async Task A_folder_is_made_when_it_is_missing(string answer, bool isMade, string reason)
    {
        using var server = ScriptedServer.Usual(said => said == "LIST \"\" \"&DiMOMQ4a-\"" ? answer
            : said.StartsWith("CREATE", StringComparison.Ordinal) ? "TAG NO [ALREADYEXISTS] another node was faster\r\n" : null);
        await using var mailbox = Mailbox(server, "รับ");

        await mailbox.OpenAsync(default);

        server.Heard.Any(said => said.EndsWith(" CREATE \"&DiMOMQ4a-\"", StringComparison.Ordinal)).ShouldBe(isMade, reason);
    }

    private static ImapMailbox Mailbox(ScriptedServer server, string received) =>
        new(Given.Settings(server.Port) with { ReceivedFolder = received }, new HastyClock());

    private static ScriptedServer Server(string? space, string? delimiter) => ScriptedServer.Usual(
        said => said == "NAMESPACE" ? $"{space}\r\nTAG OK done\r\n" : said == "LIST \"\" \"\"" && delimiter is not null ? $"* LIST (\\Noselect) {delimiter} \"\"\r\nTAG OK done\r\n" : null,
        capabilities: $"IMAP4rev1 AUTH=PLAIN SASL-IR MOVE{(space is null ? "" : " NAMESPACE")}");
}

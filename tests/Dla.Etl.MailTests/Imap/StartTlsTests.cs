using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Servers, or somebody between, that would have the password in the clear.</summary>
public sealed class StartTlsTests
{
    [Fact]
    public async Task STARTTLS_is_asked_for_and_nothing_said_in_the_clear_behind_it_is_believed()
    {
        using var server = ScriptedServer.Usual(said => said == "STARTTLS" ? "TAG OK go\r\n* OK [ALERT] injected\r\n" : null, capabilities: "IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR");
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Security = LineSecurity.StartTls }, new HastyClock());

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).IsTransient.ShouldBeFalse();

        server.Heard[..2].ShouldBe(["D0001 CAPABILITY", "D0002 STARTTLS"]);
        server.Heard.ShouldNotContain(said => said.Contains("AUTHENTICATE", StringComparison.Ordinal), "the password stays here");
    }

    [Theory]
    [InlineData("IMAP4rev1 AUTH=PLAIN", null, "not offered")]
    [InlineData("IMAP4rev1 STARTTLS AUTH=PLAIN", "TAG NO not now\r\n", "offered and refused")]
    [InlineData("IMAP4rev1 STARTTLS AUTH=PLAIN", "TAG OK go\r\n", "and then no TLS")]
    public async Task Without_STARTTLS_the_password_stays_here(string capabilities, string? answer, string reason)
    {
        using var server = ScriptedServer.Usual(said => said == "STARTTLS" ? answer : null, capabilities: capabilities);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Security = LineSecurity.StartTls }, new HastyClock());

        await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default), reason);

        server.Heard.ShouldNotContain(said => said.Contains("AUTHENTICATE", StringComparison.Ordinal) || said.Contains("LOGIN", StringComparison.Ordinal), reason);
    }
}

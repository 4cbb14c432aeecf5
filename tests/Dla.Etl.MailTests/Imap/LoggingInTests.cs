using System.Text;
using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Imap;

public sealed class LoggingInTests
{
    private const string Password = "p\"a\\s รหัส";

    [Theory]
    [InlineData("IMAP4rev1 AUTH=PLAIN SASL-IR", "D0002 AUTHENTICATE PLAIN AHNvbWNoYWkAcCJhXHMg4Lij4Lir4Lix4Liq", "at once")]
    [InlineData("IMAP4rev1 AUTH=PLAIN", "AHNvbWNoYWkAcCJhXHMg4Lij4Lir4Lix4Liq", "when asked")]
    [InlineData("IMAP4rev1 LITERAL+", "D0002 LOGIN \"somchai\" {18+}", "a literal at once")]
    [InlineData("IMAP4rev1 LITERAL-", "D0002 LOGIN \"somchai\" {18+}", "a short literal at once")]
    [InlineData("IMAP4rev1", "D0002 LOGIN \"somchai\" {18}", "a literal when asked")]
    public async Task A_password_goes_over_the_line_as_the_server_takes_it(string capabilities, string said, string reason)
    {
        using var server = AskingServer(capabilities);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Password = Password }, new HastyClock());

        await mailbox.OpenAsync(default);

        server.Heard.ShouldContain(said, reason);
        if (said.Contains("LOGIN", StringComparison.Ordinal))
            server.Heard.ShouldContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Password)));
    }

    [Fact]
    public async Task A_plain_password_is_quoted()
    {
        using var server = AskingServer("IMAP4rev1");
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Password = "a\"b\\c d" }, new HastyClock());

        await mailbox.OpenAsync(default);

        server.Heard.ShouldContain("D0002 LOGIN \"somchai\" \"a\\\"b\\\\c d\"");
    }

    [Fact]
    public async Task A_password_is_the_first_line_of_its_file_and_read_at_each_opening()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "old\r\nnot this\r\n");
            using var server = AskingServer("IMAP4rev1");
            await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Password = "", PasswordFile = file }, new HastyClock());

            await mailbox.OpenAsync(default);
            await File.WriteAllTextAsync(file, "new");
            await mailbox.OpenAsync(default);

            server.Heard.Where(said => said.Contains("LOGIN", StringComparison.Ordinal)).ShouldBe(["D0002 LOGIN \"somchai\" \"old\"", "D0002 LOGIN \"somchai\" \"new\""]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("IMAP4rev1 LOGINDISABLED", "LOGINDISABLED")]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=GSSAPI", "LOGINDISABLED")]
    public async Task A_server_that_takes_no_password_gets_none(string capabilities, string told)
    {
        using var server = AskingServer(capabilities);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).Message.ShouldContain(told);

        server.Heard.ShouldBe(["D0001 CAPABILITY"]);
    }

    [Theory]
    [InlineData("Host", "Mail:Imap:Host")]
    [InlineData("User", "Mail:Imap:User")]
    [InlineData("Password", "DLA_Mail__Imap__Password")]
    [InlineData("PasswordFile", "no-such-file")]
    [InlineData("Token", "Mail:Imap:OAuth")]
    [InlineData("Folders", "ReceivedFolder")]
    [InlineData("Wildcard", "%")]
    public async Task A_missing_setting_is_told_by_name(string setting, string told)
    {
        using var server = AskingServer("IMAP4rev1 AUTH=XOAUTH2");
        var settings = Given.Settings(server.Port);
        await using var mailbox = new ImapMailbox(setting switch
        {
            "Host" => settings with { Host = "" },
            "User" => settings with { User = "" },
            "Password" => settings with { Password = "" },
            "PasswordFile" => settings with { Password = "", PasswordFile = "/no-such-file" },
            "Token" => settings with { Login = ImapLogin.XOAuth2 },
            "Folders" => settings with { ProblemFolder = settings.ReceivedFolder },
            _ => settings with { ProblemFolder = "a%" },
        }, new HastyClock());

        var trouble = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default));

        trouble.Message.ShouldContain(told);
        trouble.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("mail.example.org")]
    [InlineData("192.0.2.1")]
    public async Task In_the_clear_only_a_server_on_this_machine_is_met(string host)
    {
        await using var mailbox = new ImapMailbox(Given.Settings(1) with { Host = host }, new HastyClock());

        (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).Message.ShouldContain("Mail:Imap:Security");
    }

    [Fact]
    public async Task A_password_that_the_server_repeats_is_not_shown()
    {
        using var server = ScriptedServer.Usual(said => said.StartsWith("AUTHENTICATE", StringComparison.Ordinal)
            ? $"TAG NO wrong: SESAME-synthetic, {said.Split(' ')[2]}\r\n" : null);
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port), new HastyClock());

        var told = (await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default))).ToString();

        told.ShouldContain("wrong: ***, ***");
        told.ShouldNotContain("sesame", Case.Insensitive);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        using var server = TokenServer(good: "fresh");
        var asked = new List<bool>();
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Login = ImapLogin.XOAuth2 }, new HastyClock(), (anew, _) =>
        {
            asked.Add(anew);
            return Task.FromResult(anew ? "fresh" : "stale");
        });

        await mailbox.OpenAsync(default);

        asked.ShouldBe([false, true]);
        server.Heard.ShouldContain("", "the challenge of the refusal is answered with an empty line");
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_needs_a_person_and_is_not_shown()
    {
        using var server = TokenServer(good: "none");
        await using var mailbox = new ImapMailbox(Given.Settings(server.Port) with { Login = ImapLogin.XOAuth2 }, new HastyClock(), (_, _) => Task.FromResult("stale-token"));

        var told = await Should.ThrowAsync<MailboxException>(() => mailbox.OpenAsync(default));

        told.Message.ShouldContain("dla-etl mail login");
        told.ToString().ShouldNotContain("stale-token");
        told.IsTransient.ShouldBeFalse();
    }

    // Takes a password in every way that it offers.
    private static ScriptedServer AskingServer(string capabilities) => new(async line =>
    {
        await line.SayAsync("* OK ready\r\n");
        while (await line.HearAsync() is { } said && said.Split(' ', 2) is [var tag, var command])
        {
            if (command == "AUTHENTICATE PLAIN" || command.EndsWith("{18}", StringComparison.Ordinal))
                await line.SayAsync("+ \r\n");
            if (command == "AUTHENTICATE PLAIN" || command.EndsWith('}'))
                await line.HearAsync();
            await line.SayAsync(ScriptedServer.Answer(command, capabilities).Replace("TAG", tag, StringComparison.Ordinal));
        }
    });

    private static ScriptedServer TokenServer(string good) => new(async line =>
    {
        await line.SayAsync("* OK ready\r\n");
        while (await line.HearAsync() is { } said && said.Split(' ', 2) is [var tag, var command])
        {
            if (command.StartsWith("AUTHENTICATE XOAUTH2 ", StringComparison.Ordinal)
                && Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[2])) is var token && token != $"user=somchai\u0001auth=Bearer {good}\u0001\u0001")
            {
                await line.SayAsync("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
                await line.HearAsync();
                await line.SayAsync($"{tag} NO [AUTHENTICATIONFAILED] {token}\r\n");
                continue;
            }
            await line.SayAsync(ScriptedServer.Answer(command, "IMAP4rev1 AUTH=XOAUTH2 SASL-IR").Replace("TAG", tag, StringComparison.Ordinal));
        }
    });
}

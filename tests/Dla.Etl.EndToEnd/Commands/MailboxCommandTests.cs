using System.Globalization;
using Dla.Etl.TestServers;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary>The operator's first steps with a mailbox: <c>mail login</c> and <c>mail try</c>.</summary>
public sealed class MailboxCommandTests
{
    private readonly TestMailbox _box = new();

    [SkippableFact]
    public async Task Dovecot_that_is_set_right_tells_what_lies_there_and_what_it_can()
    {
        var settings = Settings("DLA_TEST_IMAP");
        await _box.AppendAsync("Subject: synthetic\r\n\r\nsynthetic\r\n"u8.ToArray());

        var run = DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(0);

        run.Output.ShouldContain("1 ฉบับ");
        run.Output.ShouldContain("MOVE, UIDPLUS");
        run.Output.ShouldContain(_box.User);
        run.ToString().ShouldNotContain(TestMailbox.Password);
        (await _box.CountAsync("ต้องตรวจสอบ")).ShouldBe(0, "the folders are there");
        (await _box.CountAsync()).ShouldBe(1, "nothing is moved");
    }

    [SkippableFact]
    public void Dovecot_that_cannot_move_is_told_of_before_anything_is_read() =>
        DlaEtl.RunIn(null, Settings("DLA_TEST_IMAP_FIXED"), "mail", "try").ShouldEnd(1).Output.ShouldContain("คำเตือน");

    [SkippableTheory]
    [InlineData("DLA_Mail__Imap__Password", "wrong-synthetic", "รหัสผ่าน")]
    [InlineData("DLA_Mail__Imap__Host", "127.0.0.5", "ชื่ออื่น")]
    [InlineData("DLA_Mail__Imap__Host", "", "Mail:Imap:Host")]
    [InlineData("DLA_Mail__Imap__Folder", "ไม่มี", "ไม่มี")]
    [InlineData("DLA_Mail__Imap__Login", "XOAuth2", "Mail:Imap:OAuth")]
    public void Dovecot_that_is_set_wrong_is_told_of_in_words(string setting, string value, string told)
    {
        var settings = Settings("DLA_TEST_IMAP");
        settings[setting] = value;

        var run = DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(64);

        run.Error.ShouldContain(told);
        run.Error.ShouldNotContain("wrong-synthetic");
    }

    [SkippableFact]
    public void Dovecot_is_read_by_token_after_a_person_has_signed_in()
    {
        var application = Guid.NewGuid().ToString();
        var folder = Directory.CreateTempSubdirectory("dla-login-");
        try
        {
            var settings = Settings("DLA_TEST_IMAP");
            settings["DLA_Mail__Imap__User"] = $"{application}@example.org";
            settings["DLA_Mail__Imap__Login"] = "XOAuth2";
            settings["DLA_Mail__Imap__OAuth__ClientId"] = application;
            settings["DLA_Mail__Imap__OAuth__Authority"] = Environment.GetEnvironmentVariable("DLA_TEST_OAUTH")!;
            settings["DLA_Mail__Imap__OAuth__TokenFile"] = Path.Combine(folder.FullName, "token.bin");

            DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(64).Error.ShouldContain("dla-etl mail login");
            var login = DlaEtl.RunIn(null, settings, "mail", "login").ShouldEnd(0);
            var run = DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(0);

            login.Output.ShouldContain("MADE-UP");
            run.Output.ShouldContain("0 ฉบับ");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_mailbox_there_is_nothing_to_try_or_to_sign_in_to()
    {
        (await DlaEtl.InProcessAsync("mail", "try")).ShouldEnd(64).Error.ShouldContain("Mail:Imap:Host");
        (await DlaEtl.InProcessAsync("mail", "login")).ShouldEnd(64).Error.ShouldContain("XOAuth2");
    }

    private Dictionary<string, string> Settings(string server)
    {
        Skip.IfNot(TestMailbox.IsThere, "tests/mail-servers are not started");
        var (host, port) = TestMailbox.At(server);
        return new(StringComparer.Ordinal)
        {
            ["DLA_Mail__Imap__Host"] = host,
            ["DLA_Mail__Imap__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["DLA_Mail__Imap__User"] = _box.User,
            ["DLA_Mail__Imap__Password"] = TestMailbox.Password,
        };
    }
}

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

    [SkippableFact]
    public void The_relay_is_tried_as_well_and_a_wrong_password_is_not_called_unreachable()
    {
        Skip.IfNot(SmtpSink.IsThere, "tests/mail-servers are not started");
        var there = Environment.GetEnvironmentVariable("DLA_TEST_SMTP_AUTH")!.Split(':');
        var settings = new Dictionary<string, string>
        {
            ["DLA_Mail__Smtp__Host"] = there[0], ["DLA_Mail__Smtp__Port"] = there[1], ["DLA_Mail__Smtp__User"] = "relay",
            ["DLA_Mail__Smtp__Password"] = Environment.GetEnvironmentVariable("DLA_TEST_SMTP_PASSWORD")!,
        };
        DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(0).Output.ShouldContain("เข้าเซิร์ฟเวอร์ส่งอีเมลได้");
        settings["DLA_Mail__Smtp__Password"] = "wrong-synthetic";
        var wrong = DlaEtl.RunIn(null, settings, "mail", "try").ShouldEnd(64);
        wrong.Output.ShouldContain("ไม่รับชื่อผู้ใช้หรือรหัสผ่าน");
        wrong.ToString().ShouldNotContain("wrong-synthetic");
    }

    [Theory]
    [InlineData("DLA_Mail__Imap__ReceivedFolder", "INBOX", "ต้องเป็นคนละโฟลเดอร์")]
    [InlineData("DLA_Mail__Imap__PasswordFile", "no-such-file", "อ่านไฟล์รหัสผ่าน")]
    [InlineData("DLA_Mail__Smtp__PasswordFile", "no-such-file", "อ่านไฟล์รหัสผ่าน")]
    public void Settings_that_cannot_work_are_said_at_the_start_of_a_run(string setting, string value, string said)
    {
        using var place = new Place();
        var settings = new Dictionary<string, string>
        {
            ["DLA_Mail__Imap__Host"] = "127.0.0.1", ["DLA_Mail__Imap__Port"] = "1", ["DLA_Mail__Smtp__Host"] = "127.0.0.1", ["DLA_Mail__Smtp__Port"] = "1",
            ["DLA_Mail__Smtp__User"] = "relay", ["DLA_Mail__Imap__Password"] = setting.EndsWith("Imap__PasswordFile", StringComparison.Ordinal) ? "" : "synthetic", [setting] = value,
        };
        DlaEtl.RunIn(null, settings, "run", "--workspace", place["ws"]).ShouldEnd(64).Error.ShouldContain(said);
    }

    [Fact]
    public void A_mailbox_that_cannot_be_read_is_told_by_run_status_and_doctor()
    {
        using var place = new Place();
        var settings = new Dictionary<string, string> { ["DLA_Mail__Imap__Host"] = "127.0.0.1", ["DLA_Mail__Imap__Port"] = "1", ["DLA_Mail__Imap__Password"] = "synthetic" };
        DlaEtl.RunIn(null, settings, "run", "--workspace", place["ws"]).ShouldEnd(1).Error.ShouldContain("MAIL-022");
        DlaEtl.RunIn(null, settings, "status", "--workspace", place["ws"]).ShouldEnd(0).Output.ShouldContain("อ่านกล่องจดหมาย 127.0.0.1:1 ไม่ได้ตั้งแต่");
        DlaEtl.RunIn(null, settings, "doctor", "--workspace", place["ws"]).ShouldEnd(1).Output.ShouldContain("อ่านกล่องจดหมาย 127.0.0.1:1 ไม่ได้ตั้งแต่");
        DlaEtl.RunIn(null, null, "doctor", "--workspace", place["ws"]).ShouldEnd(0);
    }

    [Fact]
    public async Task Ctrl_c_ends_with_a_sentence()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var settings = new Dictionary<string, string>
        {
            ["DLA_Mail__Imap__Host"] = "127.0.0.1", ["DLA_Mail__Imap__Port"] = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
            ["DLA_Mail__Imap__Password"] = "synthetic",
        };
        foreach (var command in new[] { "try", "run" })
        {
            using var place = new Place();
            using var process = DlaEtl.Start(settings, null, command == "run" ? ["run", "--workspace", place["ws"]] : ["mail", "try"]);
            var error = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            // It has connected, said that it wants TLS, and waits for an answer that never comes.
            using var line = silent.AcceptTcpClient();
            line.GetStream().ReadByte().ShouldBe(0x16, "the handshake");
            System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue(command);
            var said = await error;
            process.ExitCode.ShouldBe(130, $"{command}: {said}");
            said.ShouldContain("หยุดตามคำสั่ง", Case.Sensitive, command);
            said.ShouldNotContain("   at ");
        }
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

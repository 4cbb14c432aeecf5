using System.CommandLine;
using Dla.Etl.Installing;
using Dla.Etl.Mail;
using Dla.Etl.Mail.OAuth;
using Dla.Etl.Normalising;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail login</c>: a person signs in to the mailbox once, so that the program can read it from then on.</summary>
internal static class MailLoginCommand
{
    private const string Description =
        """
        ลงชื่อเข้าใช้กล่องจดหมายครั้งแรก หรือเมื่อสิทธิ์เดิมหมดอายุ (เฉพาะ XOAuth2) · sign in to the mailbox with a device code, once

        Shows an address and a code; open the address on any device, type the code and sign in with the account of Mail:Imap:User.

        Exit codes: 0 signed in, 64 wrong settings, refused or too late, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var command = new Command("login", Description);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = shared.Installation(parsed, clock).Settings.Mail.Imap;
            if (settings.Login != ImapLogin.XOAuth2)
                throw new UsageException("ค่า Mail:Imap:Login ไม่ใช่ XOAuth2 จึงไม่ต้องลงชื่อเข้าใช้ด้วยคำสั่งนี้ · only with Mail:Imap:Login XOAuth2");
            var account = await new OAuthTokens(settings.OAuth, settings.User).LoginAsync(code => Show(terminal, code), cancellation).ConfigureAwait(false);
            terminal.Line($"ลงชื่อเข้าใช้เรียบร้อย · signed in: {account}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Terminal terminal, SignInCode code)
    {
        terminal.Line($"เปิด {code.Address} แล้วใส่รหัส {code.Code} · open the address and type the code");
        terminal.Line($"รหัสใช้ได้ถึง {ThaiDates.ShortWithTime(code.Until)} · the code ends then");
    }
}

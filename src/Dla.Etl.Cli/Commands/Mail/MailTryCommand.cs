using System.CommandLine;
using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Mail;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail try</c>: can the mailbox be read with these settings.</summary>
internal static class MailTryCommand
{
    private const string Description =
        """
        ทดลองเข้ากล่องจดหมายตามค่าที่ตั้งไว้ ไม่ดาวน์โหลดและไม่ย้ายจดหมาย · try the settings of the mailbox

        Connects, logs in, makes the two folders when they are missing, and says how many messages lie there and what the server can.

        Exit codes: 0 the mailbox can be read, 1 but its messages cannot be moved, 64 it cannot be read, or wrong settings, 70 the program broke.
        """;

    // What decides how messages are moved and how names are written.
    private static readonly string[] Telling = ["MOVE", "UIDPLUS", "NAMESPACE", "LITERAL+", "SASL-IR"];

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var command = new Command("try", Description);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = shared.Installation(parsed, clock).Settings.Mail.Imap;
            if (settings.Host.Length == 0)
                throw new UsageException("ยังไม่ได้ตั้งค่า Mail:Imap:Host · no mailbox is set");
            await using var mailbox = new ImapMailbox(settings, clock);
            var validity = await mailbox.OpenAsync(cancellation).ConfigureAwait(false);
            Print(terminal, mailbox, validity, await mailbox.ListAsync(cancellation).ConfigureAwait(false), settings);
            return mailbox.CanMove ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(Terminal terminal, ImapMailbox mailbox, uint validity, IReadOnlyList<ListedMail> listed, ImapSettings settings)
    {
        terminal.Line($"เข้ากล่องจดหมายได้ · the mailbox can be read: {Printable.Line(mailbox.Place)}");
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"จดหมายที่รออยู่ {listed.Count:N0} ฉบับ · messages waiting (UIDVALIDITY {validity})"));
        if (listed.Count(mail => mail.Size > settings.MaxMessageBytes) is > 0 and var large)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"ใหญ่เกินกำหนด {large:N0} ฉบับ (เกิน {settings.MaxMessageBytes:N0} ไบต์) · larger than the limit"));
        terminal.Line($"โฟลเดอร์ · folders: {settings.ReceivedFolder}, {settings.ProblemFolder}");
        terminal.Line($"เซิร์ฟเวอร์ · the server has: {string.Join(", ", Telling.Select(word => mailbox.Capabilities.Contains(word, StringComparer.OrdinalIgnoreCase) ? word : $"ไม่มี {word}"))}");
        foreach (var alert in mailbox.Alerts)
            terminal.Line($"ข้อความจากเซิร์ฟเวอร์ · the server says: {Printable.Line(alert)}");
        if (!mailbox.CanMove)
            terminal.Line("คำเตือน: เซิร์ฟเวอร์ไม่มีทั้ง MOVE และ UIDPLUS จึงย้ายจดหมายที่รับแล้วไม่ได้ กรุณาติดต่อผู้ดูแลเซิร์ฟเวอร์ · messages cannot be moved on this server");
    }
}

using System.CommandLine;
using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Mail;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail try</c>: can the mailbox be read and the relay be used with these settings.</summary>
internal static class MailTryCommand
{
    private const string Description =
        """
        ทดลองเข้ากล่องจดหมายและเซิร์ฟเวอร์ส่งอีเมลตามค่าที่ตั้งไว้ ไม่ดาวน์โหลด ไม่ย้าย และไม่ส่งจดหมาย · try the settings of mailbox and relay

        Connects, logs in, makes the two folders when they are missing, and says how many messages lie there and what the server can.
        Goes to the relay (Mail:Smtp) up to the login; nothing is sent.

        Exit codes: 0 all that is set works, 1 but messages cannot be moved, 64 the mailbox cannot be read, the relay not be used, or
        wrong settings, 70 the program broke, 130 stopped with Ctrl+C.
        """;

    // What decides how messages are moved and how names are written.
    private static readonly string[] Telling = ["MOVE", "UIDPLUS", "NAMESPACE", "LITERAL+", "SASL-IR"];

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var command = new Command("try", Description);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = shared.Installation(parsed, clock).Settings.Mail;
            if (settings.Imap.Host.Length + settings.Smtp.Host.Length == 0)
                throw new UsageException("ยังไม่ได้ตั้งค่า Mail:Imap:Host และ Mail:Smtp:Host · neither mailbox nor relay is set");
            MailServersSet.Require(settings);
            // The relay is tried whatever is wrong with the mailbox: the operator mends both at once.
            var relay = settings.Smtp.Host.Length == 0 ? null : await new SmtpTrial(settings.Smtp).TryAsync(cancellation).ConfigureAwait(false);
            if (relay is not null)
                terminal.Line(relay.Outcome == DeliveryOutcome.Sent
                    ? $"เข้าเซิร์ฟเวอร์ส่งอีเมลได้ · the relay lets us in: {MailLine.PlaceOf(settings.Smtp)}"
                    : $"ใช้เซิร์ฟเวอร์ส่งอีเมล {MailLine.PlaceOf(settings.Smtp)} ไม่ได้: {Printable.Slot(relay.Said)}");
            var mailbox = settings.Imap.Host.Length == 0 ? ExitCode.Ok : await TryAsync(terminal, settings.Imap, clock, cancellation).ConfigureAwait(false);
            return relay is { Outcome: not DeliveryOutcome.Sent } ? ExitCode.Usage : mailbox;
        });
        return command;
    }

    private static async Task<int> TryAsync(Terminal terminal, ImapSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        await using var mailbox = new ImapMailbox(settings, clock);
        var validity = await mailbox.OpenAsync(cancellation).ConfigureAwait(false);
        Print(terminal, mailbox, validity, await mailbox.ListAsync(cancellation).ConfigureAwait(false), settings);
        return mailbox.CanMove ? ExitCode.Ok : ExitCode.Findings;
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

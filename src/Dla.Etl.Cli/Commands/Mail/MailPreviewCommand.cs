using System.CommandLine;
using System.Text;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail preview NUMBER</c>: a mail as its recipient sees it.</summary>
internal static class MailPreviewCommand
{
    private const string Description =
        """
        ดูอีเมลส่งออกหนึ่งฉบับอย่างที่ผู้รับเห็น · one mail as its recipient sees it

        With --html its HTML part is written into a file, to be opened in a browser.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such mail, or the file cannot be written; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var number = new Argument<long>("number") { Description = "เลขที่อีเมลส่งออก · number of the mail", HelpName = "NUMBER" };
        var html = new Option<string?>("--html") { Description = "เขียนส่วน HTML ลงไฟล์นี้ · writes the HTML part into this file", HelpName = "FILE" };
        var command = new Command("preview", Description) { number, html };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            using var warehouse = installation.RequiredWarehouse();
            using var connection = warehouse.Read();
            var mail = OutboxMail.Find(connection, parsed.GetRequiredValue(number))
                ?? throw new UsageException($"ไม่มีอีเมลส่งออกเลขที่ {parsed.GetRequiredValue(number)} · no such mail; see: dla-etl mail outbox --all");
            Print(terminal, mail, installation.Settings.Mail.Smtp.From);
            if (parsed.GetValue(html) is { } file)
                Files.Write(file, Encoding.UTF8.GetBytes(mail.Html));
        });
        return command;
    }

    private static void Print(Terminal terminal, OutboxMail mail, string from)
    {
        terminal.Line($"จาก: {from}");
        terminal.Line($"ถึง: {Printable.Slot(mail.Recipient)}");
        terminal.Line($"เรื่อง: {Printable.Line(mail.Subject)}");
        terminal.Line($"วันที่: {ThaiDates.LongWithTime(mail.DecidedAt)}  สถานะ: {mail.State.Thai()}");
        foreach (var attachment in mail.Attachments)
            terminal.Line($"ไฟล์แนบ: {Printable.Line(attachment.Name)} ({attachment.Size} ไบต์)");
        terminal.Line();
        terminal.Output.Write(mail.Text.ReplaceLineEndings(terminal.Output.NewLine));
    }
}

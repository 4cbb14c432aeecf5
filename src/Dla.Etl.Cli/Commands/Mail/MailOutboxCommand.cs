using System.CommandLine;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail outbox</c>: what waits to be sent, and what did not leave.</summary>
internal static class MailOutboxCommand
{
    private const string Description =
        """
        อีเมลที่รอส่ง ส่งไม่ได้ หรือไม่แน่ใจว่าออกไปแล้วหรือไม่ · what waits to be sent, and what did not leave

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var all = new Option<bool>("--all") { Description = "รวมที่ส่งแล้ว เขียนเป็นไฟล์แล้ว และยกเลิกแล้ว · those too that are done with" };
        var json = SharedOptions.Json();
        var command = new Command("outbox", Description) { all, json };
        command.SetAction(parsed =>
        {
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            var mails = OutboxMail.List(connection, parsed.GetValue(all));
            if (parsed.GetValue(json))
                terminal.Json(mails.Select(mail => new OutboxMailJson(mail)));
            else if (mails.Count == 0)
                terminal.Line("ไม่มีอีเมลค้าง · nothing waits");
            else
                foreach (var mail in mails)
                    Print(terminal, mail);
        });
        return command;
    }

    private static void Print(Terminal terminal, OutboxMail mail)
    {
        terminal.Line($"{mail.NumberText}  {mail.State.Thai()}  {ThaiDates.ShortWithTime(mail.ChangedAt)}  ถึง {Printable.Slot(mail.Recipient)}  {Printable.Slot(mail.Subject)}");
        if (mail.Tries > 0 || mail.NextTryAt is not null)
            terminal.Line($"        ลองส่งแล้ว {mail.Tries} ครั้ง{(mail.NextTryAt is { } next ? $" ลองใหม่ {ThaiDates.ShortWithTime(next)}" : "")}");
        if (mail.LastError is { } said)
            terminal.Line($"        {Printable.Line(said)}");
    }
}

/// <summary>A mail for scripts, without its text. The names of the properties are stable.</summary>
internal sealed record OutboxMailJson(
    long Number, OutboxState State, OutgoingKind Kind, string Recipient, string Subject, string MessageId, DateTimeOffset DecidedAt, DateTimeOffset ChangedAt, int Tries,
    DateTimeOffset? NextTryAt, string? LastError, IReadOnlyList<string> Attachments)
{
    public OutboxMailJson(OutboxMail mail)
        : this(
            mail.Number, mail.State, mail.Kind, mail.Recipient, mail.Subject, mail.MessageId, mail.DecidedAt, mail.ChangedAt, mail.Tries, mail.NextTryAt, mail.LastError,
            [.. mail.Attachments.Select(attachment => attachment.Name)])
    {
    }
}

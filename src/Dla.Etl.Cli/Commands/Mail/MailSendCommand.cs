using System.CommandLine;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail send</c>: sends what waits, once.</summary>
internal static class MailSendCommand
{
    private const string Description =
        """
        ส่งอีเมลที่รอส่งหนึ่งรอบ หากไม่ได้ตั้งเซิร์ฟเวอร์ส่งอีเมลจะเขียนเป็นไฟล์ .eml · sends what waits, once; .eml files where no relay is set

        With --dry-run it says what would leave now and connects to nobody.

        Exit codes: 0 done, 1 some mail did not leave (what is said of it tells why), 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var dry = new Option<bool>("--dry-run") { Description = "แสดงอย่างเดียว ไม่ส่ง · shows only" };
        var command = new Command("send", Description) { dry };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            DemoMark.RefuseByDefault(installation.Workspace, named: parsed.GetValue(shared.Workspace) is not null);
            using var warehouse = installation.RequiredWarehouse();
            if (!parsed.GetValue(dry))
                return await SendAsync(terminal, installation, warehouse, cancellation).ConfigureAwait(false);
            Show(terminal, installation, warehouse);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Terminal terminal, Installation installation, Warehouse.Database warehouse)
    {
        using var connection = warehouse.Read();
        OutboxMail[] due = [.. OutboxMail.Due(connection, installation.Clock.GetUtcNow()).Select(id => OutboxMail.Get(connection, id))];
        foreach (var mail in due)
            terminal.Line($"{mail.NumberText}  ถึง {Printable.Slot(mail.Recipient)}  {Printable.Slot(mail.Subject)}  ไฟล์แนบ {mail.Attachments.Count} ไฟล์ {mail.Attachments.Sum(file => file.Size)} ไบต์");
        var smtp = installation.Settings.Mail.Smtp;
        terminal.Line(smtp.Host.Length == 0
            ? $"จะเขียนอีเมล {due.Length} ฉบับเป็นไฟล์ที่ {installation.Folders.Outbox} · no relay is set: files"
            : $"จะส่งอีเมล {due.Length} ฉบับผ่าน {smtp.Host}:{smtp.Port} · through the relay");
    }

    private static async Task<int> SendAsync(Terminal terminal, Installation installation, Warehouse.Database warehouse, CancellationToken cancellation)
    {
        var workplace = installation.Workplace();
        installation.Prepare();
        var station = installation.Station(warehouse, workplace);
        await using var leases = station.Leases;
        // Asked to stop, the mail in hand is finished: one that is broken off is uncertain for ever.
        var order = new WorkOrder("mail send") { Wait = installation.Settings.Jobs.LongestWait, Leave = cancellation, ByHand = "ส่งอีเมลที่รอส่ง" };
        var result = await new SendWork(station).RunAsync(order, CancellationToken.None).ConfigureAwait(false);
        foreach (var holder in result.LeftTo)
            terminal.Note($"เครื่อง {holder.Node} กำลังส่งอยู่ รอบนี้จึงไม่ส่ง · {holder.Node} is sending");
        foreach (var problem in result.Problems)
            terminal.Note($"{problem.Finding.Kind.Id} {problem.Finding.Message} {problem.Finding.WhatToDo}");
        result.OrThrow();
        terminal.Line(workplace.Mail.Smtp.Host.Length == 0
            ? $"เขียนอีเมล {result.MailsSent} ฉบับเป็นไฟล์ที่ {installation.Folders.Outbox}"
            : $"ส่งอีเมลแล้ว {result.MailsSent} ฉบับ");
        return result.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}

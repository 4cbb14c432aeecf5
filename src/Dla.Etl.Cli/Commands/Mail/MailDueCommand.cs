using System.CommandLine;
using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail due [--at INSTANT]</c>: what would be sent when and to which post or unit.</summary>
internal static class MailDueCommand
{
    private const string Description =
        """
        รายงาน แจ้งเตือน และติดตาม ที่ถึงกำหนดส่ง และที่จะถึงใน 60 วัน · what would be sent when, and to whom; sends and decides nothing

        งาน notify เป็นผู้ตัดสินใจส่ง คำสั่งนี้แสดงอย่างเดียว ด้วยข้อมูลที่มีในขณะนี้ แม้ระบุ --at
        The job notify decides. With --at the calendar is that of then, the returns are those of now. Addresses are not shown.

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var at = SharedOptions.AsOf("--at");
        at.Description = "ดูเหมือนเป็นเวลานี้ (ISO 8601 ค.ศ.) · as if it were this instant, e.g. 2021-06-01T07:30";
        var dry = new Option<bool>("--dry-run") { Description = "แสดงอย่างเดียว ซึ่งเป็นเช่นนั้นเสมอ · shows only, as it always does" };
        var json = SharedOptions.Json();
        var command = new Command("due", Description) { at, dry, json };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            var work = installation.Workplace();
            using var warehouse = installation.RequiredWarehouse();
            var instant = parsed.GetValue(at) ?? clock.GetUtcNow();
            var (lines, problems) = NoticePreview.At(warehouse, work, instant);
            if (parsed.GetValue(json))
                terminal.Json(lines);
            else
                Print(terminal, lines);
            foreach (var problem in problems)
                terminal.Note($"{problem.Finding.Kind.Id} {problem.Finding.Message} {problem.Finding.WhatToDo}");
            foreach (var lacking in CalendarLacks(work, instant).Where(lacking => !problems.Any(problem => lacking.Contains(problem.Finding.Message, StringComparison.Ordinal))))
                terminal.Note(lacking);
            if (work.Addresses is { Units.Count: 0, Posts.Count: 0 })
                terminal.Note("ยังไม่มีสมุดที่อยู่ จึงไม่มีผู้รับอีเมลใด กรุณาสร้าง addresses.yaml ในพื้นที่ทำงาน หรือระบุค่าตั้ง Mail:AddressBook · no address book yet, so nobody is told anything");
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The years, that of an instant and of every deadline not long past, whose holidays of the moon are not entered: a sentence each with what to do.</summary>
    public static IReadOnlyList<string> CalendarLacks(Workplace work, DateTimeOffset instant)
    {
        var today = ThaiDates.DayInBangkok(instant);
        return
        [
            .. work.Forms.All.Select(form => form.Deadline).Where(deadline => deadline >= today.AddMonths(-1)).Select(deadline => deadline.Year).Append(today.Year).Distinct().Order()
                .Where(work.Calendar.Lacks).Select(NoticePreview.Lacking).Select(finding => $"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}"),
        ];
    }

    private static void Print(Terminal terminal, IReadOnlyList<NoticePreviewLine> lines)
    {
        terminal.Line(lines.Any(line => line.IsNow) ? "ถึงกำหนดแล้ว" : "ไม่มีรายการที่ถึงกำหนดและยังไม่ตัดสินใจ");
        foreach (var line in lines.Where(line => line.IsNow))
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {line.KindThai}  {Printable.Line(line.To)}  {line.Mails} ที่อยู่  {Printable.Line(line.What)}"));
        if (lines.Any(line => !line.IsNow))
            terminal.Line($"ใน {NoticePreview.DaysAhead} วันข้างหน้า");
        foreach (var line in lines.Where(line => !line.IsNow))
            terminal.Line($"  {ThaiDates.Long(line.Day)}  {line.KindThai}  {line.To}  {line.What}");
    }
}

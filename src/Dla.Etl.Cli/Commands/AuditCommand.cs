using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>audit [--last N]</c>: who did what and when.</summary>
internal static class AuditCommand
{
    private const int Usual = 50;

    private const string Description =
        """
        บันทึกการดำเนินการ: ใครทำอะไร เมื่อใด ที่เครื่องใด · who did what, when and where

        Nothing in the program changes or removes a line, and the database refuses it.

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var last = new Option<int>("--last")
        {
            Description = $"แสดงกี่รายการล่าสุด (ปกติ {Usual}) · how many of the last",
            HelpName = "N",
            DefaultValueFactory = _ => Usual,
            CustomParser = ReadCount,
        };
        var json = SharedOptions.Json();
        var command = new Command("audit", Description) { last, json };
        command.SetAction(parsed =>
        {
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            var lines = Audit.Last(connection, parsed.GetValue(last));
            if (parsed.GetValue(json))
                terminal.Json(lines.Select(line => new LineJson(line)));
            else
                foreach (var line in lines)
                    Print(terminal, line);
        });
        return command;
    }

    private static void Print(Terminal terminal, AuditLine line)
    {
        terminal.Line($"{line.Number.ToString("000000", CultureInfo.InvariantCulture)}  {ThaiDates.ShortWithTime(line.At)}  {line.Actor.Who}@{line.Actor.Node}  {AuditWords.Of(line.Entry.Action)}");
        terminal.Line($"        {Printable.Line(line.Entry.Subject)}: {Printable.Line(line.Entry.Detail)}");
        if (line.Entry.Reason is { } reason)
            terminal.Line($"        เหตุผล: {Printable.Line(reason)}");
    }

    private static int ReadCount(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1)
            return count;
        result.AddError($"--last ต้องเป็นจำนวนเต็มตั้งแต่ 1 ขึ้นไป (พบ “{text}”)");
        return 0;
    }

    /// <summary>One act for scripts; the names of the properties are stable.</summary>
    private sealed record LineJson(
        long Number, DateTimeOffset At, string Who, string Node, AuditAction Action, string Subject, string Detail, string? Reason, string? RunId, long? Sequence)
    {
        public LineJson(AuditLine line)
            : this(line.Number, line.At, line.Actor.Who, line.Actor.Node, line.Entry.Action, line.Entry.Subject, line.Entry.Detail, line.Entry.Reason, line.Entry.RunId, line.Entry.Sequence)
        {
        }
    }
}

/// <summary>The acts of the audit in Thai.</summary>
internal static class AuditWords
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.VersionLoaded => "บันทึกฉบับแรก",
        AuditAction.VersionSuperseded => "บันทึกฉบับใหม่แทนฉบับเดิม",
        AuditAction.VersionReverted => "กลับไปใช้ฉบับก่อน",
        AuditAction.ConsolidationRebuilt => "รวมตัวเลขใหม่ทั้งหมด",
        AuditAction.DefinitionsChanged => "แบบ แม่แบบ หรือถ้อยคำเปลี่ยน",
        AuditAction.ReportWritten => "จัดทำรายงาน",
        AuditAction.ReportBackFilled => "จัดทำรายงานย้อนหลัง",
        AuditAction.RunStartedByHand => "สั่งทำงานด้วยมือ",
        AuditAction.FileRetried => "สั่งลองไฟล์ที่พักไว้อีกครั้ง",
        AuditAction.MailReleased => "อนุญาตอีเมล",
        AuditAction.MailSettled => "ตัดสินอีเมลที่ส่งไม่สำเร็จหรือไม่แน่ใจ",
        AuditAction.RetentionApplied => "ลบข้อมูลที่พ้นระยะเก็บ",
        AuditAction.AddressRemoved => "ลบที่อยู่ติดต่อของบุคคล",
        AuditAction.BackupRestored => "กู้คืนจากสำเนาสำรอง",
        AuditAction.RegistryImported => "นำเข้าทะเบียน อปท.",
        AuditAction.DistrictsImported => "นำเข้ารายชื่ออำเภอ",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action."),
    };
}

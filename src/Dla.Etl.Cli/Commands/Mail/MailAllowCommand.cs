using System.CommandLine;
using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Reference;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail allow NUMBER</c>: lets in a message that waits for permission.</summary>
internal static class MailAllowCommand
{
    private const string Description =
        """
        อนุญาตอีเมลที่รออนุญาต หรือไฟล์ที่ผู้ส่งไม่มีสิทธิ์ส่งแทนหน่วย · let in a message that waits for permission

        A message of an unknown sender needs --unit; one whose origin the mail server doubts needs it only when its sender is unknown too.
        Of a message that was taken, the files for a unit that was refused are taken anew. The next run decides on them and answers.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such message, nothing of it waits, or the mailbox is at work; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var number = new Argument<long>("number") { Description = "เลขรับอีเมล · number of the message", HelpName = "NUMBER" };
        var units = new Option<string[]>("--unit") { Description = "รหัสหน่วยที่ให้ส่งแทนได้ ระบุได้หลายครั้ง · unit that it may be for", HelpName = "56", DefaultValueFactory = _ => [] };
        var reason = new Option<string>("--reason") { Description = "เหตุผลสำหรับบันทึกการตรวจสอบ · for the audit", HelpName = "TEXT", Required = true };
        var command = new Command("allow", Description) { number, units, reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            string[] codes = [.. parsed.GetValue(units)!.Select(Required)];
            if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
                throw new UsageException("ต้องระบุเหตุผล · the reason is missing");
            var workplace = installation.Workplace();
            using var warehouse = installation.RequiredWarehouse();
            var station = installation.Station(warehouse, workplace);
            await using var leases = station.Leases;
            var order = new WorkOrder("mail allow") { Wait = installation.Settings.Jobs.LongestWait };
            var (allowed, files, busy) = await new MailPermit(station)
                .AllowAsync(parsed.GetValue(number), codes, parsed.GetValue(reason)!, order, cancellation).ConfigureAwait(false);
            if (busy is not null)
                throw new UsageException($"งานรับอีเมลกำลังทำอยู่ที่ {busy.Node} กรุณาสั่งอีกครั้งภายหลัง · the mailbox is at work on {busy.Node}; try again later");
            terminal.Line(Said(parsed.GetValue(number), allowed, files));
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Said(long number, MailAllowed allowed, int files)
    {
        var text = $"อีเมลเลขรับ {number.ToString("000000", CultureInfo.InvariantCulture)}";
        return allowed switch
        {
            MailAllowed.Done => $"{text}: รับ {files} ไฟล์ รอบถัดไปจะตรวจและตอบ · the next run decides on {files} files",
            MailAllowed.Unknown => throw new UsageException($"ไม่มี{text} · no such message"),
            MailAllowed.NothingWaits => throw new UsageException($"{text} ไม่มีสิ่งใดรออนุญาต · nothing of it waits for permission"),
            MailAllowed.UnitMissing => throw new UsageException($"{text} ต้องระบุ --unit ของหน่วยที่อนุญาตให้ส่งแทน ดู dla-etl mail inbox --held · name the unit by --unit"),
            MailAllowed.Removed => throw new UsageException($"{text} ถูกลบตามระยะเวลาเก็บหรือตามคำขอแล้ว ต้องให้ผู้ส่งส่งใหม่ · was removed on purpose; it must be sent again"),
            _ => throw new ArgumentOutOfRangeException(nameof(allowed), allowed, "No such outcome."),
        };
    }

    private static string Required(string code) => UnitLevels.Written(code) is { } written && Units.Find(UnitLevels.ProvinceOf(written)) is not null
        ? written
        : throw new UsageException($"ไม่มีหน่วยรหัส {code} · no such unit: a province has two digits, a district four, an authority seven or eight");
}

using System.CommandLine;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Installing;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail settle NUMBER --sent|--again|--cancel --reason "…"</c>.</summary>
internal static class MailSettleCommand
{
    private const string Description =
        """
        ตัดสินอีเมลที่ส่งไม่ได้ หรือไม่แน่ใจว่าออกไปแล้วหรือไม่ · decides on a mail that did not leave, or perhaps did

        ระบบไม่ส่งอีเมลที่ไม่แน่ใจซ้ำเอง เพราะผู้รับอาจได้สองฉบับ โปรดดูบันทึกของเซิร์ฟเวอร์หรือถามผู้รับก่อน
        --sent when the relay's log or the recipient says that it left, --again to send it once more, --cancel to let it be.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such mail, no reason, or it does not stand so; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var number = new Argument<long>("number") { Description = "เลขที่อีเมลส่งออก · number of the mail", HelpName = "NUMBER" };
        var sent = new Option<bool>("--sent") { Description = "ออกไปแล้ว · it left" };
        var again = new Option<bool>("--again") { Description = "ให้ส่งอีกครั้ง · send it once more" };
        var cancel = new Option<bool>("--cancel") { Description = "ไม่ต้องส่ง · let it be" };
        var reason = new Option<string>("--reason") { Description = "เหตุผล บันทึกไว้ตรวจสอบ · why, for the audit", HelpName = "TEXT", Required = true };
        var command = new Command("settle", Description) { number, sent, again, cancel, reason };
        command.Validators.Add(result =>
        {
            if (new[] { sent, again, cancel }.Count(option => result.GetResult(option) is { Implicit: false }) != 1)
                result.AddError("ต้องระบุอย่างใดอย่างหนึ่ง: --sent --again หรือ --cancel · give one of them");
        });
        command.SetAction(parsed =>
        {
            var how = parsed.GetValue(sent) ? Settlement.Sent : parsed.GetValue(again) ? Settlement.Again : Settlement.Cancelled;
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            var settled = warehouse.Write(lane => OutboxSettling.Settle(lane, parsed.GetRequiredValue(number), how, parsed.GetRequiredValue(reason)));
            terminal.Line(settled.Succeeded
                ? $"อีเมลส่งออกเลขที่ {parsed.GetRequiredValue(number)}: {settled.Value.Thai()}"
                : throw new UsageException($"{settled.Reason} · not settled"));
        });
        return command;
    }
}

using System.CommandLine;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Installing;
using Dla.Etl.Values;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail settle NUMBER --sent|--again|--cancel --reason "…"</c>.</summary>
internal static class MailSettleCommand
{
    private const string Description =
        """
        ตัดสินอีเมลที่ส่งไม่ได้ หรือไม่แน่ใจว่าออกไปแล้วหรือไม่ · decides on a mail that did not leave, or perhaps did

        ระบบไม่ส่งอีเมลที่ไม่แน่ใจซ้ำเอง เพราะผู้รับอาจได้สองฉบับ โปรดดูบันทึกของเซิร์ฟเวอร์หรือถามผู้รับก่อน
        --sent when the relay's log or the recipient says that it left, --again to send it once more, --cancel to let it be.
        --again: รายงานและหนังสือเตือนส่งไปที่อยู่ของตำแหน่งหรือหน่วยงานนั้นตามสมุดที่อยู่ขณะนี้ คำตอบส่งไปที่อยู่เดิม เว้นแต่ระบุ --to
        A report or reminder goes to the address that its post or unit has in the address book now, an answer where it went, unless --to is given.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such mail, no reason, or it does not stand so; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var number = new Argument<long>("number") { Description = "เลขที่อีเมลส่งออก · number of the mail", HelpName = "NUMBER" };
        var sent = new Option<bool>("--sent") { Description = "ออกไปแล้ว · it left" };
        var again = new Option<bool>("--again") { Description = "ให้ส่งอีกครั้ง · send it once more" };
        var to = new Option<string?>("--to") { Description = "ส่งไปที่อยู่นี้แทน ใช้กับ --again · to this address instead", HelpName = "ADDRESS" };
        var cancel = new Option<bool>("--cancel") { Description = "ไม่ต้องส่ง · let it be" };
        var reason = new Option<string>("--reason") { Description = "เหตุผล บันทึกไว้ตรวจสอบ · why, for the audit", HelpName = "TEXT", Required = true };
        var command = new Command("settle", Description) { number, sent, again, to, cancel, reason };
        command.Validators.Add(result =>
        {
            if (new[] { sent, again, cancel }.Count(option => result.GetResult(option) is { Implicit: false }) != 1)
                result.AddError("ต้องระบุอย่างใดอย่างหนึ่ง: --sent --again หรือ --cancel · give one of them");
            if (result.GetResult(to) is not null && result.GetResult(again) is not { Implicit: false })
                result.AddError("--to ใช้กับ --again เท่านั้น · only with --again");
        });
        command.SetAction(parsed =>
        {
            var how = parsed.GetValue(sent) ? Settlement.Sent : parsed.GetValue(again) ? Settlement.Again : Settlement.Cancelled;
            Settle(shared.Installation(parsed, clock), terminal, parsed.GetRequiredValue(number), how, parsed.GetRequiredValue(reason), parsed.GetValue(to));
        });
        return command;
    }

    private static void Settle(Installation installation, Terminal terminal, long number, Settlement how, string reason, string? to)
    {
        var book = how == Settlement.Again ? installation.Addresses() : null;
        using var warehouse = installation.RequiredWarehouse();
        var (state, address) = warehouse.Write(lane =>
        {
            var address = book is null ? null : Settled(NewAddress.Of(lane, number, to, book));
            return (Settled(OutboxSettling.Settle(lane, number, how, reason, address)), address);
        });
        terminal.Line($"อีเมลส่งออกเลขที่ {number}: {state.Thai()}{(address is null ? "" : $" ไปที่ {address}")}");
    }

    private static T Settled<T>(Parsed<T> settled) => settled.Succeeded ? settled.Value : throw new UsageException($"{settled.Reason} · not settled");
}

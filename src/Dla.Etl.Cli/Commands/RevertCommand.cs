using System.CommandLine;
using Dla.Etl.Installing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>revert UNIT FORM YEAR --to 1 --reason "…"</c>.</summary>
internal static class RevertCommand
{
    private const string Description =
        """
        กลับไปใช้ข้อมูลฉบับก่อน โดยบันทึกเป็นฉบับใหม่พร้อมเหตุผล · go back to an earlier version, as a new version with a reason

        ไม่มีข้อมูลใดถูกลบ รอบถัดไปจะรวมตัวเลขและจัดทำรายงานใหม่ และแจ้งหน่วยงานผู้ส่งพร้อมเหตุผลในโฟลเดอร์คำตอบ

        Nothing is taken away. The next run consolidates, writes the reports anew, and tells the office with the reason.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such version, the version stands already, or no reason; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var arguments = new ReturnArguments();
        var to = new Option<int>("--to") { Description = "ฉบับที่จะกลับไปใช้ · the version to go back to", HelpName = "1", Required = true };
        var reason = new Option<string>("--reason") { Description = "เหตุผล ซึ่งหน่วยงานผู้ส่งจะได้อ่าน · why; the office reads it", HelpName = "TEXT", Required = true };
        var json = SharedOptions.Json();
        var command = new Command("revert", Description) { arguments.Unit, arguments.Form, arguments.Year, to, reason, json };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            DemoMark.RefuseByDefault(installation.Workspace, named: parsed.GetValue(shared.Workspace) is not null);
            var key = arguments.Key(parsed, installation);
            using var warehouse = installation.RequiredWarehouse();
            var reverted = warehouse.Write(lane => Reverting.Revert(lane, key, parsed.GetRequiredValue(to), parsed.GetRequiredValue(reason), Installation.Version));
            if (!reverted.Succeeded)
                throw new UsageException($"{reverted.Reason} · not reverted");
            if (parsed.GetValue(json))
                terminal.Json(reverted.Value);
            else
                Print(terminal, key, reverted.Value);
        });
        return command;
    }

    private static void Print(Terminal terminal, ReturnKey key, Reverted reverted)
    {
        terminal.Line($"{key}: กลับไปใช้ข้อมูลของฉบับที่ {reverted.To} แล้ว บันทึกเป็นฉบับที่ {reverted.Version} ใช้แทนฉบับที่ {reverted.Superseded} (ลำดับที่ {reverted.Sequence})");
        terminal.Line("รอบถัดไป (dla-etl run) จะรวมตัวเลขใหม่ จัดทำรายงานใหม่ และแจ้งหน่วยงานผู้ส่ง");
    }
}

using System.CommandLine;
using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>retry RECEIPT</c>: another chance for a file that was given up.</summary>
internal static class RetryCommand
{
    private const string Description =
        """
        ให้ระบบลองไฟล์ที่พักไว้อีกครั้ง · another chance for a file that was given up

        A file on which the program broke three times is set aside, so that it holds up no other; dla-etl status lists them with what
        the program said. When the cause is mended this puts it back; the next run takes it.

        Exit codes: 0 done; 64 wrong usage, no warehouse yet, no such receipt, or the file was not given up; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var receipt = new Argument<long>("receipt") { Description = "เลขรับ · receipt number", HelpName = "RECEIPT" };
        var command = new Command("retry", Description) { receipt };
        command.SetAction(parsed =>
        {
            var number = parsed.GetRequiredValue(receipt);
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            var text = ReceivedFile.ReceiptText(number);
            terminal.Line(warehouse.Write(lane => Retry(lane, number, text)) switch
            {
                Retried.Again => $"เลขรับที่ {text}: รอบถัดไปจะลองอีกครั้ง · the next run takes it again",
                Retried.NotGivenUp => throw new UsageException($"เลขรับที่ {text} ไม่ได้ถูกพักไว้ · was not given up"),
                _ => throw new UsageException($"ไม่มีเลขรับที่ {text} · no such receipt"),
            });
        });
        return command;
    }

    private static Retried Retry(WriteLane lane, long number, string text)
    {
        var retried = GivenUpFiles.Retry(lane, number);
        if (retried == Retried.Again)
            Audit.Write(lane, new AuditEntry(AuditAction.FileRetried, $"เลขรับที่ {text}", "ให้ลองอีกครั้ง"));
        return retried;
    }
}

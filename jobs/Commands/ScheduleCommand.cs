using System.CommandLine;
using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Normalising;

namespace Dla.Etl.Jobs.Commands;

/// <summary><c>schedule</c>: the table with its next times.</summary>
internal static class ScheduleCommand
{
    private const string Description =
        """
        ตารางงานพร้อมเวลาถัดไปตามเวลาประเทศไทย · the schedule with its next times in Bangkok

        Shows what this installation's settings make of the table; needs no database and no host.

        Exit codes: 0 shown; 64 wrong usage or settings.
        """;

    public static Command Build(JobOptions shared, TextWriter output, TimeProvider clock)
    {
        var command = new Command("schedule", Description);
        command.SetAction(parsed =>
        {
            var settings = shared.Installation(parsed, clock).Settings.Jobs;
            Print(output, ScheduleSettings.Apply(Schedule.Table, settings.Schedule), clock.GetUtcNow());
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>A few lines for each line of the table, in the order of the table.</summary>
    public static void Print(TextWriter output, IReadOnlyList<ScheduleLine> table, DateTimeOffset now)
    {
        output.WriteLine($"ตารางงาน (เวลาประเทศไทย) ตัวจัดตาราง · scheduler: {SchedulerOfThisBuild.Name}");
        foreach (var line in table)
        {
            var next = SchedulerOfThisBuild.NextAfter(line.Cron, now);
            output.WriteLine();
            output.WriteLine($"{line.Id}  ({line.Job})  {line.Cron}");
            output.WriteLine($"  ครั้งถัดไป: {(next is { } at ? ThaiDates.LongWithTime(at) : "ไม่มี")}");
            output.WriteLine($"  ถ้าพลาดเวลา: {Words(line.Missed)}; ทำที่: {Words(line.On)}");
            output.WriteLine($"  เหตุที่เลือกเวลานี้: {line.Why}");
        }

        var off = Schedule.Table.Select(line => line.Id).Except(table.Select(line => line.Id)).ToList();
        if (off.Count > 0)
            output.WriteLine($"{Environment.NewLine}ปิดไว้ในค่าตั้ง · off: {string.Join(", ", off)}");
    }

    /// <summary>The policy in words.</summary>
    public static string Words(MissedRun missed) => missed == MissedRun.Skip ? "ข้ามไป รอเวลาถัดไปในตาราง" : "ทำหนึ่งครั้งเมื่อเครื่องกลับมา";

    /// <summary>The place in words.</summary>
    public static string Words(RunsOn on) => on == RunsOn.OneNode ? "เครื่องเดียว เครื่องใดก็ได้" : "ทุกเครื่อง";
}

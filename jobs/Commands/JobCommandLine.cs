using System.CommandLine;
using System.Data.Common;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Commands;

/// <summary><c>dla-etl-jobs</c>: the job host, its schedule, and its jobs one at a time.</summary>
public static class JobCommandLine
{
    private const string Description =
        """
        ระบบงานอัตโนมัติ รับ ตรวจ ตอบ รวม และรายงาน ตามตารางเวลา
        The job host: takes, decides, answers, consolidates and reports by a schedule, unattended.

        Exit codes everywhere: 0 done, 64 wrong usage or something that an operator must change first, 70 the program broke.
        """;

    // Work is asked to stop and then has so long for the file in hand; serve has a setting of its own.
    private static readonly TimeSpan Leave = TimeSpan.FromMinutes(10);

    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var parsed = Root(output, error, clock).Parse(args);
        if (parsed.Errors.Count > 0)
            return Wrong(error, string.Join(Environment.NewLine, parsed.Errors.Select(wrong => wrong.Message)) + $"{Environment.NewLine}ดูวิธีใช้ · see: dla-etl-jobs --help");
        try
        {
            // The host of serve listens for the end of the process itself.
            var ends = parsed.CommandResult.Command.Name == ServeCommand.Name ? (TimeSpan?)null : Leave;
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ends,
            }).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is UsageException or DefinitionException)
        {
            return Wrong(error, wrong.Message);
        }
        catch (DbException damaged) when (Database.IsDamage(damaged))
        {
            return Wrong(error, $"คลังข้อมูลเสียหาย กรุณากู้จากสำเนาสำรอง แล้วสั่ง dla-etl doctor · the warehouse is damaged: {damaged.Message}");
        }
        catch (Exception lost) when (Database.IsLost(lost))
        {
            return Wrong(error, $"ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้ งานที่ค้างจะทำต่อในรอบหน้า · the database server cannot be reached; nothing is lost, run again: {lost.GetBaseException().Message}");
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return Wrong(error, $"อ่านหรือเขียนดิสก์ไม่ได้ กรุณาตรวจสิทธิ์ พื้นที่ว่าง และไดรฟ์เครือข่าย แล้วสั่งใหม่ งานที่เหลือไม่หาย · a disk or share refused; nothing is lost: {disk.Message}");
        }
        catch (LeaseLostException lost)
        {
            return Wrong(error, $"เครื่องอื่นรับงานนี้ไปทำต่อแล้ว · another node has taken over: {lost.Message}");
        }
        catch (OperationCanceledException)
        {
            return Wrong(error, "หยุดตามคำสั่ง งานที่เหลือจะทำต่อในรอบหน้า · stopped as told; the next run goes on from there");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            error.WriteLine("โปรแกรมขัดข้อง กรุณาส่งข้อความทั้งหมดต่อไปนี้ให้ผู้ดูแลระบบ · the program broke:");
            error.WriteLine(broken);
            return ExitCode.Crash;
        }
    }

    internal static RootCommand Root(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var shared = new JobOptions();
        var root = new RootCommand(Description)
        {
            ServeCommand.Build(shared, error, clock),
            ScheduleCommand.Build(shared, output, clock),
            RunJobCommand.Build(shared, output, error, clock),
        };
        root.Options.Add(shared.Workspace);
        root.Options.Add(shared.Config);
        return root;
    }

    private static int Wrong(TextWriter error, string message)
    {
        error.WriteLine(message);
        return ExitCode.Usage;
    }
}

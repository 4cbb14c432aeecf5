using System.CommandLine;
using System.Data.Common;
using Dla.Etl.Cli.Commands;
using Dla.Etl.Cli.Commands.Mail;
using Dla.Etl.Cli.Commands.Registry;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Mail;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli;

/// <summary><c>dla-etl</c>: one command for staff, operators and scripts.</summary>
public static class CommandLine
{
    private const string Description =
        """
        ระบบรับ ตรวจ รวม และรายงานข้อมูลจากสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด
        Takes the returns of the provincial offices, checks, answers, consolidates, and fills the Thai workbooks.

        Exit codes everywhere: 0 done, 64 wrong usage, 70 the program broke, 130 stopped with Ctrl+C; each command names its own besides.
        """;

    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var parsed = Root(new Terminal(output, error), clock).Parse(args);
        if (parsed.Errors.Count > 0)
            return Usage(error, parsed);
        using var stop = new StopSignals(error, parsed.Action);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // The library's own handling sometimes returns its code before what the command itself has to say.
                ProcessTerminationTimeout = null,
            }, stop.Token).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            error.WriteLine(wrong.Message);
            return ExitCode.Usage;
        }
        catch (KeepingException refused)
        {
            error.WriteLine(refused.Message);
            return ExitCode.Usage;
        }
        catch (MailboxException trouble)
        {
            error.WriteLine(trouble.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            error.WriteLine("หยุดตามคำสั่ง (Ctrl+C) สิ่งที่ทำเสร็จแล้วยังอยู่ครบ สั่งอีกครั้งเพื่อทำต่อ · stopped; what was done is done, the same command goes on");
            return ExitCode.Stopped;
        }
        catch (LeaseLostException taken)
        {
            error.WriteLine($"เครื่องอื่นรับงานนี้ไปแล้ว กรุณาสั่งอีกครั้ง · another node has taken over, give the command again: {taken.Message}");
            return ExitCode.Usage;
        }
        catch (DefinitionException wrong)
        {
            error.WriteLine(wrong.Message);
            return ExitCode.Usage;
        }
        catch (DbException damaged) when (Database.IsDamage(damaged))
        {
            error.WriteLine($"คลังข้อมูลเสียหาย กรุณากู้จากสำเนาสำรอง แล้วสั่ง dla-etl doctor · the warehouse is damaged: {damaged.Message}");
            return ExitCode.Usage;
        }
        catch (Exception lost) when (Database.IsLost(lost))
        {
            error.WriteLine($"ขาดการติดต่อกับเซิร์ฟเวอร์ฐานข้อมูล งานที่ค้างจะทำต่อในรอบหน้า กรุณาสั่งใหม่เมื่อเซิร์ฟเวอร์พร้อม · the database server was lost; nothing is lost with it, run again: {Innermost(lost)}");
            return ExitCode.Usage;
        }
        catch (SchemaException refused)
        {
            error.WriteLine(refused.Message);
            return ExitCode.Usage;
        }
        catch (Exception disk) when (DiskTrouble.Is(disk) || disk is DbException full && Database.IsDisk(full))
        {
            error.WriteLine($"อ่านหรือเขียนดิสก์ไม่ได้ เพราะ{DiskTrouble.Cause(disk)} กรุณาแก้ไขแล้วสั่งใหม่ งานที่เหลือไม่หาย · a disk or share refused; nothing is lost: {disk.Message}");
            return ExitCode.Usage;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            error.WriteLine("โปรแกรมขัดข้อง กรุณาส่งข้อความทั้งหมดต่อไปนี้ให้ผู้ดูแลระบบ · the program broke:");
            error.WriteLine(broken);
            return ExitCode.Crash;
        }
    }

    internal static RootCommand Root(Terminal terminal, TimeProvider clock)
    {
        var shared = new SharedOptions();
        var root = new RootCommand(Description)
        {
            DemoCommand.Build(shared, terminal),
            RunCommand.Build(shared, terminal, clock),
            CheckCommand.Build(shared, terminal, clock),
            DumpCommand.Build(shared, terminal, clock),
            StatusCommand.Build(shared, terminal, clock),
            RetryCommand.Build(shared, terminal, clock),
            FormsCommand.Build(shared, terminal),
            ReferenceCommand.Build(shared, terminal, clock),
            ReportCommand.Build(shared, terminal, clock),
            ExplainCommand.Build(shared, terminal, clock),
            VerifyCommand.Build(shared, terminal, clock),
            HistoryCommand.Build(shared, terminal, clock),
            DiffCommand.Build(shared, terminal, clock),
            RevertCommand.Build(shared, terminal, clock),
            AuditCommand.Build(shared, terminal, clock),
            DoctorCommand.Build(shared, terminal, clock),
            BackupCommand.Build(shared, terminal, clock),
            RestoreCommand.Build(shared, terminal, clock),
            RetentionCommand.Build(shared, terminal, clock),
            ForgetCommand.Build(shared, terminal, clock),
            MailCommand.Build(shared, terminal, clock),
        };
        root.Options.Add(shared.Workspace);
        root.Options.Add(shared.Config);
        return root;
    }

    private static string Innermost(Exception error) => error is ConnectionException ? error.Message : error.GetBaseException().Message;

    private static int Usage(TextWriter error, ParseResult parsed)
    {
        foreach (var wrong in parsed.Errors)
            error.WriteLine(wrong.Message);
        error.WriteLine($"ดูวิธีใช้ · see: dla-etl {CommandPath(parsed)}--help");
        return ExitCode.Usage;
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
            names.Push(at.Command.Name + " ");
        return string.Concat(names);
    }
}

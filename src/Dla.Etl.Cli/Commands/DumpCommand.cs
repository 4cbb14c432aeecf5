using System.CommandLine;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Reading;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>dump FILE [--sheet N]</c>: what the reader saw, as CSV.</summary>
internal static class DumpCommand
{
    private const string Description =
        """
        แสดงตารางดิบตามที่โปรแกรมอ่านได้ เป็น CSV (UTF-8) · the raw grid as read, as UTF-8 CSV on stdout

        Values are unformatted: numbers invariant, dates ISO 8601. Text is given as it stands in the file: open the
        result as text, not by a double click in a spreadsheet.

        Exit codes: 0 done, 2 the file cannot be read, 64 wrong usage, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var file = new Argument<string>("FILE") { Description = "ไฟล์ · the file" };
        var sheet = new Option<int>("--sheet") { Description = "ลำดับแผ่นงาน นับจาก 1 · sheet, counted from 1", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("dump", Description) { file, sheet };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Dump(shared.Installation(parsed, clock), terminal, parsed.GetRequiredValue(file), parsed.GetValue(sheet), cancellation)));
        return command;
    }

    private static int Dump(Installation installation, Terminal terminal, string file, int sheet, CancellationToken cancellation)
    {
        var read = Files.Exists(file) ? new WorkbookReader(installation.Settings.Reading, installation.Clock).ReadInPlace(file, cancellation) : throw new UsageException(Files.Missing(file));
        foreach (var finding in read.Findings.Where(finding => finding.Severity > Severity.Info))
            terminal.Note($"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}");
        if (read.Artefact is not { } workbook)
            return ExitCode.Unreadable;
        if (sheet < 1 || sheet > workbook.Sheets.Count)
            throw new UsageException($"--sheet ต้องอยู่ระหว่าง 1 ถึง {workbook.Sheets.Count} · the file has {workbook.Sheets.Count} sheet(s)");
        GridDump.Write(workbook.Sheets[sheet - 1], terminal.Output);
        return ExitCode.Ok;
    }
}

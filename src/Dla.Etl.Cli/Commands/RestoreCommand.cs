using System.CommandLine;
using Dla.Etl.Keeping;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>restore</c>: puts a backup back.</summary>
internal static class RestoreCommand
{
    private const string Description =
        """
        กู้ข้อมูลจากสำเนาสำรองลงคลังที่ว่าง แล้วตรวจสุขภาพ · put a backup back into an empty warehouse and archive, then look whether all is well

        Every hash is checked before anything is written. A backup of SQLite can be restored into PostgreSQL and the other way round: the setting
        Folders:Database says where to. After an interruption the same command goes on.

        Exit codes: 0 restored and well, 1 restored but something is not as it should be, 64 wrong usage, not empty, or damaged (nothing restored), 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var folder = new Argument<string>("FOLDER") { Description = "โฟลเดอร์เก็บสำเนา · folder of backups" };
        var snapshot = new Option<string?>("--snapshot") { Description = "ชื่อสำเนา (ไม่ระบุคือสำเนาล่าสุด) · which backup (default: the last)", HelpName = "NAME" };
        var json = SharedOptions.Json();
        var command = new Command("restore", Description) { folder, snapshot, json };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var installation = shared.Installation(parsed, clock);
            installation.Prepare();
            var result = new Restore(installation.Folders.Database, installation.Workspace, installation.Folders, clock) { OwnRules = installation.OwnRules }
                .Run(parsed.GetValue(folder)!, parsed.GetValue(snapshot), cancellation);
            if (parsed.GetValue(json))
                terminal.Json(RestoreJson.Of(result));
            else
                Print(terminal, result);
            return result.Checks.All(check => check.IsWell) ? ExitCode.Ok : ExitCode.Findings;
        }, cancellation));
        return command;
    }

    private static void Print(Terminal terminal, RestoreResult result)
    {
        terminal.Line($"กู้ข้อมูลจากสำเนา {result.Snapshot} แล้ว: {result.Manifest.Tables.Sum(table => table.Rows)} แถว คลังไฟล์ {result.Manifest.Archive.Rows} ไฟล์ ลำดับล่าสุด (sequence) {result.Sequence}");
        if (result.Manifest.Rules is { } rules)
            terminal.Line($"  หลักเกณฑ์ของหน่วยงาน {rules.Count} ไฟล์: {string.Join(", ", rules.Select(rule => rule.Path))}");
        foreach (var migration in result.Migrated)
            terminal.Line($"  ปรับโครงสร้างเป็นรุ่นใหม่ {migration}");
        DoctorCommand.Print(terminal, result.Checks);
    }
}

/// <summary>A restore for scripts. The names of the properties are stable.</summary>
internal sealed record RestoreJson(string Snapshot, string TakenAt, long Sequence, long Rows, long ArchiveFiles, IReadOnlyList<string> Migrated, IReadOnlyList<Warehouse.CheckedThing> Checks)
{
    public static RestoreJson Of(RestoreResult result) => new(
        result.Snapshot, result.Manifest.TakenAt, result.Sequence, result.Manifest.Tables.Sum(table => table.Rows), result.Manifest.Archive.Rows, result.Migrated, result.Checks);
}

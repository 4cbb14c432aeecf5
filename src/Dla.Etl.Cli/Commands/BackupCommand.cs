using System.CommandLine;
using Dla.Etl.Installing;
using Dla.Etl.Keeping;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>backup</c>: saves warehouse and archive.</summary>
internal static class BackupCommand
{
    private const string Description =
        """
        สำรองคลังข้อมูลและคลังไฟล์ ขณะระบบทำงานอยู่ได้ · save warehouse and archive while everything goes on

        The tables as of one instant, then the archive's files that they speak of. A folder that holds earlier backups gets only what is new of the archive;
        the oldest backups go when there are more than the setting Backup:Keep says. It can be restored on either engine.

        Exit codes: 0 done, 1 done but some file of the archive is lost or damaged, 64 wrong usage or no room, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var folder = new Argument<string>("FOLDER") { Description = "โฟลเดอร์เก็บสำเนา ควรอยู่คนละดิสก์ · folder of backups, best on another disk" };
        var json = SharedOptions.Json();
        var command = new Command("backup", Description) { folder, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            await using var kept = KeptInstallation.Open(installation);
            var result = await new Backup(kept.Warehouse, installation.Folders, installation.Settings.Backup, kept.Leases) { OwnRules = installation.OwnRules }.TakeAsync(
                parsed.GetValue(folder)!, Installation.Version, DemoMark.IsOn(installation.Workspace), installation.Settings.Jobs.LongestWait, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json))
                terminal.Json(BackupJson.Of(result));
            else
                Print(terminal, result);
            foreach (var complaint in result.Complaints)
                terminal.Note(complaint);
            return result.Complaints.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(Terminal terminal, BackupResult result)
    {
        terminal.Line($"สำรองแล้วที่ {result.Path}");
        terminal.Line($"  {result.Manifest.Tables.Count} ตาราง {result.Manifest.Tables.Sum(table => table.Rows)} แถว ลำดับล่าสุด (sequence) {result.Manifest.Sequence}");
        terminal.Line($"  คลังไฟล์ {result.Manifest.Archive.Rows} ไฟล์ คัดลอกใหม่ {result.Copied} ไฟล์");
        if (result.Manifest.Rules is { } rules)
            terminal.Line($"  หลักเกณฑ์ของหน่วยงาน {rules.Count} ไฟล์");
        foreach (var old in result.Dropped)
            terminal.Line($"  ลบสำเนาเก่า {old}");
    }
}

/// <summary>A backup for scripts. The names of the properties are stable.</summary>
internal sealed record BackupJson(
    string Name, string Path, string TakenAt, long Sequence, long Rows, long ArchiveFiles, int Copied, string Content, IReadOnlyList<string> Dropped, IReadOnlyList<string> Complaints)
{
    public static BackupJson Of(BackupResult result) => new(
        result.Name, result.Path, result.Manifest.TakenAt, result.Manifest.Sequence, result.Manifest.Tables.Sum(table => table.Rows),
        result.Manifest.Archive.Rows, result.Copied, result.Manifest.Content, result.Dropped, result.Complaints);
}

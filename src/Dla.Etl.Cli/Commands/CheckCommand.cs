using System.CommandLine;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Recognition;
using Dla.Etl.Reference;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>check FILE…</c>: the same rules as <c>run</c>, loads nothing.</summary>
internal static class CheckCommand
{
    private const string Description =
        """
        ตรวจไฟล์ด้วยหลักเกณฑ์เดียวกับการรับจริง โดยไม่นำเข้า · the same rules as a run; loads nothing, answers nobody

        Exit codes: 0 clean, or warnings only; 1 findings of ERROR in any file; 2 a file that cannot be read or is none
        of the forms; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "ไฟล์ที่จะตรวจ · files to check", Arity = ArgumentArity.OneOrMore };
        var all = new Option<bool>("--all") { Description = "แสดงทุกข้อ ไม่ย่อ · every finding in full, not only the ten that matter most" };
        var json = SharedOptions.Json();
        var command = new Command("check", Description) { files, all, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Check(
            shared.Installation(parsed, clock), terminal, parsed.GetRequiredValue(files), parsed.GetValue(all), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Check(Installation installation, Terminal terminal, string[] files, bool all, bool json, CancellationToken cancellation)
    {
        if (files.FirstOrDefault(file => !Files.Exists(file)) is { } missing)
            throw new UsageException(Files.Missing(missing));
        using var warehouse = installation.ExistingWarehouse();
        var pipeline = installation.Workplace().Pipeline(warehouse);
        var checkedFiles = new List<CheckedFile>();
        foreach (var file in files)
        {
            var findings = pipeline.ExamineInPlace(file, new Delivery(Path.GetFileName(file), UnitFolder(file)), cancellation).Findings;
            checkedFiles.Add(new CheckedFile(file, Verdicts.Of(findings).Code(), FindingJson.Of(findings)));
            if (!json)
                terminal.Line(CheckText.Compose(file, findings, all ? int.MaxValue : FindingOrder.InFull));
        }

        if (json)
            terminal.Json(checkedFiles);
        return ExitOf(checkedFiles);
    }

    // As a run would take it: a folder named as those of the drop folder says whose file it is.
    private static string? UnitFolder(string file) =>
        Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) is { } folder && Units.All.Any(unit => unit.FolderName == folder) ? folder : null;

    private static int ExitOf(IReadOnlyList<CheckedFile> files)
    {
        bool Any(params string[] severities) => files.Any(file => file.Findings.Any(finding => severities.Contains(finding.Severity)));
        return Any("FATAL") ? ExitCode.Unreadable : Any("ERROR") ? ExitCode.Findings : ExitCode.Ok;
    }

    private sealed record CheckedFile(string File, string Verdict, IReadOnlyList<FindingJson> Findings);
}

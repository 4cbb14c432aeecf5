using System.CommandLine;
using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>run</c>: the main job, once.</summary>
internal static class RunCommand
{
    private const int ProblemsShown = 3;

    private const string Description =
        """
        รับไฟล์จากโฟลเดอร์ส่ง ตรวจ ตอบ นำเข้า รวม และจัดทำรายงาน หนึ่งรอบ · the main job, once

        Takes what lies in the drop folder, decides, answers, loads, consolidates, and fills the reports that are due.
        It may be started at any time, beside job hosts too, and finishes what a killed run left. It waits a while for work that
        another is at, then says who has it and leaves it to him.

        With --as-of nothing is taken or answered: the reports that a missed run would have written at that instant are written as
        known then, with the definitions of then, beside the current ones and under a name that says the instant.

        Exit codes: 0 the run finished, rejected returns included; 1 it finished, but the mailbox could not be read or the relay not be
        used (MAIL-022, MAIL-104, MAIL-107); 64 wrong usage, or the definitions of then cannot be used; 70 the program broke;
        130 stopped with Ctrl+C, the next run goes on from there.
        """;

    // Trouble of a file is told and tried again; a mail server that lets nothing in or out needs somebody.
    private static readonly FindingKind[] MailServerKinds = [MailFindings.MailboxUnreachable, SendingFindings.RelayUnreachable, SendingFindings.RelayRefusesUs];

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var json = SharedOptions.Json();
        var rebuild = new Option<bool>("--rebuild") { Description = "รวมตัวเลขใหม่ทั้งหมดจากฉบับที่ใช้อยู่ · consolidate anew from all standing versions" };
        var asOf = SharedOptions.AsOf();
        var command = new Command("run", Description) { rebuild, asOf, json };
        command.Validators.Add(result =>
        {
            // Only whether it was given: asking for a value that could not be read would throw before its own complaint is said.
            if (result.GetResult(asOf) is { Implicit: false } && result.GetValue(rebuild))
                result.AddError("--as-of ใช้ร่วมกับ --rebuild ไม่ได้ เพราะการจัดทำรายงานย้อนหลังไม่แตะตัวเลขรวมปัจจุบัน · not together");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            DemoMark.RefuseByDefault(installation.Workspace, named: parsed.GetValue(shared.Workspace) is not null);
            return parsed.GetValue(asOf) is { } instant
                ? BackFillCommand.RunAsync(installation, terminal, instant, parsed.GetValue(json), cancellation)
                : RunAsync(installation, terminal, parsed.GetValue(rebuild), parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, Terminal terminal, bool rebuild, bool json, CancellationToken cancellation)
    {
        // Templates first: what cannot work leaves no empty workspace behind.
        var workplace = installation.Workplace();
        installation.Prepare();
        if (DemoMark.IsOn(installation.Workspace))
            terminal.Note("พื้นที่ทำงานนี้มีข้อมูลสาธิต (สังเคราะห์) ห้ามใช้เป็นข้อมูลจริง · this workspace holds the demo's synthetic data");
        using var warehouse = installation.Warehouse();
        var station = installation.Station(warehouse, workplace);
        await using var leases = station.Leases;
        var result = await terminal.WithProgressAsync("run", progress => new MainRun(station).RunAsync(
            new WorkOrder("run") { Rebuild = rebuild, Wait = installation.Settings.Jobs.LongestWait, Progress = (done, of, what) => progress(done, of, what) },
            cancellation)).ConfigureAwait(false);
        foreach (var holder in result.LeftTo)
            terminal.Note(LeftTo(holder));
        if (result.RunId is null)
            return ExitCode.Ok;
        if (json)
            terminal.Json(RunJson.Of(result));
        else
            Print(terminal, installation.Folders, result);
        return result.Problems.Any(problem => MailServerKinds.Contains(problem.Finding.Kind)) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static string LeftTo(LeaseHolder holder)
    {
        var since = $"{holder.Node} ตั้งแต่ {ThaiDates.LongWithTime(holder.Since)}";
        return holder.Name == LeaseNames.Run
            ? $"มีการทำงานอีกรอบหนึ่งใช้พื้นที่ทำงานนี้อยู่ ({since}) รอบนี้จึงไม่ทำอะไร · another run has this workspace ({holder.Node}); nothing was done"
            : $"งาน {holder.Name} มีเครื่องอื่นทำอยู่ ({since}) รอบนี้จึงข้ามงานนี้ · left to {holder.Node}, which is at it";
    }

    /// <summary>What a run did, in plain lines; trouble for the operator goes to stderr.</summary>
    public static void Print(Terminal terminal, WorkspaceFolders folders, RunResult result)
    {
        if (result.Mails > 0)
            terminal.Line($"รับอีเมลใหม่ {result.Mails} ฉบับ");
        terminal.Line($"รับไฟล์ใหม่ {result.Received} ไฟล์ ตัดสินแล้ว {result.Verdicts.Values.Sum()} ไฟล์");
        foreach (var (verdict, count) in result.Verdicts.OrderBy(pair => pair.Key))
            terminal.Line($"  {verdict.Thai()} {count} ไฟล์");
        terminal.Line($"เขียนคำตอบ {result.Answers.Count} ฉบับ ที่ {folders.Replies}");
        foreach (var report in result.Reports)
            terminal.Line($"รายงาน {report}");
        if (result.MailsAnswered > 0)
            terminal.Line($"ตอบอีเมล {result.MailsAnswered} ฉบับ");
        if (result.Notices > 0)
            terminal.Line($"อีเมลรายงาน แจ้งเตือน และติดตาม รอส่ง {result.Notices} ฉบับ");
        if (result.MailsSent > 0)
            terminal.Line($"ส่งอีเมลหรือเขียนเป็นไฟล์ {result.MailsSent} ฉบับ");
        foreach (var about in result.Problems.GroupBy(problem => problem.Path, StringComparer.Ordinal))
            PrintProblems(terminal, Path.GetFileName(about.Key), [.. about.Select(problem => problem.Finding)]);
    }

    // A report that is held back may have thirty causes; all of them lie in a file beside the reports.
    private static void PrintProblems(Terminal terminal, string name, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Take(ProblemsShown))
            terminal.Note($"{finding.Kind.Id} {(finding.Message.Contains(name, StringComparison.Ordinal) ? "" : $"{name}: ")}{finding.Message} {finding.WhatToDo}");
        if (findings.Count > ProblemsShown)
            terminal.Note($"   … อีก {findings.Count - ProblemsShown} ข้อเรื่อง {name} · and {findings.Count - ProblemsShown} more about it (--json)");
    }
}

/// <summary>A run for scripts. The names of the properties are stable.</summary>
internal sealed record RunJson(
    string RunId, int Received, IReadOnlyDictionary<string, int> Verdicts, IReadOnlyList<string> Answers, IReadOnlyList<string> Reports, IReadOnlyList<RunProblemJson> Problems)
{
    public static RunJson Of(RunResult result) => new(
        result.RunId!,
        result.Received,
        result.Verdicts.ToDictionary(pair => pair.Key.Code(), pair => pair.Value),
        result.Answers,
        result.Reports,
        [.. result.Problems.Select(problem => new RunProblemJson(problem.Finding.Kind.Id, problem.Path, problem.Finding.Message, problem.Finding.WhatToDo))]);
}

/// <summary>Something for the operator.</summary>
internal sealed record RunProblemJson(string Id, string Path, string Message, string WhatToDo);

using System.CommandLine;
using Dapper;
using Dla.Etl.Cli.Demo;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>demo</c>: two seasons of sample returns, replayed on a clock of its own.</summary>
internal static class DemoCommand
{
    private const string Description =
        """
        สาธิตงานทั้งหมดด้วยข้อมูลสังเคราะห์ · the main job on the samples, with a clock of its own

        Drops the sample returns of all offices (synthetic figures) on the days on which they came, runs the main job after
        each week, and prints where the workbooks and answers are. A second demo in the same workspace is harmless. It works in
        its workspace only, whatever the settings say, and refuses one that holds real data.

        Exit codes: 0 done, 64 wrong usage, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal)
    {
        var command = new Command("demo", Description);
        command.SetAction((parsed, cancellation) => DemoAsync(
            parsed.GetValue(shared.Config), parsed.GetValue(shared.Workspace), terminal, cancellation));
        return command;
    }

    private static async Task<int> DemoAsync(string? config, string? workspace, Terminal terminal, CancellationToken cancellation)
    {
        var arrivals = DemoArrival.All(Path.Combine(AppContext.BaseDirectory, "samples"));
        var clock = new DemoClock(arrivals[0].ReceivedAt.AddDays(-1));
        var installation = Installation.ForDemo(Settings.Load(config), workspace, clock);
        DemoMark.Put(installation.Workspace, installation.Folders);
        DemoRules.Write(installation.OwnRules);
        var workplace = installation.Workplace() with { Notice = DemoMark.Notice };
        installation.Prepare();
        DemoAddresses.Write(installation.AddressBookPath);
        var mailbox = new DemoMailbox(Path.Combine(installation.Workspace, "mailbox"), workplace.Mail.Imap);
        using var warehouse = installation.Warehouse();
        var station = installation.Station(warehouse, workplace with { Mailbox = () => mailbox });
        await using var leases = station.Leases;
        var replay = new DemoReplay(station, clock, mailbox);
        var totals = await terminal.WithProgressAsync("demo", progress => replay.RunAsync(arrivals, progress, cancellation)).ConfigureAwait(false);
        Print(terminal, installation, warehouse, totals);
        return ExitCode.Ok;
    }

    private static void Print(Terminal terminal, Installation installation, Database warehouse, DemoTotals totals)
    {
        terminal.Line(totals.Received == 0
            ? "การสาธิตนี้เคยทำในพื้นที่ทำงานนี้แล้ว ไม่มีไฟล์ใหม่ · done here before; nothing new"
            : $"ไฟล์ตัวอย่าง {totals.Received} ไฟล์ (ข้อมูลสังเคราะห์) · {totals.Received} sample files (synthetic)");
        if (totals.Mails > 0)
            terminal.Line($"อีเมลเข้า {totals.Mails} ฉบับ · {totals.Mails} mails came in");
        foreach (var (verdict, count) in totals.Verdicts.OrderBy(pair => pair.Key))
            terminal.Line($"  {verdict.Thai()} {count} ไฟล์");
        terminal.Line();
        terminal.Line("เปิดดู · look at");
        foreach (var report in Directory.EnumerateFiles(installation.Folders.Reports, "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            terminal.Line($"  รายงาน     {report}");
        terminal.Line($"  คำตอบ      {installation.Folders.Replies}");
        terminal.Line($"  อีเมลเข้า    {Path.Combine(installation.Workspace, "mailbox")}");
        terminal.Line($"  อีเมลออก    {installation.Folders.Outbox}");
        terminal.Line($"  ต้นฉบับ     {installation.Folders.Received}");
        terminal.Line($"  คลังข้อมูล   {warehouse.Place}");
        terminal.Line();
        terminal.Line("ต่อไป · next");
        var tables = Directory.EnumerateFiles(installation.Folders.Reports, "ต้นทุนต่อหน่วย*.xlsx").Order(StringComparer.Ordinal).LastOrDefault();
        foreach (var (command, what) in Next(Corrected(warehouse), tables))
            terminal.Line($"  dla-etl {command} --workspace {installation.Workspace}   {what}");
    }

    private static IEnumerable<(string Command, string What)> Next(string? corrected, string? tables)
    {
        yield return ("status", "ใครส่งแล้ว ใครยังไม่ส่ง · who has filed");
        if (corrected is not null)
        {
            yield return ($"history {corrected}", "ประวัติของจังหวัดหนึ่ง · what became of one office's files");
            yield return ($"diff {corrected}", "สองฉบับต่างกันที่เซลล์ใด · what changed between two versions");
        }

        if (tables is not null)
        {
            yield return ($"explain \"{tables}\" \"'ตาราง 3'!I9\"", "ตัวเลขนี้มาจากไหน · where a figure comes from");
            yield return ($"verify \"{tables}\"", "ไฟล์นี้ตรงกับระบบหรือไม่ · does the workbook say what the warehouse says");
        }

        yield return ("mail inbox", "อีเมลที่เข้ามาและผล · what came by mail");
        yield return ("mail outbox --all", "อีเมลที่ออกไป: คำตอบ รายงาน หนังสือเตือน · what left by mail");
        yield return ("audit --last 20", "ใครทำอะไร เมื่อใด · who did what and when");
        yield return ("doctor", "ระบบเป็นปกติหรือไม่ · is everything as it should be");
    }

    // A return that was filed again, as the commands name it; null when there is none.
    private static string? Corrected(Database warehouse)
    {
        using var connection = warehouse.Read();
        return connection.QueryFirstOrDefault<(string Unit, string Form, int Number)>("SELECT unit, form, fiscal_year FROM return_version WHERE version > 1 ORDER BY sequence LIMIT 1") is { Unit: not null } first
            ? $"{first.Unit} {first.Form} {Period.FromNumber(first.Number)}"
            : null;
    }
}

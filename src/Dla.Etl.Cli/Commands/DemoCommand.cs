using System.CommandLine;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Running;
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
        var workplace = installation.Workplace() with { Notice = DemoMark.Notice };
        DemoMark.Put(installation.Workspace, installation.Folders);
        installation.Prepare();
        using var warehouse = installation.Warehouse();
        var station = installation.Station(warehouse, workplace);
        await using var leases = station.Leases;
        var replay = new DemoReplay(station, clock);
        var totals = await terminal.WithProgressAsync("demo", progress => replay.RunAsync(arrivals, progress, cancellation)).ConfigureAwait(false);
        Print(terminal, installation, warehouse, totals);
        return ExitCode.Ok;
    }

    private static void Print(Terminal terminal, Installation installation, Database warehouse, DemoTotals totals)
    {
        terminal.Line(totals.Received == 0
            ? "การสาธิตนี้เคยทำในพื้นที่ทำงานนี้แล้ว ไม่มีไฟล์ใหม่ · done here before; nothing new"
            : $"ไฟล์ตัวอย่าง {totals.Received} ไฟล์ (ข้อมูลสังเคราะห์) · {totals.Received} sample files (synthetic)");
        foreach (var (verdict, count) in totals.Verdicts.OrderBy(pair => pair.Key))
            terminal.Line($"  {verdict.Thai()} {count} ไฟล์");
        terminal.Line();
        terminal.Line("เปิดดู · look at");
        foreach (var report in Directory.EnumerateFiles(installation.Folders.Reports, "*.xlsx").Order(StringComparer.Ordinal))
            terminal.Line($"  รายงาน     {report}");
        terminal.Line($"  คำตอบ      {installation.Folders.Replies}");
        terminal.Line($"  ต้นฉบับ     {installation.Folders.Received}");
        terminal.Line($"  คลังข้อมูล   {warehouse.Place}");
        terminal.Line();
        terminal.Line("ต่อไป · next");
        foreach (var (command, what) in Next(Corrected(warehouse)))
            terminal.Line($"  dla-etl {command} --workspace {installation.Workspace}   {what}");
    }

    private static IEnumerable<(string Command, string What)> Next(string? corrected)
    {
        yield return ("status", "ใครส่งแล้ว ใครยังไม่ส่ง · who has filed");
        if (corrected is not null)
        {
            yield return ($"history {corrected}", "ประวัติของจังหวัดหนึ่ง · what became of one office's files");
            yield return ($"diff {corrected}", "สองฉบับต่างกันที่เซลล์ใด · what changed between two versions");
        }

        yield return ("audit --last 20", "ใครทำอะไร เมื่อใด · who did what and when");
        yield return ("doctor", "ระบบเป็นปกติหรือไม่ · is everything as it should be");
    }

    // A return that was filed again, as the commands name it; null when there is none.
    private static string? Corrected(Database warehouse)
    {
        using var connection = warehouse.Read();
        return connection.ExecuteScalar<string>(
            "SELECT unit || ' ' || form || ' ' || fiscal_year FROM return_version WHERE version > 1 ORDER BY sequence LIMIT 1");
    }
}

/// <summary>A sample file and when it came, a line of <c>arrivals.csv</c>.</summary>
internal sealed record DemoArrival
{
    [Name("received")]
    public string Received { get; init; } = "";

    [Name("file")]
    public string File { get; init; } = "";

    [Name("folder")]
    public string Folder { get; init; } = "";

    [Name("deliver_as")]
    public string DeliverAs { get; init; } = "";

    [Ignore]
    public string Samples { get; init; } = "";

    [Ignore]
    public DateTimeOffset ReceivedAt => DateTimeOffset.ParseExact(Received, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Where it is dropped, relative to the drop folder.</summary>
    [Ignore]
    public string DropPath => Folder.Length == 0 ? DeliverAs : Path.Combine(Folder, DeliverAs);

    /// <summary>All arrivals of all forms in order of time.</summary>
    public static IReadOnlyList<DemoArrival> All(string samples) =>
    [
        .. Directory.EnumerateFiles(samples, "arrivals.csv", SearchOption.AllDirectories)
            .SelectMany(Read)
            .OrderBy(arrival => arrival.ReceivedAt).ThenBy(arrival => arrival.File, StringComparer.Ordinal),
    ];

    private static List<DemoArrival> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<DemoArrival>().Select(arrival => arrival with { Samples = Path.GetDirectoryName(file)! })];
    }
}

/// <summary>What the demo did.</summary>
internal sealed record DemoTotals(int Received, IReadOnlyDictionary<Verdict, int> Verdicts);

/// <summary>Drops the samples at their times and runs the main job when a week is over.</summary>
internal sealed class DemoReplay(Station station, DemoClock clock)
{
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _received;

    public async Task<DemoTotals> RunAsync(IReadOnlyList<DemoArrival> arrivals, Action<int, int, string> progress, CancellationToken cancellation)
    {
        var remaining = arrivals.Where(arrival => !IsReceived(arrival)).ToList();
        for (var index = 0; index < remaining.Count; index++)
        {
            Drop(remaining[index]);
            progress(index + 1, remaining.Count, ThaiDates.Short(ThaiDates.DayInBangkok(remaining[index].ReceivedAt)));
            if (index + 1 == remaining.Count || Week(remaining[index + 1]) != Week(remaining[index]))
                await MainRunAsync(EndOfWeek(remaining[index]), cancellation).ConfigureAwait(false);
        }

        return new DemoTotals(_received, _verdicts);
    }

    // What an earlier demo, or one that was interrupted, already took is not dropped again.
    private bool IsReceived(DemoArrival arrival)
    {
        using var connection = station.Warehouse.Read();
        return ReceivedFile.IsKnown(connection, arrival.DropPath.Replace(Path.DirectorySeparatorChar, '/'), arrival.ReceivedAt);
    }

    private void Drop(DemoArrival arrival)
    {
        clock.MoveTo(arrival.ReceivedAt);
        var target = Path.Combine(station.Workplace.Folders.Drop, arrival.DropPath);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(arrival.Samples, arrival.File), target, overwrite: true);
        new DropFolder(station.Workplace.Folders.Drop, station.Warehouse, station.Workplace.Intake, clock).Scan();
    }

    private async Task MainRunAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        clock.MoveTo(at);
        var result = await new MainRun(station).RunAsync(new WorkOrder("demo"), cancellation).ConfigureAwait(false);
        if (result.LeftTo.Count > 0)
            throw new UsageException("มีการทำงานอีกรอบหนึ่งใช้พื้นที่ทำงานนี้อยู่ · another run has this workspace");
        _received += result.Received;
        foreach (var (verdict, count) in result.Verdicts)
            _verdicts[verdict] = _verdicts.GetValueOrDefault(verdict) + count;
    }

    private static int Week(DemoArrival arrival) => ThaiDates.DayInBangkok(arrival.ReceivedAt).DayNumber / 7;

    private static DateTimeOffset EndOfWeek(DemoArrival arrival) =>
        new(DateOnly.FromDayNumber((Week(arrival) + 1) * 7).ToDateTime(new TimeOnly(1, 0)), TimeSpan.FromHours(7));
}

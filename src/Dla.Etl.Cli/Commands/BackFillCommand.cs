using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>run --as-of INSTANT</c>: the reports that a missed run would have written.</summary>
internal static class BackFillCommand
{
    public static async Task<int> RunAsync(Installation installation, Terminal terminal, DateTimeOffset instant, bool json, CancellationToken cancellation)
    {
        var workplace = installation.Workplace();
        using var warehouse = installation.RequiredWarehouse();
        if (instant > warehouse.Clock.GetUtcNow())
            throw new UsageException("--as-of อยู่ในอนาคต · lies in the future");
        installation.Prepare();
        var station = installation.Station(warehouse, workplace);
        await using var leases = station.Leases;
        var command = string.Create(CultureInfo.InvariantCulture, $"run --as-of {instant:yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz}");
        var order = new WorkOrder(command) { Wait = installation.Settings.Jobs.LongestWait };
        if (await new BackFill(station).RunAsync(order, instant, cancellation).ConfigureAwait(false) is not { } filled)
        {
            terminal.Note("มีการทำงานอีกรอบหนึ่งจัดทำรายงานอยู่ รอบนี้จึงไม่ทำอะไร · another run is writing reports; nothing was done");
            return ExitCode.Ok;
        }

        foreach (var problem in filled.Problems)
            terminal.Note($"{problem.Finding.Kind.Id} {problem.Finding.Message} {problem.Finding.WhatToDo}");
        if (json)
            terminal.Json(new { asOf = instant, sequence = filled.Sequence, written = filled.Written, before = filled.Before });
        else
            Print(terminal, instant, filled);
        return ExitCode.Ok;
    }

    private static void Print(Terminal terminal, DateTimeOffset instant, BackFilled filled)
    {
        terminal.Line(filled.Sequence == 0
            ? $"ณ {ThaiDates.LongWithTime(instant)} ยังไม่มีข้อมูลใด จึงไม่มีรายงานที่ต้องจัดทำ"
            : $"ข้อมูล ณ {ThaiDates.LongWithTime(instant)} (ลำดับที่ {filled.Sequence})");
        foreach (var path in filled.Before)
            terminal.Line($"จัดทำไว้แล้ว ไม่เขียนซ้ำ {path}");
        foreach (var path in filled.Written)
            terminal.Line($"รายงานย้อนหลัง {path}");
        if (filled is { Sequence: > 0, Written.Count: 0, Before.Count: 0, Problems.Count: 0 })
            terminal.Line("รายงานที่ต้องจัดทำในขณะนั้นจัดทำครบแล้ว ไม่มีฉบับใดขาด");
    }
}

using System.CommandLine;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Reporting;
using Dla.Etl.Running;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>report ID --year 2564 [--province 56] [--as-of INSTANT] --out FILE</c>.</summary>
internal static class ReportCommand
{
    private const string Description =
        """
        จัดทำรายงานหนึ่งฉบับ ณ เวลาที่ระบุ · fill one report, as known now or at an earlier instant

        เมื่อระบุ --as-of รายงานใช้ทั้งข้อมูล แบบ แม่แบบ และคำสั่งสืบค้นที่ใช้อยู่ ณ เวลานั้น จึงได้ค่าแฮชของเนื้อหาเดียวกับฉบับที่จัดทำในครั้งนั้น
        หากต้องการใช้แม่แบบและข้อกำหนดปัจจุบันกับข้อมูล ณ เวลานั้น ให้ระบุ --todays-rules

        With --as-of the report is made of the data, form, template and queries of then, so its content hash is that of the report
        written then: facts are never changed, a correction is a new version, and every definition is archived. --todays-rules takes
        the data of then with the definitions of today.

        รายงานที่จัดทำเป็นรายจังหวัดต้องระบุ --province · a report that each province has of its own needs --province

        Exit codes: 0 done; 1 the report may not leave, the findings say why; 64 wrong usage, or the definitions of then cannot be
        used; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "รหัสรายงาน เช่น unit-cost-quantities · id of the report" };
        var year = SharedOptions.Year();
        var province = new Option<string?>("--province") { Description = "รหัสหรือชื่อจังหวัด เฉพาะรายงานรายจังหวัด · province, for a report that each has of its own", HelpName = "56" };
        var asOf = SharedOptions.AsOf();
        var todays = new Option<bool>("--todays-rules") { Description = "ใช้แบบและแม่แบบปัจจุบัน แม้ระบุ --as-of · the definitions of today with the data of then" };
        var output = new Option<string>("--out") { Description = "ชื่อไฟล์ที่จะเขียน · where to write", HelpName = "FILE", Required = true };
        var force = new Option<bool>("--force") { Description = "เขียนทับไฟล์เดิม · overwrite a file of that name" };
        var json = SharedOptions.Json();
        var command = new Command("report", Description) { id, year, province, asOf, todays, output, force, json };
        command.SetAction(parsed => Write(
            shared.Installation(parsed, clock), terminal,
            new Asked(parsed.GetRequiredValue(id), parsed.GetRequiredValue(year), parsed.GetValue(asOf), parsed.GetValue(todays))
            {
                Unit = parsed.GetValue(province) is { } text ? ReturnArguments.UnitOf(text).Code : null,
            },
            Free(Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(force)), parsed.GetValue(json)));
        return command;
    }

    // An auditor's copy is not lost by making another.
    private static string Free(string file, bool force) => force || !Path.Exists(file)
        ? file
        : throw new UsageException($"มี {file} อยู่แล้ว กรุณาระบุชื่ออื่นด้วย --out หรือเขียนทับด้วย --force · exists already");

    private static int Write(Installation installation, Terminal terminal, Asked asked, string file, bool json)
    {
        var work = installation.Workplace();
        // What cannot be needs no warehouse to say so; of then, only the definitions of then can tell.
        var report = asked.OfThen is null ? Known(work, asked) : null;
        using var warehouse = installation.RequiredWarehouse();
        if (asked.OfThen is { } instant && instant <= warehouse.Clock.GetUtcNow())
            work = work.InForceAt(warehouse, instant);
        report ??= Known(work, asked);
        using var workbook = new MemoryStream();
        var step = new ReportWriter(work.Reports, work.Forms, warehouse).Write(Request(warehouse, report, asked.Period, asked.AsOf) with { Unit = asked.Unit, Notice = work.Notice }, workbook);
        foreach (var finding in step.Findings)
            terminal.Note($"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}");
        if (step.Artefact is not { } written)
            return ExitCode.Findings;
        // Whoever gets the workbook may ask where a figure comes from, so the answer is stored before it is handed out.
        warehouse.Write(lane => TraceStore.Write(lane, written));
        Files.Write(file, workbook.ToArray());
        WarnOfAnotherHash(terminal, warehouse, written);
        if (json)
            terminal.Json(new { file, report = asked.Report, year = asked.Period.Year.BuddhistEra, period = asked.Period.ToString(), unit = asked.Unit?.ToString(), sequence = written.Request.Sequence, contentHash = written.Content.Hex });
        else
            terminal.Line($"{file}\n{written.Content.Hex}");
        return ExitCode.Ok;
    }

    private static ReportDefinition Known(Workplace work, Asked asked)
    {
        var report = work.Reports.All.FirstOrDefault(one => one.Id == asked.Report)
            ?? throw new UsageException($"ไม่มีรายงาน “{asked.Report}” ที่มีคือ {string.Join(", ", work.Reports.All.Select(one => one.Id))} · no such report");
        FormsCommand.Known(work.Forms, report.Form, asked.Period);
        if (!report.IsOf(asked.Unit))
            throw new UsageException(report.Scope == ReportScope.Province
                ? $"รายงาน {report.Id} จัดทำเป็นรายจังหวัด กรุณาระบุจังหวัดด้วย --province เช่น --province 56 · a report of one province: name it"
                : $"รายงาน {report.Id} เป็นรายงานของทั้งประเทศ กรุณาสั่งโดยไม่ระบุ --province · a report of the whole country");
        return report;
    }

    // The same sequence and the same definitions give the same content; where they do not, the program itself has changed since.
    private static void WarnOfAnotherHash(Terminal terminal, Database warehouse, WrittenReport written)
    {
        using var connection = warehouse.Read();
        if (RunLog.ContentWritten(connection, written) is { } before && before != written.Content.Hex)
            terminal.Note($"เนื้อหาไม่ตรงกับฉบับที่จัดทำไว้ด้วยข้อมูลและข้อกำหนดชุดเดียวกัน (ค่าแฮช {before}) เพราะโปรแกรมเปลี่ยนรุ่น · the content is not that of the report written with the same data and definitions: the program has changed since");
    }

    private static ReportRequest Request(Database warehouse, ReportDefinition report, Period period, DateTimeOffset? asOf)
    {
        using var connection = warehouse.Read();
        if (asOf > warehouse.Clock.GetUtcNow())
            throw new UsageException("--as-of อยู่ในอนาคต · lies in the future");
        var sequence = asOf is { } instant ? CommitSequence.AsOf(connection, instant) : CommitSequence.Last(connection);
        return sequence == 0
            ? throw new UsageException("ณ เวลานั้นยังไม่มีข้อมูลใด · nothing was known then")
            : new ReportRequest(report.Id, period, sequence, CommitSequence.CommittedAt(connection, sequence));
    }

    private sealed record Asked(string Report, Period Period, DateTimeOffset? AsOf, bool TodaysRules)
    {
        /// <summary>The province; null where none was named.</summary>
        public UnitCode? Unit { get; init; }

        /// <summary>The instant whose definitions are wanted; null for those of today.</summary>
        public DateTimeOffset? OfThen => TodaysRules ? null : AsOf;
    }
}

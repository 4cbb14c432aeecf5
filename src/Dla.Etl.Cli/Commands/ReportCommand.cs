using System.CommandLine;
using Dla.Etl.Definitions;
using Dla.Etl.Installing;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>report ID --year 2564 [--as-of INSTANT] --out FILE</c>.</summary>
internal static class ReportCommand
{
    private const string Description =
        """
        จัดทำรายงานหนึ่งฉบับ ณ เวลาที่ระบุ · fill one report, as known now or at an earlier instant

        ณ เวลาเดียวกัน แม่แบบและข้อกำหนดชุดเดียวกัน ได้ค่าแฮชของเนื้อหาเดียวกันเสมอ: ข้อมูลที่บันทึกแล้วไม่มีการแก้ไข ฉบับแก้ไขคือฉบับใหม่
        รายงานใช้แม่แบบและข้อกำหนดปัจจุบัน แม้ระบุเวลาย้อนหลัง

        The same instant gives the same content hash for ever with the same template and rules: facts are never changed, a correction
        is a new version. Template and rules are those of today, whatever the instant.

        Exit codes: 0 done; 1 the report may not leave, the findings say why; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "รหัสรายงาน เช่น unit-cost-quantities · id of the report" };
        var year = SharedOptions.Year();
        var asOf = SharedOptions.AsOf();
        var output = new Option<string>("--out") { Description = "ชื่อไฟล์ที่จะเขียน · where to write", HelpName = "FILE", Required = true };
        var json = SharedOptions.Json();
        var command = new Command("report", Description) { id, year, asOf, output, json };
        command.SetAction(parsed => Write(
            shared.Installation(parsed, clock), terminal, parsed.GetRequiredValue(id), parsed.GetRequiredValue(year),
            parsed.GetValue(asOf), Path.GetFullPath(parsed.GetRequiredValue(output)), parsed.GetValue(json)));
        return command;
    }

    private static int Write(
        Installation installation, Terminal terminal, string id, FiscalYear year, DateTimeOffset? asOf, string file, bool json)
    {
        var work = installation.Workplace();
        var report = work.Reports.All.FirstOrDefault(one => one.Id == id)
            ?? throw new UsageException($"ไม่มีรายงาน “{id}” ที่มีคือ {string.Join(", ", work.Reports.All.Select(one => one.Id))} · no such report");
        FormsCommand.Known(work.Forms, report.Form, year);
        using var warehouse = installation.RequiredWarehouse();
        using var workbook = new MemoryStream();
        var step = new ReportWriter(work.Reports, work.Forms, warehouse).Write(Request(warehouse, report, year, asOf) with { Notice = work.Notice }, workbook);
        foreach (var finding in step.Findings)
            terminal.Note($"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}");
        if (step.Artefact is not { } written)
            return ExitCode.Findings;
        Files.Write(file, workbook.ToArray());
        if (json)
            terminal.Json(new { file, report = id, year = year.BuddhistEra, sequence = written.Request.Sequence, contentHash = written.Content.Hex });
        else
            terminal.Line($"{file}\n{written.Content.Hex}");
        return ExitCode.Ok;
    }

    private static ReportRequest Request(Database warehouse, ReportDefinition report, FiscalYear year, DateTimeOffset? asOf)
    {
        using var connection = warehouse.Read();
        if (asOf > warehouse.Clock.GetUtcNow())
            throw new UsageException("--as-of อยู่ในอนาคต · lies in the future");
        var sequence = asOf is { } instant ? CommitSequence.AsOf(connection, instant) : CommitSequence.Last(connection);
        return sequence == 0
            ? throw new UsageException("ณ เวลานั้นยังไม่มีข้อมูลใด · nothing was known then")
            : new ReportRequest(report.Id, year, sequence, CommitSequence.CommittedAt(connection, sequence));
    }
}

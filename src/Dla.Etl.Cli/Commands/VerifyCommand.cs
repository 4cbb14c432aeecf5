using System.CommandLine;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Proving;
using Dla.Etl.Reporting;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>verify REPORT.xlsx</c>: is a workbook what the warehouse gives, cell by cell.</summary>
internal static class VerifyCommand
{
    private const int DifferencesShown = 20;

    private const string Description =
        """
        พิสูจน์ว่าไฟล์รายงานตรงกับที่ระบบจัดทำทุกเซลล์ · is a workbook what the warehouse gives, cell by cell

        อ่านแผ่นงานหลักฐานในไฟล์ จัดทำรายงานซ้ำจากคลังข้อมูล ณ ลำดับเดิม ด้วยแม่แบบ แบบ คำสั่งสืบค้น และหลักเกณฑ์ชุดเดิมจากคลังไฟล์ แล้วเทียบทีละเซลล์
        เทียบเนื้อหาของเซลล์ ไม่เทียบสี แบบอักษร หรือขนาด ไฟล์ที่เปิดแล้วบันทึกใหม่ด้วย Excel หรือ LibreOffice จึงพิสูจน์ได้ กราฟ รูป และความคิดเห็นไม่อยู่ในการพิสูจน์ แต่แจ้งให้ทราบ

        The report is made again as of the sequence in its evidence sheet with the archived definitions of then. Contents are compared,
        not looks or bytes; charts, pictures and comments are no part of it, but said. Nothing is written.

        Exit codes: 0 equal; 1 cells differ; 2 not an .xlsx workbook that can be read, or no report of this program; 3 the evidence
        sheet is missing or was altered; 4 the report of another warehouse; 5 the definitions of then are not in the archive, or
        damaged there; 6 the report cannot be made again as it was (another program version, or the warehouse was changed since);
        64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var file = new Argument<string>("REPORT") { Description = "ไฟล์รายงาน .xlsx · the workbook" };
        var shown = new Option<int>("--first") { Description = "แสดงความต่างกี่รายการ · how many differences to show", HelpName = "20", DefaultValueFactory = _ => DifferencesShown };
        shown.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--first ต้องเป็น 1 ขึ้นไป · must be 1 or more");
        });
        var json = SharedOptions.Json();
        var command = new Command("verify", Description) { file, shown, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Verify(shared.Installation(parsed, clock), terminal, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(shown), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Verify(Installation installation, Terminal terminal, string path, int shown, bool json, CancellationToken cancellation)
    {
        var bytes = Read(path, installation.Settings.Reading.MaxFileBytes);
        var workplace = installation.Workplace();
        using var warehouse = installation.RequiredWarehouse();
        var proof = new Prover(warehouse, workplace).Prove(bytes, cancellation);
        if (json)
            terminal.Json(ProofJson.Of(path, proof, shown));
        else
            Print(terminal, path, proof, shown);
        return Exit(proof.Verdict);
    }

    // Somebody may have it open in Excel just now; what was last saved is what counts.
    private static byte[] Read(string path, long most)
    {
        if (!File.Exists(path))
            throw new UsageException($"ไม่พบไฟล์ {path} · no such file");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // One byte more than may be read is enough for the reader to refuse it.
            var bytes = new byte[Math.Min(file.Length, most + 1)];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new UsageException($"อ่านไฟล์ {path} ไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} · cannot be read: {trouble.Message}");
        }
    }

    private static int Exit(ProofVerdict verdict) => verdict switch
    {
        ProofVerdict.Equal => ExitCode.Ok,
        ProofVerdict.Differs => ExitCode.Findings,
        ProofVerdict.NotAReport => ExitCode.Unreadable,
        ProofVerdict.NoManifest => ExitCode.NoManifest,
        ProofVerdict.OtherWarehouse => ExitCode.OtherWarehouse,
        ProofVerdict.NoDefinitions => ExitCode.NoDefinitions,
        ProofVerdict.CannotMakeAgain => ExitCode.CannotMakeAgain,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No exit code is named for it."),
    };

    private static void Print(Terminal terminal, string path, ReportProof proof, int shown)
    {
        terminal.Line(path);
        terminal.Line(proof.Verdict switch
        {
            ProofVerdict.Equal => "ตรงกับรายงานที่จัดทำซ้ำทุกเซลล์ · equal, every cell",
            ProofVerdict.Differs => $"ไม่ตรงกับรายงานที่จัดทำซ้ำ {proof.Differences.Count} แห่ง · {proof.Differences.Count} differences",
            ProofVerdict.NoManifest when proof.Differences.Count > 0 => $"{proof.Why}\nไม่ตรงกับรายงานที่จัดทำซ้ำ {proof.Differences.Count} แห่ง · {proof.Differences.Count} differences",
            _ => $"พิสูจน์ไม่ได้: {proof.Why}",
        });
        foreach (var finding in proof.Findings)
            terminal.Line($"  {finding.Kind.Id} {finding.Message} {finding.WhatToDo}");
        if (proof.Stated is { } stated)
            Tell(terminal, proof, stated);
        foreach (var difference in proof.Differences.Take(shown))
            terminal.Line($"  {Place(difference)}   ในไฟล์ {difference.InFile}   จัดทำซ้ำได้ {difference.Regenerated}");
        if (proof.Differences.Count > shown)
            terminal.Line($"  และอีก {proof.Differences.Count - shown} แห่ง (--first {proof.Differences.Count} แสดงทั้งหมด)");
        if (proof.Additions.Count > 0)
            terminal.Line($"หมายเหตุ ไฟล์มีสิ่งที่ระบบไม่ได้จัดทำและไม่อยู่ในการพิสูจน์: {string.Join(", ", proof.Additions)} โปรดดูว่าบังหรือขัดกับตัวเลขในเซลล์หรือไม่");
    }

    private static void Tell(Terminal terminal, ReportProof proof, StatedManifest stated)
    {
        terminal.Line($"รายงาน {stated.Report} {ThaiPeriods.Called(stated.Period)} ข้อมูลถึงลำดับที่ {stated.Sequence}{(proof.AsOf is { } asOf ? $" ({ThaiPrint.Instant(asOf)})" : "")}");
        terminal.Line($"ค่าแฮชของเนื้อหา {proof.Regenerated?.Hex ?? $"{stated.Hash} (ตามที่ไฟล์ระบุ)"}");
        if (proof.WrittenAt is { } written)
            terminal.Line($"ระบบบันทึกไว้ว่าจัดทำเมื่อ {ThaiPrint.Instant(written)}");
        else if (proof.Regenerated is not null)
            terminal.Line("เนื้อหานี้ไม่มีในทะเบียนรายงานที่จัดทำตามรอบ อาจจัดทำด้วยคำสั่ง report");
        if (proof.Newer is { } newer)
            terminal.Line($"มีรายงานฉบับใหม่กว่านี้แล้ว ข้อมูลถึงลำดับที่ {newer.Sequence} จัดทำเมื่อ {ThaiPrint.Instant(newer.WrittenAt)} กรุณาใช้ฉบับใหม่ · a newer report has been written");
    }

    private static string Place(CellDifference difference) => difference.Kind switch
    {
        DifferenceKind.Cell => $"{difference.Sheet}!{difference.Where}",
        DifferenceKind.RowAdded => $"{difference.Sheet} แถวที่ {difference.Where} เพิ่มเข้ามา",
        DifferenceKind.RowMissing => $"{difference.Sheet} แถวที่ {difference.Where} ของฉบับจัดทำซ้ำ หายไป",
        DifferenceKind.SheetAdded => $"แผ่นงาน {difference.Sheet} เพิ่มเข้ามา",
        _ => $"แผ่นงาน {difference.Sheet} หายไป",
    };
}

/// <summary>A proof for scripts. The names of the properties are stable.</summary>
internal sealed record ProofJson(
    string File, ProofVerdict Verdict, string? Report, int? Year, long? Sequence, DateTimeOffset? AsOf, string? StatedHash, string? ContentHash, DateTimeOffset? WrittenAt,
    NewerReport? Newer, string? Why, int Count, IReadOnlyList<CellDifference> Differences, IReadOnlyList<string> Additions, IReadOnlyList<string> Findings)
{
    public static ProofJson Of(string path, ReportProof proof, int shown) => new(
        path, proof.Verdict, proof.Stated?.Report, proof.Stated?.Period.Year.BuddhistEra, proof.Stated?.Sequence, proof.AsOf, proof.Stated?.Hash, proof.Regenerated?.Hex, proof.WrittenAt, proof.Newer,
        proof.Why.Length == 0 ? null : proof.Why, proof.Differences.Count, [.. proof.Differences.Take(shown)], proof.Additions,
        [.. proof.Findings.Select(finding => $"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}")]);
}

using Dla.Etl.Reporting;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>Reports as they were then: with the data and with the forms, templates and queries of then, whatever became of them since.</summary>
[Collection(DemoCollection.Name)]
public sealed class AsOfTests(DemoWorkspace demo)
{
    [Fact]
    public async Task WithOtherTemplatesAndNewerDataAReportAsOfThenIsTheOneWrittenThen()
    {
        using var copy = Changed();
        var then = Written(demo.Path).Where(IsQuantities).TakeLast(3).First();
        (await Run(copy, "revert", "73", "unit-cost-quantity", "2564", "--to", "1", "--reason", "ทดสอบ")).ShouldEnd(0);
        (await Run(copy, "run")).ShouldEnd(0);
        var now = Written(copy["workspace"]).Last(IsQuantities);
        now.Hash.ShouldNotBe(then.Hash);
        ReportSheet.Read(copy[$"workspace/reports/{now.File}"], "สรุปปริมาณ")[0][0].ShouldContain("ตารางใหม่");

        (await Report(copy, then)).ShouldBe(then.Hash, "data and definitions of then");
        (await Report(copy, then, "--todays-rules")).ShouldNotBe(then.Hash, "the definitions of today");
        (await Report(copy, now)).ShouldBe(now.Hash, "as of now the new ones are in force");
        var audit = (await Run(copy, "audit", "--json")).ShouldEnd(0).Json.EnumerateArray().Last(line => line.GetProperty("action").GetString() == "definitions_changed");
        audit.GetProperty("detail").GetString()!.ShouldStartWith("แก้ไข forms/unit-cost-quantity/form.2564.yaml");
        audit.GetProperty("detail").GetString()!.ShouldContain("แก้ไข reports/unit-cost-quantities/template.2563.xlsx");
    }

    [Fact]
    public async Task EveryReportOfTheDemoCanBeMadeAgain()
    {
        using var copy = Changed();
        foreach (var written in Written(demo.Path))
            (await Report(copy, written)).ShouldBe(written.Hash, $"{written.Report} {written.Year} as of {written.At}");
    }

    [Fact]
    public async Task WhatCannotBeUsedIsSaidAndNothingElseIsTaken()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        var hash = Warehouses.Query<string>(workspace, "SELECT sha256 FROM definition_set WHERE path = 'reports/unit-cost-quantities/report.yaml'").Single();
        var archived = Path.Combine(workspace, "archive", hash[..2], hash);
        await File.AppendAllTextAsync(archived, "\n# changed in the archive");
        (await Refused(copy, "2022-05-31")).ShouldContain("เสียหาย");
        File.Delete(archived);
        (await Refused(copy, "2022-05-31")).ShouldContain("อ่านไฟล์ reports/unit-cost-quantities/report.yaml จากที่เก็บถาวรไม่ได้");
        Warehouses.Tamper(workspace, "DELETE FROM run_definition");
        (await Refused(copy, "2022-05-31")).ShouldContain("ไม่มีบันทึกว่าขณะนั้น");
        (await DlaEtl.InProcessAsync(
            "report", "unit-cost-quantities", "--year", "2564", "--as-of", "2022-05-31", "--todays-rules", "--out", copy["r.xlsx"], "--force", "--workspace", workspace)).ShouldEnd(0);
    }

    [Fact]
    public async Task DefinitionsThatThisProgramCannotReadAreSaidToBeSo()
    {
        using var copy = demo.Copy();
        // As a run of another program may have archived it: a measure that this one has not.
        var hash = Warehouses.Query<string>(copy["workspace"], "SELECT sha256 FROM definition_set WHERE path = 'reports/unit-cost-quantities/report.yaml'").Single();
        var text = (await File.ReadAllTextAsync(copy[$"workspace/archive/{hash[..2]}/{hash}"])).Replace("measure: evidence", "measure: of_tomorrow", StringComparison.Ordinal);
        var other = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        Directory.CreateDirectory(copy[$"workspace/archive/{other[..2]}"]);
        await File.WriteAllTextAsync(copy[$"workspace/archive/{other[..2]}/{other}"], text);
        Warehouses.Tamper(copy["workspace"], $"INSERT INTO definition (sha256, kind, path, archived_at) VALUES ('{other}', 'report', 'x', 'x'); UPDATE definition_set SET sha256 = '{other}' WHERE sha256 = '{hash}'");
        (await Refused(copy, "2022-05-31")).ShouldContain("โปรแกรมรุ่นนี้อ่านข้อกำหนดที่ใช้ในขณะนั้นไม่ได้");
    }

    [Fact]
    public async Task AMissedReportIsWrittenAfterwardsBesideTheCurrentOne()
    {
        using var copy = Changed();
        var workspace = copy["workspace"];
        // As if the run of that night had been missed: its reports were never written.
        var missed = Written(demo.Path).Single(one => one.At == "2022-05-15T18:00:00.0000000Z");
        Warehouses.Tamper(workspace, $"DELETE FROM report_written WHERE as_of_sequence = {missed.Sequence}").ShouldBe(1);
        var reports = Directory.GetFiles(copy["workspace/reports"]).ToDictionary(file => file, File.ReadAllBytes);
        var tables = Counts(workspace);

        var first = (await Run(copy, "run", "--as-of", "2022-05-16T01:00+07:00")).ShouldEnd(0);
        var name = "สรุปปริมาณต้นทุนต่อหน่วยผลผลิต-2564 (ข้อมูล ณ วันที่ 16 พฤษภาคม 2565 เวลา 01.00 น.).xlsx";
        first.Output.ShouldContain($"รายงานย้อนหลัง {copy["workspace/reports"]}{Path.DirectorySeparatorChar}{name}");
        await using (var file = File.OpenRead(copy[$"workspace/reports/{name}"]))
            ReportContent.HashOf(file, new HashSet<string> { "หลักฐาน" }).Hex.ShouldBe(missed.Hash, "what the missed run would have written, with the definitions of then");
        var filled = Warehouses.Query<(long Sequence, string Instant, string Hash)>(
            workspace, "SELECT as_of_sequence, back_filled_for, content_hash FROM report_written WHERE back_filled_for IS NOT NULL").Single();
        filled.ShouldBe((missed.Sequence, "2022-05-15T18:00:00.0000000Z", missed.Hash));
        (await Run(copy, "run", "--as-of", "2022-05-16T01:00+07:00")).ShouldEnd(0).Output.ShouldContain("จัดทำไว้แล้ว ไม่เขียนซ้ำ");

        Counts(workspace).ShouldBe(tables, "it takes no file and answers nobody");
        foreach (var (path, bytes) in reports)
            (await File.ReadAllBytesAsync(path)).ShouldBe(bytes, "the current report is as it was");
        Directory.GetFiles(copy["workspace/reports"]).Length.ShouldBe(reports.Count + 1);
    }

    [Fact]
    public async Task ABackFillMakesNothingDueAndWhereNothingWasMissedNothingIsWritten()
    {
        using var copy = demo.Copy();
        var before = Directory.GetFiles(copy["workspace/reports"]);
        (await DlaEtl.InProcessAsync("run", "--as-of", "2022-05-31", "--workspace", copy["workspace"])).ShouldEnd(0).Output.ShouldContain("ไม่มีฉบับใดขาด");
        (await DlaEtl.InProcessAsync("run", "--as-of", "2020-05-31", "--workspace", copy["workspace"])).ShouldEnd(0).Output.ShouldContain("ยังไม่มีข้อมูลใด");
        Directory.GetFiles(copy["workspace/reports"]).ShouldBe(before, ignoreOrder: true);
        // The night of 24 May 2564: the only file of costs had been rejected, so there was nothing to calculate with, and the tables were not due.
        (await DlaEtl.InProcessAsync("run", "--as-of", "2021-05-24", "--workspace", copy["workspace"])).ShouldEnd(0).Output.ShouldContain("ไม่มีฉบับใดขาด");
        // The run of 13 June and all that came after it, of both reports.
        Warehouses.Tamper(copy["workspace"], "DELETE FROM report_written WHERE fiscal_year = 2564 AND written_at >= '2022-06-12T18:00:00.0000000Z'").ShouldBe(3);
        (await DlaEtl.InProcessAsync("run", "--as-of", "2022-06-13", "--json", "--workspace", copy["workspace"])).ShouldEnd(0).Json.GetProperty("written").GetArrayLength().ShouldBe(2);
        var run = (await DlaEtl.InProcessAsync("run", "--json", "--workspace", copy["workspace"])).ShouldEnd(0).Json;
        run.GetProperty("reports").EnumerateArray().Select(report => report.GetString()).ShouldBe(
            [copy[$"workspace/reports/{Path.GetFileName(demo.Report(2564))}"], copy[$"workspace/reports/{Path.GetFileName(demo.Tables(2564))}"]], "the current reports are still due");
        (await DlaEtl.InProcessAsync("run", "--json", "--workspace", copy["workspace"])).ShouldEnd(0).Json.GetProperty("reports").GetArrayLength().ShouldBe(0);
    }

    // The demo with templates of its own that are not those of the demo any more: form, report.yaml and template workbook all changed.
    private Place Changed()
    {
        var copy = demo.Copy();
        Place.Copy(Path.Combine(AppContext.BaseDirectory, "templates"), copy["templates"]);
        File.WriteAllText(copy["own.json"], $$"""{ "Folders": { "Templates": "{{copy["templates"]}}" } }""");
        Replace(copy["templates/forms/unit-cost-quantity/form.2564.yaml"], "deadline: 2022-05-31", "deadline: 2022-12-31");
        Replace(copy["templates/reports/unit-cost-quantities/report.yaml"], "'ตารางที่ ๑ ", "'ตารางใหม่ ๑ ");
        var template = copy["templates/reports/unit-cost-quantities/template.2563.xlsx"];
        using var shield = new InvariantThread();
        var workbook = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(template)));
        var cell = workbook.GetSheet("สถานะการส่ง").GetRow(0).Cells[^1];
        cell.CellStyle.DataFormat = workbook.CreateDataFormat().GetFormat("@\"*\"");
        using (var output = File.Create(template))
            workbook.Write(output, leaveOpen: true);
        return copy;
    }

    private static void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static Task<CliRun> Run(Place copy, params string[] args) =>
        DlaEtl.InProcessAsync([.. args, "--config", copy["own.json"], "--workspace", copy["workspace"]]);

    private static bool IsQuantities(WrittenRow written) => written.Report == "unit-cost-quantities";

    private static async Task<string> Report(Place copy, WrittenRow written, params string[] more) => (await Run(copy,
            ["report", written.Report, "--year", Values.Period.FromNumber(written.Year).ToString(), "--as-of", written.At, "--out", copy["r.xlsx"], "--force", "--json", .. written.Unit is { } unit ? ["--province", unit] : Array.Empty<string>(), .. more]))
        .ShouldEnd(0).Json.GetProperty("contentHash").GetString()!;

    private static async Task<string> Refused(Place copy, string asOf)
    {
        var run = await DlaEtl.InProcessAsync(
            "report", "unit-cost-quantities", "--year", "2564", "--as-of", asOf, "--out", copy["refused.xlsx"], "--workspace", copy["workspace"]);
        File.Exists(copy["refused.xlsx"]).ShouldBeFalse();
        run.ShouldEnd(64).Error.ShouldContain("--todays-rules");
        return run.Error;
    }

    private static List<WrittenRow> Written(string workspace) => [.. Warehouses.Query<WrittenRow>(workspace,
        "SELECT report AS Report, fiscal_year AS Year, written_at AS At, content_hash AS Hash, as_of_sequence AS Sequence, file_name AS File, unit AS Unit FROM report_written ORDER BY written_at")];

    private static string Counts(string workspace) => string.Join(' ', new[] { "received_file", "outcome", "return_version", "answer", "commit_log", "consolidated_unit" }
        .Select(table => Warehouses.Query<long>(workspace, $"SELECT count(*) FROM {table}").Single()));

    private sealed record WrittenRow
    {
        public string Report { get; init; } = "";

        public string? Unit { get; init; }

        public int Year { get; init; }

        public string At { get; init; } = "";

        public string Hash { get; init; } = "";

        public long Sequence { get; init; }

        public string File { get; init; } = "";
    }
}

using Dla.Etl.EndToEnd.Demo;

namespace Dla.Etl.EndToEnd.Proving;

/// <summary><c>verify</c> when the world has changed since the report was made, or is another one.</summary>
[Collection(DemoCollection.Name)]
public sealed class VerifyThenTests(DemoWorkspace demo)
{
    [Fact]
    public async Task With_templates_rules_and_a_return_changed_since_it_is_still_proven()
    {
        using var copy = WithRules();
        (await Run(copy, "run")).ShouldEnd(0);
        File.Copy(copy[$"workspace/reports/{Path.GetFileName(demo.Report(2564))}"], copy["then.xlsx"]);
        ReportSheet.Read(copy["then.xlsx"], "หลักฐาน").ShouldContain(row => row[2].StartsWith("rules/allocation/drivers.", StringComparison.Ordinal));
        (await Verify(copy, "then.xlsx")).ShouldEnd(0);

        Replace(copy["templates/reports/unit-cost-quantities/report.yaml"], "'ตารางที่ ๑ ", "'ตารางใหม่ ๑ ");
        (await Verify(copy, "then.xlsx")).ShouldEnd(0);
        File.AppendAllText(Rules(copy), "\n# changed since\n");
        (await Run(copy, "run")).ShouldEnd(0);
        (await Verify(copy, "then.xlsx")).ShouldEnd(0);
        (await Run(copy, "revert", "73", "unit-cost-quantity", "2564", "--to", "1", "--reason", "ทดสอบ")).ShouldEnd(0);
        (await Run(copy, "run")).ShouldEnd(0);
        (await Verify(copy, "then.xlsx")).ShouldEnd(0);

        var now = copy[$"workspace/reports/{Path.GetFileName(demo.Report(2564))}"];
        File.ReadAllBytes(now).ShouldNotBe(File.ReadAllBytes(copy["then.xlsx"]));
        (await VerifyTests.Verify(copy["workspace"], now, "--config", copy["own.json"])).ShouldEnd(0);
    }

    [Fact]
    public async Task One_made_by_hand_of_templates_that_no_run_has_used_is_proven_while_they_are_there_and_then_no_more()
    {
        using var copy = WithRules();
        Replace(copy["templates/reports/unit-cost-quantities/report.yaml"], "'ตารางที่ ๑ ", "'ตารางทดลอง ๑ ");
        (await Run(copy, "report", "unit-cost-quantities", "--year", "2564", "--out", copy["adhoc.xlsx"])).ShouldEnd(0);
        (await Verify(copy, "adhoc.xlsx")).ShouldEnd(0);
        Replace(copy["templates/reports/unit-cost-quantities/report.yaml"], "'ตารางทดลอง ๑ ", "'ตารางใหม่ ๑ ");
        var gone = (await Verify(copy, "adhoc.xlsx")).ShouldEnd(5);
        gone.Output.ShouldContain("ข้อกำหนด reports/unit-cost-quantities/report.yaml");
        gone.Output.ShouldContain("ไม่ได้เก็บไว้ในคลังไฟล์");
    }

    [Fact]
    public async Task Definitions_damaged_or_gone_in_the_archive_are_named()
    {
        using var copy = demo.Copy();
        var hash = Warehouses.Query<string>(copy["workspace"], "SELECT sha256 FROM definition_set WHERE path = 'reports/unit-cost-quantities/report.yaml'").Single();
        var archived = copy[$"workspace/archive/{hash[..2]}/{hash}"];
        await File.AppendAllTextAsync(archived, "\n# changed in the archive");
        (await VerifyTests.Verify(copy["workspace"], demo.Report(2564))).ShouldEnd(5).Output.ShouldContain("เสียหาย");
        File.Delete(archived);
        (await VerifyTests.Verify(copy["workspace"], demo.Report(2564))).ShouldEnd(5).Output.ShouldContain("จากที่เก็บถาวรไม่ได้");
    }

    [Fact]
    public async Task What_the_register_has_and_cannot_be_made_again_is_not_the_file_s_fault()
    {
        using var copy = demo.Copy();
        var workspace = copy["workspace"];
        Warehouses.Tamper(workspace, "UPDATE fact SET amount = amount + 1 WHERE type = 'quantity' AND state = 'value'").ShouldBeGreaterThan(100);
        var changed = (await VerifyTests.Verify(workspace, demo.Report(2564), "--json")).ShouldEnd(6).Json;
        changed.GetProperty("why").GetString()!.ShouldContain("ข้อมูลในคลังอาจถูกแก้ไข");
        changed.GetProperty("count").GetInt32().ShouldBeGreaterThan(100);
        changed.GetProperty("differences").GetArrayLength().ShouldBe(20);
        Warehouses.Tamper(workspace, "UPDATE run SET program_version = '0.0.1'");
        (await VerifyTests.Verify(workspace, demo.Report(2564))).ShouldEnd(6).Output.ShouldContain("โปรแกรมรุ่น 0.0.1");
    }

    [Fact]
    public async Task The_report_of_another_warehouse_is_told_from_a_changed_one()
    {
        using var other = new Place();
        Directory.CreateDirectory(other["workspace/drop/56-พะเยา"]);
        var taken = Warehouses.Query<string>(demo.Path, "SELECT r.sha256 FROM received_file r JOIN outcome o ON o.received_file_id = r.id WHERE o.verdict = 'loaded' AND o.fiscal_year = 2564 AND o.unit = '56'")[0];
        File.Copy(Path.Combine(demo.Path, "archive", taken[..2], taken), other["workspace/drop/56-พะเยา/ปริมาณ.xlsx"]);
        (await Eagerly(other)).ShouldEnd(0);
        var foreign = Directory.GetFiles(other["workspace/reports"]).Single();
        (await VerifyTests.Verify(other["workspace"], foreign)).ShouldEnd(0);

        (await VerifyTests.Verify(demo.Path, foreign)).ShouldEnd(4).Output.ShouldContain("ไม่ใช่รายงานจากคลังข้อมูลนี้");
        (await VerifyTests.Verify(other["workspace"], demo.Report(2564))).ShouldEnd(4).Output.ShouldContain("คลังข้อมูลนี้มีถึงลำดับที่ 1");
    }

    [Fact]
    public async Task What_is_no_report_is_said_to_be_none()
    {
        using var place = new Place();
        var received = Directory.EnumerateFiles(Path.Combine(demo.Path, "received"), "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        (await VerifyTests.Verify(demo.Path, received)).ShouldEnd(2).Output.ShouldContain("ไม่ใช่รายงานที่ระบบนี้จัดทำ");
        File.WriteAllText(place["a.csv"], "a,b\n1,2\n");
        (await VerifyTests.Verify(demo.Path, place["a.csv"])).ShouldEnd(2);
        File.WriteAllBytes(place["empty.xlsx"], []);
        (await VerifyTests.Verify(demo.Path, place["empty.xlsx"])).ShouldEnd(2);
        File.WriteAllBytes(place["cut.xlsx"], File.ReadAllBytes(demo.Report(2564))[..20_000]);
        (await VerifyTests.Verify(demo.Path, place["cut.xlsx"])).ShouldEnd(2);
        (await VerifyTests.Verify(demo.Path, place["missing.xlsx"])).ShouldEnd(64).Error.ShouldContain("ไม่พบไฟล์");
        (await VerifyTests.Verify(place["empty"], demo.Report(2564))).ShouldEnd(64).Error.ShouldContain("ยังไม่มีคลังข้อมูล");
    }

    // The demo with templates of its own whose report reads the rules as well.
    private Place WithRules()
    {
        var copy = demo.Copy();
        Place.Copy(Path.Combine(AppContext.BaseDirectory, "templates"), copy["templates"]);
        File.WriteAllText(copy["own.json"], $$"""{ "Folders": { "Templates": "{{copy["templates"]}}" } }""");
        Replace(copy["templates/reports/unit-cost-quantities/report.yaml"], "\nqueries:", "\nrules: [allocation]\nqueries:");
        return copy;
    }

    // Those of the office where it has its own, else those of the program.
    private static string Rules(Place copy) =>
        new[] { copy["workspace/rules/allocation"], copy["templates/rules/allocation"] }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "drivers.*.yaml")).Order(StringComparer.Ordinal).Last();

    private static void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static Task<CliRun> Run(Place copy, params string[] args) => DlaEtl.InProcessAsync([.. args, "--config", copy["own.json"], "--workspace", copy["workspace"]]);

    private static Task<CliRun> Verify(Place copy, string file) => VerifyTests.Verify(copy["workspace"], copy[file], "--config", copy["own.json"]);

    private static Task<CliRun> Eagerly(Place place)
    {
        File.WriteAllText(place["eager.json"], """{ "Intake": { "SteadyInterval": "00:00:00" } }""");
        return DlaEtl.InProcessAsync("run", "--config", place["eager.json"], "--workspace", place["workspace"]);
    }
}

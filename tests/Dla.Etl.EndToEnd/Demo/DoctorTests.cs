namespace Dla.Etl.EndToEnd.Demo;

/// <summary><c>doctor</c> is content with the demo, and notices what was broken behind the program's back.</summary>
[Collection(DemoCollection.Name)]
public sealed class DoctorTests(DemoWorkspace demo)
{
    [Fact]
    public void AllIsWell()
    {
        var run = DlaEtl.Run("doctor", "--json", "--workspace", demo.Path).ShouldEnd(0);
        run.Json.EnumerateArray().ShouldAllBe(thing => thing.GetProperty("isWell").GetBoolean());
    }

    [Fact]
    public async Task AWorkspaceThatIsNotThereYetIsWell()
    {
        using var place = new Place();
        (await DlaEtl.InProcessAsync("doctor", "--workspace", place["ws"])).ShouldEnd(0);
        Directory.Exists(place["ws"]).ShouldBeFalse("it mends and makes nothing");
    }

    [Theory]
    [InlineData("UPDATE consolidated_item SET total = total + 1 WHERE rowid = (SELECT min(rowid) FROM consolidated_item WHERE form = 'unit-cost-quantity')", "consolidated figures")]
    [InlineData("UPDATE consolidated_item SET total = total + 1 WHERE rowid = (SELECT min(rowid) FROM consolidated_item WHERE form = 'cost-by-cost-centre')", "consolidated figures")]
    [InlineData("DELETE FROM fact WHERE rowid = 7", "versions and facts")]
    [InlineData("UPDATE commit_log SET committed_at = '2000-01-01T00:00:00.0000000Z' WHERE sequence = 5", "sequences")]
    public async Task ATamperedRowIsNoticed(string sql, string thing)
    {
        using var copy = demo.Copy();
        Tamper(copy["workspace"], sql);
        (await Complaining(copy)).ShouldContain(thing);
    }

    [Fact]
    public async Task ARebuildMendsConsolidatedFigures()
    {
        using var copy = demo.Copy();
        Tamper(copy["workspace"], "UPDATE consolidated_item SET total = total + 1 WHERE rowid = (SELECT min(rowid) FROM consolidated_item)");
        (await Complaining(copy)).ShouldBe(["consolidated figures"]);
        (await DlaEtl.InProcessAsync("run", "--workspace", copy["workspace"])).ShouldEnd(0);
        (await Complaining(copy)).ShouldBe(["consolidated figures"], "nothing new came, so a plain run has nothing to refresh");
        (await DlaEtl.InProcessAsync("run", "--rebuild", "--workspace", copy["workspace"])).ShouldEnd(0);
        (await DlaEtl.InProcessAsync("doctor", "--workspace", copy["workspace"])).ShouldEnd(0);
    }

    [Fact]
    public void EveryDefinitionThatARunRecordedLiesInTheArchive()
    {
        var recorded = Warehouses.Query<string>(demo.Path,
            """
            SELECT form_hash FROM return_version UNION SELECT form_hash FROM outcome WHERE form_hash IS NOT NULL
            UNION SELECT template_hash FROM report_written UNION SELECT definition_hash FROM report_written
            """);
        recorded.Count.ShouldBe(29, "eleven forms, nine templates, nine reports");
        Warehouses.Query<string>(demo.Path, "SELECT sha256 FROM definition").ShouldBeSubsetOf(
            Directory.EnumerateFiles(Path.Combine(demo.Path, "archive"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)));
        recorded.ShouldBeSubsetOf(Warehouses.Query<string>(demo.Path, "SELECT sha256 FROM definition"));
    }

    [Fact]
    public async Task ATamperedArchiveIsNoticed()
    {
        using var copy = demo.Copy();
        var hash = Warehouses.Query<string>(demo.Path, "SELECT sha256 FROM received_file ORDER BY receipt_number LIMIT 1").Single();
        var file = Path.Combine(copy["workspace"], "archive", hash[..2], hash);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        (await Complaining(copy)).ShouldBe(["archived files"]);
        File.Delete(file);
        (await Complaining(copy)).ShouldBe(["archived files"]);
    }

    [Fact]
    public async Task ADamagedDatabaseIsNoCrash()
    {
        using var copy = demo.Copy();
        await using (var file = File.OpenWrite(Path.Combine(copy["workspace"], "warehouse.db")))
        {
            // Every page but the first, which opening looks at.
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }

        foreach (var suffix in new[] { "-wal", "-shm" })
            File.Delete(Path.Combine(copy["workspace"], "warehouse.db" + suffix));
        (await DlaEtl.InProcessAsync("status", "--workspace", copy["workspace"])).ShouldEnd(64).Error.ShouldContain("warehouse");
        (await DlaEtl.InProcessAsync("run", "--workspace", copy["workspace"])).ShouldEnd(64).Error.ShouldContain("warehouse");
        (await DlaEtl.InProcessAsync("doctor", "--workspace", copy["workspace"])).ShouldEnd(1);
    }

    private static async Task<string[]> Complaining(Place copy)
    {
        var things = (await DlaEtl.InProcessAsync("doctor", "--json", "--workspace", copy["workspace"])).ShouldEnd(1).Json;
        return [.. things.EnumerateArray().Where(thing => !thing.GetProperty("isWell").GetBoolean()).Select(thing => thing.GetProperty("name").GetString()!)];
    }

    private static void Tamper(string workspace, string sql) => Warehouses.Tamper(workspace, sql).ShouldBe(1);
}

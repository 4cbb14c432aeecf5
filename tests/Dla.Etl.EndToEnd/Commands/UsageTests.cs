namespace Dla.Etl.EndToEnd.Commands;

/// <summary>Wrong usage ends with 64 and says what is wrong, never with a stack trace.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Place _place = new();

    /// <summary>Command line (words by <c>|</c>; <c>{in}</c> is a good file) and what the message must hold.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "", "--help" },
        { "fly", "fly" },
        { "run|--fast", "--fast" },
        { "run|extra", "extra" },
        { "run|--as-of|2569-11-21", "2569-11-21" },
        { "run|--as-of|21/11/2026", "21/11/2026" },
        { "run|--as-of|21/11/2026|--rebuild", "--rebuild" },
        { "check", "check --help" },
        { "check|/nowhere/ปริมาณ.xlsx", "/nowhere/ปริมาณ.xlsx" },
        { "check|{in}|/nowhere/b.xlsx", "/nowhere/b.xlsx" },
        { "check|{folder}", "โฟลเดอร์" },
        { "dump", "dump --help" },
        { "dump|/nowhere/b.xlsx", "/nowhere/b.xlsx" },
        { "dump|{in}|--sheet|9", "--sheet" },
        { "dump|{in}|--sheet|0", "--sheet" },
        { "dump|{in}|--sheet|two", "two" },
        { "forms", "forms --help" },
        { "forms|new", "forms new --help" },
        { "forms|new|unit-cost-quantity", "--year" },
        { "forms|new|lpa|--year|2564", "lpa" },
        { "forms|new|unit-cost-quantity|--year|2021", "2021" },
        { "forms|new|unit-cost-quantity|--year|64", "64" },
        { "forms|new|unit-cost-quantity|--year|๒๕๖๔", "๒๕๖๔" },
        { "forms|new|unit-cost-quantity|--year|2562", "2562" },
        { "forms|new|unit-cost-quantity|--year|2564|--province|99", "99" },
        { "forms|new|unit-cost-quantity|--year|2564|--province|10", "10" },
        { "forms|new|unit-cost-quantity|--year|2564|--province|พะเยา", "พะเยา" },
        { "forms|new|unit-cost-quantity|--year|2564|--out|{folder}/no/such/f.xlsx", "f.xlsx" },
        { "forms|new|unit-cost-quantity|--year|2564|--out|{folder}", "{folder}" },
        { "report|--year|2564|--out|{folder}/r.xlsx", "ID" },
        { "report|lpa|--year|2564|--out|{folder}/r.xlsx", "lpa" },
        { "report|unit-cost-quantities|--year|2564", "--out" },
        { "report|unit-cost-quantities|--year|2562|--out|{folder}/r.xlsx", "2562" },
        { "report|unit-cost-quantities|--year|2564|--as-of|2564-05-31|--out|{folder}/r.xlsx", "2564-05-31" },
        { "report|unit-cost-quantities|--year|2564|--as-of|31/05/2021|--out|{folder}/r.xlsx", "31/05/2021" },
        { "report|unit-cost-quantities|--year|2564|--out|{folder}/r.xlsx", "dla-etl run" },
        { "status", "dla-etl run" },
        { "status|--config|/nowhere/own.json", "/nowhere/own.json" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongUsageEndsWith64(string line, string says)
    {
        string Fill(string word) => word
            .Replace("{in}", Repository.Input("2563-ok-typical"), StringComparison.Ordinal)
            .Replace("{folder}", _place.Path, StringComparison.Ordinal);
        string[] words = [.. line.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Fill)];
        // After the command, so that an empty line stays one.
        string[] workspace = words.Length == 0 ? [] : ["--workspace", _place["ws"]];
        var run = (await DlaEtl.InProcessAsync([.. words, .. workspace])).ShouldEnd(64);
        run.Error.ShouldContain(Fill(says), Case.Sensitive, run.ToString());
        Directory.Exists(_place["ws"]).ShouldBeFalse("wrong usage makes nothing");
        Directory.EnumerateFiles(_place.Path).ShouldBeEmpty("wrong usage writes nothing");
    }

    [Fact]
    public void AProcessEndsWith64Too()
    {
        var run = DlaEtl.Run("report", "unit-cost-quantities", "--year", "2021", "--out", _place["r.xlsx"]).ShouldEnd(64);
        run.Output.ShouldBeEmpty("complaints go to stderr");
        run.Error.ShouldContain("พ.ศ.");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("run")]
    [InlineData("demo")]
    public async Task AFileThatIsNoDatabaseIsNoCrash(string command)
    {
        Directory.CreateDirectory(_place["ws"]);
        await File.WriteAllTextAsync(_place["ws/warehouse.db"], new string('x', 5000));
        var run = (await DlaEtl.InProcessAsync(command, "--workspace", _place["ws"])).ShouldEnd(64);
        run.Error.ShouldContain(command == "demo" ? "--workspace" : "warehouse.db");
        (await File.ReadAllTextAsync(_place["ws/warehouse.db"])).ShouldBe(new string('x', 5000), "left as it is");
    }

    [Fact]
    public async Task DoctorTellsOfAFileThatIsNoDatabase()
    {
        Directory.CreateDirectory(_place["ws"]);
        await File.WriteAllTextAsync(_place["ws/warehouse.db"], new string('x', 5000));
        (await DlaEtl.InProcessAsync("doctor", "--workspace", _place["ws"])).ShouldEnd(1).Output.ShouldContain("warehouse.db");
    }

    [Fact]
    public async Task APathThroughAFileIsNoCrash()
    {
        await File.WriteAllTextAsync(_place["ws"], "a file where the workspace should be");
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain(_place["ws"]);
    }

    [Fact]
    public async Task TemplatesThatAreGoneAreNoCrash()
    {
        await File.WriteAllTextAsync(_place["own.json"], $$"""{ "Folders": { "Templates": "{{_place["none"]}}" } }""");
        foreach (var words in new[] { "check|{in}", "forms|list", "forms|new|unit-cost-quantity|--year|2564", "run", "demo" })
        {
            string[] args = [.. words.Replace("{in}", Repository.Input("2563-ok-typical"), StringComparison.Ordinal).Split('|'), "--config", _place["own.json"], "--workspace", _place["ws"]];
            (await DlaEtl.InProcessAsync(args)).ShouldEnd(64).Error.ShouldContain(_place["none"]);
        }

        (await DlaEtl.InProcessAsync("doctor", "--config", _place["own.json"], "--workspace", _place["ws"])).ShouldEnd(1).Output.ShouldContain(_place["none"]);
    }

    [Fact]
    public async Task ABrokenTemplateNamesItsLine()
    {
        Place.Copy(Path.Combine(AppContext.BaseDirectory, "templates"), _place["templates"]);
        await File.AppendAllTextAsync(_place["templates/forms/unit-cost-quantity/form.2563.yaml"], "\nsurprise: 1\n");
        await File.WriteAllTextAsync(_place["own.json"], $$"""{ "Folders": { "Templates": "{{_place["templates"]}}" } }""");
        var run = (await DlaEtl.InProcessAsync("forms", "list", "--config", _place["own.json"])).ShouldEnd(64);
        run.Error.ShouldMatch(@"form\.2563\.yaml:[0-9]+: surprise");
    }

    [Fact]
    public async Task AnArchiveThatTakesNoLockIsNoCrash()
    {
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(0);
        // The right to write is nothing that root could be denied; a folder in the place of the file is refused to everybody in the same way.
        foreach (var file in Directory.EnumerateFiles(_place["ws/archive"], ".dla-etl-lock-*").ToList())
        {
            File.Delete(file);
            Directory.CreateDirectory(file);
        }

        var run = (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(64);
        run.Error.ShouldContain("ไม่มีสิทธิ์ กรุณาแก้ไขแล้วสั่งใหม่", Case.Sensitive, run.ToString());
    }

    [SkippableFact]
    public async Task AFullDiskBeforeAnythingWasMadeIsNoCrash()
    {
        Directory.CreateDirectory(_place["ws"]);
        using var disk = new SmallDisk(_place["ws"], "1m");
        await File.WriteAllBytesAsync(_place["ws/ballast"], new byte[new DriveInfo(_place["ws"]).AvailableFreeSpace]);
        (await DlaEtl.InProcessAsync("run", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("ดิสก์");
    }

    public void Dispose() => _place.Dispose();
}

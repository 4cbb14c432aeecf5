namespace Dla.Etl.EndToEnd.Commands;

/// <summary><c>check</c>: the rules of a run, its exit codes, its JSON.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Place _place = new();

    [Theory]
    [InlineData("2563-ok-typical", 0, "ผ่าน")]
    [InlineData("2563-warning-ratio-changed", 0, "ผ่าน มีข้อสังเกต")]
    [InlineData("2563-error-negative", 1, "K23")]
    [InlineData("2563-fatal-not-a-form", 2, "ไม่ใช่แบบรายงานที่รู้จัก")]
    [InlineData("2563-ok-typical 2563-error-negative", 1, "K23")]
    [InlineData("2563-fatal-not-a-form 2563-error-negative 2563-ok-typical", 2, "K23")]
    public async Task TheGravestFileDecidesTheExit(string cases, int exit, string says)
    {
        string[] files = [.. cases.Split(' ').Select(Repository.Input)];
        var run = (await DlaEtl.InProcessAsync(["check", .. files, "--workspace", _place["ws"]])).ShouldEnd(exit);
        // The head line is wrapped where the path is long.
        run.Output.ReplaceLineEndings("\n").Replace("\n   ", " ", StringComparison.Ordinal).ShouldContain(says);
        run.Error.ShouldBeEmpty();
        foreach (var file in files)
            run.Output.ReplaceLineEndings("").ShouldContain(Path.GetFileName(Path.GetDirectoryName(file)!), Case.Sensitive, "every file is answered");
        Directory.Exists(_place["ws"]).ShouldBeFalse("check loads nothing and makes nothing");
    }

    [Fact]
    public void JsonOfAProcessIsOneDocumentOfFilesWithFindings()
    {
        var (good, bad) = (Repository.Input("2563-ok-typical"), Repository.Input("2563-error-negative"));
        var files = DlaEtl.Run("check", "--json", good, bad).ShouldEnd(1).Json;
        files.EnumerateArray().Select(file => (file.GetProperty("file").GetString(), file.GetProperty("verdict").GetString()))
            .ShouldBe([(good, "loaded"), (bad, "rejected")]);
        var gravest = files[1].GetProperty("findings")[0];
        gravest.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "severity", "sheet", "cell", "subject", "found", "expected", "message", "whatToDo"]);
        (gravest.GetProperty("id").GetString(), gravest.GetProperty("severity").GetString(), gravest.GetProperty("cell").GetString(), gravest.GetProperty("found").GetString())
            .ShouldBe(("VAL-020", "ERROR", "K23", "-12"));
    }

    [Theory]
    [InlineData("-ปริมาณ.xlsx", "a leading dash")]
    [InlineData("--json", "an option's name")]
    [InlineData("ปริมาณ\nบรรทัดสอง.xlsx", "a newline")]
    [InlineData("ปริมาณ [x] *?.xlsx", "what a shell would take for a pattern")]
    [InlineData("กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก.xlsx", "as long as the disk allows: 245 bytes")]
    public void OddNamesAreFiles(string name, string why)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows takes no such names");
        File.Copy(Repository.Input("2563-error-negative"), _place[name]);
        var run = DlaEtl.RunIn(_place.Path, null, "check", "--", name).ShouldEnd(1);
        run.Output.ShouldContain("K23", Case.Sensitive, why);
        run.Output.ShouldNotContain("\nบรรทัดสอง", Case.Sensitive, "a name must not forge a line");
    }

    [Fact]
    public async Task AllTellsEveryFinding()
    {
        var file = Repository.Input("2563-error-empty-template");
        var brief = (await DlaEtl.InProcessAsync("check", file)).ShouldEnd(1).Output;
        var all = (await DlaEtl.InProcessAsync("check", "--all", file)).ShouldEnd(1).Output;
        all.Length.ShouldBeGreaterThanOrEqualTo(brief.Length);
    }

    public void Dispose() => _place.Dispose();
}

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>Synthetic and real data never meet: the demo keeps out of real workspaces, a run that was not told where keeps out of the demo's.</summary>
public sealed class DemoMarkTests : IDisposable
{
    private readonly Place _place = new();

    [Theory]
    [InlineData("drop/56-พะเยา/ปริมาณ.xlsx", "somebody has sent a file that no run has taken yet")]
    [InlineData("received/000001 ปริมาณ.xlsx", "a run has taken one")]
    [InlineData("archive/ab/abcd", "the archive has content")]
    [InlineData("warehouse.db", "there is a warehouse")]
    public async Task TheDemoRefusesAWorkspaceThatHoldsSomething(string file, string why)
    {
        var full = _place[$"ws/{file}"];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, "real");
        (await DlaEtl.InProcessAsync("demo", "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("--workspace");
        (await File.ReadAllTextAsync(full)).ShouldBe("real", why);
        Directory.EnumerateFiles(_place["ws"], "*", SearchOption.AllDirectories).ShouldHaveSingleItem("and leaves nothing behind");
    }

    [Fact]
    public void ARunThatWasNotToldWhereKeepsOutOfTheDemosWorkspace()
    {
        Directory.CreateDirectory(_place["workspace"]);
        File.WriteAllText(_place["workspace/DEMO - ข้อมูลสังเคราะห์.txt"], "mark");
        DlaEtl.RunIn(_place.Path, null, "run").ShouldEnd(64).Error.ShouldContain("--workspace");
        Directory.Exists(_place["workspace/drop"]).ShouldBeFalse();
    }

    public void Dispose() => _place.Dispose();
}

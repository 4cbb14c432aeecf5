using System.Text.Json;
using System.Text.RegularExpressions;
using Dla.Etl.Samples.BadFiles;

namespace Dla.Etl.EndToEnd.Cases;

/// <summary>Every bad file as its sender meets it: by <c>check</c>, and dropped beside good ones into a run. Each gets a Thai answer; nothing is lost.</summary>
public sealed partial class BadFileTests : IDisposable
{
    private readonly Place _place = new();

    [Fact]
    public async Task CheckAnswersEachInThai()
    {
        Directory.CreateDirectory(_place["bad"]);
        string[] files = [.. BadFile.All.Select(bad => bad.WriteInto(_place["bad"]))];
        var checkedFiles = (await DlaEtl.InProcessAsync(["check", "--json", .. files, Repository.Input("2563-ok-typical")])).ShouldEnd(2).Json.EnumerateArray().ToList();
        checkedFiles[^1].GetProperty("verdict").GetString().ShouldBe("loaded", "the good file beside them");
        foreach (var (bad, file) in BadFile.All.Zip(checkedFiles))
        {
            var findings = file.GetProperty("findings").EnumerateArray().ToList();
            if (bad.ExpectedFindingId is { } id)
                findings.Select(finding => Text(finding, "id")).ShouldContain(id, bad.ToString());
            // None of them is a return: either it cannot be read, or what is in it is none of the forms.
            new[] { "unreadable", "not_recognised" }.ShouldContain(Text(file, "verdict"), bad.ToString());
            findings.ShouldAllBe(finding => Thai().IsMatch(Text(finding, "message")) && Thai().IsMatch(Text(finding, "whatToDo")), bad.ToString());
        }
    }

    [Theory]
    [InlineData("nul.csv", 2)]
    [InlineData("password.xlsx", 2)]
    [InlineData("error-cell.xlsx", 2)]
    public async Task TheExitCodeOfOneFile(string name, int exit)
    {
        var file = BadFile.All.Single(bad => bad.Name == name).WriteInto(_place.Path);
        var run = (await DlaEtl.InProcessAsync("check", file)).ShouldEnd(exit);
        run.Output.ShouldContain(name);
        run.Output.ShouldContain("สิ่งที่ต้องทำ");
    }

    [Fact]
    public void ARunAnswersEachAndLoadsTheGoodOnes()
    {
        var drop = _place["ws/drop"];
        Directory.CreateDirectory(drop);
        foreach (var bad in BadFile.All)
            bad.WriteInto(drop);
        var odd = OperatingSystem.IsWindows() ? [] : new[] { "-rf.xlsx", "บรรทัด\nสอง.xlsx", new string('ก', 83) + ".xlsx" };
        foreach (var name in odd)
            File.Copy(Repository.Input("2563-error-negative"), Path.Combine(drop, name));
        Directory.CreateDirectory(Path.Combine(drop, "56-พะเยา"));
        File.Copy(Repository.Input("2563-ok-typical"), Path.Combine(drop, "56-พะเยา", "ปริมาณ.xlsx"));
        var sent = Directory.EnumerateFiles(drop, "*", SearchOption.AllDirectories).Select(Hash).Order(StringComparer.Ordinal).ToList();

        var run = DlaEtl.RunIn(null, Eager.Variables, "run", "--json", "--workspace", _place["ws"]).ShouldEnd(0).Json;

        run.GetProperty("received").GetInt32().ShouldBe(sent.Count);
        run.GetProperty("problems").EnumerateArray().ShouldBeEmpty();
        var verdicts = run.GetProperty("verdicts").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32());
        verdicts["loaded"].ShouldBe(1, "the good file");
        verdicts.GetValueOrDefault("rejected").ShouldBe(odd.Length, "oddly named files are read like others");
        (verdicts.GetValueOrDefault("unreadable") + verdicts.GetValueOrDefault("not_recognised")).ShouldBe(BadFile.All.Count);
        Directory.EnumerateFiles(drop, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Received().Select(Hash).Order(StringComparer.Ordinal).ToList().ShouldBe(sent, "nothing lost, nothing twice");
        var answers = Directory.EnumerateFiles(_place["ws/replies"], "*.txt", SearchOption.AllDirectories).ToList();
        answers.Count.ShouldBe(sent.Count);
        answers.ShouldAllBe(path => Thai().IsMatch(File.ReadAllText(path)) && !Path.GetFileName(path).Contains('\n', StringComparison.Ordinal));
        DlaEtl.Run("doctor", "--workspace", _place["ws"]).ShouldEnd(0);
    }

    public void Dispose() => _place.Dispose();

    private IEnumerable<string> Received() => Directory.EnumerateFiles(_place["ws/received"], "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetFileName(path).StartsWith('.'));

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex("[ก-๙]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Thai();
}

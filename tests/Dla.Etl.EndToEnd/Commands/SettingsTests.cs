using System.Text.Json;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Reading;

namespace Dla.Etl.EndToEnd.Commands;

/// <summary>One named file, <c>--config</c> over it, <c>DLA_…</c> variables over both; what is not known is refused.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly Place _place = new();

    [Fact]
    public void TheFileSaysWhatTheProgramWouldDoWithoutIt()
    {
        var file = Settings.Load(null);
        file.Intake.ShouldBe(new IntakeSettings());
        file.Reading.ShouldBe(new ReadingLimits());
        file.Folders.ShouldBe(new FolderSettings());
    }

    [Fact]
    public void TheFileNamesEverySetting()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        foreach (var (section, type) in new[] { ("Folders", typeof(FolderSettings)), ("Intake", typeof(IntakeSettings)), ("Reading", typeof(ReadingLimits)) })
            json.RootElement.GetProperty(section).EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal)
                .ShouldBe(type.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal), section);
    }

    [Fact]
    public void VariablesMoveFoldersOverTheConfiguredOnes()
    {
        File.WriteAllText(_place["own.json"], $$"""
            { "Folders": { "Drop": "{{_place["share-of-file"]}}", "Replies": "{{_place["replies-of-file"]}}" }, "Intake": { "SteadyInterval": "00:00:00" } }
            """);
        Directory.CreateDirectory(_place["share"]);
        File.Copy(Repository.Input("2563-ok-typical"), _place["share/ปริมาณ.xlsx"]);
        var variables = new Dictionary<string, string> { ["DLA_Folders__Drop"] = _place["share"], ["DLA_TEST_LANE"] = "none of ours" };
        var run = DlaEtl.RunIn(null, variables, "run", "--json", "--workspace", _place["ws"], "--config", _place["own.json"]).ShouldEnd(0);
        run.Json.GetProperty("received").GetInt32().ShouldBe(1);
        Directory.EnumerateFiles(_place["share"]).ShouldBeEmpty("taken from where the variable says");
        Directory.Exists(_place["share-of-file"]).ShouldBeFalse("the variable lies over the file");
        Directory.EnumerateFiles(_place["replies-of-file"], "*.txt", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Directory.EnumerateFiles(_place["ws/received"], "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Directory.EnumerateDirectories(_place["share"]).ShouldBeEmpty("the office lays out its own share");
    }

    /// <summary>A settings file that is refused, and what the message must hold.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { """{ "Folders": { "Dropp": "x" } }""", "Dropp" },
        { """{ "Foldes": { "Drop": "x" } }""", "Foldes" },
        { """{ "Intake": { "SteadyInterval": "soon" } }""", "SteadyInterval" },
        { """{ "Reading": { "MaxRows": "many" } }""", "MaxRows" },
        { """{ "Reading": { "MaxRows": 0 } }""", "MaxRows" },
        { """{ "Intake": { "SteadyInterval": "-00:00:01" } }""", "SteadyInterval" },
        { """{ "Folders": { "Dropp": "x" } }""", "ไม่รู้จักค่าตั้ง Folders:Dropp ที่มีคือ Archive, Database, Drop," },
        { """{ "Jobs": { "StuckAfter": { "Never": "x" } } }""", "ไม่รู้จักค่าตั้ง Jobs:StuckAfter:Never ที่มีคือ Held, InDropFolder" },
        { """{ "Intake": { "SteadyInterval": "soon" } }""", "ค่าตั้ง Intake:SteadyInterval ไม่ถูกต้อง พบ “soon” ตัวอย่างที่ถูกต้อง “00:00:10” · " },
        { """{ "Retention": { "Originals": "ten years" } }""", "ค่าตั้ง Retention:Originals ไม่ถูกต้อง พบ “ten years” ตัวอย่างที่ถูกต้อง “365.00:00:00”" },
        { """{ "Backup": { "Keep": 0 } }""", "ค่าตั้ง Backup:Keep ไม่ถูกต้อง พบ “0” ตัวอย่างที่ถูกต้อง “30” ต้องอยู่ระหว่าง 1 ถึง 10000" },
        { """{ "Jobs": { "StuckAfter": { "Undecided": "00:00:00" } } }""", "ค่าตั้ง Jobs:StuckAfter:Undecided ไม่ถูกต้อง พบ “00:00:00” ตัวอย่างที่ถูกต้อง “01:00:00”" },
        { """{ "Folders": """, "own.json" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task AMistakeInTheFileIsRefused(string json, string says)
    {
        await File.WriteAllTextAsync(_place["own.json"], json);
        var run = (await DlaEtl.InProcessAsync("forms", "list", "--config", _place["own.json"])).ShouldEnd(64);
        run.Error.ShouldContain(says, Case.Sensitive, run.ToString());
    }

    [Fact]
    public void AMistakeInAVariableIsRefused() =>
        DlaEtl.RunIn(null, new Dictionary<string, string> { ["DLA_Folders__Dorp"] = "x" }, "forms", "list").ShouldEnd(64).Error.ShouldContain("Dorp");

    [Fact]
    public async Task FoldersWithinTheDropFolderAreRefused()
    {
        await File.WriteAllTextAsync(_place["own.json"], $$"""{ "Folders": { "Replies": "{{_place["ws/drop/replies"]}}" } }""");
        (await DlaEtl.InProcessAsync("run", "--config", _place["own.json"], "--workspace", _place["ws"])).ShouldEnd(64).Error.ShouldContain("INT-");
    }

    public void Dispose() => _place.Dispose();
}

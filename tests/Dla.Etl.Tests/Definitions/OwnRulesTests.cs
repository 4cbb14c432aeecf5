using Dla.Etl.Definitions;

namespace Dla.Etl.Tests.Definitions;

public sealed class OwnRulesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-own-rules-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_rule_of_the_office_stands_in_for_the_shipped_one_of_the_same_path_and_adds_others()
    {
        Write("templates/rules/allocation/drivers.2563.yaml", "shipped");
        Write("templates/rules/allocation/crosswalk.2564.yaml", "shipped");
        Write("own/allocation/drivers.2563.yaml", "own");
        Write("own/allocation/drivers.2564.yaml", "own");
        Write("own/allocation/README.md", "no definition");

        var files = DefinitionFiles.Read(In("templates"), In("own"));

        files.All.Select(file => (file.Path, file.Text)).ShouldBe([
            ("rules/allocation/crosswalk.2564.yaml", "shipped"), ("rules/allocation/drivers.2563.yaml", "own"), ("rules/allocation/drivers.2564.yaml", "own")]);
        files.OwnRules.ShouldBe(["rules/allocation/drivers.2563.yaml", "rules/allocation/drivers.2564.yaml"]);
        files.FullPath("rules/allocation/drivers.2563.yaml").ShouldBe(In("own/allocation/drivers.2563.yaml"), "a message names the file that is to be mended");
        files.Id.ShouldNotBe(DefinitionFiles.Read(In("templates")).Id, "a run records that it worked with other rules");
    }

    [Fact]
    public void Without_own_rules_nothing_changes()
    {
        Write("templates/rules/allocation/drivers.2563.yaml", "shipped");
        DefinitionFiles.Read(In("templates"), In("own")).Id.ShouldBe(DefinitionFiles.Read(In("templates")).Id);
        DefinitionFiles.Read(In("templates"), In("own")).OwnRules.ShouldBeEmpty();
    }

    private string In(string path) => Path.Combine(_folder.FullName, path.Replace('/', Path.DirectorySeparatorChar));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }
}

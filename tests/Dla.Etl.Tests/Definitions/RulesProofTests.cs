using Dla.Etl.Definitions;
using Dla.Etl.Tests.Reporting;

namespace Dla.Etl.Tests.Definitions;

public sealed class RulesProofTests : IDisposable
{
    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("dla-rules-proof-");

    public void Dispose() => _own.Delete(recursive: true);

    [Fact]
    public void Shipped_and_made_up_rules_are_without_mistake()
    {
        RulesProof.Mistakes(DefinitionFiles.Read(Templates.Folder)).ShouldBeEmpty();
        RulesProof.Mistakes(DefinitionFiles.Read(TestData.PathOf("unit-cost", "made-up"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("allocation/driver.2563.yaml", "drivers.<ปี>", "a misspelt name would never be read")]
    [InlineData("allocation/drivers.63.yaml", "drivers.<ปี>", "no fiscal year")]
    [InlineData("allocation/drivers.2563.yml", "drivers.<ปี>", "another ending")]
    [InlineData("drivers.2563.yaml", "drivers.<ปี>", "not in the folder of the allocation")]
    [InlineData("targets/drivers.2563.yaml", "targets/disbursement.<ปี>", "another kind's folder")]
    [InlineData("targets/disbursement.66.yaml", "targets/disbursement.<ปี>", "no fiscal year")]
    [InlineData("targets/disbursement.2566.yaml", "rules", "the office's own targets without a kind")]
    [InlineData("allocation/drivers.2563.yaml", "rules", "an empty file")]
    public void A_file_that_would_not_be_found_or_read_is_named(string path, string said, string reason)
    {
        var file = Path.Combine(_own.FullName, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "fiscal_year: 2563\n");
        var wrong = RulesProof.Mistakes(DefinitionFiles.Read(Templates.Folder, _own.FullName)).ShouldHaveSingleItem(reason);
        wrong.ShouldContain(file);
        wrong.ShouldContain(said);
    }
}

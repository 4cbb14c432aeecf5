using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Running;
using Dla.Etl.Samples.LocalGrants;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>The made-up season of the monthly forms, file after file into a warehouse: what is taken, what is sent back, and whose word counts in the end.</summary>
public sealed class GrantSeasonTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Every_file_comes_to_what_its_plan_says(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        Import(desk.Database);
        var files = GrantSeason.Files().ToDictionary();
        var recogniser = new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates")));
        foreach (var plan in files.Keys.Where(path => path.EndsWith("arrivals.csv", StringComparison.Ordinal)))
            foreach (var line in System.Text.Encoding.UTF8.GetString(files[plan]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')))
            {
                var (outcome, findings) = Load(desk, recogniser, files[$"{plan[..plan.LastIndexOf('/')]}/{line[4]}"], line[6], line[5]);
                (outcome.Verdict is Verdict.Loaded or Verdict.LoadedWithWarnings ? "accepted" : "rejected")
                    .ShouldBe(line[7], $"{line[4]}: {string.Join(" | ", findings.Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Kind.Id} {finding.Message}"))}");
            }

        using var reader = desk.Database.Read();
        var counted = reader.Query<(string Authority, string Unit, string Item)>(
                $"""
                SELECT r.authority, r.unit, f.item_code FROM ({AuthorityRows.OfAll}) r
                JOIN fact f ON f.version_id = r.version_id AND f.row_position = r.row_position AND f.field_code = 'item'
                """,
                new { form = "general-grant-disbursement", year = Period.Parse("2566-05").Value.Number, sequence = long.MaxValue })
            .ToLookup(row => row.Authority);
        counted.Count.ShouldBe(MadeUpRegistry.Now.All.Count - 2, "two have entered nothing for May");
        counted["05560103"].Select(row => (row.Unit, row.Item)).ShouldBe([("05560103", "05560103|G15"), ("05560103", "05560103|G14"), ("05560103", "05560103|G23"), ("05560103", "05560103|G24")], ignoreOrder: true);
        counted["06560304"].ShouldBe([("06560304", "06560304", "06560304|none")]);
        counted["05560104"].ShouldAllBe(row => row.Unit == "05560104", "its own return came after that of its province");
        counted["06560105"].ShouldAllBe(row => row.Unit == "56");
    }

    private static (Outcome, IReadOnlyList<Finding>) Load(Desk desk, FormRecogniser recogniser, byte[] content, string name, string folder)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + Path.GetExtension(name));
        File.WriteAllBytes(path, content);
        try
        {
            var history = new History(desk.Database);
            var examined = new Pipeline(new WorkbookReader(new ReadingLimits(), TimeProvider.System), recogniser, history.Of, authorities: history.Authorities)
                .Examine(path, new Delivery(name, folder), CancellationToken.None);
            return (desk.Load(name, examined.Return ?? throw new InvalidOperationException($"{name}: {string.Join(" | ", examined.Findings.Select(finding => finding.Message))}")), examined.Findings);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Import(Database database) => database.Write(lane => AuthorityEditions.Import(
        lane, new RegistryImport(MadeUpRegistry.Second, "second.csv", ContentHash.Of("second"u8), MadeUpRegistry.Now.All), "test"));
}

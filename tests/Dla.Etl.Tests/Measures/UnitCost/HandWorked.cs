using System.Globalization;
using System.Text;
using CsvHelper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Measures.UnitCost;

/// <summary>The example of testdata/unit-cost/hand-worked, and variants of it.</summary>
internal static class HandWorked
{
    public static string Yaml { get; } = File.ReadAllText(PathOf("rules/allocation/drivers.2563.yaml"));

    public static AllocationDrivers Drivers { get; } = Read(Yaml);

    public static IReadOnlyList<CostLine> Costs { get; } = [.. Csv("costs.csv").Select(row => new CostLine
    {
        Centre = row["centre"],
        Category = Enum.Parse<ExpenseCategory>(row["category"], ignoreCase: true),
        Source = Enum.Parse<FundingSource>(row["source"], ignoreCase: true),
        Directness = Enum.Parse<Directness>(row["directness"], ignoreCase: true),
        Behaviour = Enum.Parse<Behaviour>(row["behaviour"], ignoreCase: true),
        Amount = Baht.FromDecimal(Number(row["amount"])).Value,
        Account = row["account"],
        Note = row["note"],
    })];

    public static IReadOnlyList<Volume> Quantities { get; } =
        [.. Csv("quantities.csv").Select(row => new Volume(row["item"], row["province"], row["unit_of_measure"], Quantity.FromDecimal(Number(row["amount"])).Value))];

    public static Allocated Allocated { get; } = Allocation.Compute(Costs, Drivers).Artefact!;

    public static CostYear Year { get; } = YearOf(Drivers, Costs, Quantities);

    public static CostYear YearOf(AllocationDrivers drivers, IEnumerable<CostLine> costs, IEnumerable<Volume> quantities) => new(
        Allocation.Compute([.. costs], drivers).Artefact!, new Volumes(quantities.Concat(Volumes.OfSupport(drivers)), 2), new EveryName());

    public static AllocationDrivers Read(string yaml, int year = 2563) => AllocationCatalogue.Drivers(Files("drivers", year, yaml), FiscalYear.FromBuddhistEra(year));

    public static Crosswalk ReadCrosswalk(string yaml, int year = 2564) => Crosswalk.Load(Files("crosswalk", year, yaml), FiscalYear.FromBuddhistEra(year));

    public static IReadOnlyList<Finding> FindingsOf(string yaml, IEnumerable<CostLine>? costs = null) => Allocation.Compute([.. costs ?? Costs], Read(yaml)).Findings;

    public static IEnumerable<Dictionary<string, string>> Csv(string file)
    {
        using var csv = new CsvReader(new StreamReader(PathOf(file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!);
    }

    private static DefinitionFiles Files(string kind, int year, string yaml) =>
        DefinitionFiles.Of("test", [new DefinitionFile(string.Create(CultureInfo.InvariantCulture, $"rules/allocation/{kind}.{year}.yaml"), Encoding.UTF8.GetBytes(yaml))]);

    private static string PathOf(string file) => TestData.PathOf("unit-cost", "hand-worked", file);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}

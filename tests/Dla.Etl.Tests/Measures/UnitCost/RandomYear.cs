using System.Globalization;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

/// <summary>Costs, drivers and quantities of a department that nobody invented; the raw weights stay readable for an oracle.</summary>
internal sealed class RandomYear
{
    private readonly Random _random;

    public RandomYear(int seed)
    {
        _random = new Random(seed);
        string[] Codes(string prefix, int most) => [.. Enumerable.Range(1, _random.Next(1, most + 1)).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:00}"))];
        (Centres, Main, Support) = (Codes("C", 7), Codes("A", 6), _random.Next(4) == 0 ? [] : Codes("S", 5));
        (SubOutputs, MainActivities, MainOutputs) = (Codes("U", 3), Codes("M", 3), Codes("X", 2));
        string[] activities = [.. Main, .. Support];
        Pools = [.. Enumerable.Range(0, 2).Select(_ => Weights(Centres))];
        Workload = [.. Centres.Select(_ => Weights(activities))];
        StepDown = [.. Support.Select((_, index) => Weights([.. Main, .. Support.Skip(index + 1)]))];
        (ToSubOutputs, ToMainActivities) = ([.. Main.Select(_ => Weights(SubOutputs))], [.. Main.Select(_ => Weights(MainActivities))]);
        ToMainOutputs = [.. SubOutputs.Select(_ => Weights(MainOutputs))];
        Lines = [.. Enumerable.Range(0, _random.Next(1, 40)).Select(_ => Line())];
    }

    public string[] Centres { get; }
    public string[] Main { get; }
    public string[] Support { get; }
    public string[] SubOutputs { get; }
    public string[] MainActivities { get; }
    public string[] MainOutputs { get; }

    /// <summary>Driver figures by centre, for the pools of odd and of even categories.</summary>
    public Dictionary<string, Rational>[] Pools { get; }
    public Dictionary<string, Rational>[] Workload { get; }
    public Dictionary<string, Rational>[] StepDown { get; }
    public Dictionary<string, Rational>[] ToSubOutputs { get; }
    public Dictionary<string, Rational>[] ToMainActivities { get; }
    public Dictionary<string, Rational>[] ToMainOutputs { get; }
    public CostLine[] Lines { get; }

    public AllocationDrivers Drivers => new()
    {
        Year = FiscalYear.FromBuddhistEra(2563),
        Source = "",
        PrintsBeforeStepDown = true,
        Centres = Declared<IReadOnlyList<CostCentre>>.Known([.. Centres.Select((code, index) =>
            new CostCentre(code, code, index % 3 == 2 ? CentreKind.Support : CentreKind.Main, ProvinceCode.From(11 + index)))]),
        Pools = [.. Pools.Select((weights, index) => new IndirectPool($"P{(char)('0' + index)}", "", [.. CostKinds.Categories.Where(category => (int)category % 2 == index)], [], SplitOf(weights)))],
        Workload = [.. Centres.Select((code, index) => new SplitRule([code], false, SplitOf(Workload[index])))],
        Support = [.. Support.Select((code, index) => new SupportActivity(code, code, Declared<string>.Known("ครั้ง"), Declared<Quantity>.Known(new Quantity(7)), SplitOf(StepDown[index])))],
        SubOutputs = [.. Main.Select((code, index) => new SplitRule([code], false, SplitOf(ToSubOutputs[index])))],
        MainActivities = [.. Main.Select((code, index) => new SplitRule([code], false, SplitOf(ToMainActivities[index])))],
        MainOutputs = [.. SubOutputs.Select((code, index) => new SplitRule([code], false, SplitOf(ToMainOutputs[index])))],
        Exclusions = Declared<IReadOnlyList<Exclusion>>.Known([]),
        Statements = new Statements(Declared<Baht>.Unknown("-"), ""),
        Path = "",
        Hash = ContentHash.Of([]),
    };

    public CostYear Year => new(Allocation.Compute(Lines, Drivers).Artefact!, new Volumes([], 0), new EveryName());

    public static Arbitrary<RandomYear> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomYear(seed)).ToArbitrary();

    private static Split SplitOf(Dictionary<string, Rational> weights) =>
        new("", "", "", Declared<IReadOnlyList<SplitPart>>.Known([.. weights.Select(weight => new SplitPart(weight.Key, Declared<Rational>.Known(weight.Value)))]));

    // At least one is above 0; a few are 0.
    private Dictionary<string, Rational> Weights(string[] receivers)
    {
        var weights = receivers.ToDictionary(code => code, _ => _random.Next(4) == 0 ? Rational.Zero : Rational.Of(_random.Next(1, 40), _random.Next(1, 4)), StringComparer.Ordinal);
        weights[receivers[_random.Next(receivers.Length)]] = _random.Next(1, 9);
        return weights;
    }

    private CostLine Line()
    {
        var category = CostKinds.Categories[_random.Next(7)];
        return new CostLine
        {
            Centre = Centres[_random.Next(Centres.Length)],
            Category = category,
            Source = category == ExpenseCategory.Depreciation ? FundingSource.Depreciation : (FundingSource)_random.Next(3),
            Directness = (Directness)_random.Next(2),
            Behaviour = (Behaviour)_random.Next(2),
            Amount = new Baht(_random.Next(5) == 0 ? -_random.Next(1000) : _random.NextInt64(100_000_000_000)),
            Note = "credit",
        };
    }
}

using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>Lays the way of the costs (DOMAIN §1.3), step by step, from drivers that are whole and proven.</summary>
internal static class CostFlow
{
    /// <summary>The flow of the lines that are part of the unit cost.</summary>
    public static CostGraph Of(IEnumerable<CostLine> lines, AllocationDrivers drivers)
    {
        CostInput[] inputs = [.. lines.Select(line => new CostInput(line, Entry(line, drivers))).OrderBy(input => input.Node)
            .ThenBy(input => input.Line.Origin?.VersionId, StringComparer.Ordinal).ThenBy(input => input.Line.Origin?.RowPosition).ThenBy(input => input.Line.Amount)];
        CostNode[] entries = [.. inputs.Select(input => input.Node).Distinct()];
        CostEdge[] toCentres = [.. entries.SelectMany(node => ToCentres(node, drivers))];
        CostNode[] centreCosts = [.. toCentres.Select(edge => edge.To).Distinct().Order()];
        CostNode[] centres = [.. centreCosts.Select(node => new CostNode(CostLevel.Centre, node.Code)).Distinct()];
        return CostGraph.Compute(inputs,
        [
            .. entries.Select(node => Sum(node, new CostNode(CostLevel.Category, node.Category!.Value.Code(), node.Category))),
            .. toCentres,
            .. centreCosts.Select(node => Sum(node, new CostNode(CostLevel.Centre, node.Code))),
            .. centres.SelectMany(node => Shares(node, drivers.WorkloadOf(drivers.Centres.Value.First(centre => centre.Code == node.Code))!, CostLevel.SubActivity)),
            .. StepDown(drivers),
            .. drivers.SubOutputs.SelectMany(rule => Rule(rule, CostLevel.Borne, CostLevel.SubOutput)),
            .. drivers.MainActivities.SelectMany(rule => Rule(rule, CostLevel.Borne, CostLevel.MainActivity)),
            .. drivers.MainOutputs.SelectMany(rule => Rule(rule, CostLevel.SubOutput, CostLevel.MainOutput)),
        ]);
    }

    private static CostNode Entry(CostLine line, AllocationDrivers drivers) => line.Directness == Directness.Direct
        ? new CostNode(CostLevel.Direct, line.Centre, line.Category, line.Behaviour)
        : new CostNode(CostLevel.Pool, drivers.PoolOf(line)!.Code, line.Category, line.Behaviour);

    private static IEnumerable<CostEdge> ToCentres(CostNode entry, AllocationDrivers drivers)
    {
        if (entry.Level == CostLevel.Direct)
            return [Sum(entry, new CostNode(CostLevel.CentreCost, entry.Code, entry.Category))];
        var split = drivers.Pools.First(pool => pool.Code == entry.Code).Split;
        return split.Shares().Select(part => new CostEdge(entry, new CostNode(CostLevel.CentreCost, part.To, entry.Category), part.Share, split));
    }

    // What a support sub-activity has gathered goes out before the next one's turn, so nothing comes back to it.
    private static IEnumerable<CostEdge> StepDown(AllocationDrivers drivers)
    {
        var support = drivers.Support.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        CostNode After(string code) => new(support.Contains(code) ? CostLevel.Support : CostLevel.Borne, code);
        return support.Concat(drivers.MainSubActivities).Order(StringComparer.Ordinal).Select(code => Sum(new CostNode(CostLevel.SubActivity, code), After(code)))
            .Concat(drivers.Support.SelectMany(one => one.Split.Shares()
                .Select(part => new CostEdge(new CostNode(CostLevel.Support, one.Code), After(part.To), part.Share, one.Split))));
    }

    private static IEnumerable<CostEdge> Rule(SplitRule rule, CostLevel from, CostLevel to) => rule.From.SelectMany(code => Shares(new CostNode(from, code), rule.Split, to));

    private static IEnumerable<CostEdge> Shares(CostNode giver, Split split, CostLevel to) =>
        split.Shares().Select(part => new CostEdge(giver, new CostNode(to, part.To), part.Share, split));

    private static CostEdge Sum(CostNode from, CostNode to) => new(from, to, Rational.One, null);
}

using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>A line that is left out of the unit cost, and the rule that says so.</summary>
public sealed record ExcludedCost(CostLine Line, Exclusion Because);

/// <summary>A year's costs at every level, exact, with the whole trace.</summary>
/// <param name="Drivers">By which they were allocated.</param>
/// <param name="Graph">Every figure and share.</param>
/// <param name="Excluded">What was left out.</param>
public sealed record Allocated(AllocationDrivers Drivers, CostGraph Graph, IReadOnlyList<ExcludedCost> Excluded)
{
    /// <summary>The exact cost, in satang, that a cost centre brought into a place: for the unit cost of a province.</summary>
    public IReadOnlyDictionary<CostNode, Funds> FromCentre(string centre) => Graph.From(new CostNode(CostLevel.Centre, centre));
}

/// <summary>Allocates a year's costs along the way of DOMAIN §1.3, in exact fractions.</summary>
public static class Allocation
{
    /// <summary>The costs at every level; none when a finding of ERROR says what is wrong with the lines or what is not known of the drivers. Nothing is ever assumed equal.</summary>
    public static Step<Allocated> Compute(IReadOnlyList<CostLine> costs, AllocationDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(drivers);
        ExcludedCost[] excluded = [.. from line in costs let rule = drivers.ExclusionOf(line) where rule is not null select new ExcludedCost(line, rule)];
        CostLine[] included = [.. costs.Where(line => drivers.ExclusionOf(line) is null)];
        List<Finding> findings = [.. CostProof.Findings(costs, included, drivers)];
        return findings.Any(finding => finding.Severity >= Severity.Error)
            ? new Step<Allocated>(null, findings)
            : new Step<Allocated>(new Allocated(drivers, CostFlow.Of(included, drivers), excluded), findings);
    }
}

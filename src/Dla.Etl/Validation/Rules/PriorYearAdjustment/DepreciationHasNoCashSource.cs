using Dla.Etl.Findings;

namespace Dla.Etl.Validation.Rules.PriorYearAdjustment;

/// <summary>As for the costs that are adjusted.</summary>
internal sealed class DepreciationHasNoCashSource : ICheck
{
    private readonly CostByCostCentre.DepreciationHasNoCashSource _rule = new();

    public IEnumerable<Finding> Run(CheckScope scope) => _rule.Run(scope);
}

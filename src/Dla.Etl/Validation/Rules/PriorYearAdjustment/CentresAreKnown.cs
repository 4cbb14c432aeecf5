using Dla.Etl.Findings;

namespace Dla.Etl.Validation.Rules.PriorYearAdjustment;

/// <summary>An adjustment changes the costs of the year before its own: its cost centres are of that year's list.</summary>
internal sealed class CentresAreKnown : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => CostByCostCentre.CentresAreKnown.Run(scope, scope.Return.Form.Year.Previous);
}

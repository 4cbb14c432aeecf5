using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>Every cost centre is in the year's list of the allocation rules; each code that is not is told once, at its first line.</summary>
/// <remarks>Source: <c>rules/allocation/drivers.&lt;year&gt;.yaml</c>, <c>centres</c>. Without a list nothing can be checked, and that is said.</remarks>
internal sealed class CentresAreKnown : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => Run(scope, scope.Return.Form.Year);

    /// <summary>The same for the list of another year.</summary>
    internal static IEnumerable<Finding> Run(CheckScope scope, FiscalYear year)
    {
        var rules = AllocationOfYear.Of(scope.Context, year);
        if (!rules.IsKnown || !rules.Value.Centres.IsKnown)
            return [new Finding(CostIntakeFindings.CentresUnchecked) { Expected = year.ToString(), Reason = rules.UnknownBecause ?? rules.Value.Centres.UnknownBecause! }];
        var known = rules.Value.Centres.Value.Select(centre => centre.Code).ToHashSet(StringComparer.Ordinal);
        return scope.Rows.Where(row => !known.Contains(row.Key)).DistinctBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => new Finding(CostFindings.CentreUnknown, Place.At(row.KeyCell.Sheet, row.KeyCell.Address)) { Found = row.Key, Expected = year.ToString() });
    }
}

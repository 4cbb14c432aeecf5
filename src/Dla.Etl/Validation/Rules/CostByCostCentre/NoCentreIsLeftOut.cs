using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>Every cost centre that had costs in the year before has a line: an export of a few centres, whole in itself, must not replace that of the department.</summary>
/// <remarks>
/// A few may have come to an end, which is a warning. More than one in ten is an export that was cut or chosen, and an ERROR; the tenth is our own value.
/// In the first year there is nothing to compare with: the answer then tells how many rows and how much were loaded.
/// </remarks>
internal sealed class NoCentreIsLeftOut : ICheck
{
    private const int OneIn = 10, Named = 10;

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (scope.Context.Before is not { } before)
            return [];
        var centres = before.Figures.Keys.Where(key => key.Group == scope.Check.Group).Select(key => key.Item).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var sent = scope.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var missing = centres.Where(centre => !sent.Contains(centre)).ToList();
        return missing.Count == 0
            ? []
            : [new Finding(missing.Count * OneIn > centres.Count ? CostIntakeFindings.ManyCentresLeftOut : CostIntakeFindings.CentresLeftOut)
            {
                Found = missing.Count.ToString(CultureInfo.InvariantCulture),
                Expected = centres.Count.ToString(CultureInfo.InvariantCulture),
                Subject = string.Join(", ", missing.Take(Named)) + (missing.Count > Named ? " …" : ""),
                Reason = before.Period.ToString(),
            }];
    }
}

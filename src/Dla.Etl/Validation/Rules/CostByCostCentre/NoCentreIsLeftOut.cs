using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>Every cost centre of the year's list has a line: an export of a few centres, whole in itself, must not replace that of the department.</summary>
/// <remarks>
/// A few may have no cost, which is a warning. More than one in ten is an export that was cut or chosen, and an ERROR; the tenth is our own value.
/// Without a list nothing is said here: <see cref="CentresAreKnown"/> says that it cannot be checked.
/// </remarks>
internal sealed class NoCentreIsLeftOut : ICheck
{
    private const int OneIn = 10, Named = 10;

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (AllocationOfYear.Of(scope.Context, scope.Return.Form.Year) is not { IsKnown: true, Value.Centres: { IsKnown: true } centres })
            return [];
        var sent = scope.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var missing = centres.Value.Where(centre => !sent.Contains(centre.Code)).ToList();
        return missing.Count == 0
            ? []
            : [new Finding(missing.Count * OneIn > centres.Value.Count ? CostIntakeFindings.ManyCentresLeftOut : CostIntakeFindings.CentresLeftOut)
            {
                Found = missing.Count.ToString(CultureInfo.InvariantCulture),
                Expected = centres.Value.Count.ToString(CultureInfo.InvariantCulture),
                Subject = string.Join(", ", missing.Take(Named).Select(centre => $"{centre.Code} {centre.Name}")) + (missing.Count > Named ? " …" : ""),
            }];
    }
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.UnitCostQuantity;

/// <summary>Both sub-outputs are counted in จำนวน อปท. ในจังหวัด, so a province gives the same number twice.</summary>
/// <remarks>
/// Serves the years for which the program has no count of local authorities of its own. Source: table of the circular มท 0803.3/ว 959,
/// where both ผลผลิตย่อย have the unit จำนวน อปท. ในจังหวัด.
/// </remarks>
internal sealed class CountsOfAuthoritiesAgree : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => scope.Figures()
        .Where(at => at.HasAmount && at.Row.Item is { ReferenceCount: not null })
        .GroupBy(at => at.Row.Item!.ReferenceCount, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Where(at => at.Amount != same.First().Amount).Select(at => Differs(at, same.First())));

    private static Finding Differs(FieldAt at, FieldAt first) =>
        at.Finding(ValidationFindings.CountsDiffer) with { Found = at.Shown, Expected = first.Shown };
}

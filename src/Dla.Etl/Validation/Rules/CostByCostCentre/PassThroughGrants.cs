using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>Tells which lines the year's rules leave out of the unit cost, so that nobody misses them in the tables; when that is not known, tells how much in grants there is.</summary>
internal sealed class PassThroughGrants : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var rules = AllocationOfYear.Of(scope.Context, scope.Return.Form.Year);
        return rules.IsKnown && rules.Value.Exclusions.IsKnown
            ? rules.Value.Exclusions.Value.Select(rule => Excluded(scope, rule)).OfType<Finding>()
            : [.. Unknown(scope, rules.UnknownBecause ?? rules.Value.Exclusions.UnknownBecause!)];
    }

    private static Finding? Excluded(CheckScope scope, Exclusion rule) => Told(
        CostIntakeFindings.PassThrough,
        CostRow.Of(scope).Where(row => rule.Covers(row.Text("category"), row.Text("account"))),
        rule.Category.Thai(), rule.Reason);

    private static IEnumerable<Finding> Unknown(CheckScope scope, string reason)
    {
        var grants = ExpenseCategory.Grants.Code();
        return Told(CostIntakeFindings.PassThroughUnknown, CostRow.Of(scope).Where(row => row.Text("category") == grants), ExpenseCategory.Grants.Thai(), reason) is { } told ? [told] : [];
    }

    private static Finding? Told(FindingKind kind, IEnumerable<CostRow> rows, string category, string reason)
    {
        var of = rows.Where(row => row.Amount.HasAmount).ToList();
        return of.Count == 0 ? null : new Finding(kind, of[0].Amount.Place)
        {
            Subject = $"{category} {Counts.Show(of.Count)} แถว",
            Found = Amounts.Show(of[0].Amount.Definition.Type, of.Sum(row => (decimal)row.Amount.Amount)),
            Reason = reason,
        };
    }
}

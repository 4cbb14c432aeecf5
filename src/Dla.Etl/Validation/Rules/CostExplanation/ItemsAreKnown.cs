using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Validation.Rules.CostByCostCentre;

namespace Dla.Etl.Validation.Rules.CostExplanation;

/// <summary>An explanation is of an item that its table has in one of the two years compared: an item that ended has to be explained too (DOMAIN §1.4).</summary>
internal sealed class ItemsAreKnown : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var (rules, before) = (AllocationOfYear.Of(scope.Context, scope.Return.Form.Year), AllocationOfYear.Of(scope.Context, scope.Return.Form.Year.Previous));
        if ((rules.UnknownBecause ?? before.UnknownBecause ?? Unknown(rules.Value) ?? Unknown(before.Value)) is { } reason)
            return [new Finding(CostIntakeFindings.ItemsUnchecked) { Expected = scope.Return.Form.Year.ToString(), Reason = reason }];
        var known = new[] { rules.Value, before.Value }.SelectMany(Items).ToHashSet();
        return from row in CostRow.Of(scope)
               let table = row.Text("table")
               where table.Length > 0 && !known.Contains((table, row.Row.Key))
               select new Finding(CostIntakeFindings.ExplainsNothing, Place.At(row.Row.KeyCell.Sheet, row.Row.KeyCell.Address)) { Found = row.Row.Key, Expected = row.Label("table") };
    }

    // Items that nobody knows are no reason to call an explanation wrong.
    private static string? Unknown(AllocationDrivers rules) =>
        rules.MainActivities.Concat(rules.MainOutputs).Select(rule => rule.Split.Parts.UnknownBecause).FirstOrDefault(reason => reason is not null);

    private static IEnumerable<(string Table, string Item)> Items(AllocationDrivers rules) =>
    [
        .. rules.SubOutputs.SelectMany(rule => rule.From).Concat(rules.Support.Select(one => one.Code)).Select(item => ("7", item)),
        .. rules.MainOutputs.SelectMany(rule => rule.From).Select(item => ("8", item)),
        .. rules.MainActivities.SelectMany(rule => rule.Split.Parts.Value).Select(part => ("9", part.To)),
        .. rules.MainOutputs.SelectMany(rule => rule.Split.Parts.Value).Select(part => ("10", part.To)),
    ];
}

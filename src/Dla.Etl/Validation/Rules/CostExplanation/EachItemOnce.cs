using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Validation.Rules.CostByCostCentre;

namespace Dla.Etl.Validation.Rules.CostExplanation;

/// <summary>A row of a table has one place for its explanation: of two for the same row one would be lost.</summary>
internal sealed class EachItemOnce : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => CostRow.Of(scope)
        .Where(row => row.Text("table").Length > 0)
        .GroupBy(row => (Table: row.Text("table"), row.Row.Key))
        .Where(same => same.Count() > 1)
        .Select(same => new Finding(CostIntakeFindings.ExplainedTwice, Place.At(same.Last().Row.KeyCell.Sheet, same.Last().Row.KeyCell.Address))
        {
            Subject = $"{same.First().Label("table")} รหัส {same.Key.Key}",
            Found = string.Join(" และ ", same.Select(row => row.Row.KeyCell.Address)),
        });
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>Depreciation is paid from no source of cash and stands for itself; every other expense has one (DOMAIN §1.2, tables 1 and 3).</summary>
internal sealed class DepreciationHasNoCashSource : ICheck
{
    private const string Depreciation = "depreciation";

    public IEnumerable<Finding> Run(CheckScope scope) =>
        from row in CostRow.Of(scope)
        let category = row.Text("category")
        let source = row.Text("source")
        where category.Length > 0 && source.Length > 0 && (category == Depreciation) != (source == Depreciation)
        select new Finding(CostFindings.DepreciationSource, row.At("source").Place)
        {
            Subject = $"{row.Subject} ประเภท{row.Label("category")}",
            Found = row.Label("source"),
        };
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.ActionPlanProgress;

/// <summary>The office of a project is the one that the plan makes responsible; reports go by the plan's.</summary>
internal sealed class OfficesAreThePlans : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => StandingPlan.Of(scope) is not { } plan ? [] :
        from row in scope.Rows
        let office = FieldAt.Of(row, "office")
        where office.Text.Length > 0 && plan.Find(row) is { Office.Length: > 0 } known && known.Office != office.Text
        select office.Finding(PlanFindings.OtherOffice) with
        {
            Found = office.Label,
            Expected = office.Definition.Codes!.All.FirstOrDefault(code => code.Code == plan.Find(row)!.Office)?.Label ?? plan.Find(row)!.Office,
        };
}

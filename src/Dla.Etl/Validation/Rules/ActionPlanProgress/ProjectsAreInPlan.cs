using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.ActionPlanProgress;

/// <summary>Progress is told of projects that the plan of the year has; a name that is nearly one is proposed.</summary>
internal sealed class ProjectsAreInPlan : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (StandingPlan.Of(scope) is not { } plan)
            return [new Finding(PlanFindings.PlanUnknown) { Expected = scope.Return.Form.Year.ToString() }];
        return from row in scope.Rows
               where row.Key.Length > 0
               let known = plan.Find(row)
               where known is not { IsDepartments: true }
               let place = Place.At(row.KeyCell.Sheet, row.KeyCell.Address)
               select known is null
                   ? new Finding(PlanFindings.NotInPlan, place)
                   {
                       Found = row.Key, Expected = scope.Return.Form.Year.ToString(),
                       Reason = plan.Nearest(row) is { Length: > 0 } near ? $" ชื่อที่ใกล้เคียงในแผนคือ “{near}”" : "",
                   }
                   : new Finding(PlanFindings.IsGrant, place) { Found = row.Key };
    }
}

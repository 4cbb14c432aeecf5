using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.ActionPlanProgress;

/// <summary>No more is disbursed than the plan gives a project, nothing for one that has no budget, and the budget told is the plan's.</summary>
internal sealed class MoneyIsWithinThePlan : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope) => StandingPlan.Of(scope) is not { } plan ? [] :
        scope.Rows.SelectMany(row => plan.Find(row) is { IsDepartments: true, Budget: { } budget } ? Look(FieldAt.Of(row, "disbursed"), FieldAt.Of(row, "budget"), budget) : []);

    private static IEnumerable<Finding> Look(FieldAt disbursed, FieldAt told, long budget)
    {
        if (disbursed is { HasAmount: true } && disbursed.Amount > budget)
            yield return disbursed.Finding(budget == 0 ? PlanFindings.DisbursedWithoutBudget : PlanFindings.MoreThanBudget) with
            {
                Found = disbursed.Shown, Expected = Amounts.Show(FieldType.Baht, budget),
            };
        if (told is { HasAmount: true } && told.Amount != budget)
            yield return told.Finding(PlanFindings.OtherBudget) with { Found = told.Shown, Expected = Amounts.Show(FieldType.Baht, budget) };
    }
}

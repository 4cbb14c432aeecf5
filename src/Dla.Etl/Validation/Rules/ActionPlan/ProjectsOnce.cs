using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Rules.ActionPlan;

/// <summary>A project stands once in the plan. Two grants of 2564 have one name and differ in target and budget, so that the name alone proves nothing.</summary>
internal sealed class ProjectsOnce : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        foreach (var same in PlanRow.Of(scope).GroupBy(row => (row.Text("fund"), row.Text("strategy"), ThaiText.Fold(row.Row.Key))).Where(same => same.Count() > 1))
        {
            var alike = same.GroupBy(row => (row.At("budget").Field.Amount, row.Text("office"), ThaiText.Fold(row.Text("target")))).FirstOrDefault(rows => rows.Count() > 1);
            var last = (alike ?? (IEnumerable<PlanRow>)same).Last();
            yield return new Finding(alike is null ? PlanFindings.SameName : PlanFindings.ProjectTwice, Place.At(last.Row.KeyCell.Sheet, last.Row.KeyCell.Address))
            {
                Subject = last.Subject,
                Found = alike is null ? Counts.Show(same.Count()) : string.Join(" และ ", alike.Select(row => row.Row.KeyCell.Address)),
            };
        }
    }
}

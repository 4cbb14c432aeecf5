using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Rules.ActionPlanProgress;

/// <summary>The department's own projects in the plan that stands, by name, as the rules of the progress compare with them.</summary>
internal sealed class StandingPlan
{
    private const string Plan = "action-plan", Group = "project", Department = "department";

    // Long names differ by a slip of the scan; a short distance of a long name is told, never taken.
    private const int LongName = 20, MostAmiss = 12;

    private readonly Dictionary<string, PlannedProject> _byName;

    private StandingPlan(IEnumerable<PlannedProject> projects) =>
        _byName = projects.GroupBy(project => ThaiText.Fold(project.Name), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The plan of the year, or null when none stands.</summary>
    public static StandingPlan? Of(CheckScope scope) => scope.Context.Standing(Plan) is not { } plan ? null : new StandingPlan(
        plan.Texts.Where(text => text.Key is { Group: Group, Field: "fund" }).Select(text => new PlannedProject(
            text.Key.Item,
            text.Value == Department,
            plan.Texts.GetValueOrDefault(text.Key with { Field = "office" }) ?? "",
            plan.Figures.TryGetValue(text.Key with { Field = "budget" }, out var budget) ? budget.Amount : null)));

    /// <summary>The project of a row, whatever spaces and punctuation its name has; null when the plan has none of that name.</summary>
    public PlannedProject? Find(NormalisedRow row) => _byName.GetValueOrDefault(ThaiText.Fold(row.Key));

    /// <summary>The one project whose name is nearest, to be proposed; empty when none is near.</summary>
    public string Nearest(NormalisedRow row)
    {
        var name = ThaiText.Fold(row.Key);
        if (name.Length < LongName)
            return "";
        var near = _byName.Select(known => (known.Value.Name, Amiss: EditDistance.Between(name, known.Key, MostAmiss)))
            .Where(known => known.Amiss <= MostAmiss).OrderBy(known => known.Amiss).Take(2).ToList();
        return near.Count > 0 && (near.Count == 1 || near[0].Amiss < near[1].Amiss) ? near[0].Name : "";
    }
}

/// <summary>A project of the plan.</summary>
/// <param name="Name">As the plan has it.</param>
/// <param name="IsDepartments">False for a grant to local authorities, whose progress other forms tell.</param>
/// <param name="Office">Code of its office; empty where the plan has none.</param>
/// <param name="Budget">In satang; 0 where the plan states that it has none; null where none can be told.</param>
internal sealed record PlannedProject(string Name, bool IsDepartments, string Office, long? Budget);

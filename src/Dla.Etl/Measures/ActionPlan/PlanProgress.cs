using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>A project of the plan with what was told of it.</summary>
/// <param name="Plan">The project.</param>
/// <param name="Told">What was told, or null.</param>
/// <param name="Standing">How it stands.</param>
public sealed record TrackedProject(PlanProject Plan, ProgressRow? Told, Standing Standing);

/// <summary>The department's projects of the plan in the order of the plan, each with what was told of it in a month.</summary>
/// <param name="Period">The month.</param>
/// <param name="Projects">The projects.</param>
/// <param name="Unmatched">What was told of projects that the plan, as it stands now, does not have.</param>
public sealed record PlanProgress(Period Period, IReadOnlyList<TrackedProject> Projects, IReadOnlyList<ProgressRow> Unmatched)
{
    private const string Department = "department";

    /// <summary>The progress of a report, put together once for all its sheets; null when no plan stands.</summary>
    public static PlanProgress? Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var plan = input.Rows<PlanProject>("projects").Where(row => row.Fund == Department).ToList();
        return plan.Count == 0 ? null : input.Once("plan progress", () => Of(plan, input.Rows<ProgressRow>("progress"), input.Period));
    }

    /// <summary>Joins plan and progress by name, whatever spaces and punctuation the names have.</summary>
    public static PlanProgress Of(IReadOnlyList<PlanProject> plan, IReadOnlyList<ProgressRow> told, Period period)
    {
        var byName = told.GroupBy(row => ThaiText.Fold(row.Project), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var known = plan.Select(row => ThaiText.Fold(row.Project)).ToHashSet(StringComparer.Ordinal);
        return new PlanProgress(period,
            [.. plan.Select(row => (Row: row, Told: byName.GetValueOrDefault(ThaiText.Fold(row.Project)))).Select(one => new TrackedProject(one.Row, one.Told, Judgement.Of(one.Row, one.Told, period)))],
            [.. told.Where(row => !known.Contains(ThaiText.Fold(row.Project)))]);
    }

    /// <summary>Why there is none.</summary>
    public static Finding NoPlan(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new Finding(PlanFindings.NoPlan) { Expected = input.Form.Year.ToString() };
    }

    /// <summary>Of how many projects something was told, in a sentence.</summary>
    public string Coverage => string.Create(CultureInfo.InvariantCulture,
        $"รายงานแล้ว {Projects.Count(one => one.Told is not null)} จาก {Projects.Count} โครงการในแผน      แผนระบุไตรมาส {Projects.Count(one => one.Plan.Quarters.IsStated)} โครงการ");

    /// <summary>Late ones first those that should have been finished, longest overdue first; then those that began late.</summary>
    public IReadOnlyList<TrackedProject> Late => [.. Projects.Where(one => one.Standing.IsLate())
        .OrderBy(one => one.Standing).ThenBy(one => one.Standing == Standing.LateToFinish ? one.Plan.Quarters.Last : one.Plan.Quarters.First)];
}

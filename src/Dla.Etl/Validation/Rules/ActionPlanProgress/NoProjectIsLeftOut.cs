using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Rules.ActionPlanProgress;

/// <summary>A later file of the same month has every project of the one that stands: the month is one return, so that a file of one office would take away the projects of all others.</summary>
internal sealed class NoProjectIsLeftOut : ICheck
{
    private const int Named = 5;

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        // Of an empty file, and of a row whose project cannot be read, other checks tell; that row may be the one that is missed.
        if (scope.Context.Standing(scope.Return.Form.Id) is not { } standing || !scope.Rows.Any() || scope.Rows.Any(row => !row.HasCode))
            return [];
        var sent = scope.Rows.Select(row => ThaiText.Fold(row.Key)).ToHashSet(StringComparer.Ordinal);
        var group = scope.Groups.Single();
        var missing = standing.Texts.Where(text => text.Key.Group == group.Code && text.Key.Field == group.Key[0] && !sent.Contains(ThaiText.Fold(text.Value)))
            .Select(text => $"“{text.Value}” ({Office(group, standing.Texts.GetValueOrDefault(text.Key with { Field = "office" }))})").Order(StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? []
            : [new Finding(PlanFindings.ProjectsLeftOut)
            {
                Found = Counts.Show(missing.Count), Expected = ThaiPeriods.Called(scope.Return.Period),
                Subject = string.Join(", ", missing.Take(Named)) + (missing.Count > Named ? " …" : ""),
            }];
    }

    private static string Office(GroupDefinition group, string? code) =>
        group.Fields[group.IndexOf("office")].Codes!.All.FirstOrDefault(known => known.Code == code)?.Label ?? code ?? "ไม่ระบุหน่วยงาน";
}

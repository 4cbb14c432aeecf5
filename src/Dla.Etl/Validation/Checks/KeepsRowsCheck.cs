using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>keeps_rows</c>: rows with figures of the period before are there again, since figures add up over the fiscal year. Remarked upon: a row may have got another name.</summary>
/// <remarks>Who says that there is nothing to report is told by <c>nothing_to_report</c>.</remarks>
internal sealed class KeepsRowsCheck : ICheckKind
{
    private const int Named = 10;

    public string Name => "keeps_rows";

    public CheckShape Shape { get; } = new() { NeedsGroup = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Key.Count == 0)
            yield return $"group '{check.Group}' has no key";
    }

    public IEnumerable<Finding> Run(CheckScope scope) =>
        // A key that could not be read may be the row that is missed.
        scope.Rows.Any(row => !row.HasCode) ? []
            : [.. scope.Context.Before is { } before ? LeftOut(scope, before) : [], .. scope.Context.After is { } after ? LeftOutLater(scope, after) : []];

    private static IEnumerable<Finding> LeftOut(CheckScope scope, PriorFigures before)
    {
        var group = scope.Groups.Single();
        var sent = scope.Rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var nothing = scope.Rows.Where(row => row.SaysNothing).Select(row => Rest(group, row.Code)).ToHashSet(StringComparer.Ordinal);
        var missing = before.Figures.Where(figure => figure.Key.Group == group.Code && figure.Value.Amount != 0).Select(figure => figure.Key.Item)
            .Distinct(StringComparer.Ordinal).Where(item => !sent.Contains(item) && !nothing.Contains(Rest(group, item))).Order(StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? []
            : [new Finding(MonthFindings.RowsLeftOut)
            {
                Found = Counts.Show(missing.Count),
                Expected = BeforeRow.Called(before),
                Subject = string.Join(", ", missing.Take(Named).Select(item => $"“{BeforeRow.Words(before, group, item)}”")) + (missing.Count > Named ? " …" : ""),
            }];
    }

    // Of authorities of which the later month has rows; one that says there that it has nothing to report is told by nothing_to_report.
    private static IEnumerable<Finding> LeftOutLater(CheckScope scope, PriorFigures after)
    {
        var group = scope.Groups.Single();
        var there = after.Figures.Keys.Concat(after.Texts.Keys).Where(key => key.Group == group.Code).Select(key => key.Item).ToHashSet(StringComparer.Ordinal);
        var known = there.Where(item => !NothingToReportCheck.SaysNothing(group, item)).Select(item => Rest(group, item)).ToHashSet(StringComparer.Ordinal);
        var missing = scope.Figures().Where(at => at.HasAmount && at.Amount != 0 && at.Row.Group == group && !there.Contains(at.Row.Code) && known.Contains(Rest(group, at.Row.Code)))
            .Select(at => at.Row).DistinctBy(row => row.Code, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            yield return new Finding(MonthFindings.RowsLeftOutLater)
            {
                Found = Counts.Show(missing.Count),
                Expected = BeforeRow.Called(after),
                Subject = string.Join(", ", missing.Take(Named).Select(row => $"“{row.Key}”")) + (missing.Count > Named ? " …" : ""),
            };
    }

    /// <summary>The key without the field that says that there is nothing to report.</summary>
    internal static string Rest(GroupDefinition group, string item) =>
        string.Join('|', Enumerable.Range(0, group.Key.Count).Where(part => group.Key[part] != group.Nothing?.Field).Select(part => BeforeRow.Part(item, part)));
}

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

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        // A key that could not be read may be the row that is missed.
        if (scope.Context.Before is not { } before || scope.Rows.Any(row => !row.HasCode))
            return [];
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

    /// <summary>The key without the field that says that there is nothing to report.</summary>
    internal static string Rest(GroupDefinition group, string item) =>
        string.Join('|', Enumerable.Range(0, group.Key.Count).Where(part => group.Key[part] != group.Nothing?.Field).Select(part => BeforeRow.Part(item, part)));
}

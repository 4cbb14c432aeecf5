using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>has_rows</c>: a group of open rows has at least one. An empty export must not stand for a year without costs.</summary>
internal sealed class HasRowsCheck : ICheckKind
{
    public string Name => "has_rows";

    public CheckShape Shape { get; } = new() { NeedsGroup = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Rows != RowsOf.OpenRows)
            yield return $"group '{check.Group}' lists its items; whole_set looks after them";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (!scope.Rows.Any())
            yield return new Finding(ControlFindings.NoRows) { Subject = scope.Groups.Single().Label };
    }
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>filled_when</c>: the field says something (an amount other than zero, a day, words) where the closed list <c>when</c> has one of the codes <c>is</c>.</summary>
internal sealed class FilledWhenCheck : ICheckKind
{
    private const string When = "when", Is = "is";

    public string Name => "filled_when";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, Required = [When, Is] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) =>
        [.. SettingFields.Mistakes(check, form, field => field.Codes is not null, "a closed list", When), .. SettingFields.CodeMistakes(check, form, When, Is)];

    // What could not be read has been told, and may have been the answer.
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var codes = SettingFields.List(scope.Check, Is);
        return from at in scope.Fields(_ => false)
               where !at.Says && at.Field.State != Normalising.FieldState.Unreadable && !at.Row.SaysNothing
               let when = FieldAt.Of(at.Row, scope.Check.Settings[When])
               where codes.Contains(when.Text, StringComparer.Ordinal)
               select at.Finding(scope.Check.Severity == Severity.Warning ? RowFindings.BlankThough : RowFindings.BlankWhere) with
               {
                   Found = when.Label,
                   Expected = when.Definition.Label,
                   Reason = at.Definition.Label,
               };
    }
}

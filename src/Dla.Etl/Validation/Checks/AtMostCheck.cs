using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>at_most</c>: the figure is not greater than another of its row, the one that <c>of</c> names; as great is allowed. With <c>severity: WARNING</c> it is only remarked upon.</summary>
internal sealed class AtMostCheck : ICheckKind
{
    private const string OfField = "of";

    public string Name => "at_most";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [OfField] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        var type = form.Group(check.Group!).Fields.First(field => field.Code == check.Field).Type;
        return SettingFields.Mistakes(check, form, field => field.Type == type, $"of the type of '{check.Field}'", OfField);
    }

    public IEnumerable<Finding> Run(CheckScope scope) =>
        from at in scope.Fields(_ => false)
        let limit = FieldAt.Of(at.Row, scope.Check.Settings[OfField])
        where at.HasAmount && limit.HasAmount && at.Amount > limit.Amount
        select at.Finding(scope.Check.Severity == Severity.Warning ? RowFindings.MoreThanUsual : RowFindings.MoreThanPossible) with
        {
            Found = at.Shown,
            Expected = limit.Shown,
            Reason = limit.Definition.Label,
        };
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>ratio_matches</c>: a ratio that the sender changed is told; the form's own is used (DOMAIN §1.3). A ratio that the form does not know is not looked at.</summary>
internal sealed class RatioMatchesCheck : ICheckKind
{
    public string Name => "ratio_matches";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsAmount = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) => [];

    public IEnumerable<Finding> Run(CheckScope scope) =>
        from at in scope.Fields(field => field.Role == FieldRole.Ratio)
        where at.HasAmount && at.Row.Item is { Ratio.IsKnown: true }
        let ours = at.Row.Item!.Ratio.Value
        where at.Amount != ours
        select at.Finding(ValidationFindings.RatioChanged) with { Found = at.Shown, Expected = Amounts.Show(at.Definition.Type, ours) };
}

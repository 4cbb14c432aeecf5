using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>reference_count</c>: a figure that counts what the program's own province reference counts too, for the fiscal year of the form. Without a count for that year nothing is said.</summary>
internal sealed class ReferenceCountCheck : ICheckKind
{
    public string Name => "reference_count";

    public CheckShape Shape { get; } = new() { NeedsAmount = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) =>
        from item in form.Groups.Where(one => check.Group is null || one.Code == check.Group).SelectMany(one => one.Items)
        where item.ReferenceCount is not null && Provinces.All[0].Counts.Named(item.ReferenceCount) is null
        select $"item '{item.Code}': the province reference has no count '{item.ReferenceCount}'";

    public IEnumerable<Finding> Run(CheckScope scope) =>
        from at in scope.Figures()
        where at.HasAmount && at.Row.Item is { ReferenceCount: not null }
        let ours = Reference(scope, at.Row.Item!.ReferenceCount!)
        where ours is not null && at.Amount != ours
        select at.Finding(ValidationFindings.OtherCount) with { Found = at.Shown, Expected = Amounts.Show(at.Definition.Type, ours.Value) };

    private static long? Reference(CheckScope scope, string code) =>
        scope.Return.Unit.Province is { } province && Provinces.Count(code, Provinces.Get(province), scope.Return.Form.Year) is { } count ? count * Quantity.Scale : null;
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>same_scale</c>: an amount is not about a thousandth or a millionth of the one in the same row <c>of</c> which it is a part, give or take the factor <c>within</c>. It asks, and refuses nothing.</summary>
/// <remarks>A contract is for about as much as was allocated: where it is a thousandth of that, one of the two is in thousands. Rows of one column are told once.</remarks>
internal sealed class SameScaleCheck : ICheckKind
{
    private const string Of = "of", Within = "within";

    public string Name => "same_scale";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Of, Within] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        foreach (var mistake in MoneyUnitCheck.Mistakes(form.Group(check.Group!), check.Field!).Concat(SettingFields.Mistakes(check, form, field => field.Type == FieldType.Baht, "money", Of)))
            yield return mistake;
        foreach (var mistake in MoneyHistoryCheck.FactorMistakes(check, Within))
            yield return mistake;
        if (check.Severity > Severity.Warning)
            yield return "'severity' cannot be ERROR: it asks and knows nothing for sure";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var whole = scope.Check.Settings[Of];
        List<(FieldAt At, FieldAt Whole, (MoneyScale Scale, bool TooSmall) Off)> odd =
        [
            .. from at in scope.Fields(_ => false)
               let of = FieldAt.Of(at.Row, whole)
               where at.HasAmount && of.HasAmount
               let off = MoneyHistoryCheck.Suspected(at.Amount, of.Amount, scope.Check)
               where off is { TooSmall: true }
               select (at, of, off.Value),
        ];
        if (odd.Count == 0)
            yield break;
        var (first, all, scale) = odd[0];
        yield return first.Finding(ControlFindings.PartInOtherScale) with
        {
            Subject = odd.Count == 1 ? first.Subject : $"{first.Subject} (และอีก {Counts.Show(odd.Count - 1)} แถว)",
            Found = first.Shown,
            Expected = $"{all.Definition.Label}คือ {all.Shown}",
            Reason = MoneyScales.Correction(first.Amount, scale),
        };
    }
}

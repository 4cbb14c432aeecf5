using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>money_history</c>: the total is not about a thousandth or a millionth of the same unit's total of the period before, give or take the factor <c>within</c>.</summary>
/// <remarks>Thousands of baht where baht are expected show in no single row. Without history, or with a total of 0 or less, nothing is said.</remarks>
internal sealed class MoneyHistoryCheck : ICheckKind
{
    private const string Within = "within";

    public string Name => "money_history";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Within] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        var wrong = MoneyUnitCheck.Mistakes(form.Group(check.Group!), check.Field!);
        return Amounts.TryNumber(check.Settings[Within], out var factor) && factor is > 1 and <= 10
            ? wrong
            : [.. wrong, $"'{Within}' must be a number above 1 and up to 10, not “{check.Settings[Within]}”"];
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var total = ColumnTotal.Of(scope);
        var told = scope.Return.MoneyUnits.Any(unit => unit.Scale != MoneyScale.Baht);
        if (told || scope.Context.Before is not { } previous || !total.IsWhole || total.Sum <= 0)
            return [];
        var before = previous.Figures.Where(figure => figure.Key.Group == total.Group.Code && figure.Key.Field == total.Field.Code).Sum(figure => (decimal)figure.Value.Amount);
        return Suspected(before / total.Sum, Factor(scope.Check)) is { } scale ? [Told(scope, total, before, scale)] : [];
    }

    private static MoneyScale? Suspected(decimal times, decimal within)
    {
        foreach (var scale in new[] { MoneyScale.Thousand, MoneyScale.Million })
            if (times >= MoneyScales.Baht(scale) / within && times <= MoneyScales.Baht(scale) * within)
                return scale;
        return null;
    }

    // Who writes หน่วย : บาท has thought of it, and may go on; who wrote another unit has been told already.
    private static Finding Told(CheckScope scope, ColumnTotal total, decimal before, MoneyScale scale) =>
        new(scope.Return.MoneyUnits.Count > 0 ? ControlFindings.MuchLessThanBefore : ControlFindings.PerhapsThousands)
        {
            Subject = total.Subject,
            Found = total.Shown,
            Expected = Amounts.Show(total.Field.Type, before),
            Reason = MoneyScales.Proposal(total, scale),
        };

    private static decimal Factor(CheckDefinition check) => Amounts.TryNumber(check.Settings[Within], out var factor)
        ? factor
        : throw new InvalidOperationException($"{Within}: {check.Settings[Within]}");
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>money_last_year</c>: of the first month that is filed of a fiscal year, the total is not about a thousand or a million times off the one of the same month a year before, give or take the factor <c>within</c>. It asks, and refuses nothing.</summary>
/// <remarks>Of the other months <c>money_history</c> speaks. An authority that is not in both years makes the totals differ by less than that, so that nothing is said.</remarks>
internal sealed class MoneyLastYearCheck : ICheckKind
{
    private const string Within = "within";

    public string Name => "money_last_year";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Within] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        IEnumerable<string> wrong = [.. MoneyUnitCheck.Mistakes(form.Group(check.Group!), check.Field!), .. MoneyHistoryCheck.FactorMistakes(check, Within)];
        if (!form.IsMonthly)
            wrong = [.. wrong, "only a monthly form has it; use money_history"];
        return check.Severity > Severity.Warning ? [.. wrong, "'severity' cannot be ERROR: it asks and knows nothing for sure"] : wrong;
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        if (scope.Context is not { Before: null, After: null } || scope.Context.LastYear() is not { } prior || scope.Return.MoneyUnits.Any(unit => unit.Scale != MoneyScale.Baht))
            yield break;
        var total = ColumnTotal.Of(scope);
        var before = prior.Figures.Where(figure => figure.Key.Group == total.Group.Code && figure.Key.Field == total.Field.Code).Sum(figure => (decimal)figure.Value.Amount);
        if (total.IsWhole && MoneyScales.Suspected(total.Sum, before, MoneyHistoryCheck.Factor(scope.Check)) is { } off)
            yield return new Finding(ControlFindings.OtherScaleThanLastYear)
            {
                Subject = total.Subject,
                Found = total.Shown,
                Expected = $"{BeforeRow.Called(prior)} รวมได้ {Amounts.Show(total.Field.Type, before)}",
                Reason = MoneyScales.Correction(total.Sum, off),
            };
    }
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>date_within</c>: a day lies from <c>years_before</c> fiscal years before the year of the return to its end. A day after what the return tells of is remarked upon.</summary>
/// <remarks>A year in the wrong era lies 543 years away; what is left is mostly a slip in the year.</remarks>
internal sealed class DateWithinCheck : ICheckKind
{
    private const string YearsBefore = "years_before";

    public string Name => "date_within";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, Required = [YearsBefore] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Fields.Any(field => field.Code == check.Field && field.Type != FieldType.Date))
            yield return $"field '{check.Field}' is no date";
        if (!Amounts.TryNumber(check.Settings[YearsBefore], out var years) || years is < 0 or > 30 || years != decimal.Truncate(years))
            yield return $"'{YearsBefore}' must be a whole number from 0 to 30, not “{check.Settings[YearsBefore]}”";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var year = scope.Return.Form.Year;
        var (first, last, told) = (year.Start.AddYears(-(int)Years(scope.Check)), year.End, scope.Return.Form.Period.LastDay);
        return from at in scope.Fields(_ => false)
               where at.Field.State == FieldState.Value
               let day = DateOnly.FromDayNumber((int)at.Field.Amount)
               where day < first || day > told
               select at.Finding(day < first || day > last ? RowFindings.DayImplausible : RowFindings.DayAfter) with
               {
                   Found = ThaiDates.Long(day),
                   Expected = day < first || day > last ? $"ระหว่างวันที่ {ThaiDates.Long(first)} ถึงวันที่ {ThaiDates.Long(last)}" : ThaiDates.Long(told),
               };
    }

    private static decimal Years(CheckDefinition check) => Amounts.TryNumber(check.Settings[YearsBefore], out var years)
        ? years
        : throw new InvalidOperationException($"{YearsBefore}: {check.Settings[YearsBefore]}");
}

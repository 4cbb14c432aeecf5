using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Recognition;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>money_unit</c>: the file's own line <c>หน่วย :</c> and its headers say baht. Thousands and millions are refused with what they would be in baht, never multiplied unasked.</summary>
internal sealed class MoneyUnitCheck : ICheckKind
{
    public string Name => "money_unit";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) => Mistakes(form.Group(check.Group!), check.Field!);

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var total = ColumnTotal.Of(scope);
        if (scope.Return.MoneyUnits.Count == 0)
            return [new Finding(ControlFindings.MoneyUnitAssumed) { Subject = total.Subject, Found = total.Shown }];
        return scope.Return.MoneyUnits.Where(unit => unit.Scale != MoneyScale.Baht)
            .Select(unit => Said(unit, total, Place.At(unit.Cell.Sheet, unit.Cell.Address)));
    }

    // What the total would be is told of the column that the unit is of, and only when every amount of it was read.
    private static Finding Said(StatedMoneyUnit unit, ColumnTotal total, Place at) => unit.Scale is { } scale
        ? new Finding(ControlFindings.OtherMoneyUnit, at)
        {
            Found = MoneyScales.Thai(scale),
            Expected = MoneyScales.Thai(MoneyScale.Baht),
            Reason = total.IsWhole && (unit.Field ?? total.Field.Code) == total.Field.Code ? MoneyScales.Proposal(total, scale) : "",
        }
        : new Finding(ControlFindings.MoneyUnitUnreadable, at) { Found = unit.Text, Expected = MoneyScales.Thai(MoneyScale.Baht) };

    internal static IEnumerable<string> Mistakes(GroupDefinition group, string field) =>
        group.Fields.Where(one => one.Code == field && one.Type != FieldType.Baht).Select(_ => $"field '{field}' is no money");
}

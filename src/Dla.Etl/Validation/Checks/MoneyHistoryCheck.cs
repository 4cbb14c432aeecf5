using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>money_history</c>: the total is not about a thousand or a million times less or more than the same unit's total of the period before, or of a later month that stands already where nothing stands before, give or take the factor <c>within</c>.</summary>
/// <remarks>
/// Thousands of baht where baht are expected show in no single row of the first return. With <c>rows</c> each row is compared with its own of the period before
/// too, and the field that <c>rows</c> names may explain it. Without history, or with a total of 0 or less, nothing is said.
/// </remarks>
internal sealed class MoneyHistoryCheck : ICheckKind
{
    /// <summary>As the YAML names it.</summary>
    public const string KindName = "money_history";

    private const string Within = "within", ByRow = "rows";

    public string Name => KindName;

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Within], Optional = [ByRow] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        IEnumerable<string> wrong =
        [
            .. MoneyUnitCheck.Mistakes(form.Group(check.Group!), check.Field!),
            .. SettingFields.Mistakes(check, form, field => field.Type == FieldType.Text, "a text", ByRow),
        ];
        return [.. wrong, .. FactorMistakes(check, Within)];
    }

    /// <summary>What is wrong with a factor by which amounts of one unit may differ.</summary>
    internal static IEnumerable<string> FactorMistakes(CheckDefinition check, string setting)
    {
        if (!Amounts.TryNumber(check.Settings[setting], out var factor) || factor is <= 1 or > 10)
            yield return $"'{setting}' must be a number above 1 and up to 10, not “{check.Settings[setting]}”";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        PriorFigures[] known = [.. new[] { scope.Context.Before, scope.Context.After }.OfType<PriorFigures>()];
        if (known.Length == 0 || scope.Return.MoneyUnits.Any(unit => unit.Scale != MoneyScale.Baht))
            return [];
        var rows = Rows(scope, known);
        return Total(scope, known[0]) is { } total && !(rows.Count > 0 && rows.TrueForAll(row => row.Kind == MonthFindings.RowInOtherUnitWithNote)) ? [total] : rows;
    }

    /// <summary>By what an amount is off that of the period before, as a line of the YAML has it; null when it is not.</summary>
    public static (MoneyScale Scale, bool TooSmall)? Suspected(long now, long before, CheckDefinition check) => MoneyScales.Suspected(now, before, Factor(check));

    private static List<Finding> Rows(CheckScope scope, PriorFigures[] known) => !scope.Check.Settings.TryGetValue(ByRow, out var field) ? [] :
    [
        .. from at in scope.Fields(_ => false)
           where at.HasAmount
           let other = Array.Find(known, one => BeforeRow.Figure(one, at) is not null)
           where other is not null
           let was = BeforeRow.Figure(other, at)
           let off = Suspected(at.Amount, was.Value, scope.Check)
           where off is not null
           let note = FieldAt.Of(at.Row, field).Text
           select at.Finding(note.Length == 0 ? MonthFindings.RowInOtherUnit : MonthFindings.RowInOtherUnitWithNote) with
           {
               Found = at.Shown,
               Expected = $"{BeforeRow.Called(other, at)} คือ {Amounts.Show(FieldType.Baht, was.Value)}",
               Reason = note.Length == 0 ? $"{MoneyScales.Correction(at.Amount, off.Value)}{OrLater(scope, other)}" : note,
           },
    ];

    // Who writes หน่วย : บาท has thought of it, and may go on; who wrote another unit has been told already.
    private static Finding? Total(CheckScope scope, PriorFigures prior)
    {
        var total = ColumnTotal.Of(scope);
        var before = prior.Figures.Where(figure => figure.Key.Group == total.Group.Code && figure.Key.Field == total.Field.Code).Sum(figure => (decimal)figure.Value.Amount);
        return !total.IsWhole || MoneyScales.Suspected(total.Sum, before, Factor(scope.Check)) is not { } off ? null
            : new Finding(scope.Return.MoneyUnits.Count > 0 ? ControlFindings.OtherScaleThanBefore : ControlFindings.PerhapsThousands)
            {
                Subject = total.Subject,
                Found = total.Shown,
                Expected = $"{BeforeRow.Called(prior)} รวมได้ {Amounts.Show(total.Field.Type, before)}",
                Reason = $"{MoneyScales.Correction(total.Sum, off)}{OrLater(scope, prior)}",
            };
    }

    private static string OrLater(CheckScope scope, PriorFigures other) =>
        ReferenceEquals(other, scope.Context.After) ? " หากเดือนหลังเป็นฝ่ายผิดหน่วย ให้ส่งเดือนนั้นที่แก้ไขแล้วมาก่อน" : "";

    internal static decimal Factor(CheckDefinition check) => Amounts.TryNumber(check.Settings[Within], out var factor)
        ? factor
        : throw new InvalidOperationException($"{Within}: {check.Settings[Within]}");
}

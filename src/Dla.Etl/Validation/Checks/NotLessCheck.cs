using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>not_less</c>: a figure that adds up over the fiscal year is not less than in the period before, unless the field <c>note</c> of its row says why (a refund, say; DOMAIN 3.3); nor is it left blank after there was one. A month that comes after a later one stands already is held against that too: it has no more.</summary>
/// <remarks>What looks like another unit of money is told by <c>money_history</c> alone, where the form has that for the field; what must be filled and is blank by <c>required</c> alone.</remarks>
internal sealed class NotLessCheck : ICheckKind
{
    private const string Note = "note";

    public string Name => "not_less";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [Note] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) => SettingFields.Mistakes(check, form, field => field.Type == FieldType.Text, "a text", Note);

    public IEnumerable<Finding> Run(CheckScope scope) =>
    [
        .. scope.Context.Before is { } before ? Lessened(scope, before).Concat(LeftBlank(scope, before)) : [],
        .. scope.Context.After is { } after ? LessLater(scope, after) : [],
    ];

    private static IEnumerable<Finding> Lessened(CheckScope scope, PriorFigures before)
    {
        var byUnit = ByUnit(scope);
        return from at in scope.Fields(_ => false)
               where at.HasAmount
               let was = BeforeRow.Figure(before, at)
               where was > at.Amount && !(byUnit is not null && MoneyHistoryCheck.Suspected(at.Amount, was.Value, byUnit) is not null)
               let note = FieldAt.Of(at.Row, scope.Check.Settings[Note]).Text
               select at.Finding(note.Length == 0 ? MonthFindings.Less : MonthFindings.LessWithNote) with
               {
                   Found = at.Shown,
                   Expected = $"{BeforeRow.Called(before, at)} ซึ่งคือ {Amounts.Show(at.Definition.Type, was.Value)}",
                   Reason = note.Length > 0 ? note : Proposal(at, was.Value),
               };
    }

    private static IEnumerable<Finding> LeftBlank(CheckScope scope, PriorFigures before) =>
        from at in scope.Fields(_ => false)
        where at.Field.State is FieldState.Missing or FieldState.NoColumn && !at.Definition.Required && !at.Row.SaysNothing
        let was = BeforeRow.Figure(before, at)
        where was > 0
        let note = FieldAt.Of(at.Row, scope.Check.Settings[Note]).Text
        select at.Finding(note.Length == 0 ? MonthFindings.LeftBlank : MonthFindings.LeftBlankWithNote) with
        {
            Expected = $"{BeforeRow.Called(before, at)} คือ {Amounts.Show(at.Definition.Type, was.Value)}",
            Reason = note,
        };

    // What the later month leaves blank although it has the row is less as well.
    private static IEnumerable<Finding> LessLater(CheckScope scope, PriorFigures after)
    {
        var (byUnit, before) = (ByUnit(scope), scope.Context.Before);
        var there = after.Figures.Keys.Where(key => key.Group == scope.Check.Group).Select(key => key.Item).ToHashSet(StringComparer.Ordinal);
        return from at in scope.Fields(_ => false)
               where at.HasAmount && there.Contains(at.Row.Code)
               let later = BeforeRow.Figure(after, at)
               where later is { } stated ? at.Amount > stated && !IsToldAsUnit(at, stated) : at.Amount > 0 && !after.Figures.ContainsKey(at.Key)
               let note = BeforeRow.NoteOfEither(after, at, scope.Check.Settings[Note])
               select at.Finding(note.Length == 0 ? MonthFindings.LessLater : MonthFindings.LessLaterWithNote) with
               {
                   Subject = $"{at.Subject} ใน{ThaiPeriods.Called(scope.Return.Period)}",
                   Found = at.Shown,
                   Expected = later is null ? $"{BeforeRow.Called(after, at)} ที่มีในระบบแล้ว ซึ่งเว้นว่างไว้" : $"{BeforeRow.Called(after, at)} ที่มีในระบบแล้ว ซึ่งคือ {Amounts.Show(at.Definition.Type, later.Value)}",
                   Reason = note.Length > 0 ? note : BeforeRow.Called(after, at),
               };

        bool IsToldAsUnit(FieldAt at, long stated) => byUnit is not null && MoneyHistoryCheck.Suspected(at.Amount, stated, byUnit) is not null
            && (before is null || BeforeRow.Figure(before, at) is null);
    }

    private static CheckDefinition? ByUnit(CheckScope scope) =>
        scope.Return.Form.Checks.FirstOrDefault(check => check.Kind == MoneyHistoryCheck.KindName && check.Group == scope.Check.Group && check.Field == scope.Check.Field);

    // Money that is a thousandth of what it was is more likely in another unit than refunded.
    private static string Proposal(FieldAt at, long was) =>
        at.Definition.Type == FieldType.Baht && MoneyScales.Suspected(at.Amount, was, 2) is { } off ? $" {MoneyScales.Correction(at.Amount, off)}" : "";
}

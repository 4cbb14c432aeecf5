using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>not_back</c>: of a closed list whose codes are steps in order, the row does not stand before where it stood in the period before, unless the field <c>note</c> says why; nor after where it stands in a later month that is there already.</summary>
internal sealed class NotBackCheck : ICheckKind
{
    private const string Note = "note";

    public string Name => "not_back";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, Required = [Note] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        var wrong = SettingFields.Mistakes(check, form, field => field.Type == FieldType.Text, "a text", Note);
        return form.Group(check.Group!).Fields.Any(field => field.Code == check.Field && field.Codes is null) ? [.. wrong, $"field '{check.Field}' is not a closed list"] : wrong;
    }

    public IEnumerable<Finding> Run(CheckScope scope) =>
        [.. scope.Context.Before is { } before ? WentBack(scope, before) : [], .. scope.Context.After is { } after ? GoesBackLater(scope, after) : []];

    private static IEnumerable<Finding> WentBack(CheckScope scope, PriorFigures before) =>
        from at in scope.Fields(_ => false)
        where at.Text.Length > 0 && !at.Row.SaysNothing
        let was = before.Texts.GetValueOrDefault(at.Key, "")
        let steps = at.Definition.Codes!.All.Select(code => code.Code).ToList()
        where steps.IndexOf(at.Text) < steps.IndexOf(was)
        let note = FieldAt.Of(at.Row, scope.Check.Settings[Note]).Text
        select at.Finding(note.Length == 0 ? MonthFindings.WentBack : MonthFindings.WentBackWithNote) with
        {
            Found = at.Label,
            Expected = $"{BeforeRow.Called(before, at)} คือ “{at.Definition.Codes!.All[steps.IndexOf(was)].Label}”",
            Reason = note,
        };

    private static IEnumerable<Finding> GoesBackLater(CheckScope scope, PriorFigures after) =>
        from at in scope.Fields(_ => false)
        where at.Text.Length > 0 && !at.Row.SaysNothing
        let later = after.Texts.GetValueOrDefault(at.Key, "")
        let steps = at.Definition.Codes!.All.Select(code => code.Code).ToList()
        where steps.IndexOf(later) is >= 0 and var there && there < steps.IndexOf(at.Text)
        let note = BeforeRow.NoteOfEither(after, at, scope.Check.Settings[Note])
        select at.Finding(note.Length == 0 ? MonthFindings.BackLater : MonthFindings.BackLaterWithNote) with
        {
            Subject = $"{at.Subject} ใน{ThaiPeriods.Called(scope.Return.Period)}",
            Found = at.Label,
            Expected = $"{BeforeRow.Called(after, at)} ที่มีในระบบแล้วคือ “{at.Definition.Codes!.All[steps.IndexOf(later)].Label}”",
            Reason = note.Length > 0 ? note : BeforeRow.Called(after, at),
        };
}

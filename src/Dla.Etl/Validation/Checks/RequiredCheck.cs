using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>required</c>: the field that the line names, or every field marked required, must be filled in. A dash or ไม่มี fills it.</summary>
internal sealed class RequiredCheck : ICheckKind
{
    public string Name => "required";

    public CheckShape Shape { get; } = new();

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) => [];

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var fields = scope.Fields(field => field.Required).Where(at => !at.Row.IsUnknown && !IsWaived(at)).ToList();
        var absent = fields.Where(at => at.Field.State == FieldState.NoColumn)
            .DistinctBy(at => (at.Row.Group.Code, at.Index)).Select(NoColumn);
        return absent.Concat(fields.Where(at => at.Field.State == FieldState.Missing).Select(Blank));
    }

    // Who has nothing to report says so and who he is, and no more.
    private static bool IsWaived(FieldAt at) => at.Row.SaysNothing && at.Field.State != FieldState.NoColumn && !at.Row.Group.Key.Contains(at.Definition.Code);

    private static Finding NoColumn(FieldAt at) =>
        new(CompletenessFindings.NoColumn, at.Row.KeyCell.Sheet is { } sheet ? Place.On(sheet) : default)
        {
            Subject = at.Row.Group.Label,
            Expected = at.Definition.Label,
        };

    private static Finding Blank(FieldAt at) => at.Definition.Role == FieldRole.Figure && Amounts.Has(at.Definition.Type)
        ? at.Finding(CompletenessFindings.BlankFigure) with { Expected = "จำนวนตั้งแต่ 0 ขึ้นไป หรือ -" }
        : at.Finding(CompletenessFindings.BlankField) with { Expected = at.Definition.Label };
}

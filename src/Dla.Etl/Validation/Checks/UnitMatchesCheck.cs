using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>unit_matches</c>: figures are counted in the form's unit of measure, wherever the sender wrote his.</summary>
/// <remarks>Where the form's own unit is lost, the sender's is kept and only equal units are added; see <see cref="FigureUnit"/>.</remarks>
internal sealed class UnitMatchesCheck : ICheckKind
{
    public string Name => "unit_matches";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsAmount = true };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) => [];

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var group = scope.Groups.Single();
        var looks = scope.Figures().Where(at => !at.Row.IsUnknown && !UnitUnreadable(at.Row))
            .Select(at => (At: at, Kind: Look(at))).Where(look => look.Kind is not null).ToList();
        return
        [
            .. looks.Where(look => look.Kind is { Severity: > Severity.Info }).Select(look => Tell(look.At, look.Kind!)),
            .. looks.Where(look => look.Kind is { Severity: Severity.Info }).GroupBy(look => look.Kind!)
                .Select(same => Together(group, same.Key, [.. same.Select(look => look.At)])),
        ];
    }

    private static FindingKind? Look(FieldAt at)
    {
        var (column, inCell, form) = Units(at);
        if (column is not null && inCell is not null && column != inCell)
            return ValidationFindings.UnitsDisagree;
        var sent = column ?? inCell;
        if (sent is not null && form is not null)
            return sent == form ? null : ValidationFindings.OtherUnit;
        if (!at.HasAmount)
            return null;
        return (sent, form) switch
        {
            (null, null) => ValidationFindings.UnitUnknown,
            (null, _) => ValidationFindings.FormUnitUsed,
            _ => ValidationFindings.SenderUnitKept,
        };
    }

    private static Finding Tell(FieldAt at, FindingKind kind)
    {
        var (column, inCell, _) = Units(at);
        if (kind == ValidationFindings.UnitsDisagree)
            return new Finding(kind, at.Place) { Subject = at.RowSubject, Found = inCell!, Expected = column! };
        if (kind == ValidationFindings.UnitUnknown)
            return new Finding(kind, at.Place) { Subject = at.RowSubject, Found = at.Shown, Expected = "จำนวนพร้อมหน่วยนับ" };
        var place = column is null ? at.Place : new FieldAt(at.Row, at.Row.Group.IndexOf(FieldRole.UnitOfMeasure)).Place;
        return new Finding(kind, place) { Subject = at.RowSubject, Found = column ?? inCell!, Expected = at.Row.Item!.Unit.Value };
    }

    private static Finding Together(GroupDefinition group, FindingKind kind, IReadOnlyList<FieldAt> figures) =>
        new(kind, figures[0].Place) { Subject = group.Label, Found = Counts.Show(figures.Count) };

    private static (string? Column, string? InCell, string? Form) Units(FieldAt at) =>
        (FigureUnit.Column(at.Row), FigureUnit.InCell(at.Row, at.Index), at.Row.Item is null ? null : FigureUnit.OfForm(at.Row.Item));

    /// <summary>A unit that cannot be read has its own finding already.</summary>
    private static bool UnitUnreadable(NormalisedRow row)
    {
        var index = row.Group.IndexOf(FieldRole.UnitOfMeasure);
        return index >= 0 && row.Fields[index].State == FieldState.Unreadable;
    }
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Recognition;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads the fields of one return and gathers what there is to say about them.</summary>
internal sealed class FieldReader(FormDefinition form, AuthorityCells authorities)
{
    private readonly List<Finding> _problems = [];
    private readonly ToleranceTally _tally = new();
    private bool _isTotal;

    /// <summary>Problems in the order of the rows, then what was tolerated.</summary>
    public IReadOnlyList<Finding> Findings() => [.. authorities.Findings(), .. _problems, .. _tally.Findings()];

    /// <summary>The value of a field of a line of totals. Where such lines are no more than a check that a sender may add, one that cannot be read refuses no file.</summary>
    public NormalisedField ReadTotal(RecognisedRow row, int index)
    {
        _isTotal = form.Recognise.PartLabels.Count > 0;
        var field = Read(row, index);
        _isTotal = false;
        return field;
    }

    /// <summary>The value of a field.</summary>
    public NormalisedField Read(RecognisedRow row, int index)
    {
        var field = row.Group.Fields[index];
        if (field.Type == FieldType.Authority && AuthorityCells.Of(row, index) is { IsNamed: true } named)
            return Authority(named, row, field);
        if (row.Fields[index] is not { } source)
            return new NormalisedField(FieldState.NoColumn, 0, null, null);
        if (row.Group.Nothing is { } nothing && nothing.Field == field.Code && nothing.Says(CellContent.TextOf(source.Raw)))
            return new NormalisedField(FieldState.Value, 0, NothingDefinition.Code, source);
        if (field.Role == FieldRole.Key && row.Group.Key.Count == 0)
            return new NormalisedField(FieldState.Value, 0, row.Key, source);
        if (CellContent.IsMissing(source.Raw))
            return new NormalisedField(FieldState.Missing, 0, null, source);
        var value = CellReading.Of(source.Raw, field, row.Item, form.Year);
        return value.Problem is { } problem ? Unreadable(problem, value, row, field, source) : Value(value, row, field, source);
    }

    private NormalisedField Authority(AuthorityCellsOfRow cells, RecognisedRow row, FieldDefinition field)
    {
        foreach (var cell in new[] { cells.Name, cells.Code, cells.Province })
            if (cell is { } source && CellReading.ObstacleOf(source.Raw, field) is { } obstacle)
                return Unreadable(obstacle, default(CellReading) with { Reason = "" }, row, field, source);
        var at = cells.Source;
        return authorities.Read(cells, field) is var (code, tolerances) && Allows(tolerances, Subject(row, field), at, IsLight(field))
            ? new NormalisedField(FieldState.Value, 0, code, at)
            : new NormalisedField(FieldState.Unreadable, 0, null, at);
    }

    private NormalisedField Value(CellReading value, RecognisedRow row, FieldDefinition field, SourceCell source)
    {
        if (value.Tolerances.Count > 0 && !IsPrinted(row, field, source) && !Allows(value.Tolerances, Subject(row, field), source, IsLight(field)))
            return new NormalisedField(FieldState.Unreadable, 0, null, source);
        if (value.Reason.Length > 0 && row.Item is not { Unit.IsKnown: true })
            TellUnlistedUnit(value.Text!, row, field, source);
        if (!value.StatedZero)
            return new NormalisedField(FieldState.Value, value.Amount, value.Text, source);
        _tally.AddZero(new Finding(NormalisingFindings.StatedZero, At(source))
        {
            Subject = Subject(row, field),
            Found = CellContent.TextOf(source.Raw).Trim(),
            Expected = "จำนวน",
        });
        return new NormalisedField(FieldState.StatedZero, 0, null, source);
    }

    private NormalisedField Unreadable(FindingKind problem, CellReading value, RecognisedRow row, FieldDefinition field, SourceCell source)
    {
        Say(new Finding(problem, At(source))
        {
            Subject = Subject(row, field),
            Found = CellContent.TextOf(source.Raw),
            Expected = CellReading.Expected(field),
            Reason = value.Reason,
        }, IsLight(field));
        return new NormalisedField(FieldState.Unreadable, 0, null, source);
    }

    /// <summary>A unit that is on no list is kept where the form has none of its own; where it has one, the checks compare.</summary>
    private void TellUnlistedUnit(string unit, RecognisedRow row, FieldDefinition field, SourceCell source) =>
        _problems.Add(new Finding(NormalisingFindings.UnlistedUnit, At(source))
        {
            Subject = Subject(row, field),
            Found = unit,
            Expected = "หน่วยนับที่ใช้ทั่วไป เช่น เรื่อง ครั้ง คน รายการ",
        });

    /// <summary>True when the form allows all of them; else each that it does not allow is told.</summary>
    private bool Allows(IReadOnlyList<Tolerance> used, string subject, SourceCell source, bool isRatio)
    {
        var refused = used.Where(tolerance => !form.Tolerate.Contains(tolerance.Code)).ToList();
        if (refused.Count == 0)
            _tally.Add(source, used, isRatio);
        foreach (var tolerance in refused)
        {
            Say(new Finding(NormalisingFindings.ToleranceNotAllowed, At(source))
            {
                Subject = subject,
                Found = CellContent.TextOf(source.Raw),
                Expected = tolerance.Thai,
            }, isRatio);
        }

        return refused.Count == 0;
    }

    /// <summary>A ratio that cannot be read costs nobody anything, because the department's own is used.</summary>
    private void Say(Finding problem, bool light) =>
        _problems.Add((light || _isTotal) && problem.Severity > Severity.Warning ? problem with { Severity = Severity.Warning } : problem);

    /// <summary>What the form itself prints (<c>7,850 แห่ง</c>) is no doing of the sender, and nobody needs to hear how it was read.</summary>
    private static bool IsPrinted(RecognisedRow row, FieldDefinition field, SourceCell source) =>
        field.Role == FieldRole.Figure && row.Item?.Printed is { } printed && ThaiText.Fold(printed) == ThaiText.Fold(CellContent.TextOf(source.Raw));

    private static bool IsLight(FieldDefinition field) => field.Role == FieldRole.Ratio;

    private static string Subject(RecognisedRow row, FieldDefinition field) => RowWords.Field(field, row.Group, row.Item, row.Key);

    private static Place At(SourceCell source) => Place.At(source.Sheet, source.Address);
}

using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Recognition;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Normalising;

/// <summary>Reads every field of a recognised form as the value that its column asks for.</summary>
public static class ReturnNormaliser
{
    /// <summary>
    /// The return with its values and, beside them, what could not be read and which tolerances were used. There is always an artefact:
    /// a field that cannot be read is <see cref="FieldState.Unreadable"/> and its finding says why.
    /// </summary>
    /// <param name="form">The recognised form.</param>
    /// <param name="authorities">Gives the registry of local authorities of a day, by which fields of the type authority are read; null for none.</param>
    public static Step<NormalisedReturn> Normalise(RecognisedForm form, Func<DateOnly, AuthorityMatching?>? authorities = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var named = form.Form.Groups.Any(group => group.Fields.Any(field => field.Type == FieldType.Authority));
        var reader = new FieldReader(form.Form, new AuthorityCells(form, named ? authorities?.Invoke(form.Period.LastDay) : null));
        var rows = new List<NormalisedRow>(form.Rows.Count);
        foreach (var row in form.Rows)
            rows.Add(Row(row, reader));
        IReadOnlyList<NormalisedControl> controls = [.. form.Controls.Select(control => NormalisedControl.Of(control, reader))];
        var normalised = new NormalisedReturn(form.Form, form.Unit, rows) { Controls = controls, MoneyUnits = form.MoneyUnits };
        return new Step<NormalisedReturn>(normalised, reader.Findings());
    }

    private static NormalisedRow Row(RecognisedRow row, FieldReader reader)
    {
        var fields = new NormalisedField[row.Fields.Count];
        for (var index = 0; index < fields.Length; index++)
            fields[index] = reader.Read(row, index);
        var normalised = new NormalisedRow(row.Group, row.Item, row.Key, row.KeyCell, fields) { SaysNothing = SaysNothing(row.Group, fields) };
        if (row.Group.Key.Count == 0)
            return normalised;
        var code = RowCode.Of(row.Group, fields);
        return normalised with { Code = code ?? row.Key, HasCode = code is not null };
    }

    private static bool SaysNothing(GroupDefinition group, NormalisedField[] fields) => group.Nothing is { } nothing
        && fields[group.IndexOf(nothing.Field)] is { State: FieldState.Value, Text: NothingDefinition.Code, Source: { } source }
        && nothing.Says(CellContent.TextOf(source.Raw));
}

using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Recognition;

namespace Dla.Etl.Normalising;

/// <summary>A line with the file's own totals, read.</summary>
/// <param name="Group">The group whose rows it adds up.</param>
/// <param name="Label">Its label, for example <c>รวมทั้งสิ้น</c>.</param>
/// <param name="LabelCell">The cell of the label.</param>
/// <param name="Fields">The figures in the order of <see cref="GroupDefinition.Fields"/>; whatever is no figure is <see cref="FieldState.Missing"/>.</param>
/// <param name="RowCount">How many rows the line says there are, with the cell that says so; null when it says nothing.</param>
public sealed partial record NormalisedControl(
    GroupDefinition Group, string Label, SourceCell LabelCell, IReadOnlyList<NormalisedField> Fields, (int Count, SourceCell Cell)? RowCount)
{
    /// <summary>The headings whose rows alone it adds up: the field and the code or text that those rows have; empty when it adds up all rows.</summary>
    public IReadOnlyList<(string Field, string Text)> Scope { get; init; } = [];

    /// <summary>True when its label says that it adds up a part of the rows: those right above it or below it.</summary>
    public bool IsPart { get; init; }

    internal static NormalisedControl Of(RecognisedControl control, FieldReader reader)
    {
        var row = new RecognisedRow(control.Group, null, control.Label, control.LabelCell, control.Fields);
        var fields = new NormalisedField[control.Fields.Count];
        for (var index = 0; index < fields.Length; index++)
            fields[index] = control.Group.Fields[index].Role == FieldRole.Figure
                ? reader.ReadTotal(row, index)
                : new NormalisedField(FieldState.Missing, 0, null, null);
        return new NormalisedControl(control.Group, control.Label, control.LabelCell, fields, Rows(control))
        {
            IsPart = control.IsPart,
            Scope = [.. control.Scope.Select(one => (one.Field, TextOf(control.Group.Fields[control.Group.IndexOf(one.Field)], one.Cell)))],
        };
    }

    private static string TextOf(FieldDefinition field, SourceCell cell) =>
        CellContent.TextOf(cell.Raw) is var text && field.Codes?.Find(text) is { } code ? code.Code : ThaiText.Clean(text).Value;

    private static (int, SourceCell)? Rows(RecognisedControl control)
    {
        foreach (var cell in control.Cells)
            if (Count().Match(ThaiDigits.ToArabic(ThaiText.Clean(CellContent.TextOf(cell.Raw)).Value)) is { Success: true } match
                && int.TryParse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return (count, cell);
        return null;
    }

    // รวมทั้งสิ้น 1,234 รายการ
    [GeneratedRegex("([0-9][0-9,]*) ?(?:รายการ|แถว|บรรทัด|ระเบียน|โครงการ)", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}

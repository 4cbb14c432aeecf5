using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>Confirms by content what a header says: units of measure do not stand under ปริมาณ, nor numbers under หน่วยนับ.</summary>
internal static class ColumnContent
{
    private const int Sample = 200;

    private enum Look
    {
        Neutral,
        Number,
        Unit,
        Words,
    }

    /// <summary>The first cell that shows that a column cannot be the field, when most of its cells show it; else null.</summary>
    public static SourceCell? Contradiction(TablePage page, HeaderColumn column, FieldDefinition field)
    {
        if (field.Role is FieldRole.Key or FieldRole.Text || field.Type == FieldType.Date)
            return null;
        SourceCell? first = null;
        var (against, seen) = (0, 0);
        for (var row = page.FirstRow; row < page.EndRow && seen < Sample; row++)
            for (var at = column.First; at <= column.Last; at++)
            {
                var look = LookOf(page.Grid.Cell(row, at));
                if (look == Look.Neutral || page.Subtotals.Contains(row))
                    continue;
                seen++;
                if (!Contradicts(look, field.Role))
                    continue;
                against++;
                first ??= page.Grid.Source(row, at);
            }

        return against * 2 > seen ? first : null;
    }

    /// <summary>True for numbers and units: content that may have slipped out of its column.</summary>
    public static bool LooksLikeValue(RawCell cell) => LookOf(cell) is Look.Number or Look.Unit;

    private static bool Contradicts(Look look, FieldRole role) => role == FieldRole.UnitOfMeasure ? look == Look.Number : look == Look.Unit;

    // Zeros in words and doubtful cells prove nothing.
    private static Look LookOf(RawCell cell)
    {
        if (cell.Kind == RawCellKind.Number)
            return Look.Number;
        if (cell is not { Kind: RawCellKind.Text, Value: string text } || !SheetGrid.IsFilled(cell))
            return Look.Neutral;
        foreach (var letter in text)
            if (letter is (>= '0' and <= '9') or (>= '๐' and <= '๙'))
                return Look.Number;
            else if (char.IsAsciiLetter(letter) || letter is >= 'ก' and <= '๎')
                return StatedZero.In(text) is not null ? Look.Neutral : UnitsOfMeasure.Parse(text).Succeeded ? Look.Unit : Look.Words;
        return Look.Neutral;
    }
}

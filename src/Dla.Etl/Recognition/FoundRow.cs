namespace Dla.Etl.Recognition;

/// <summary>A row with what is needed to tell a repetition from a second row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Page">The page that has it.</param>
/// <param name="Columns">Its columns there.</param>
/// <param name="Continued">True when (ต่อ) stood behind its label.</param>
internal sealed record FoundRow(RecognisedRow Row, TablePage Page, GroupColumns Columns, bool Continued)
{
    /// <summary>True when something stands in a column beside the label.</summary>
    public bool HasValues { get; } = Values(Row, Columns).Any(cell => SheetGrid.IsFilled(cell.Raw));

    /// <summary>True when both rows say the same in every column beside the label.</summary>
    public bool SaysTheSameAs(FoundRow other) => Texts(this).SequenceEqual(Texts(other), StringComparer.Ordinal);

    private static IEnumerable<string> Texts(FoundRow found) =>
        Enumerable.Range(0, found.Columns.Fields.Count).Where(index => index != found.Columns.KeyIndex)
            .Select(index => found.Row.Fields[index] is { } cell ? Normalising.ThaiText.Clean(Normalising.CellContent.TextOf(cell.Raw)).Value : "");

    private static IEnumerable<SourceCell> Values(RecognisedRow row, GroupColumns columns) =>
        Enumerable.Range(0, columns.Fields.Count).Where(index => index != columns.KeyIndex && row.Fields[index] is not null).Select(index => row.Fields[index]!.Value);
}

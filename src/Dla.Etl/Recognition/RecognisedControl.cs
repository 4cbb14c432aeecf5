using Dla.Etl.Definitions;

namespace Dla.Etl.Recognition;

/// <summary>A line with the file's own totals, for example <c>รวมทั้งสิ้น</c>: no row of the return, but what its rows are checked by.</summary>
/// <param name="Group">The group of rows above it.</param>
/// <param name="Label">Its label, cleaned.</param>
/// <param name="LabelCell">The cell of the label.</param>
/// <param name="Fields">The cell of each field, as in <see cref="RecognisedRow.Fields"/>.</param>
/// <param name="Cells">Every filled cell of the line, one of which may state how many rows there are.</param>
public sealed record RecognisedControl(
    GroupDefinition Group, string Label, SourceCell LabelCell, IReadOnlyList<SourceCell?> Fields, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>True when its label says that it adds up a part of the rows: those right above it or below it.</summary>
    public bool IsPart { get; init; }

    /// <summary>The headings whose rows alone it adds up, with the cell of each, from the outermost in; empty when it adds up all rows.</summary>
    public IReadOnlyList<(string Field, SourceCell Cell)> Scope { get; init; } = [];
}

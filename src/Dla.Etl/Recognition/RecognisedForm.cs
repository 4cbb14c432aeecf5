using Dla.Etl.Definitions;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>A file that is known to be a form of a year from a unit, with every row of it found. Values are still as the sender wrote them.</summary>
public sealed record RecognisedForm(FormDefinition Form, UnitCode Unit, IReadOnlyList<RecognisedRow> Rows)
{
    /// <summary>The year or month it is for.</summary>
    public Period Period => Form.Period;

    /// <summary>Lines with the file's own totals, in the order of the file.</summary>
    public IReadOnlyList<RecognisedControl> Controls { get; init; } = [];

    /// <summary>In what the file says that its money is written; empty when it says nothing.</summary>
    public IReadOnlyList<StatedMoneyUnit> MoneyUnits { get; init; } = [];
}

/// <summary>A row of a group: which item it is, and the cell of each field.</summary>
/// <param name="Group">The group.</param>
/// <param name="Item">The listed item, or null when nobody knows it or the group has open rows.</param>
/// <param name="Key">The label as the sender wrote it (one item's own text when several stood in one cell), cleaned.</param>
/// <param name="KeyCell">The cell of the label.</param>
/// <param name="Fields">The cell of each field, in the order of <see cref="GroupDefinition.Fields"/>; null where the file has no such column.</param>
public sealed record RecognisedRow(GroupDefinition Group, ItemDefinition? Item, string Key, SourceCell KeyCell, IReadOnlyList<SourceCell?> Fields);

/// <summary>A cell with its place in the file: the end of every line of evidence.</summary>
/// <param name="SheetIndex">Zero-based.</param>
/// <param name="Sheet">Name, null for csv.</param>
/// <param name="Address">Cell.</param>
/// <param name="Raw">Content as read.</param>
public readonly record struct SourceCell(int SheetIndex, string? Sheet, CellAddress Address, RawCell Raw);

/// <summary>What is known about a delivery besides its bytes; trusted less than what the form itself says.</summary>
/// <param name="FileName">Name as delivered.</param>
/// <param name="Folder">Name of the drop subfolder, for example <c>56-พะเยา</c>, or null for the top.</param>
public sealed record Delivery(string FileName, string? Folder)
{
    /// <summary>Folder name of the unit that sent it by mail, or null. Asked only when nothing else names a province: who sends a neighbour's return contradicts nothing, he needs permission.</summary>
    public string? SenderFolder { get; init; }
}

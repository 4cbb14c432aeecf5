using Dla.Etl.Definitions;
using Dla.Etl.Recognition;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>A return whose fields have been read as values; the raw content stays beside each.</summary>
public sealed record NormalisedReturn(FormDefinition Form, UnitCode Unit, IReadOnlyList<NormalisedRow> Rows)
{
    /// <summary>The year or month it is for.</summary>
    public Period Period => Form.Period;

    /// <summary>The local authority to which all rows belong; null when there are several, a row names none, or one's cannot be told.</summary>
    public AuthorityCode? OnlyAuthority => Rows.Select(AuthorityOf).Distinct().Take(2).ToList() is [{ } only] ? only : null;

    /// <summary>Lines with the file's own totals, which check the rows and are not loaded.</summary>
    public IReadOnlyList<NormalisedControl> Controls { get; init; } = [];

    /// <summary>In what the file says that its money is written; empty when it says nothing.</summary>
    public IReadOnlyList<StatedMoneyUnit> MoneyUnits { get; init; } = [];

    private static AuthorityCode? AuthorityOf(NormalisedRow row)
    {
        for (var at = 0; at < row.Fields.Count; at++)
            if (row.Group.Fields[at].Type == FieldType.Authority && row.Fields[at] is { State: FieldState.Value, Text: { } text })
                return AuthorityCode.Parse(text).Value;
        return null;
    }
}

/// <summary>A row with its values in the order of <see cref="GroupDefinition.Fields"/>.</summary>
public sealed record NormalisedRow(
    GroupDefinition Group, ItemDefinition? Item, string Key, SourceCell KeyCell, IReadOnlyList<NormalisedField> Fields)
{
    /// <summary>Which row it is: the code of the listed item, the composed key of a group that has one (<c>05560301|G15</c>), or the label as the sender wrote it, which is also what stands in for a key that could not be read.</summary>
    public string Code { get => field ?? Item?.Code ?? Key; init; }

    /// <summary>True when the key of a group that has one could be composed; always true for the other groups.</summary>
    public bool HasCode { get; init; } = true;

    /// <summary>True when it says that there is nothing to report.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>True when the form lists its items and this row is none of them.</summary>
    public bool IsUnknown => Item is null && Group.Rows == RowsOf.ListedItems;
}

/// <summary>What a field turned out to be. Missing, zero and unreadable are three different things.</summary>
public enum FieldState : byte
{
    /// <summary>The file has no such column.</summary>
    NoColumn,

    /// <summary>The cell is blank.</summary>
    Missing,

    /// <summary>The sender wrote <c>-</c> or ไม่มี: a stated zero.</summary>
    StatedZero,

    /// <summary>A value.</summary>
    Value,

    /// <summary>Something that cannot be read as its type; a finding says why.</summary>
    Unreadable,
}

/// <summary>A field's value.</summary>
/// <param name="State">What it turned out to be.</param>
/// <param name="Amount">The value in the integer scale of its <see cref="FieldType"/>; 0 unless the state is Value.</param>
/// <param name="Text">Clean text of a text field; the code of a field with a closed list; the unit of measure (canonical spelling) of a unit field; the unit written inside a quantity cell; else null.</param>
/// <param name="Source">The cell, or null when there is no column.</param>
public readonly record struct NormalisedField(FieldState State, long Amount, string? Text, SourceCell? Source);

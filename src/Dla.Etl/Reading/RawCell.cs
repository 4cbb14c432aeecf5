namespace Dla.Etl.Reading;

/// <summary>What kind of content a cell has.</summary>
public enum RawCellKind : byte
{
    /// <summary>Nothing at all.</summary>
    Blank,

    /// <summary>Text; <see cref="RawCell.Value"/> is a string as typed, untrimmed.</summary>
    Text,

    /// <summary>A number; <see cref="RawCell.Value"/> is a double (the file format has no other).</summary>
    Number,

    /// <summary>A date or time; <see cref="RawCell.Value"/> is a DateTime with the year as stored (2569 when someone typed the Buddhist era).</summary>
    Date,

    /// <summary>TRUE or FALSE; <see cref="RawCell.Value"/> is a bool.</summary>
    Boolean,

    /// <summary>An error such as <c>#REF!</c>; <see cref="RawCell.Value"/> is its text.</summary>
    Error,

    /// <summary>A formula that was saved without its result; <see cref="RawCell.Value"/> is the formula when known, else null.</summary>
    FormulaWithoutValue,
}

/// <summary>A cell exactly as the file has it.</summary>
/// <param name="Kind">What kind of content.</param>
/// <param name="Value">The content; its type follows from <paramref name="Kind"/>.</param>
/// <param name="NumberFormat">The number format of a number or date, else null.</param>
public readonly record struct RawCell(RawCellKind Kind, object? Value, string? NumberFormat = null)
{
    /// <summary>A cell with nothing in it.</summary>
    public static RawCell Blank => default;

    /// <summary>True for nothing at all; text of spaces is not blank here.</summary>
    public bool IsBlank => Kind == RawCellKind.Blank;
}

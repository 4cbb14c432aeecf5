using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>A cell of one sheet in Excel terms.</summary>
/// <param name="Row">Zero-based row, 0–1,048,575.</param>
/// <param name="Column">Zero-based column, 0–16,383.</param>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    /// <summary>The address as Excel prints it, for example <c>C7</c>.</summary>
    public override string ToString() => ColumnName(Column) + (Row + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Letters of a zero-based column: 0 → A, 26 → AA.</summary>
    public static string ColumnName(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[7];
        var at = letters.Length;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters[--at] = (char)('A' + (rest % 26));
        return new string(letters[at..]);
    }

    /// <summary>Reads <c>C7</c> or <c>$C$7</c>; fails on anything else.</summary>
    public static Parsed<CellAddress> Parse(string? text)
    {
        var (column, at) = (0, 0);
        var plain = (text ?? "").Replace("$", "", StringComparison.Ordinal);
        for (; at < plain.Length && at < 3 && char.IsAsciiLetter(plain[at]); at++)
            column = (column * 26) + (char.ToUpperInvariant(plain[at]) - 'A' + 1);
        return at > 0 && column <= 16_384
            && int.TryParse(plain.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is >= 1 and <= 1_048_576
            ? Parsed<CellAddress>.Ok(new CellAddress(row - 1, column - 1))
            : Parsed<CellAddress>.Failed($"“{text}” ไม่ใช่ตำแหน่งเซลล์");
    }

    /// <inheritdoc/>
    public int CompareTo(CellAddress other) => Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;
    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;
    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;
}

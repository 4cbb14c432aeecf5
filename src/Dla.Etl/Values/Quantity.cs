using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>A quantity of activities, exact to four decimals.</summary>
/// <param name="TenThousandths">The amount in ten-thousandths of the unit of measure; any 64-bit value.</param>
public readonly record struct Quantity(long TenThousandths) : IComparable<Quantity>
{
    /// <summary>Ten-thousandths in one whole.</summary>
    public const long Scale = 10_000;

    /// <summary>The amount as a decimal.</summary>
    public decimal ToDecimal() => (decimal)TenThousandths / Scale;

    /// <summary>The shortest invariant text that gives the same quantity, without grouping: <c>7850</c>, <c>12.5</c>.</summary>
    public override string ToString() => ToDecimal().ToString("0.####", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => TenThousandths.CompareTo(other.TenThousandths);

    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;
}

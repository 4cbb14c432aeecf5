using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>A quantity of activities, exact to four decimals.</summary>
/// <param name="TenThousandths">The amount in ten-thousandths of the unit of measure; any 64-bit value.</param>
public readonly record struct Quantity(long TenThousandths) : IComparable<Quantity>
{
    /// <summary>Ten-thousandths in one whole.</summary>
    public const long Scale = 10_000;

    /// <summary>The quantity of a decimal; fails for more than four decimals and for amounts beyond 64 bits of ten-thousandths.</summary>
    public static Parsed<Quantity> FromDecimal(decimal amount)
    {
        if (Math.Abs(amount) > (decimal)long.MaxValue / Scale)
            return Parsed<Quantity>.Failed("ตัวเลขใหญ่เกินกว่าที่ระบบรับได้");
        var count = amount * Scale;
        return decimal.IsInteger(count) ? Parsed<Quantity>.Ok(new Quantity((long)count)) : Parsed<Quantity>.Failed("มีทศนิยมเกินสี่ตำแหน่ง");
    }

    /// <summary>The sum; the caller has seen to it that the units of measure are equal.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => new(checked(left.TenThousandths + right.TenThousandths));

    /// <summary>As the operator +.</summary>
    public static Quantity Add(Quantity left, Quantity right) => left + right;

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

using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>An amount of Thai money, exact to the satang.</summary>
/// <param name="Satang">Hundredths of a baht; any 64-bit value.</param>
public readonly record struct Baht(long Satang) : IComparable<Baht>
{
    /// <summary>Satang in one baht.</summary>
    public const long Scale = 100;

    /// <summary>The amount from baht; fails for parts of a satang and for amounts beyond 64 bits of satang.</summary>
    public static Parsed<Baht> FromDecimal(decimal baht)
    {
        if (Math.Abs(baht) > (decimal)long.MaxValue / Scale)
            return Parsed<Baht>.Failed("จำนวนเงินใหญ่เกินกว่าที่ระบบรับได้");
        var satang = baht * Scale;
        return decimal.IsInteger(satang) ? Parsed<Baht>.Ok(new Baht((long)satang)) : Parsed<Baht>.Failed("มีเศษที่เล็กกว่าหนึ่งสตางค์");
    }

    /// <summary>The amount in baht.</summary>
    public decimal ToDecimal() => (decimal)Satang / Scale;

    /// <summary>Grouped, with two decimals, invariant: <c>1,234.50</c>.</summary>
    public override string ToString() => ToDecimal().ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static Baht operator +(Baht left, Baht right) => new(checked(left.Satang + right.Satang));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static Baht operator -(Baht left, Baht right) => new(checked(left.Satang - right.Satang));

    /// <summary>As the operator +.</summary>
    public static Baht Add(Baht left, Baht right) => left + right;

    /// <summary>As the operator −.</summary>
    public static Baht Subtract(Baht left, Baht right) => left - right;

    /// <inheritdoc/>
    public int CompareTo(Baht other) => Satang.CompareTo(other.Satang);

    public static bool operator <(Baht left, Baht right) => left.CompareTo(right) < 0;
    public static bool operator >(Baht left, Baht right) => left.CompareTo(right) > 0;
    public static bool operator <=(Baht left, Baht right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Baht left, Baht right) => left.CompareTo(right) >= 0;
}

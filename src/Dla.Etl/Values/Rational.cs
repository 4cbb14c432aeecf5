using System.Globalization;
using System.Numerics;

namespace Dla.Etl.Values;

/// <summary>An exact fraction of any size, always in lowest terms with a positive denominator; the default is 0.</summary>
/// <remarks>Own code because the package feed has neither Rationals, Fractions nor ExtendedNumerics.BigRational, and the one of Math.NET needs its F# package.</remarks>
public readonly record struct Rational : IComparable<Rational>
{
    private const int LongestText = 2000;

    // Less one, so that the default value is 0/1 and equality of the fields is equality of the numbers.
    private readonly BigInteger _denominatorLessOne;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, _denominatorLessOne) = (numerator, denominator - 1);

    /// <summary>Carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>At least 1.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One { get; } = new(1, 1);

    /// <summary>True for a whole number.</summary>
    public bool IsWhole => _denominatorLessOne.IsZero;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>A fraction, brought to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction has no denominator 0.");
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Rational(numerator / common, denominator / common);
    }

    /// <summary>A whole number.</summary>
    public static Rational Of(BigInteger whole) => new(whole, 1);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long whole) => new(whole, 1);

    /// <summary>As the conversion.</summary>
    public static Rational FromInt64(long whole) => whole;

    /// <summary>Reads <c>12</c>, <c>-0.75</c> or <c>100/3</c>: ASCII digits, at most 2,000 characters, nothing around them.</summary>
    public static Parsed<Rational> Parse(string? text)
    {
        if (text is { Length: > 0 and <= LongestText } && text.Split('/') is { Length: <= 2 } parts && Decimal(parts[0], NumberStyles.AllowLeadingSign) is { } first)
        {
            if (parts.Length == 1)
                return Parsed<Rational>.Ok(first);
            if (Decimal(parts[1], NumberStyles.None) is { Sign: > 0 } second)
                return Parsed<Rational>.Ok(first / second);
        }

        return Parsed<Rational>.Failed($"“{text}” ไม่ใช่จำนวน เช่น 12, 0.75 หรือ 100/3");
    }

    /// <summary>The greatest whole number that is not above it: −1 for −1/2.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>What is above <see cref="Floor"/>: at least 0 and below 1, of negative numbers too.</summary>
    public Rational FractionalPart() => this - Of(Floor());

    /// <summary>The nearest whole number, halves away from zero.</summary>
    public BigInteger Round()
    {
        var twice = Of(2 * BigInteger.Abs(Numerator) + Denominator, 2 * Denominator).Floor();
        return Sign < 0 ? -twice : twice;
    }

    /// <summary>The number without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>The sum of many; 0 of none.</summary>
    public static Rational Sum(IEnumerable<Rational> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Aggregate(Zero, (sum, one) => sum + one);
    }

    public static Rational operator +(Rational left, Rational right) => left._denominatorLessOne == right._denominatorLessOne
        ? left.IsWhole ? new(left.Numerator + right.Numerator, 1) : Of(left.Numerator + right.Numerator, left.Denominator)
        : Of(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Rational operator -(Rational number) => new(-number.Numerator, number.Denominator);
    public static Rational operator -(Rational left, Rational right) => left + -right;
    public static Rational operator *(Rational left, Rational right) => Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational left, Rational right) => Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>As the operator +.</summary>
    public static Rational Add(Rational left, Rational right) => left + right;

    /// <summary>As the operator −.</summary>
    public static Rational Subtract(Rational left, Rational right) => left - right;

    /// <summary>As the operator ×.</summary>
    public static Rational Multiply(Rational left, Rational right) => left * right;

    /// <summary>As the operator ÷.</summary>
    public static Rational Divide(Rational left, Rational right) => left / right;

    /// <summary>As the sign −.</summary>
    public static Rational Negate(Rational number) => -number;

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>As <see cref="Parse"/> reads it: <c>12</c> or <c>100/3</c>.</summary>
    public override string ToString() => IsWhole
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Rational? Decimal(string text, NumberStyles sign)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (text.Length == 0 || !char.IsAsciiDigit(text[^1]) || point == 0 || text.StartsWith('+') || (point > 0 && !char.IsAsciiDigit(text[point - 1])))
            return null;
        var digits = point < 0 ? text : text.Remove(point, 1);
        return BigInteger.TryParse(digits, sign, CultureInfo.InvariantCulture, out var number)
            ? Of(number, BigInteger.Pow(10, point < 0 ? 0 : text.Length - point - 1))
            : null;
    }
}

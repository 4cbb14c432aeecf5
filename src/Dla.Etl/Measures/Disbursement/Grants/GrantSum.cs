using System.Numerics;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Grants;

/// <summary>Money of general grants, cumulative within the fiscal year, in satang.</summary>
/// <param name="Received">Received for the year.</param>
/// <param name="Disbursed">Disbursed of it.</param>
/// <param name="CarriedOver">Disbursed out of money carried over from earlier years: apart, and never in the percentage (DOMAIN 3.5).</param>
public readonly record struct GrantSum(long Received, long Disbursed, long CarriedOver)
{
    /// <summary>Received and not disbursed; negative when more was disbursed than received.</summary>
    public long Remaining => checked(Received - Disbursed);

    /// <summary>Disbursed in per cent of received, exact; null when nothing was received.</summary>
    public Rational? Percent => Received == 0 ? null : Rational.Of((BigInteger)Disbursed * 100, Received);

    /// <summary>Percentage points above (or, negative, below) a target; null when either is not there.</summary>
    public Rational? Gap(Declared<Rational> target) => target.IsKnown && Percent is { } percent ? percent - target.Value : null;

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static GrantSum operator +(GrantSum left, GrantSum right) => checked(new(left.Received + right.Received, left.Disbursed + right.Disbursed, left.CarriedOver + right.CarriedOver));

    /// <summary>As the operator +.</summary>
    public static GrantSum Add(GrantSum left, GrantSum right) => left + right;

    /// <summary>The sum of many; null of none, because nobody reporting is not zero.</summary>
    public static GrantSum? Of(IEnumerable<GrantSum> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return sums.Aggregate((GrantSum?)null, (all, one) => all is { } before ? before + one : one);
    }
}

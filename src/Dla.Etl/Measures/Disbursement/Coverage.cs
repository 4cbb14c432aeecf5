using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement;

/// <summary>How many of those who should have reported have. The denominator is the registry edition that the report names.</summary>
/// <param name="Reported">Have reported, those with nothing to report among them.</param>
/// <param name="Of">Should have.</param>
public readonly record struct Coverage(int Reported, int Of)
{
    /// <summary>Per cent; null of nobody.</summary>
    public Rational? Percent => Of == 0 ? null : Rational.Of((System.Numerics.BigInteger)Reported * 100, Of);

    /// <summary>Have not.</summary>
    public int Missing => Of - Reported;

    /// <summary>Both together.</summary>
    public static Coverage operator +(Coverage left, Coverage right) => new(left.Reported + right.Reported, left.Of + right.Of);

    /// <summary>As the operator +.</summary>
    public static Coverage Add(Coverage left, Coverage right) => left + right;
}

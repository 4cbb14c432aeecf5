using System.Numerics;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Rounding;

/// <summary>Rounds the parts of a whole so that they still make the whole: all down, then one more to those with the largest remainders, ties to the code that sorts first.</summary>
public static class LargestRemainder
{
    /// <summary>The rounded parts in the order given. Negative parts are rounded towards minus infinity first, so credits need no rule of their own.</summary>
    /// <param name="parts">Parts with their codes, each code once; the result does not hang on their order.</param>
    /// <param name="total">What they must make: a whole-number neighbour of their exact sum.</param>
    /// <exception cref="ArgumentException">A code stands twice, or the total is no neighbour of the sum.</exception>
    /// <exception cref="OverflowException">A part does not fit into 64 bits.</exception>
    public static IReadOnlyList<long> Round(IReadOnlyList<(string Code, Rational Amount)> parts, long total)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Select(part => part.Code).Distinct(StringComparer.Ordinal).Count() != parts.Count)
            throw new ArgumentException("A code stands twice, so ties could not be broken.", nameof(parts));
        var sum = Rational.Sum(parts.Select(part => part.Amount));
        if ((sum - total).Abs() >= Rational.One)
            throw new ArgumentException($"The total {total} is no neighbour of the sum {sum}.", nameof(total));
        var rounded = parts.Select(part => part.Amount.Floor()).ToArray();
        var lacking = (int)(total - rounded.Aggregate(BigInteger.Zero, (floors, floor) => floors + floor));
        foreach (var index in Enumerable.Range(0, parts.Count)
            .OrderByDescending(index => parts[index].Amount.FractionalPart()).ThenBy(index => parts[index].Code, StringComparer.Ordinal).Take(lacking))
            rounded[index] += 1;
        return [.. rounded.Select(whole => (long)whole)];
    }
}

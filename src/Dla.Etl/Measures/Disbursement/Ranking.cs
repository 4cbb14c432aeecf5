using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement;

/// <summary>Ranks by a value, the highest first. Equal values share a rank, and the next one is as far down as if they had not (1, 1, 3).</summary>
public static class Ranking
{
    /// <summary>The rank of each value in the order given; null for one that is missing, which is not last but without a rank.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<Rational?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ranks = new int?[values.Count];
        var (place, before) = (0, (Rational?)null);
        var rank = 0;
        foreach (var index in Enumerable.Range(0, values.Count).Where(index => values[index] is not null).OrderByDescending(index => values[index]!.Value))
        {
            place++;
            rank = values[index] == before ? rank : place;
            (ranks[index], before) = (rank, values[index]);
        }

        return ranks;
    }
}

using System.Numerics;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.DevelopmentPlan;

/// <summary>Projects and money at every step, added up; cumulative within the fiscal year. A difference of two may be negative.</summary>
public sealed record PlanFigures
{
    private readonly long[] _projects, _satang;

    private PlanFigures(long[] projects, long[] satang) => (_projects, _satang) = (projects, satang);

    /// <summary>Projects at a step.</summary>
    public decimal Projects(PlanStep step) => (decimal)_projects[(int)step] / Quantity.Scale;

    /// <summary>Satang at a step.</summary>
    public long Satang(PlanStep step) => _satang[(int)step];

    /// <summary>One step in per cent of the step before, exact; null of the first and where there is nothing at the step before.</summary>
    public Rational? OfStepBefore(PlanFigure figure, PlanStep step) => step == PlanStep.Planned ? null : Share(Of(figure)[(int)step], Of(figure)[(int)step - 1]);

    /// <summary>Money disbursed in per cent of the budget, by which places are ranked; null without a budget.</summary>
    public Rational? DisbursedOfBudget => Share(_satang[(int)PlanStep.Disbursed], _satang[(int)PlanStep.Budgeted]);

    /// <summary>Of the figures of each step in order; null when one is missing.</summary>
    public static PlanFigures? Of(IReadOnlyList<long?> projects, IReadOnlyList<long?> satang) =>
        projects.Concat(satang).Any(one => one is null) ? null : new PlanFigures([.. projects.Select(one => one!.Value)], [.. satang.Select(one => one!.Value)]);

    /// <summary>The sum of many; null of none, because nobody reporting is not zero.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static PlanFigures? Of(IEnumerable<PlanFigures> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Aggregate((PlanFigures?)null, (sum, one) => sum is null ? one : sum + one);
    }

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static PlanFigures operator +(PlanFigures left, PlanFigures right) => Each(left, right, (one, other) => checked(one + other));

    /// <summary>As the operator +.</summary>
    public static PlanFigures Add(PlanFigures left, PlanFigures right) => left + right;

    /// <summary>The difference.</summary>
    public static PlanFigures operator -(PlanFigures left, PlanFigures right) => Each(left, right, (one, other) => checked(one - other));

    /// <summary>As the operator -.</summary>
    public static PlanFigures Subtract(PlanFigures left, PlanFigures right) => left - right;

    /// <summary>True when all figures are the same.</summary>
    public bool Equals(PlanFigures? other) => other is not null && _projects.AsSpan().SequenceEqual(other._projects) && _satang.AsSpan().SequenceEqual(other._satang);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_projects[0], _satang[0], _satang[^1]);

    private long[] Of(PlanFigure figure) => figure == PlanFigure.Projects ? _projects : _satang;

    private static PlanFigures Each(PlanFigures left, PlanFigures right, Func<long, long, long> together)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left._projects.Zip(right._projects, together)], [.. left._satang.Zip(right._satang, together)]);
    }

    private static Rational? Share(long part, long whole) => whole == 0 ? null : Rational.Of((BigInteger)part * 100, whole);
}

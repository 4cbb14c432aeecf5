using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Costs;

/// <summary>An exact cost by funding source, in satang and parts of satang.</summary>
public readonly record struct Funds(Rational Budget, Rational OffBudget, Rational Central, Rational Depreciation)
{
    /// <summary>All sources together.</summary>
    public Rational Total => Budget + OffBudget + Central + Depreciation;

    /// <summary>True when every source is 0.</summary>
    public bool IsZero => this == default;

    /// <summary>One source.</summary>
    public Rational this[FundingSource source] => source switch
    {
        FundingSource.Budget => Budget,
        FundingSource.OffBudget => OffBudget,
        FundingSource.Central => Central,
        FundingSource.Depreciation => Depreciation,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
    };

    /// <summary>A cost of one source.</summary>
    public static Funds Of(FundingSource source, Rational satang) => new(
        source == FundingSource.Budget ? satang : default,
        source == FundingSource.OffBudget ? satang : default,
        source == FundingSource.Central ? satang : default,
        source == FundingSource.Depreciation ? satang : default);

    /// <summary>The cost of a line.</summary>
    public static Funds Of(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Of(line.Source, line.Amount.Satang);
    }

    /// <summary>The sum of many; nothing of none.</summary>
    public static Funds Sum(IEnumerable<Funds> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return costs.Aggregate(default(Funds), (sum, one) => sum + one);
    }

    public static Funds operator +(Funds left, Funds right) =>
        new(left.Budget + right.Budget, left.OffBudget + right.OffBudget, left.Central + right.Central, left.Depreciation + right.Depreciation);

    public static Funds operator *(Funds costs, Rational share) => share == Rational.One
        ? costs
        : new(costs.Budget * share, costs.OffBudget * share, costs.Central * share, costs.Depreciation * share);

    /// <summary>As the operator +.</summary>
    public static Funds Add(Funds left, Funds right) => left + right;

    /// <summary>As the operator ×.</summary>
    public static Funds Multiply(Funds left, Rational right) => left * right;
}

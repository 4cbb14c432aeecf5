using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>A step from the financial statements to the unit cost.</summary>
/// <param name="Label">What it is, in Thai.</param>
/// <param name="Amount">What it takes off.</param>
/// <param name="Source">The document that says so.</param>
public sealed record ReconciliationStep(string Label, Baht Amount, string Source);

/// <summary>The way from the published total of the financial statements to the total of the twelve tables: published − excluded = unit cost + remainder.</summary>
/// <param name="Published">The published total, or why it is not known.</param>
/// <param name="Excluded">What is left out, a step for each rule.</param>
/// <param name="Total">The total of tables 1 to 6.</param>
public sealed record Reconciliation(Declared<Baht> Published, IReadOnlyList<ReconciliationStep> Excluded, Baht Total)
{
    /// <summary>What the steps do not explain; shown, never hidden. Unknown while the published total is.</summary>
    public Declared<Baht> Remainder => Published.IsKnown
        ? Declared<Baht>.Known(Excluded.Aggregate(Published.Value, (left, step) => left - step.Amount) - Total)
        : Declared<Baht>.Unknown(Published.UnknownBecause!);

    /// <summary>The reconciliation of a year's costs.</summary>
    /// <exception cref="OverflowException">A sum goes beyond 64 bits of satang.</exception>
    public static Reconciliation Of(Allocated allocated)
    {
        ArgumentNullException.ThrowIfNull(allocated);
        var steps = allocated.Drivers.Exclusions.Value.Select(rule => new ReconciliationStep(
            rule.Reason, allocated.Excluded.Where(one => one.Because == rule).Aggregate(default(Baht), (sum, one) => sum + one.Line.Amount), rule.Source));
        return new Reconciliation(allocated.Drivers.Statements.Total, [.. steps], new Baht((long)allocated.Graph.TotalOf(CostLevel.Category).Total.Floor()));
    }

    /// <summary>A warning when something remains; it says when the costs look like thousands of baht.</summary>
    public IEnumerable<Finding> Findings() => Remainder is { IsKnown: true, Value: { Satang: not 0 } remainder }
        ? [new Finding(CostFindings.StatementsDiffer) { Expected = (Total + remainder).ToString(), Found = Total.ToString(), Reason = Thousands(Total + remainder) }]
        : [];

    // A total that is a thousandth of the published one, within a hundredth of it, was not given in baht.
    private string Thousands(Baht expected) => Total.Satang != 0 && Math.Abs((decimal)expected.Satang / Total.Satang - 1000) <= 10
        ? " ซึ่งน้อยกว่ากันราวหนึ่งพันเท่า น่าจะเป็นหน่วยพันบาท"
        : "";
}

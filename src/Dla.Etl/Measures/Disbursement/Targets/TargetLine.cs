using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Targets;

/// <summary>The target at the end of a month.</summary>
/// <param name="Percent">Cumulative per cent, exact, or why there is none.</param>
/// <param name="Parts">The quarter ends it lies between, each with its weight; one alone at the end of a quarter, and before the first one.</param>
public sealed record MonthTarget(Declared<Rational> Percent, IReadOnlyList<(QuarterTarget Quarter, Rational Weight)> Parts);

/// <summary>Monthly targets: the straight line between the ends of quarters, from 0 at the start of the fiscal year.</summary>
/// <remarks>The Comptroller General's targets for the end of May 2563 (69.33, 56.67, 72.67) are exactly this line (DOMAIN 3.4).</remarks>
public static class TargetLine
{
    private const int MonthsInQuarter = 3;

    /// <summary>The target at the end of a month. A quarter that is not known and is needed leaves the month without one; no other year or quarter stands in.</summary>
    /// <param name="targets">The targets of the year.</param>
    /// <param name="spending">Kind of spending.</param>
    /// <param name="month">Calendar month, 1 to 12; October begins the fiscal year.</param>
    public static MonthTarget At(DisbursementTargets targets, Spending spending, int month)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(month), month, "A calendar month is 1 to 12.");
        var elapsed = (month + 2) % 12 + 1;
        var (full, into) = (elapsed / MonthsInQuarter, elapsed % MonthsInQuarter);
        var parts = new List<(QuarterTarget Quarter, Rational Weight)>();
        if (full > 0)
            parts.Add((targets.Of(spending, full), Rational.Of(MonthsInQuarter - into, MonthsInQuarter)));
        if (into > 0)
            parts.Add((targets.Of(spending, full + 1), Rational.Of(into, MonthsInQuarter)));
        return new MonthTarget(Together(parts), parts);
    }

    private static Declared<Rational> Together(List<(QuarterTarget Quarter, Rational Weight)> parts)
    {
        var unknown = parts.Where(part => !part.Quarter.Percent.IsKnown)
            .Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ไม่ทราบเป้าหมาย{part.Quarter.Spending.Thai()} ณ สิ้นไตรมาสที่ {part.Quarter.Quarter}: {part.Quarter.Percent.UnknownBecause}")).ToList();
        return unknown.Count > 0
            ? Declared<Rational>.Unknown(string.Join("; ", unknown))
            : Declared<Rational>.Known(Rational.Sum(parts.Select(part => part.Quarter.Percent.Value * part.Weight)));
    }
}

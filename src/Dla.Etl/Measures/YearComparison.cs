namespace Dla.Etl.Measures;

/// <summary>This year's quantity against last year's of the same unit of measure (DOMAIN §1.4).</summary>
public static class YearComparison
{
    /// <summary>This year less last year, in the scale of both; null when either is missing.</summary>
    public static long? Difference(long? thisYear, long? lastYear) => thisYear - lastYear;

    /// <summary>The difference in per cent of last year, two decimals, halves away from zero; null when either is missing or last year was zero.</summary>
    public static decimal? Percent(long? thisYear, long? lastYear) => lastYear is null or 0 || thisYear is null
        ? null
        : Math.Round((decimal)(thisYear.Value - lastYear.Value) * 100 / lastYear.Value, 2, MidpointRounding.AwayFromZero);
}

using Dla.Etl.Measures;

namespace Dla.Etl.Tests.Measures;

public class YearComparisonTests
{
    public static TheoryData<long?, long?, long?, string?, string> Cases => new()
    {
        { 110, 100, 10, "10", "more" },
        { 90, 100, -10, "-10", "less" },
        { 100, 100, 0, "0", "the same is nought per cent, not nothing" },
        { 0, 100, -100, "-100", "vanished" },
        { 100, 0, 100, null, "last year zero has no per cent (DOMAIN 1.4)" },
        { 0, 0, 0, null, "both zero" },
        { null, 100, null, null, "this year missing is not zero" },
        { 100, null, null, null, "last year missing is not zero" },
        { 200_001, 200_000, 1, "0", "0.0005 % is nought" },
        { 100_005, 100_000, 5, "0.01", "0.005 is rounded away from zero" },
        { 99_995, 100_000, -5, "-0.01", "and so downwards" },
        { long.MaxValue, 1, long.MaxValue - 1, "922337203685477580600", "no overflow" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Difference_and_per_cent(long? thisYear, long? lastYear, long? difference, string? percent, string reason)
    {
        YearComparison.Difference(thisYear, lastYear).ShouldBe(difference, reason);
        YearComparison.Percent(thisYear, lastYear).ShouldBe(percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), reason);
    }
}

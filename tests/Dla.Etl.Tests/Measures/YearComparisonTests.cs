using System.Globalization;
using Dla.Etl.Measures;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Measures;

public class YearComparisonTests
{
    public static TheoryData<long, long, long, string?, string> Cases => new()
    {
        { 110, 100, 10, "10", "more" },
        { 90, 100, -10, "-10", "less" },
        { 100, 100, 0, "0", "the same is nought per cent, not nothing" },
        { 0, 100, -100, "-100", "vanished" },
        { 100, 0, 100, null, "last year zero has no per cent (DOMAIN 1.4)" },
        { 0, 0, 0, null, "both zero" },
        { 200_001, 200_000, 1, "0", "0.0005 % is nought" },
        { 100_005, 100_000, 5, "0.01", "0.005 is rounded away from zero" },
        { 99_995, 100_000, -5, "-0.01", "and so downwards" },
        { long.MaxValue, 1, long.MaxValue - 1, "922337203685477580600", "no overflow" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Difference_and_per_cent(long thisYear, long lastYear, long difference, string? percent, string reason)
    {
        var compared = new YearComparison(1, thisYear, lastYear);
        compared.Difference.ShouldBe(difference, reason);
        compared.Percent.ShouldBe(percent is null ? null : decimal.Parse(percent, CultureInfo.InvariantCulture), reason);
    }

    // Each figure is province:unit of measure:amount.
    public static TheoryData<string, string, string, string> Provinces => new()
    {
        { "11:คน:5 12:คน:7 13:คน:9", "11:คน:5 12:คน:7 14:คน:80", "คน 2 12 12", "different provinces: those of both years changed by nought" },
        { "11:คน:5 12:คน:7", "11:คน:4 12:คน:9", "คน 2 12 13", "the same provinces" },
        { "11:คน:5", "11:คน:4 12:คน:9", "คน 1 5 4", "fewer this year" },
        { "11:คน:5", "12:คน:9", "", "no province in both years" },
        { "11:คน:5", "11:ครั้ง:5", "", "another unit of measure is another thing" },
        { "11:คน:5 12:ครั้ง:2 13:คน:1", "11:คน:6 12:ครั้ง:3 13:ครั้ง:8", "คน 1 5 6, ครั้ง 1 2 3", "each unit of measure over its own provinces" },
        { "11:คน:0 12:คน:4", "11:คน:3", "คน 1 0 3", "a stated zero is a figure, a missing one is none" },
        { "11:คน:0", "11:คน:0", "คน 1 0 0", "zero in both years is compared" },
        { "11:คน:5", "", "", "nothing is known of last year" },
        { "", "11:คน:5", "", "nothing is known of this year" },
    };

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Only_provinces_that_reported_in_both_years_are_compared(string thisYear, string lastYear, string expected, string reason) =>
        string.Join(", ", YearComparison.Of(Figures(thisYear), Figures(lastYear), "sub_activity", "quantity").OrderBy(one => one.Key.UnitOfMeasure == "ครั้ง")
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.UnitOfMeasure} {one.Value.Provinces} {one.Value.ThisYear} {one.Value.LastYear}")))
            .ShouldBe(expected, reason);

    [Fact]
    public void Other_items_groups_and_fields_are_left_out()
    {
        var figures = Figures("11:คน:5");
        YearComparison.Of(figures, [figures[0] with { ItemCode = "SA02" }], "sub_activity", "quantity").ShouldBeEmpty();
        YearComparison.Of(figures, figures, "sub_output", "quantity").ShouldBeEmpty();
        YearComparison.Of(figures, figures, "sub_activity", "ratio").ShouldBeEmpty();
    }

    private static List<UnitFigure> Figures(string texts) =>
    [
        .. from text in texts.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           let parts = text.Split(':')
           select new UnitFigure
           {
               Unit = parts[0], GroupCode = "sub_activity", ItemCode = "SA01", FieldCode = "quantity", UnitOfMeasure = parts[1],
               Amount = long.Parse(parts[2], CultureInfo.InvariantCulture),
           },
    ];
}

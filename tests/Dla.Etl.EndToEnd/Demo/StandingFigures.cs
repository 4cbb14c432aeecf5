using System.Globalization;
using Dla.Etl.Samples;
using Dla.Etl.Samples.Offices;

namespace Dla.Etl.EndToEnd.Demo;

/// <summary>What the reports must say, computed from the generator's own quantities and the plan of the season, not from any file that the program read or wrote.</summary>
public static class StandingFigures
{
    /// <summary>The returns that stand at the end of a season, by province.</summary>
    public static IReadOnlyDictionary<int, SampleReturn> Of(int year)
    {
        var season = Season.All.Single(one => one.Year == year);
        return OfficeTable.All
            .Where(office => !season.Missing.Contains(office.Code) && !season.Rejected.ContainsKey(office.Code))
            .ToDictionary(office => office.Code, office => Last(season, office));
    }

    /// <summary>Item, unit, total, provinces, smallest and where, largest and where, and last year against it, as one line each.</summary>
    public static IEnumerable<string> SummaryLines(int year)
    {
        var figures = Of(year).SelectMany(one => one.Value.SubActivities.Select(line => (one.Value.Province.Thai, Line: line)));
        return figures.GroupBy(figure => (figure.Line.Number, figure.Line.Unit)).Select(group =>
        {
            var (smallest, largest) = (group.Min(one => one.Line.Quantity!.Value), group.Max(one => one.Line.Quantity!.Value));
            string At(long amount) => group.Where(one => one.Line.Quantity == amount).Select(one => one.Thai).ToList() is [var only] ? only
                : $"{group.Count(one => one.Line.Quantity == amount)} จังหวัด";
            return string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Number} {group.Key.Unit} {group.Sum(one => one.Line.Quantity)} {group.Count()}/76 {smallest} {At(smallest)} {largest} {At(largest)} {AgainstLastYear(year, group.Key.Number, group.Key.Unit)}");
        }).Order(StringComparer.Ordinal);
    }

    // Difference and per cent are those of the provinces that reported the item in this unit in both seasons.
    private static string AgainstLastYear(int year, int item, string? unit)
    {
        if (Season.All.All(season => season.Year != year - 1))
            return "… … … …";
        var (now, then) = (Quantities(year, item, unit), Quantities(year - 1, item, unit));
        var both = now.Keys.Intersect(then.Keys).ToList();
        var (sum, before) = (both.Sum(code => now[code]), both.Sum(code => then[code]));
        var percent = before == 0 ? "-" : Math.Round((sum - before) * 100m / before, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        var over = then.Count > 0 && (both.Count != now.Count || both.Count != then.Count) ? $" เทียบ {both.Count} จังหวัด" : "";
        var total = then.Count > 0 ? then.Values.Sum().ToString(CultureInfo.InvariantCulture) : "…";
        return both.Count == 0 ? $"{total} {then.Count}/76 … …{over}" : string.Create(CultureInfo.InvariantCulture, $"{total} {then.Count}/76 {sum - before} {percent}{over}");
    }

    private static Dictionary<int, long> Quantities(int year, int item, string? unit) => Of(year)
        .Select(one => (one.Key, Line: one.Value.SubActivities.SingleOrDefault(line => line.Number == item && line.Unit == unit)))
        .Where(one => one.Line is not null).ToDictionary(one => one.Key, one => one.Line!.Quantity!.Value);

    private static SampleReturn Last(Season season, Office office) => season.Changed.Province == office.Code
        ? office.Return(season.Year).With(season.Changed.Item, line => line with { Quantity = line.Quantity * season.Changed.Percent / 100 })
        : office.Return(season.Year);
}

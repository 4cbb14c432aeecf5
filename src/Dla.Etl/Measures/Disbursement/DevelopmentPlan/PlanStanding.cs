using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.DevelopmentPlan;

/// <summary>The local development plans of one month: country, regions, provinces and authorities. Computed of rows and a registry edition, and of nothing else.</summary>
public sealed record PlanStanding
{
    /// <summary>Regions in the order given.</summary>
    public required IReadOnlyList<RegionPlan> Regions { get; init; }

    /// <summary>Everybody.</summary>
    public required PlanPart Country { get; init; }

    /// <summary>Authorities that say that they have nothing to report.</summary>
    public required int SayNothing { get; init; }

    /// <summary>Rows in which a figure is missing: they are in no sum.</summary>
    public required int Incomplete { get; init; }

    /// <summary>Rows of authorities that the edition does not have: they are in no sum, and the report says so.</summary>
    public required IReadOnlyList<PlanRow> Strangers { get; init; }

    /// <summary>The provinces in printed order.</summary>
    public IEnumerable<ProvincePlan> Provinces => Regions.SelectMany(region => region.Provinces);

    /// <summary>The provinces with a percentage, the highest first.</summary>
    public IEnumerable<ProvincePlan> Ranked => Provinces.Where(province => province.Rank is not null).OrderBy(province => province.Rank);

    /// <summary>Computes it.</summary>
    /// <param name="rows">The rows that count.</param>
    /// <param name="before">Those of the month before; empty in October.</param>
    /// <param name="registry">The edition whose authorities are the denominator.</param>
    /// <param name="regions">Regions and their provinces, in the order in which they are wanted.</param>
    public static PlanStanding Of(IReadOnlyList<PlanRow> rows, IReadOnlyList<PlanRow> before, AuthorityRegistry registry, IEnumerable<IGrouping<Region, Province>> regions)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var known = registry.All.Select(authority => authority.Code.ToString()).ToHashSet(StringComparer.Ordinal);
        var (now, then) = (rows.ToLookup(row => row.Authority, StringComparer.Ordinal), before.ToLookup(row => row.Authority, StringComparer.Ordinal));
        var of = registry.All.Select(authority => (Authority: authority, Code: authority.Code.ToString()))
            .Select(one => new AuthorityPlan(one.Authority, PlanPart.Of(Sum(now[one.Code]), Sum(then[one.Code]), now.Contains(one.Code)), now[one.Code].Any(row => row.SaysNothing), null))
            .ToLookup(one => one.Authority.Province);
        var parts = Ranks([.. regions.Select(region => Together(region, of))]);
        var counted = rows.Where(row => known.Contains(row.Authority)).ToList();
        return new PlanStanding
        {
            Regions = parts,
            Country = PlanPart.Together([.. parts.Select(region => region.Part)]),
            SayNothing = counted.Where(row => row.SaysNothing).Select(row => row.Authority).Distinct(StringComparer.Ordinal).Count(),
            Incomplete = counted.Count(row => row is { SaysNothing: false, Figures: null }),
            Strangers = [.. rows.Where(row => !known.Contains(row.Authority))],
        };
    }

    private static PlanFigures? Sum(IEnumerable<PlanRow> rows) => PlanFigures.Of(rows.Select(row => row.Figures).OfType<PlanFigures>());

    private static RegionPlan Together(IGrouping<Region, Province> region, ILookup<ProvinceCode, AuthorityPlan> of)
    {
        List<ProvincePlan> provinces = [.. region.Select(province => Together(province, [.. of[province.Code]]))];
        return new(region.Key, PlanPart.Together([.. provinces.Select(province => province.Part)]), provinces);
    }

    private static ProvincePlan Together(Province province, List<AuthorityPlan> authorities)
    {
        var ranks = Ranking.Of([.. authorities.Select(one => one.Part.Now?.DisbursedOfBudget)]);
        return new(
            province, PlanPart.Together([.. authorities.Select(one => one.Part)]), null,
            [.. AuthorityOrder.Sorted(authorities.Select((one, index) => one with { Rank = ranks[index] }), one => one.Authority)]);
    }

    private static List<RegionPlan> Ranks(List<RegionPlan> regions)
    {
        var places = Ranking.Of([.. regions.SelectMany(region => region.Provinces).Select(province => province.Part.Now?.DisbursedOfBudget)]);
        var index = 0;
        return [.. regions.Select(region => region with { Provinces = [.. region.Provinces.Select(province => province with { Rank = places[index++] })] })];
    }
}

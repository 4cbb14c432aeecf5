using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Measures.Disbursement.Grants;

/// <summary>General grants of one month: country, provinces, authorities and items. Computed of rows and a registry edition, and of nothing else.</summary>
public sealed record GrantStanding
{
    /// <summary>Provinces in the order given.</summary>
    public required IReadOnlyList<ProvincePart> Provinces { get; init; }

    /// <summary>Items in the order given, then those that the form does not list, by code.</summary>
    public required IReadOnlyList<ItemPart> Items { get; init; }

    /// <summary>All money; null when nobody stated any.</summary>
    public required GrantSum? Country { get; init; }

    /// <summary>How many of all authorities have reported.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Rows in which received or disbursed is missing: they are in no sum.</summary>
    public required int Incomplete { get; init; }

    /// <summary>Rows of authorities that the edition does not have: they are in no sum, and the report says so.</summary>
    public required IReadOnlyList<GrantRow> Strangers { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="rows">The rows that count.</param>
    /// <param name="registry">The edition whose authorities are the denominator.</param>
    /// <param name="provinces">The provinces, in the order in which they are wanted.</param>
    /// <param name="items">Codes of the form's items in their order.</param>
    public static GrantStanding Of(IReadOnlyList<GrantRow> rows, AuthorityRegistry registry, IEnumerable<Province> provinces, IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var known = registry.All.Select(authority => authority.Code.ToString()).ToHashSet(StringComparer.Ordinal);
        var counted = rows.Where(row => known.Contains(row.Authority)).ToList();
        var of = counted.ToLookup(row => row.Authority, StringComparer.Ordinal);
        var sums = registry.All.Select(authority => SumOf(of[authority.Code.ToString()])).ToList();
        var places = Ranking.Of([.. sums.Select(sum => sum?.Percent)]);
        var parts = registry.All.Select((authority, index) => new AuthorityPart(authority, of.Contains(authority.Code.ToString()), sums[index], null, places[index]))
            .ToLookup(part => part.Authority.Province);
        var all = provinces.Select(province => Together(province, [.. parts[province.Code]])).ToList();
        var ranks = Ranking.Of([.. all.Select(province => province.Sum?.Percent)]);
        return new GrantStanding
        {
            Provinces = [.. all.Select((province, index) => province with { Rank = ranks[index] })],
            Items = ByItem(counted, items),
            Country = GrantSum.Of(all.Select(province => province.Sum).OfType<GrantSum>()),
            Coverage = all.Aggregate(default(Coverage), (sum, province) => sum + province.Coverage),
            Incomplete = counted.Count(row => row is { SaysNothing: false, Sum: null }),
            Strangers = [.. rows.Where(row => !known.Contains(row.Authority))],
        };
    }

    /// <summary>The authorities furthest behind: the lowest percentages first, of equal ones those with most money left.</summary>
    public IReadOnlyList<AuthorityPart> FurthestBehind(int most) =>
    [
        .. Provinces.SelectMany(province => province.Authorities).Where(part => part.Sum?.Percent is not null)
            .OrderBy(part => part.Sum!.Value.Percent!.Value).ThenByDescending(part => part.Sum!.Value.Remaining).ThenBy(part => part.Authority.Code).Take(most),
    ];

    private static GrantSum? SumOf(IEnumerable<GrantRow> rows) => GrantSum.Of(rows.Select(row => row.Sum).OfType<GrantSum>());

    private static ProvincePart Together(Province province, List<AuthorityPart> authorities)
    {
        var ranks = Ranking.Of([.. authorities.Select(part => part.Sum?.Percent)]);
        return new ProvincePart(
            province, GrantSum.Of(authorities.Select(part => part.Sum).OfType<GrantSum>()),
            new Coverage(authorities.Count(part => part.Reported), authorities.Count), null,
            [.. AuthorityOrder.Sorted(authorities.Select((part, index) => part with { Rank = ranks[index] }), part => part.Authority)]);
    }

    private static List<ItemPart> ByItem(List<GrantRow> rows, IReadOnlyList<string> items)
    {
        var of = rows.Where(row => !row.SaysNothing).ToLookup(row => row.Item, StringComparer.Ordinal);
        return
        [
            .. items.Concat(of.Select(item => item.Key).Except(items, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                .Select(item => new ItemPart(item, SumOf(of[item]), of[item].Select(row => row.Authority).Distinct(StringComparer.Ordinal).Count())),
        ];
    }
}

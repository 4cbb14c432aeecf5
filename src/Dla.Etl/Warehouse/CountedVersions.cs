using System.Data.Common;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A version whose rows of a local authority count, be it the authority's own or its province's.</summary>
/// <param name="Unit">Whose return it is.</param>
/// <param name="Version">Its number.</param>
public sealed record CountedVersion(UnitCode Unit, int Version);

/// <summary>For how many of the local authorities that a version names its rows count now. A later return of the authority or of its province takes them over one by one.</summary>
/// <param name="Named">How many it names.</param>
/// <param name="Counting">For how many of them its rows count.</param>
/// <param name="Elsewhere">The versions that count for others of them, each with how many, by unit and number. Those in none were taken back by a revert.</param>
public sealed record VersionCount(int Named, int Counting, IReadOnlyList<(CountedVersion Version, int Authorities)> Elsewhere)
{
    /// <summary>How many of them no version counts for any more.</summary>
    public int Nowhere => Named - Counting - Elsewhere.Sum(one => one.Authorities);
}

/// <summary>Tells which versions count of a form whose every row names a local authority (authority-rows.sql).</summary>
public static class CountedVersions
{
    /// <summary>By version of a return, for whom its rows count now; empty for a return whose rows name no authorities.</summary>
    public static IReadOnlyDictionary<int, VersionCount> Of(DbConnection connection, ReturnKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var named = connection.Query<(int Version, string Authority)>(
            """
            SELECT DISTINCT v.version, f.text
            FROM return_version v
            JOIN fact f ON f.version_id = v.id
            WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit AND f.field_code = 'authority' AND f.text IS NOT NULL
            """,
            key.Parameters).ToLookup(one => one.Version, one => one.Authority);
        if (named.Count == 0)
            return new Dictionary<int, VersionCount>();
        var counting = For(connection, key, [.. named.SelectMany(version => version).Distinct(StringComparer.Ordinal)]);
        return named.ToDictionary(version => version.Key, version => Count(new CountedVersion(key.Unit, version.Key), [.. version], counting));
    }

    /// <summary>By authority, the version whose rows of it count now; without those that none counts for.</summary>
    public static IReadOnlyDictionary<string, CountedVersion> For(DbConnection connection, ReturnKey key, IReadOnlyCollection<string> authorities) =>
        Rows(connection, key, authorities).GroupBy(row => row.Authority, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.First().Counted, StringComparer.Ordinal);

    /// <summary>By group and item, the version whose row of the item counts now, of these authorities.</summary>
    internal static IReadOnlyDictionary<(string Group, string Item), CountedVersion> Items(DbConnection connection, ReturnKey key, IReadOnlyCollection<string> authorities)
    {
        // Version by version: joined row by row, the facts of a province's compilation would be searched as often as it has rows.
        var items = new Dictionary<(string Group, string Item), CountedVersion>();
        foreach (var version in Rows(connection, key, authorities).GroupBy(row => row.VersionId, StringComparer.Ordinal))
        {
            var rows = version.Select(row => row.RowPosition).ToHashSet();
            var named = connection.Query<(int Row, string Group, string Item)>(
                "SELECT row_position, group_code, item_code FROM fact WHERE version_id = @version AND field_code = 'authority'", new { version = version.Key });
            foreach (var (_, group, item) in named.Where(one => rows.Contains(one.Row)))
                items[(group, item)] = version.First().Counted;
        }

        return items;
    }

    private static List<CountedRow> Rows(DbConnection connection, ReturnKey key, IReadOnlyCollection<string> authorities)
    {
        ArgumentNullException.ThrowIfNull(key);
        var wanted = authorities.ToHashSet(StringComparer.Ordinal);
        // Rows of an authority come in returns of its own and of its province, and nowhere else.
        var units = wanted.Concat(wanted.Select(authority => UnitCode.Parse(authority) is { Succeeded: true, Value.Province: { } province } ? province.ToString() : "")).Distinct(StringComparer.Ordinal);
        return
        [
            .. connection.Query<(string Authority, string VersionId, int RowPosition, string Unit, int Version)>(
                $"SELECT r.authority, r.version_id, r.row_position, r.unit, r.version FROM ({AuthorityRows.OfUnits}) r",
                new { form = key.Form, year = key.Period.Number, sequence = long.MaxValue, units = AuthorityRows.Listed(units) })
                .Where(row => wanted.Contains(row.Authority))
                .Select(row => new CountedRow(row.Authority, row.VersionId, row.RowPosition, new CountedVersion(UnitCode.Parse(row.Unit).Value, row.Version))),
        ];
    }

    private static VersionCount Count(CountedVersion self, IReadOnlyList<string> named, IReadOnlyDictionary<string, CountedVersion> counting)
    {
        var by = named.Select(authority => counting.GetValueOrDefault(authority)).OfType<CountedVersion>().ToLookup(version => version);
        return new(named.Count, by[self].Count(), [.. by.Where(other => other.Key != self).OrderBy(other => other.Key.Unit).ThenBy(other => other.Key.Version).Select(other => (other.Key, other.Count()))]);
    }

    private sealed record CountedRow(string Authority, string VersionId, int RowPosition, CountedVersion Counted);
}

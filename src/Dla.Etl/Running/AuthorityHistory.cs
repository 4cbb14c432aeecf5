using System.Data.Common;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What each local authority of a file reported in the nearest earlier or later month of the same fiscal year, whether in a return of its own or in the compilation of its province.</summary>
internal static class AuthorityHistory
{
    /// <summary>Figures and texts by their place in the form; null when none of the authorities reported for one of the months.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="filed">The return; its form is monthly and names an authority in every row.</param>
    /// <param name="months">The months to ask, the nearest first.</param>
    /// <param name="remember">Told the units whose returns are asked, before they are.</param>
    public static PriorFigures? Of(DbConnection connection, NormalisedReturn filed, IReadOnlyList<Period> months, Action<IReadOnlyList<string>> remember)
    {
        var open = Authorities(filed);
        List<string> units = [.. open, .. filed.Unit.Province is { } province ? [province.ToString()] : Array.Empty<string>()];
        remember(units);
        var found = new List<(Period Period, PriorRow Row)>();
        foreach (var period in Standing(connection, filed, months, units))
        {
            if (open.Count == 0)
                break;
            var rows = Rows(connection, filed.Form.Id, period, units, open);
            found.AddRange(rows.Select(row => (period, row)));
            open.ExceptWith(rows.Select(row => row.Authority));
        }

        return found.Count == 0 ? null : Figures(found, months);
    }

    /// <summary>Codes of the authorities that the file of a province is silent about and whose rows in its earlier returns of the same period count with figures.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="filed">The return of a province; its form names an authority in every row.</param>
    /// <param name="remember">Told the units whose returns are asked, before they are.</param>
    public static IReadOnlyList<string> KeptFromEarlier(DbConnection connection, NormalisedReturn filed, Action<IReadOnlyList<string>> remember)
    {
        var named = Authorities(filed);
        List<string> units = [filed.Unit.ToString()];
        remember(units);
        var silent = Reporting(connection, filed, units).Where(authority => !named.Contains(authority)).ToList();
        // A row whose authority cannot be told may be of one that seems to be left out.
        if (silent.Count == 0 || filed.Rows.Any(row => AuthorityOf(row) is null))
            return [];
        // Those that have sent a newer return of their own lose nothing either, and have nothing to do with this file.
        remember(silent);
        return [.. silent.Intersect(Reporting(connection, filed, [.. units, .. silent]), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // The authorities of which rows of the unit of the file count that do not say that there is nothing to report.
    private static IEnumerable<string> Reporting(DbConnection connection, NormalisedReturn filed, List<string> units) => connection.Query<string>(
        $"""
        WITH counting AS (
          SELECT authority, version_id, row_position FROM ({AuthorityRows.OfUnits}) r WHERE unit = @unit
        ),
        by_row AS (
          SELECT together.version_id, together.row_position, max(together.authority) AS authority, max(together.says_nothing) AS says_nothing
          FROM (
            SELECT version_id, row_position, authority, 0 AS says_nothing FROM counting
            UNION ALL
            SELECT f.version_id, f.row_position, NULL, 1
            FROM (SELECT DISTINCT version_id FROM counting) v
            JOIN fact f ON f.version_id = v.version_id
            WHERE f.field_code = @field AND f.text = 'none'
          ) together
          GROUP BY together.version_id, together.row_position
        )
        SELECT DISTINCT authority FROM by_row WHERE authority IS NOT NULL AND says_nothing = 0
        """,
        new
        {
            form = filed.Form.Id, year = filed.Period.Number, sequence = long.MaxValue, units = AuthorityRows.Listed(units), unit = filed.Unit.ToString(),
            field = filed.Form.Groups.Select(group => group.Nothing?.Field).FirstOrDefault(field => field is not null) ?? "",
        });

    // The months that have anything of these units: most files come when one or none has.
    private static IEnumerable<Period> Standing(DbConnection connection, NormalisedReturn filed, IReadOnlyList<Period> months, List<string> units)
    {
        var there = connection.Query<int>(
            $"SELECT DISTINCT fiscal_year FROM return_version WHERE form = @form AND fiscal_year BETWEEN @first AND @last AND {AuthorityRows.IsListed}",
            new { form = filed.Form.Id, first = months.Min().Number, last = months.Max().Number, units = AuthorityRows.Listed(units) }).ToHashSet();
        return months.Where(month => there.Contains(month.Number));
    }

    private static PriorFigures Figures(List<(Period Period, PriorRow Row)> found, IReadOnlyList<Period> months)
    {
        var nearest = months.First(month => found.Exists(one => one.Period == month));
        var alone = found.GroupBy(one => one.Row.Key).Where(same => same.Count() == 1).Select(same => same.Single().Row).ToList();
        return new PriorFigures(
            nearest,
            alone.Where(row => row is { Role: "figure", Amount: not null }).ToDictionary(row => row.Key, row => new PriorFigure(row.Amount!.Value, row.UnitOfMeasure ?? "")))
        {
            Texts = alone.Where(row => row is { Type: "text", Text: not null }).ToDictionary(row => row.Key, row => row.Text!),
            OtherMonths = found.Where(one => one.Period != nearest).GroupBy(one => one.Row.ItemCode, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Period, StringComparer.Ordinal),
        };
    }

    private static HashSet<string> Authorities(NormalisedReturn filed) => filed.Rows.Select(AuthorityOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string? AuthorityOf(NormalisedRow row)
    {
        for (var index = 0; index < row.Fields.Count; index++)
            if (row.Group.Fields[index].Code == AuthorityRows.Field)
                return row.Fields[index].State == FieldState.Value ? row.Fields[index].Text : null;
        return null;
    }

    // Version by version: joined row by row, the facts of a province's compilation would be searched as often as it has rows.
    private static List<PriorRow> Rows(DbConnection connection, string form, Period period, List<string> units, HashSet<string> wanted)
    {
        var counting = connection.Query<(string Version, int Row, string Authority)>(
            $"SELECT r.version_id, r.row_position, r.authority FROM ({AuthorityRows.OfUnits}) r",
            new { form, year = period.Number, sequence = long.MaxValue, units = AuthorityRows.Listed(units) })
            .Where(row => wanted.Contains(row.Authority)).GroupBy(row => row.Version, StringComparer.Ordinal).ToList();
        return [.. counting.SelectMany(version => Facts(connection, version.Key, version.GroupBy(row => row.Row).ToDictionary(row => row.Key, row => row.First().Authority)))];
    }

    private static IEnumerable<PriorRow> Facts(DbConnection connection, string version, Dictionary<int, string> authorities) => connection.Query<PriorRow>(
        """
        SELECT row_position AS RowPosition, group_code AS GroupCode, item_code AS ItemCode, field_code AS FieldCode,
          role AS Role, type AS Type, amount AS Amount, unit_of_measure AS UnitOfMeasure, text AS Text
        FROM fact
        WHERE version_id = @version AND row_position BETWEEN @first AND @last AND state IN ('value', 'stated_zero')
        """,
        new { version, first = authorities.Keys.Min(), last = authorities.Keys.Max() })
        .Where(row => authorities.ContainsKey(row.RowPosition)).Select(row => row with { Authority = authorities[row.RowPosition] });

    private sealed record PriorRow
    {
        public string Authority { get; init; } = "";

        public int RowPosition { get; init; }

        public string GroupCode { get; init; } = "";

        public string ItemCode { get; init; } = "";

        public string FieldCode { get; init; } = "";

        public string Role { get; init; } = "";

        public string Type { get; init; } = "";

        public long? Amount { get; init; }

        public string? UnitOfMeasure { get; init; }

        public string? Text { get; init; }

        public FigureKey Key => new(GroupCode, ItemCode, FieldCode);
    }
}

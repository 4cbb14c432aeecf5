using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Warehouse;

/// <summary>Of which local authorities a form that they file has rows for a period, whether in their own returns or in their province's.</summary>
/// <param name="Registry">The authorities on the last day of the period; null when no registry was imported.</param>
/// <param name="Reported">Codes of those that have rows which count.</param>
public sealed record AuthorityCoverage(AuthorityRegistry? Registry, IReadOnlySet<string> Reported)
{
    /// <summary>Those of the registry that have not reported, by code; empty without a registry, which says so by being null.</summary>
    public IReadOnlyList<LocalAuthority> Lacking => Registry is null ? [] : [.. Registry.All.Where(authority => !Reported.Contains(authority.Code.ToString()))];

    /// <summary>How it stands as of a sequence.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="form">The form for one of its periods.</param>
    /// <param name="sequence">As of which commit.</param>
    public static AuthorityCoverage Of(DbConnection connection, FormDefinition form, long sequence) => new(
        AuthorityEditions.AsOf(connection, form.Period.LastDay, sequence),
        connection.Query<string>($"SELECT DISTINCT r.authority FROM ({AuthorityRows.OfAll}) r", new { form = form.Id, year = form.Period.Number, sequence })
            .ToHashSet(StringComparer.Ordinal));
}

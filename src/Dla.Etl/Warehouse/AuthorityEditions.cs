using System.Data.Common;
using Dapper;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A registry to import.</summary>
/// <param name="Effective">The day that it holds for.</param>
/// <param name="FileName">Name of its file, without folder.</param>
/// <param name="Hash">Of the file's bytes.</param>
/// <param name="Authorities">What it has.</param>
public sealed record RegistryImport(DateOnly Effective, string FileName, ContentHash Hash, IReadOnlyList<LocalAuthority> Authorities)
{
    /// <summary>What the audit shall say besides, for example that a loss was accepted; empty for nothing.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>The editions of the registry of local authorities. They are only ever added, so a day and a sequence give the same edition for ever.</summary>
public static class AuthorityEditions
{
    private static readonly EditionTable Table = new(ReferenceKind.Authorities, "authority_edition", "authorities", "registry", AuditAction.RegistryImported);

    // Of the editions of earlier days, those that were corrected as well: which of them stand is told by the sequence.
    private const string FormerSql =
        """
        SELECT a.edition AS Edition, a.code AS Code, a.type AS Type, a.name AS Name, a.province AS Province, a.district AS District
        FROM authority a JOIN authority_edition e ON e.number = a.edition
        WHERE e.effective < @day AND NOT EXISTS (
          SELECT 1 FROM authority c WHERE c.edition = @now AND c.code = a.code AND c.type = a.type AND c.name = a.name AND c.province = a.province)
        """;

    /// <summary>Adds an edition, unless the bytes that stand for its day are the same.</summary>
    public static ImportedEdition Import(WriteLane lane, RegistryImport import, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(import);
        return Table.Import(lane, new ReferenceSource(import.Effective, import.FileName, import.Hash, import.Remark), import.Authorities.Count, programVersion, edition =>
        {
            using var rows = lane.Into("authority", "edition", "code", "type", "name", "province", "district");
            foreach (var authority in import.Authorities)
                rows.Add(edition, authority.Code.ToString(), StoredName.Of(authority.Type), StoredText.Of(authority.Name), authority.Province.ToString(), StoredText.Of(authority.District));
            rows.Complete();
        });
    }

    /// <summary>Every edition, the superseded ones of a day as well, by day and sequence.</summary>
    public static IReadOnlyList<ReferenceEdition> All(DbConnection connection) => Table.All(connection);

    /// <summary>The registry that holds on a day, as known at a sequence; before the first edition the first one, which says so. Null when none was imported by then.</summary>
    public static AuthorityRegistry? AsOf(DbConnection connection, DateOnly day, long sequence)
    {
        var standing = EditionTable.Standing(All(connection), sequence);
        return EditionTable.Holding(standing, day) is { } edition ? Load(connection, standing, edition, isLater: edition.Effective > day) : null;
    }

    /// <summary>The edition that holds on a day as known at a sequence; null when none was imported by then.</summary>
    public static ReferenceEdition? EditionAsOf(DbConnection connection, DateOnly day, long sequence) => EditionTable.Holding(EditionTable.Standing(All(connection), sequence), day);

    /// <summary>The edition that holds on a day, as the writer's lane sees it; null when none was imported.</summary>
    internal static ReferenceEdition? StandingIn(WriteLane lane, DateOnly day) => EditionTable.Holding(EditionTable.Standing(Table.All(lane.Connection, lane.Transaction), long.MaxValue), day);

    /// <summary>One edition by its number, with nothing said of former authorities.</summary>
    public static AuthorityRegistry Get(DbConnection connection, ReferenceEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Load(connection, [], edition, isLater: false);
    }

    private static AuthorityRegistry Load(DbConnection connection, List<ReferenceEdition> standing, ReferenceEdition edition, bool isLater)
    {
        LocalAuthority[] authorities =
        [
            .. connection.Query<AuthorityRow>(
                "SELECT code AS Code, type AS Type, name AS Name, province AS Province, district AS District FROM authority WHERE edition = @Number", new { edition.Number })
                .Select(row => row.Authority),
        ];
        return new AuthorityRegistry(edition.Effective, authorities)
        {
            Edition = edition.Number, IsLaterThanAsked = isLater,
            Former = Former(connection, authorities, [.. standing.Where(one => one.Effective <= edition.Effective)]),
        };
    }

    private static List<FormerAuthority> Former(DbConnection connection, LocalAuthority[] now, List<ReferenceEdition> editions)
    {
        if (editions.Count < 2)
            return [];
        var days = editions.ToDictionary(edition => edition.Number, edition => edition.Effective);
        return
        [
            .. connection.Query<AuthorityRow>(FormerSql, new { now = editions[^1].Number, day = EditionTable.Day(editions[^1].Effective) })
                .Where(row => days.ContainsKey(row.Edition))
                .GroupBy(row => (row.Code, row.Type, row.Name, row.Province))
                .Select(rows => rows.MaxBy(row => days[row.Edition])!)
                .OrderBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => days[row.Edition])
                .Select(row => Gone(row, editions, now)),
        ];
    }

    private static FormerAuthority Gone(AuthorityRow row, List<ReferenceEdition> editions, LocalAuthority[] now)
    {
        var at = editions.FindIndex(edition => edition.Number == row.Edition);
        var was = row.Authority;
        return new FormerAuthority(
            was, editions[at].Effective, editions[at + 1].Effective, Array.Find(now, one => one.Code == was.Code) ?? RegistryChange.Successor(was, now));
    }

    private sealed record AuthorityRow
    {
        public long Edition { get; init; }

        public string Code { get; init; } = "";

        public string Type { get; init; } = "";

        public string Name { get; init; } = "";

        public string Province { get; init; } = "";

        public string District { get; init; } = "";

        public LocalAuthority Authority => new(AuthorityCode.Parse(Code).Value, StoredName.Parse<AuthorityType>(Type), Name, ProvinceCode.Parse(Province).Value, District);
    }
}

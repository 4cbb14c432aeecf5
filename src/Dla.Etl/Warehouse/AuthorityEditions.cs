using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A registry to import.</summary>
/// <param name="Effective">The day that it holds for.</param>
/// <param name="FileName">Name of its file, without folder.</param>
/// <param name="Hash">Of the file's bytes.</param>
/// <param name="Authorities">What it has.</param>
public sealed record RegistryImport(DateOnly Effective, string FileName, ContentHash Hash, IReadOnlyList<LocalAuthority> Authorities);

/// <summary>An edition of the registry in the warehouse.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Effective">The day that it holds for.</param>
/// <param name="FileName">The file that it came from.</param>
/// <param name="Sha256">Of that file.</param>
/// <param name="Authorities">How many it has.</param>
/// <param name="ImportedAt">When.</param>
/// <param name="Sequence">The commit that imported it.</param>
/// <param name="RunId">The run.</param>
public sealed record AuthorityEdition(long Number, DateOnly Effective, string FileName, string Sha256, int Authorities, DateTimeOffset ImportedAt, long Sequence, string RunId);

/// <summary>What an import did.</summary>
/// <param name="Edition">The edition that stands for the day now.</param>
/// <param name="WasThere">True when the same bytes stood for the same day already, so that nothing was written.</param>
/// <param name="Before">The edition that held for the day until now; null when there was none.</param>
public sealed record ImportedRegistry(AuthorityEdition Edition, bool WasThere, AuthorityEdition? Before);

/// <summary>The editions of the registry of local authorities. They are only ever added, so a day and a sequence give the same edition for ever.</summary>
public static class AuthorityEditions
{
    private const string Select =
        """
        SELECT number AS Number, effective AS Effective, file_name AS FileName, sha256 AS Sha256, authorities AS Authorities,
          imported_at AS ImportedAt, sequence AS Sequence, run_id AS RunId
        FROM authority_edition ORDER BY effective, sequence
        """;

    // Of the editions of earlier days, those that were corrected as well: which of them stand is told by the sequence.
    private const string FormerSql =
        """
        SELECT a.edition AS Edition, a.code AS Code, a.type AS Type, a.name AS Name, a.province AS Province, a.district AS District
        FROM authority a JOIN authority_edition e ON e.number = a.edition
        WHERE e.effective < @day AND NOT EXISTS (
          SELECT 1 FROM authority c WHERE c.edition = @now AND c.code = a.code AND c.type = a.type AND c.name = a.name AND c.province = a.province)
        """;

    /// <summary>Adds an edition, unless the bytes that stand for its day are the same.</summary>
    public static ImportedRegistry Import(WriteLane lane, RegistryImport import, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(import);
        var standing = Standing(Read(lane.Connection, lane.Transaction), long.MaxValue);
        if (standing.FirstOrDefault(edition => edition.Effective == import.Effective) is { } same && same.Sha256 == import.Hash.Hex)
            return new ImportedRegistry(same, true, same);
        var runId = RunLog.Begin(lane, "reference import", programVersion, new RunOwner(lane.Actor.Node, lane.Actor.Who));
        var sequence = CommitSequence.Next(lane, runId, $"registry {Day(import.Effective)}");
        var edition = new AuthorityEdition(
            Counter.Next(lane, "authority_edition"), import.Effective, import.FileName, import.Hash.Hex, import.Authorities.Count, lane.Clock.GetUtcNow(), sequence, runId);
        Write(lane, edition, import.Authorities);
        Audit.Write(lane, new AuditEntry(AuditAction.RegistryImported, $"ทะเบียน อปท. ณ {ThaiDates.Long(import.Effective)}", string.Create(
            CultureInfo.InvariantCulture, $"{import.FileName} อปท. {import.Authorities.Count:#,##0} แห่ง")) { RunId = runId, Sequence = sequence });
        RunLog.End(lane, runId, RunStatus.Finished);
        return new ImportedRegistry(edition, false, standing.LastOrDefault(one => one.Effective <= import.Effective));
    }

    /// <summary>Every edition, the superseded ones of a day as well, by day and sequence.</summary>
    public static IReadOnlyList<AuthorityEdition> All(DbConnection connection) => Read(connection, null);

    /// <summary>The registry that holds on a day, as known at a sequence; before the first edition the first one, which says so. Null when none was imported by then.</summary>
    public static AuthorityRegistry? AsOf(DbConnection connection, DateOnly day, long sequence)
    {
        var standing = Standing(All(connection), sequence);
        return Holding(standing, day) is { } edition ? Load(connection, standing, edition, isLater: edition.Effective > day) : null;
    }

    /// <summary>The edition that holds on a day as known at a sequence; null when none was imported by then.</summary>
    public static AuthorityEdition? EditionAsOf(DbConnection connection, DateOnly day, long sequence) => Holding(Standing(All(connection), sequence), day);

    /// <summary>The edition that holds on a day, as the writer's lane sees it; null when none was imported.</summary>
    internal static AuthorityEdition? StandingIn(WriteLane lane, DateOnly day) => Holding(Standing(Read(lane.Connection, lane.Transaction), long.MaxValue), day);

    /// <summary>One edition by its number, with nothing said of former authorities.</summary>
    public static AuthorityRegistry Get(DbConnection connection, AuthorityEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Load(connection, [], edition, isLater: false);
    }

    private static AuthorityEdition? Holding(List<AuthorityEdition> standing, DateOnly day) =>
        standing.LastOrDefault(edition => edition.Effective <= day) ?? (standing.Count > 0 ? standing[0] : null);

    // Of each day the last one imported, by day.
    private static List<AuthorityEdition> Standing(IReadOnlyList<AuthorityEdition> all, long sequence) =>
        [.. all.Where(edition => edition.Sequence <= sequence).GroupBy(edition => edition.Effective).OrderBy(day => day.Key).Select(day => day.MaxBy(edition => edition.Sequence)!)];

    private static AuthorityRegistry Load(DbConnection connection, List<AuthorityEdition> standing, AuthorityEdition edition, bool isLater)
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

    private static List<FormerAuthority> Former(DbConnection connection, LocalAuthority[] now, List<AuthorityEdition> editions)
    {
        if (editions.Count < 2)
            return [];
        var days = editions.ToDictionary(edition => edition.Number, edition => edition.Effective);
        return
        [
            .. connection.Query<AuthorityRow>(FormerSql, new { now = editions[^1].Number, day = Day(editions[^1].Effective) })
                .Where(row => days.ContainsKey(row.Edition))
                .GroupBy(row => (row.Code, row.Type, row.Name, row.Province))
                .Select(rows => rows.MaxBy(row => days[row.Edition])!)
                .OrderBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => days[row.Edition])
                .Select(row => Gone(row, editions, now)),
        ];
    }

    private static FormerAuthority Gone(AuthorityRow row, List<AuthorityEdition> editions, LocalAuthority[] now)
    {
        var at = editions.FindIndex(edition => edition.Number == row.Edition);
        var was = row.Authority;
        return new FormerAuthority(
            was, editions[at].Effective, editions[at + 1].Effective, Array.Find(now, one => one.Code == was.Code) ?? RegistryChange.Successor(was, now));
    }

    private static void Write(WriteLane lane, AuthorityEdition edition, IReadOnlyList<LocalAuthority> authorities)
    {
        lane.Execute(
            """
            INSERT INTO authority_edition (number, effective, file_name, sha256, authorities, imported_at, run_id, sequence)
            VALUES (@Number, @effective, @fileName, @Sha256, @Authorities, @now, @RunId, @Sequence)
            """,
            new { edition.Number, effective = Day(edition.Effective), fileName = StoredText.Of(edition.FileName), edition.Sha256, edition.Authorities, now = lane.Now, edition.RunId, edition.Sequence });
        using var rows = lane.Into("authority", "edition", "code", "type", "name", "province", "district");
        foreach (var authority in authorities)
            rows.Add(edition.Number, authority.Code.ToString(), StoredName.Of(authority.Type), StoredText.Of(authority.Name), authority.Province.ToString(), StoredText.Of(authority.District));
        rows.Complete();
    }

    private static IReadOnlyList<AuthorityEdition> Read(DbConnection connection, DbTransaction? transaction) =>
        [.. connection.Query<EditionRow>(Select, transaction: transaction).Select(row => row.Edition)];

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public string Effective { get; init; } = "";

        public string FileName { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public int Authorities { get; init; }

        public string ImportedAt { get; init; } = "";

        public long Sequence { get; init; }

        public string RunId { get; init; } = "";

        public AuthorityEdition Edition => new(
            Number, DateOnly.ParseExact(Effective, "yyyy-MM-dd", CultureInfo.InvariantCulture), FileName, Sha256, Authorities, Instants.Parse(ImportedAt), Sequence, RunId);
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

using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>The file of an edition: the day that it holds for, its name without folder, the hash of its bytes, and what the audit says besides.</summary>
internal sealed record ReferenceSource(DateOnly Effective, string FileName, ContentHash Hash, string Remark);

/// <summary>The table of the editions of one kind of reference. Editions are only ever added, so a day and a sequence give the same one for ever.</summary>
/// <param name="kind">The kind.</param>
/// <param name="table">The table; the counter of its numbers has the same name.</param>
/// <param name="count">Its column with how many the edition has.</param>
/// <param name="what">What the commit log calls it.</param>
/// <param name="action">What the audit calls an import.</param>
internal sealed class EditionTable(ReferenceKind kind, string table, string count, string what, AuditAction action)
{
    private readonly string _select =
        $"""
        SELECT number AS Number, effective AS Effective, file_name AS FileName, sha256 AS Sha256, {count} AS Count,
          imported_at AS ImportedAt, sequence AS Sequence, run_id AS RunId
        FROM {table} ORDER BY effective, sequence
        """;

    private readonly string _insert =
        $"""
        INSERT INTO {table} (number, effective, file_name, sha256, {count}, imported_at, run_id, sequence)
        VALUES (@Number, @effective, @fileName, @Sha256, @Count, @now, @RunId, @Sequence)
        """;

    /// <summary>Every edition, the superseded ones of a day as well, by day and sequence.</summary>
    public IReadOnlyList<ReferenceEdition> All(DbConnection connection, DbTransaction? transaction = null) =>
        [.. connection.Query<EditionRow>(_select, transaction: transaction).Select(row => row.Edition(kind))];

    /// <summary>Adds an edition and the rows of it, unless the bytes that stand for its day are the same.</summary>
    public ImportedEdition Import(WriteLane lane, ReferenceSource source, int rows, string programVersion, Action<long> write)
    {
        var standing = Standing(All(lane.Connection, lane.Transaction), long.MaxValue);
        if (standing.Find(edition => edition.Effective == source.Effective) is { } same && same.Sha256 == source.Hash.Hex)
            return new ImportedEdition(same, true, same);
        var runId = RunLog.Begin(lane, "reference import", programVersion, new RunOwner(lane.Actor.Node, lane.Actor.Who));
        var sequence = CommitSequence.Next(lane, runId, $"{what} {Day(source.Effective)}");
        var edition = new ReferenceEdition(kind, Counter.Next(lane, table), source.Effective, source.FileName, source.Hash.Hex, rows, lane.Clock.GetUtcNow(), sequence, runId);
        lane.Execute(_insert, new
        {
            edition.Number, effective = Day(edition.Effective), fileName = StoredText.Of(edition.FileName), edition.Sha256, edition.Count, now = lane.Now, edition.RunId, edition.Sequence,
        });
        write(edition.Number);
        Audit.Write(lane, new AuditEntry(action, $"{kind.NameThai()} ณ {ThaiDates.Long(source.Effective)}", string.Create(
            CultureInfo.InvariantCulture, $"{source.FileName} {kind.Counted()} {rows:#,##0} แห่ง {source.Remark}").TrimEnd()) { RunId = runId, Sequence = sequence });
        RunLog.End(lane, runId, RunStatus.Finished);
        return new ImportedEdition(edition, false, standing.LastOrDefault(one => one.Effective <= source.Effective));
    }

    /// <summary>Of each day the last edition imported up to a sequence, by day.</summary>
    public static List<ReferenceEdition> Standing(IReadOnlyList<ReferenceEdition> all, long sequence) =>
        [.. all.Where(edition => edition.Sequence <= sequence).GroupBy(edition => edition.Effective).OrderBy(day => day.Key).Select(day => day.MaxBy(edition => edition.Sequence)!)];

    /// <summary>The edition that holds on a day, before the first the first one; null when there is none.</summary>
    public static ReferenceEdition? Holding(List<ReferenceEdition> standing, DateOnly day) =>
        standing.FindLast(edition => edition.Effective <= day) ?? (standing.Count > 0 ? standing[0] : null);

    /// <summary>A day as the warehouse writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public string Effective { get; init; } = "";

        public string FileName { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public int Count { get; init; }

        public string ImportedAt { get; init; } = "";

        public long Sequence { get; init; }

        public string RunId { get; init; } = "";

        public ReferenceEdition Edition(ReferenceKind kind) => new(
            kind, Number, DateOnly.ParseExact(Effective, "yyyy-MM-dd", CultureInfo.InvariantCulture), FileName, Sha256, Count, Instants.Parse(ImportedAt), Sequence, RunId);
    }
}

using System.Data.Common;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>Reads decisions back: for a restart, for the answers that are still owed, for <c>status</c>.</summary>
public static class Outcomes
{
    private const string Columns =
        """
        SELECT o.id AS Id, o.received_file_id AS ReceivedFileId, o.sequence AS Sequence, o.verdict AS Verdict, o.timeliness AS Timeliness,
          o.version_id AS VersionId, v.version AS Version, o.rows_loaded AS RowsLoaded, o.rows_rejected AS RowsRejected
        FROM outcome o LEFT JOIN return_version v ON v.id = o.version_id

        """;

    /// <summary>What became of a file; null while it is pending.</summary>
    public static Outcome? Of(DbConnection connection, string receivedFileId) =>
        connection.QuerySingleOrDefault<OutcomeRow>(Columns + "WHERE o.received_file_id = @receivedFileId", new { receivedFileId })?.Outcome();

    /// <summary>Outcomes of which the sender was not told yet, by a file or by mail, in the order decided.</summary>
    public static IReadOnlyList<Outcome> Unanswered(DbConnection connection) =>
    [
        .. connection.Query<OutcomeRow>(
                Columns +
                """
                WHERE NOT EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = o.id)
                  AND NOT EXISTS (
                    SELECT 1 FROM received_file f
                    JOIN mail_answer a ON a.mail_id = f.mail_id AND a.occasion = coalesce('released-' || f.mail_release, 'received')
                    WHERE f.id = o.received_file_id)
                ORDER BY o.sequence
                """)
            .Select(row => row.Outcome()),
    ];

    /// <summary>The findings of an outcome as they were said then, in order.</summary>
    public static IReadOnlyList<StoredFinding> Findings(DbConnection connection, string outcomeId) => connection.Query<StoredFinding>(
        """
        SELECT kind AS Kind, severity AS Severity, sheet_name AS Sheet, cell AS Cell, subject AS Subject, found AS Found,
          expected AS Expected, message AS Message, what_to_do AS WhatToDo
        FROM finding WHERE outcome_id = @outcomeId ORDER BY position
        """,
        new { outcomeId }).AsList();

    private sealed record OutcomeRow
    {
        public string Id { get; init; } = "";

        public string ReceivedFileId { get; init; } = "";

        public long Sequence { get; init; }

        public string Verdict { get; init; } = "";

        public string? Timeliness { get; init; }

        public string? VersionId { get; init; }

        public int? Version { get; init; }

        public long RowsLoaded { get; init; }

        public long RowsRejected { get; init; }

        public Outcome Outcome() => new()
        {
            Id = Id, ReceivedFileId = ReceivedFileId, Sequence = Sequence, Verdict = StoredName.Parse<Verdict>(Verdict),
            Timeliness = Timeliness is null ? null : StoredName.Parse<Timeliness>(Timeliness),
            VersionId = VersionId, Version = Version, RowsLoaded = RowsLoaded, RowsRejected = RowsRejected,
        };
    }
}

/// <summary>A finding as it was said, whatever the catalogue says today.</summary>
public sealed record StoredFinding
{
    /// <summary>Id in the catalogue, for its title.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How grave.</summary>
    public Severity Severity { get; init; }

    /// <summary>Sheet, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary>Excel address, or null.</summary>
    public string? Cell { get; init; }

    /// <summary>Where in the file.</summary>
    /// <remarks>An address that is none is left out: the message says the place, and one odd row must not hold up every answer.</remarks>
    public Place Place => new(Sheet, CellAddress.Parse(Cell) is { Succeeded: true } cell ? cell.Value : null);

    /// <summary>What it is about.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What the file has there.</summary>
    public string Found { get; init; } = "";

    /// <summary>What should be there.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The Thai sentence.</summary>
    public string Message { get; init; } = "";

    /// <summary>The Thai advice.</summary>
    public string WhatToDo { get; init; } = "";
}

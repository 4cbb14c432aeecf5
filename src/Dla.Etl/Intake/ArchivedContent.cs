using System.Data.Common;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Intake;

/// <summary>Content that the warehouse speaks of.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="What">One file or definition that has it, for people.</param>
public sealed record ArchivedContent(ContentHash Hash, string What)
{
    private const string Kept =
        """
        SELECT sha256 AS Hash, min(what) AS What
        FROM (
          SELECT f.sha256, f.drop_path AS what FROM received_file f
          WHERE NOT EXISTS (SELECT 1 FROM original_removed o WHERE o.received_file_id = f.id)
          UNION ALL
          SELECT d.sha256, d.path AS what FROM definition d
          UNION ALL
          -- What mails bring; an original that was removed on purpose stays removed, whatever it was attached to.
          SELECT a.sha256, a.name AS what FROM outbox_attachment a
          WHERE NOT EXISTS (SELECT 1 FROM received_file f JOIN original_removed o ON o.received_file_id = f.id WHERE f.sha256 = a.sha256)
        ) kept
        GROUP BY sha256 ORDER BY sha256
        """;

    private const string Gone =
        """
        SELECT f.sha256 AS Hash, min(f.drop_path) AS What
        FROM received_file f JOIN original_removed o ON o.received_file_id = f.id
        WHERE NOT EXISTS (
            SELECT 1 FROM received_file other
            WHERE other.sha256 = f.sha256 AND NOT EXISTS (SELECT 1 FROM original_removed gone WHERE gone.received_file_id = other.id))
          AND NOT EXISTS (SELECT 1 FROM definition d WHERE d.sha256 = f.sha256)
        GROUP BY f.sha256 ORDER BY f.sha256
        """;

    /// <summary>What must lie in the archive, by hash.</summary>
    public static IReadOnlyList<ArchivedContent> Required(DbConnection connection, DbTransaction? transaction = null) => Query(connection, transaction, Kept);

    /// <summary>What was removed on purpose and must not lie there any more, by hash.</summary>
    public static IReadOnlyList<ArchivedContent> Removed(DbConnection connection, DbTransaction? transaction = null) => Query(connection, transaction, Gone);

    private static List<ArchivedContent> Query(DbConnection connection, DbTransaction? transaction, string sql) =>
        [.. connection.Query<(string Hash, string What)>(sql, transaction: transaction).Select(row => new ArchivedContent(ContentHash.FromHex(row.Hash), row.What))];
}

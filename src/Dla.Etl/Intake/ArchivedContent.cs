using System.Data.Common;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Intake;

/// <summary>Content that the warehouse speaks of.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="What">One file or definition that has it, for people.</param>
public sealed record ArchivedContent(ContentHash Hash, string What)
{
    // Whoever speaks of the same bytes keeps them: a file, a message, a definition, something that we sent.
    private const string Needed =
        """
        SELECT f.sha256, f.drop_path AS what FROM received_file f
        WHERE NOT EXISTS (SELECT 1 FROM original_removed o WHERE o.received_file_id = f.id)
        UNION ALL
        SELECT m.sha256, 'mail/' || m.number || ' ' || m.subject FROM received_mail m
        WHERE m.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mail_removed o WHERE o.mail_id = m.id)
        UNION ALL
        SELECT a.sha256, 'outbox/' || b.number || ' ' || a.name FROM outbox_attachment a JOIN outbox b ON b.id = a.outbox_id
        -- An original that was removed on purpose stays removed, whatever it was attached to.
        WHERE NOT EXISTS (SELECT 1 FROM received_file f JOIN original_removed o ON o.received_file_id = f.id WHERE f.sha256 = a.sha256)
          AND NOT EXISTS (SELECT 1 FROM attachment_removed o WHERE o.outbox_id = a.outbox_id AND o.position = a.position)
        UNION ALL
        SELECT d.sha256, d.path FROM definition d
        """;

    private const string Kept = $"SELECT sha256 AS Hash, min(what) AS What FROM ({Needed}) kept GROUP BY sha256 ORDER BY sha256";

    private const string Gone =
        $"""
        SELECT sha256 AS Hash, min(what) AS What
        FROM (
          SELECT f.sha256, f.drop_path AS what FROM received_file f JOIN original_removed o ON o.received_file_id = f.id
          UNION ALL
          SELECT m.sha256, 'mail/' || m.number FROM received_mail m JOIN mail_removed o ON o.mail_id = m.id WHERE m.sha256 IS NOT NULL
          UNION ALL
          SELECT a.sha256, 'outbox/' || a.name FROM outbox_attachment a JOIN attachment_removed o ON o.outbox_id = a.outbox_id AND o.position = a.position
        ) gone
        WHERE sha256 NOT IN (SELECT sha256 FROM ({Needed}) kept)
        GROUP BY sha256 ORDER BY sha256
        """;

    /// <summary>What must lie in the archive, by hash.</summary>
    public static IReadOnlyList<ArchivedContent> Required(DbConnection connection, DbTransaction? transaction = null) => Query(connection, transaction, Kept);

    /// <summary>What was removed on purpose and must not lie there any more, by hash.</summary>
    public static IReadOnlyList<ArchivedContent> Removed(DbConnection connection, DbTransaction? transaction = null) => Query(connection, transaction, Gone);

    private static List<ArchivedContent> Query(DbConnection connection, DbTransaction? transaction, string sql) =>
        [.. connection.Query<(string Hash, string What)>(sql, transaction: transaction).Select(row => new ArchivedContent(ContentHash.FromHex(row.Hash), row.What))];
}

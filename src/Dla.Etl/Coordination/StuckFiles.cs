using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>At which point a file is stuck.</summary>
public enum StuckWhere
{
    /// <summary>Seen in the drop folder and not taken.</summary>
    InDropFolder,

    /// <summary>Taken and not decided on.</summary>
    Undecided,

    /// <summary>Given up: the program broke on it again and again.</summary>
    GivenUp,

    /// <summary>Decided, but its sender has no answer.</summary>
    Unanswered,

    /// <summary>A message that was taken and still lies in the folder of the mailbox that is read.</summary>
    MailNotMoved,

    /// <summary>A message that waits for permission.</summary>
    MailHeld,
}

/// <summary>A file, or a message, that is stuck.</summary>
/// <param name="Where">At which point.</param>
/// <param name="Path">As delivered, relative to the drop folder; number and subject of a message.</param>
/// <param name="ReceiptNumber">เลขรับ; null while it was not taken, and for a message.</param>
/// <param name="Since">Since when it waits there.</param>
public sealed record StuckFile(StuckWhere Where, string Path, long? ReceiptNumber, DateTimeOffset Since);

/// <summary>Files for which somebody should look: for the alarm, <c>status</c> and <c>doctor</c>.</summary>
public static class StuckFiles
{
    private const string Sql =
        """
        SELECT 'in_drop_folder' AS Place, path AS Path, NULL AS Receipt, first_seen_at AS Since FROM sighting WHERE first_seen_at < @dropped
        UNION ALL
        SELECT CASE WHEN c.given_up_at IS NULL THEN 'undecided' ELSE 'given_up' END, r.drop_path, r.receipt_number, coalesce(c.given_up_at, r.archived_at)
        FROM received_file r LEFT JOIN claim c ON c.received_file_id = r.id
        WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = r.id) AND (c.given_up_at IS NOT NULL OR r.archived_at < @received)
        UNION ALL
        SELECT 'unanswered', r.drop_path, r.receipt_number, o.decided_at
        FROM outcome o JOIN received_file r ON r.id = o.received_file_id
        WHERE NOT EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = o.id) AND o.decided_at < @decided
          AND NOT EXISTS (
            SELECT 1 FROM mail_answer a WHERE a.mail_id = r.mail_id AND a.occasion = coalesce('released-' || r.mail_release, 'received'))
        UNION ALL
        SELECT 'mail_not_moved', 'mail/' || m.number || ' ' || m.subject, NULL, m.registered_at
        FROM received_mail m
        WHERE NOT EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id) AND m.registered_at < @moved
        UNION ALL
        SELECT 'mail_held', 'mail/' || m.number || ' ' || m.subject, NULL, m.registered_at
        FROM received_mail m
        WHERE m.disposition = 'held' AND m.registered_at < @held AND NOT EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = m.id)
          AND NOT EXISTS (SELECT 1 FROM mail_removed d WHERE d.mail_id = m.id)
        ORDER BY 4, 2
        """;

    /// <summary>All of them, the one that waits longest first.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="after">After how long a file counts as stuck.</param>
    /// <param name="now">The time to measure from.</param>
    public static IReadOnlyList<StuckFile> Of(DbConnection connection, StuckAfter after, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(after);
        var limits = new { moved = Instants.Text(now - after.InDropFolder), held = Instants.Text(now - after.Held), dropped = Instants.Text(now - after.InDropFolder), received = Instants.Text(now - after.Undecided), decided = Instants.Text(now - after.Unanswered) };
        return
        [
            .. connection.Query<Row>(Sql, limits).Select(row => new StuckFile(
                StoredName.Parse<StuckWhere>(row.Place), FileNames.Display(row.Path), row.Receipt, Instants.Parse(row.Since))),
        ];
    }

    /// <summary>The same as a line of <c>doctor</c>.</summary>
    public static CheckedThing Check(Database database, StuckAfter after)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Read();
        var stuck = Of(connection, after, database.Clock.GetUtcNow());
        return new("stuck files", [.. stuck.Select(Line)], $"{stuck.Count} stuck");
    }

    private static string Line(StuckFile file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(file.ReceiptNumber is { } receipt ? $"receipt {receipt}, " : "")}{file.Path}: {StoredName.Of(file.Where).Replace('_', ' ')} since {Instants.Text(file.Since)}");

    private sealed record Row
    {
        public string Place { get; init; } = "";

        public string Path { get; init; } = "";

        public long? Receipt { get; init; }

        public string Since { get; init; } = "";
    }
}

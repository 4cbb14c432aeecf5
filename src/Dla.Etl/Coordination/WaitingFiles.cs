using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>Files that were taken and are not decided yet.</summary>
public static class WaitingFiles
{
    /// <summary>Since when the one that waits longest has been waiting; null when none waits. Those that were given up do not count.</summary>
    public static DateTimeOffset? OldestSince(DbConnection connection) => connection.ExecuteScalar<string>(
        """
        SELECT min(r.archived_at) FROM received_file r LEFT JOIN claim c ON c.received_file_id = r.id
        WHERE c.given_up_at IS NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = r.id)
        """) is { } text ? Instants.Parse(text) : null;
}

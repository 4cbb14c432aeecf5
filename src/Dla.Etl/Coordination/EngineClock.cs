using System.Data.Common;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.Coordination;

/// <summary>The few words of SQL in which the engines differ when several nodes share the work.</summary>
internal static class EngineClock
{
    /// <summary>True for PostgreSQL, where any number of nodes work; SQLite serves one machine.</summary>
    public static bool IsShared(DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>An expression for the time on the one clock that all nodes share, as <see cref="Instants"/> writes it; the parameter <c>@now</c> on SQLite.</summary>
    /// <param name="connection">Tells the engine.</param>
    /// <param name="later">An expression of milliseconds to add; PostgreSQL only.</param>
    public static string Now(DbConnection connection, string later = "0") => IsShared(connection)
        ? $"""to_char((clock_timestamp() + ({later}) * interval '1 millisecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"')"""
        : "@now";

    /// <summary>A condition: nobody holds this lease or claim, or it has run out.</summary>
    /// <remarks>
    /// A time further off than twice its length cannot come from renewing: the database's clock was set back since, and a holder that
    /// died before must not be waited for until the clock has caught up. One that lives is refused by its token and begins again.
    /// On SQLite whoever asks has the locked file, so nobody else can hold it.
    /// </remarks>
    public static string IsFree(DbConnection connection, string table) => IsShared(connection)
        ? $"({table}.expires_at IS NULL OR {table}.expires_at <= {Now(connection)} OR {table}.expires_at > {Now(connection, $"2 * {table}.length_ms")})"
        : "(1 = 1)";

    /// <summary>What a token check ends with, so that nobody takes over before the transaction that checked has ended.</summary>
    public static string Locked(DbConnection connection) => IsShared(connection) ? "FOR SHARE" : "";
}

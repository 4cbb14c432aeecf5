using System.Data.Common;
using Dla.Etl.Coordination;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Dla.Etl.Running;

/// <summary>Tells an error that one file causes from one that stops the whole work.</summary>
internal static class Trouble
{
    /// <summary>True when the program broke on this one file, so that the others go on; false when the work must end and be tried again as a whole.</summary>
    /// <remarks>A database that is away or full, a lost lease and an order to stop are no file's fault and cost none an attempt.</remarks>
    public static bool IsOfTheFile(Exception wrong) => wrong switch
    {
        OutOfMemoryException or OperationCanceledException or LeaseLostException => false,
        DbException refused => IsRefusal(refused),
        _ => true,
    };

    /// <summary>True for a disk that does not answer while the archive itself is gone: a share that is no longer mounted takes no file with it.</summary>
    /// <param name="wrong">What happened.</param>
    /// <param name="archive">The archive folder.</param>
    public static bool IsArchiveGone(Exception wrong, string archive) =>
        wrong is IOException or UnauthorizedAccessException && !File.Exists(Path.Combine(archive, ArchiveMark.FileName));

    // The engine understood what was asked and says no: bad data (22), a broken constraint (23), a wrong statement (42, save missing rights),
    // a limit of the program (54), not supported (0A), raised by a trigger (P0). https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static bool IsRefusal(DbException error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => false,
        PostgresException { SqlState: [var first, var second, ..] } => $"{first}{second}" is "22" or "23" or "42" or "54" or "0A" or "P0",
        SqliteException { SqliteErrorCode: var code } =>
            code is raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE or raw.SQLITE_MISUSE,
        _ => false,
    };
}

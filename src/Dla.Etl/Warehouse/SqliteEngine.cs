using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dla.Etl.Warehouse;

/// <summary>Everything that only SQLite understands: where the file is, its pragmas, its catalogue, its own checks.</summary>
internal sealed class SqliteEngine
{
    // Waiting for another process's transaction: longer than any return takes to load, short enough to tell a stuck one.
    private const int BusySeconds = 60;

    // A commit is on the disk before it returns. Intake moves the original away after it: with NORMAL a power cut could take the commit
    // back when the move has already happened, and the file would be neither in the drop folder nor registered (invariant 1).
    private static readonly string Session =
        $"PRAGMA busy_timeout = {BusySeconds}000; PRAGMA synchronous = FULL; PRAGMA query_only = ";

    private readonly string _connectionString;

    private SqliteEngine(string path, string connectionString)
    {
        Path = path;
        _connectionString = connectionString;
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    /// <summary>Finds the file and makes sure that it can lie where it does.</summary>
    /// <exception cref="ArgumentException">A connection string of another engine, or a database in memory.</exception>
    /// <exception cref="IOException">The folder is on a network.</exception>
    public static SqliteEngine At(string connectionStringOrPath)
    {
        var settings = Settings(connectionStringOrPath);
        if (settings.DataSource.Contains("://", StringComparison.Ordinal))
            throw new ArgumentException("Not a file: this program keeps its warehouse in SQLite.", nameof(connectionStringOrPath));
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory
            || settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The warehouse needs a file: give its path.", nameof(connectionStringOrPath));
        LocalDirectory.Require(settings.DataSource);
        settings.DataSource = System.IO.Path.GetFullPath(settings.DataSource);
        settings.Mode = SqliteOpenMode.ReadWriteCreate;
        settings.ForeignKeys = true;
        settings.DefaultTimeout = BusySeconds;
        return new(settings.DataSource, settings.ToString());
    }

    /// <summary>Makes the folder, and the file where there is none yet; refuses a file that is something else, without touching it.</summary>
    /// <exception cref="IOException">The file or its folder may not be written.</exception>
    /// <exception cref="SchemaException">The file is something else.</exception>
    public void Create()
    {
        SqliteLibrary.Use();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        try
        {
            using var connection = Connect(readOnly: false);
            if (IsEmpty(connection) || HasTable(connection, "schema_migration"))
                connection.Execute("PRAGMA journal_mode = WAL");
            else
                throw new SchemaException($"{Path} is an SQLite database of something else. Set the database to another file.");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new SchemaException($"{Path} is not an SQLite database. Set the database to another file.", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
        {
            throw new IOException($"{Path} cannot be opened for writing: look at the rights of the file and of its folder.", error);
        }
    }

    /// <summary>An open connection; a read-only one refuses every change.</summary>
    public DbConnection Connect(bool readOnly)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute(Session + (readOnly ? "1" : "0"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A transaction that holds the write lock from its first instant (BEGIN IMMEDIATE): a later upgrade could not wait its turn.</summary>
    public static DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>A transaction whose statements all see the same state; it takes no lock.</summary>
    public static DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <summary>True when the table exists.</summary>
    public static bool HasTable(DbConnection connection, string table) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) == 1;

    /// <summary>What SQLite's own checks of pages, indexes and references complain of; empty when all is well.</summary>
    public static IReadOnlyList<string> Complaints(DbConnection connection) =>
    [
        .. connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok"),
        .. connection.Query<(string Table, long? Row, string Parent)>("PRAGMA foreign_key_check")
            .Select(broken => $"a row of {broken.Table} refers to a row of {broken.Parent} that is not there"),
    ];

    /// <summary>True when the engine says that the file itself is damaged.</summary>
    public static bool IsDamage(DbException error) =>
        error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    /// <summary>Closes the connections that wait in the pool.</summary>
    public void Release()
    {
        using var any = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(any);
    }

    private static bool IsEmpty(DbConnection connection) => connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") == 0;

    private static SqliteConnectionStringBuilder Settings(string connectionStringOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionStringOrPath);
        if (!LooksLikeConnectionString(connectionStringOrPath))
            return new() { DataSource = connectionStringOrPath };
        try
        {
            return new(connectionStringOrPath);
        }
        catch (ArgumentException error)
        {
            // Not shown: the text may hold a password.
            throw new ArgumentException($"Not a connection string of SQLite: {error.Message}", nameof(connectionStringOrPath));
        }
    }

    private static bool LooksLikeConnectionString(string text) => text.Split(';').Any(part =>
        part.Split('=') is [var key, _, ..]
        && key.Trim().ToUpperInvariant() is "DATA SOURCE" or "DATASOURCE" or "FILENAME" or "HOST" or "SERVER" or "DATABASE");
}

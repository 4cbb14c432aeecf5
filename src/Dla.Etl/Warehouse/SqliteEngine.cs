using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dla.Etl.Warehouse;

/// <summary>Everything that only SQLite understands: where the file is, its pragmas, its catalogue, its own checks.</summary>
internal sealed class SqliteEngine : Engine
{
    // Waiting for another process's transaction: longer than any return takes to load, short enough to tell a stuck one.
    private const int BusySeconds = 60;

    // A commit is on the disk before it returns. Intake moves the original away after it: with NORMAL a power cut could take the commit
    // back when the move has already happened, and the file would be neither in the drop folder nor registered (invariant 1).
    private static readonly string Session =
        $"PRAGMA busy_timeout = {BusySeconds}000; PRAGMA synchronous = FULL; PRAGMA query_only = ";

    private readonly string _connectionString;
    private bool _connected;

    private SqliteEngine(string path, string connectionString)
    {
        Path = path;
        _connectionString = connectionString;
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Dialect => "sqlite";

    /// <inheritdoc/>
    public override string Place => Path;

    /// <inheritdoc/>
    public override bool WritesBesideTheLane => false;

    /// <summary>Finds where the file is to be; looks at no disk.</summary>
    /// <exception cref="ArgumentException">A connection string of another engine, or a database in memory.</exception>
    public static SqliteEngine At(string connectionStringOrPath)
    {
        var settings = Settings(connectionStringOrPath);
        if (settings.DataSource.Contains("://", StringComparison.Ordinal))
            throw new ArgumentException("Neither a file nor a connection string of PostgreSQL (Host=…).", nameof(connectionStringOrPath));
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory
            || settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The warehouse needs a file: give its path.", nameof(connectionStringOrPath));
        // A share keeps its name as given: whether it is one is said by whoever opens it.
        if (!LocalDirectory.IsUncName(settings.DataSource, OperatingSystem.IsWindows()))
            settings.DataSource = System.IO.Path.GetFullPath(settings.DataSource);
        settings.Mode = SqliteOpenMode.ReadWriteCreate;
        settings.ForeignKeys = true;
        settings.DefaultTimeout = BusySeconds;
        return new(settings.DataSource, settings.ToString());
    }

    /// <inheritdoc/>
    public override bool Exists() => File.Exists(Path);

    /// <summary>Makes the folder, and the file where there is none yet; refuses a file that is something else, without touching it.</summary>
    /// <exception cref="IOException">The folder is on a network, or it or the file may not be written.</exception>
    /// <exception cref="SchemaException">The file is something else.</exception>
    public override void Create()
    {
        LocalDirectory.Require(Path);
        SqliteLibrary.Use();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Recognise(readOnly: false, connection => connection.Execute("PRAGMA journal_mode = WAL"));
    }

    /// <inheritdoc/>
    public override void Look()
    {
        LocalDirectory.Require(Path);
        SqliteLibrary.Use();
        Recognise(readOnly: true, _ => { });
    }

    private void Recognise(bool readOnly, Action<DbConnection> then)
    {
        try
        {
            using var connection = Connect(readOnly);
            if (IsEmpty(connection) || HasTable(connection, "schema_migration"))
                then(connection);
            else
                throw new SchemaException($"{Path} เป็นฐานข้อมูลของระบบอื่น กรุณาตั้ง Folders:Database เป็นไฟล์อื่น · is an SQLite database of something else. Set the database to another file.");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new SchemaException($"{Path} ไม่ใช่ไฟล์ฐานข้อมูล กรุณาตั้ง Folders:Database เป็นไฟล์อื่น · is not an SQLite database. Set the database to another file.", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
        {
            throw new IOException($"{Path} เปิดเพื่อเขียนไม่ได้ กรุณาตรวจสิทธิ์ของไฟล์และโฟลเดอร์ · cannot be opened for writing: look at the rights of the file and of its folder.", error);
        }
    }

    /// <summary>An open connection; a read-only one refuses every change.</summary>
    public override DbConnection Connect(bool readOnly)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            _connected = true;
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
    public override DbTransaction BeginLane(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>The same as the lane: SQLite has one writer.</summary>
    public override DbTransaction BeginChange(DbConnection connection) => BeginLane(connection);

    /// <inheritdoc/>
    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public override bool HasTable(DbConnection connection, string table) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) == 1;

    /// <summary>What SQLite's own checks of pages, indexes and references complain of; empty when all is well.</summary>
    public override IReadOnlyList<string> Complaints(DbConnection connection) =>
    [
        .. connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok"),
        .. connection.Query<(string Table, long? Row, string Parent)>("PRAGMA foreign_key_check")
            .Select(broken => $"a row of {broken.Table} refers to a row of {broken.Parent} that is not there"),
    ];

    /// <summary>True when the engine says that the file itself is damaged.</summary>
    public static bool IsDamage(DbException error) =>
        error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    /// <summary>True when the disk is full or does not let it write.</summary>
    public static bool IsDisk(DbException error) => error is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN,
    };

    /// <summary>Nothing: SQLite compares text by its bytes.</summary>
    public override void Settle(WriteLane lane)
    {
    }

    /// <inheritdoc/>
    public override void PrepareRestore(WriteLane lane) => lane.Execute("PRAGMA defer_foreign_keys = ON");

    /// <summary>Freed places are overwritten with noughts. Source: sqlite.org/pragma.html#pragma_secure_delete.</summary>
    public override void PrepareErasing(WriteLane lane) => lane.Execute("PRAGMA secure_delete = ON");

    /// <summary>Empties the write-ahead log, in which the pages lie as they were.</summary>
    public override void FinishErasing(IReadOnlyCollection<string> tables)
    {
        using var connection = Connect(readOnly: false);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public override BulkInsert Into(WriteLane lane, string table, string[] columns) => new PreparedInsert(lane, table, columns);

    /// <summary>Statistics where they are worth it, and the log file back to its usual size. Facts are only ever added, so there is nothing to vacuum.</summary>
    public override void Upkeep(DbConnection connection)
    {
        // https://www.sqlite.org/pragma.html#pragma_optimize
        connection.Execute("PRAGMA optimize");
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public override string Describe(DbConnection connection) => $"{SqliteLibrary.Describe()}, {Path}";

    /// <inheritdoc/>
    public override void Dispose()
    {
        // One that was only asked where it is must not load the library: which one has not been settled yet.
        if (!_connected)
            return;
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
        && key.Trim().ToUpperInvariant() is "DATA SOURCE" or "DATASOURCE" or "FILENAME" or "DATABASE");
}

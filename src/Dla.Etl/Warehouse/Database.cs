using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dla.Etl.Warehouse;

/// <summary>The warehouse: readers as many as you like, one writer at a time, here and in every other process on the same database.</summary>
public sealed class Database : IDisposable
{
    private readonly Lock _lane = new();

    private Database(Engine engine, TimeProvider clock)
    {
        Engine = engine;
        Clock = clock;
    }

    /// <summary>The clock that stamps what is written.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Who acts through this handle, for the audit; the account of this process on this machine unless a host says its node's name.</summary>
    public Actor Actor { get; set; } = Actor.OfThisProcess;

    /// <summary>Where it is, for people: the full path of the file, or server, database, role and schema; never a password.</summary>
    public string Place => Engine.Place;

    /// <summary>True for PostgreSQL, which any number of nodes share; false for SQLite, which belongs to one machine.</summary>
    public bool IsShared => Engine.WritesBesideTheLane;

    internal Engine Engine { get; }

    /// <summary>Opens the warehouse, makes it where there is none, and brings its schema up to date under a lock.</summary>
    /// <param name="connectionStringOrPath">A file or <c>Data Source=…</c> for SQLite; <c>Host=…</c> for PostgreSQL, with <c>Search Path</c> for another schema than <c>dla_etl</c>.</param>
    /// <param name="clock">Stamps what is written; the demo gives its own.</param>
    /// <param name="node">Who the server says is connected; the name of the machine unless given.</param>
    /// <exception cref="ArgumentException">A connection string that neither engine understands, or a database in memory.</exception>
    /// <exception cref="IOException">The folder lies on a network, or may not be written.</exception>
    /// <exception cref="SchemaException">Newer than the program, changed, not a warehouse at all, or the role may not make it.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public static Database Open(string connectionStringOrPath, TimeProvider clock, string? node = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var database = OpenAsItIs(connectionStringOrPath, clock, node);
        try
        {
            Schema.BringUpToDate(database, Schema.Known(database.Engine.Dialect));
            return database;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            database.Dispose();
            throw new SchemaException($"{database.Place}: ผู้ใช้นี้ไม่มีสิทธิ์แก้ตาราง ซึ่งผู้ใช้อื่นเป็นผู้สร้าง กรุณาแจ้งผู้ดูแลฐานข้อมูล · the role may not change the tables, which another one made: {error.MessageText}", error);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a warehouse that is there and changes nothing: its schema stays as it is, and <see cref="Check"/> says what is not applied.</summary>
    /// <param name="connectionStringOrPath">As for <see cref="Open"/>.</param>
    /// <param name="clock">As for <see cref="Open"/>.</param>
    /// <param name="node">As for <see cref="Open"/>.</param>
    /// <exception cref="ArgumentException">A connection string that neither engine understands, or a database in memory.</exception>
    /// <exception cref="IOException">The file cannot be opened, or lies on a network.</exception>
    /// <exception cref="SchemaException">Not a warehouse at all, or the role may not use it.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public static Database OpenToLook(string connectionStringOrPath, TimeProvider clock, string? node = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return With(new Database(Engine.At(connectionStringOrPath, node ?? Environment.MachineName), clock), engine => engine.Look());
    }

    /// <summary>Opens the warehouse, or makes the place for one, and leaves its tables as they are: a restore makes those of its backup.</summary>
    internal static Database OpenAsItIs(string connectionStringOrPath, TimeProvider clock, string? node = null) =>
        With(new Database(Engine.At(connectionStringOrPath, node ?? Environment.MachineName), clock), engine => engine.Create());

    private static Database With(Database database, Action<Engine> begin)
    {
        try
        {
            begin(database.Engine);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>True when there is a warehouse; makes nothing.</summary>
    /// <exception cref="ArgumentException">A connection string that neither engine understands, or a database in memory.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public static bool Exists(string connectionStringOrPath)
    {
        using var engine = Engine.At(connectionStringOrPath, Environment.MachineName);
        return engine.Exists();
    }

    /// <summary>Where a warehouse is or would be, for people: what <see cref="Place"/> says of an open one.</summary>
    /// <exception cref="ArgumentException">A connection string that neither engine understands, or a database in memory.</exception>
    public static string PlaceOf(string connectionStringOrPath)
    {
        using var engine = Engine.At(connectionStringOrPath, Environment.MachineName);
        return engine.Place;
    }

    /// <summary>Full path of the file of SQLite; null for a server.</summary>
    /// <exception cref="ArgumentException">A connection string that SQLite does not understand, or a database in memory.</exception>
    public static string? FileOf(string connectionStringOrPath) =>
        PostgresSettings.IsMeantBy(connectionStringOrPath) ? null : SqliteEngine.At(connectionStringOrPath).Path;

    /// <summary>A connection that reads and refuses every change; the caller disposes of it.</summary>
    /// <remarks>Each statement sees what was committed when it began. Several statements agree when they all ask as of one sequence.</remarks>
    /// <exception cref="ConnectionException">The server cannot be reached.</exception>
    public DbConnection Read() => Engine.Connect(readOnly: true);

    /// <summary>Runs work in the writer's lane: one transaction, committed when the work returns, undone whole when it throws.</summary>
    /// <remarks>
    /// The lane is held from before the first statement, so what the work reads is what it decides on: nobody can commit in between.
    /// Keep it short and touch no file in it. It is never repeated here: when the connection is lost while committing, the next try finds what is there.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Called from inside the lane of the same database, or a bulk insert was not completed.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached, or another program keeps the lane.</exception>
    public T Write<T>(Func<WriteLane, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        RefuseInsideTheLane();
        lock (_lane)
            return Run(Engine.BeginLane, work);
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<WriteLane> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Write(lane =>
        {
            work(lane);
            return true;
        });
    }

    /// <summary>Runs work in a transaction without the lane, for leases, claims and heartbeats, which must not wait for a load. On SQLite the same as <see cref="Write{T}"/>.</summary>
    /// <remarks>Others commit meanwhile: lock the rows that it decides on, or change them by one statement. READ COMMITTED.</remarks>
    /// <exception cref="InvalidOperationException">Called from inside the lane of the same database.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached.</exception>
    public T Change<T>(Func<WriteLane, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!Engine.WritesBesideTheLane)
            return Write(work);
        RefuseInsideTheLane();
        return Run(Engine.BeginChange, work);
    }

    /// <inheritdoc cref="Change{T}"/>
    public void Change(Action<WriteLane> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Change(lane =>
        {
            work(lane);
            return true;
        });
    }

    /// <summary>Engine, library or server, version and place, for <c>doctor</c>.</summary>
    public string Describe()
    {
        using var connection = Read();
        return Engine.Describe(connection);
    }

    /// <summary>Looks whether the warehouse is whole and its counts agree, for <c>doctor</c>; mends nothing.</summary>
    public IReadOnlyList<CheckedThing> Check() => WarehouseCheck.Run(this);

    /// <summary>Keeps the engine quick: statistics, and what else it wants done now and then. Others may work meanwhile.</summary>
    /// <exception cref="ConnectionException">The server cannot be reached.</exception>
    public void Upkeep()
    {
        using var connection = Engine.Connect(readOnly: false);
        Engine.Upkeep(connection);
    }

    /// <summary>True when an error of the engine means that the database is damaged, so that only a backup helps.</summary>
    public static bool IsDamage(DbException error) => error switch
    {
        SqliteException file => SqliteEngine.IsDamage(file),
        NpgsqlException server => PostgresTrouble.IsDamage(server),
        _ => false,
    };

    /// <summary>True when an error of the engine means that the disk of the database is full, or does not let it write.</summary>
    public static bool IsDisk(DbException error) => error switch
    {
        SqliteException file => SqliteEngine.IsDisk(file),
        PostgresException server => server.SqlState is PostgresErrorCodes.DiskFull,
        _ => false,
    };

    /// <summary>True when an error means that the server or the line to it is gone: what was under way counts for nothing until it is looked up again.</summary>
    public static bool IsLost(Exception error) => error switch
    {
        ConnectionException => true,
        NpgsqlException server => PostgresTrouble.IsLost(server),
        _ => error?.InnerException is { } inner && IsLost(inner),
    };

    /// <summary>Closes the connections kept for reuse.</summary>
    public void Dispose() => Engine.Dispose();

    private T Run<T>(Func<DbConnection, DbTransaction> begin, Func<WriteLane, T> work)
    {
        using var connection = Engine.Connect(readOnly: false);
        using var transaction = begin(connection);
        var lane = new WriteLane(Engine, connection, transaction, Clock) { Actor = Actor };
        var result = work(lane);
        if (lane.Unfinished > 0)
            throw new InvalidOperationException("A bulk insert was begun and not completed; nothing is committed.");
        transaction.Commit();
        return result;
    }

    private void RefuseInsideTheLane()
    {
        if (_lane.IsHeldByCurrentThread)
            throw new InvalidOperationException("The writer's lane is taken by this very thread: pass the lane on instead of opening another.");
    }
}

using System.Data.Common;

namespace Dla.Etl.Warehouse;

/// <summary>The warehouse: readers as many as you like, one writer at a time, here and in every other process on the same database.</summary>
public sealed class Database : IDisposable
{
    private readonly SqliteEngine _engine;
    private readonly Lock _lane = new();

    private Database(SqliteEngine engine, TimeProvider clock)
    {
        _engine = engine;
        Clock = clock;
    }

    /// <summary>The clock that stamps what is written.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Who acts through this handle, for the audit; the account of this process on this machine unless a host says its node's name.</summary>
    public Actor Actor { get; set; } = Actor.OfThisProcess;

    /// <summary>Full path of the database file.</summary>
    public string Path => _engine.Path;

    /// <summary>Opens the warehouse, makes it where there is none, and brings its schema up to date under a lock.</summary>
    /// <param name="connectionStringOrPath">A file, or <c>Data Source=…</c>.</param>
    /// <param name="clock">Stamps what is written; the demo gives its own.</param>
    /// <exception cref="ArgumentException">A connection string of another engine, or a database in memory.</exception>
    /// <exception cref="IOException">The folder lies on a network, or may not be written.</exception>
    /// <exception cref="SchemaException">Newer than the program, changed, or not a warehouse at all.</exception>
    public static Database Open(string connectionStringOrPath, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var database = new Database(SqliteEngine.At(connectionStringOrPath), clock);
        try
        {
            database._engine.Create();
            Schema.BringUpToDate(database, Schema.Known);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection that reads and refuses every change; the caller disposes of it.</summary>
    /// <remarks>Each statement sees what was committed when it began. Several statements agree when they all ask as of one sequence.</remarks>
    public DbConnection Read() => _engine.Connect(readOnly: true);

    /// <summary>Runs work in the writer's lane: one transaction, committed when the work returns, undone whole when it throws.</summary>
    /// <remarks>
    /// The lane is held from before the first statement, so what the work reads is what it decides on: nobody can commit in between.
    /// Keep it short and touch no file in it.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Called from inside the lane of the same database.</exception>
    public T Write<T>(Func<WriteLane, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_lane.IsHeldByCurrentThread)
            throw new InvalidOperationException("The writer's lane is taken by this very thread: pass the lane on instead of opening another.");
        lock (_lane)
        {
            using var connection = _engine.Connect(readOnly: false);
            using var transaction = SqliteEngine.BeginWrite(connection);
            var result = work(new WriteLane(connection, transaction, Clock) { Actor = Actor });
            transaction.Commit();
            return result;
        }
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

    /// <summary>Engine, library, version and file, for <c>doctor</c>.</summary>
    public string Describe() => $"{SqliteLibrary.Describe()}, {Path}";

    /// <summary>Looks whether the warehouse is whole and its counts agree, for <c>doctor</c>; mends nothing.</summary>
    public IReadOnlyList<CheckedThing> Check() => WarehouseCheck.Run(this);

    /// <summary>True when an error of the engine means that the file is damaged, so that only a backup helps.</summary>
    public static bool IsDamage(DbException error) => SqliteEngine.IsDamage(error);

    /// <summary>Closes the connections kept for reuse.</summary>
    public void Dispose() => _engine.Release();
}

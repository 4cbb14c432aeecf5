using System.Data.Common;

namespace Dla.Etl.Warehouse;

/// <summary>What SQLite and PostgreSQL do each in their own way; everything else of the warehouse is the same SQL on both.</summary>
internal abstract class Engine : IDisposable
{
    /// <summary>Which of <c>0002-name.sqlite.sql</c> and <c>0002-name.postgres.sql</c> is meant for it.</summary>
    public abstract string Dialect { get; }

    /// <summary>Where the warehouse is, for people; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>True when a transaction that is not in the writer's lane can write beside it.</summary>
    public abstract bool WritesBesideTheLane { get; }

    /// <summary>The engine that a setting names: <c>Host=…</c> is PostgreSQL, everything else a file of SQLite.</summary>
    /// <param name="connectionStringOrPath">A file, <c>Data Source=…</c>, or <c>Host=…</c>.</param>
    /// <param name="node">The name under which the server lists our connections.</param>
    /// <exception cref="ArgumentException">A connection string that neither engine understands, or a database in memory.</exception>
    public static Engine At(string connectionStringOrPath, string node) => PostgresSettings.IsMeantBy(connectionStringOrPath)
        ? new PostgresEngine(PostgresSettings.Of(connectionStringOrPath, node))
        : SqliteEngine.At(connectionStringOrPath);

    /// <summary>True when there is a warehouse; makes nothing.</summary>
    public abstract bool Exists();

    /// <summary>Makes the place for the tables where there is none; refuses one that is something else, without touching it.</summary>
    /// <exception cref="IOException">The file or its folder may not be written, or lies on a network.</exception>
    /// <exception cref="SchemaException">It is something else, or the role may not make it.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public abstract void Create();

    /// <summary>Refuses what is no warehouse of ours; makes and changes nothing.</summary>
    /// <exception cref="IOException">The file cannot be opened, or lies on a network.</exception>
    /// <exception cref="SchemaException">It is something else, or the role may not use it.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public abstract void Look();

    /// <summary>An open connection; a read-only one refuses every change.</summary>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    public abstract DbConnection Connect(bool readOnly);

    /// <summary>A transaction that holds the writer's lane of all nodes before its first statement.</summary>
    public abstract DbTransaction BeginLane(DbConnection connection);

    /// <summary>A transaction that writes without the lane.</summary>
    public abstract DbTransaction BeginChange(DbConnection connection);

    /// <summary>A transaction whose statements all see the same state; it takes no lock.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>True when the warehouse has the table.</summary>
    public abstract bool HasTable(DbConnection connection, string table);

    /// <summary>What is done to new tables after the migrations that made them, in the same transaction.</summary>
    public abstract void Settle(WriteLane lane);

    /// <summary>Makes ready for filling all tables in one transaction: references are looked at when it ends, and nothing ends it for taking long.</summary>
    public abstract void PrepareRestore(WriteLane lane);

    /// <summary>Makes ready for taking out personal data, so that what is overwritten does not stay behind on the disk.</summary>
    public abstract void PrepareErasing(WriteLane lane);

    /// <summary>After the commit: removes what the engine keeps of the rows as they were.</summary>
    /// <param name="tables">The tables that changed.</param>
    public abstract void FinishErasing(IReadOnlyCollection<string> tables);

    /// <summary>Many rows into one table.</summary>
    public abstract BulkInsert Into(WriteLane lane, string table, string[] columns);

    /// <summary>What the engine itself complains of; empty when all is well.</summary>
    public abstract IReadOnlyList<string> Complaints(DbConnection connection);

    /// <summary>Keeps the engine's knowledge of the tables fresh, so that it finds rows quickly.</summary>
    public abstract void Upkeep(DbConnection connection);

    /// <summary>Engine, version and place, for people.</summary>
    public abstract string Describe(DbConnection connection);

    /// <summary>Closes the connections kept for reuse.</summary>
    public abstract void Dispose();
}

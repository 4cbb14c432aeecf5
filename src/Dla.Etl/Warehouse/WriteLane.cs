using System.Data.Common;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>A transaction that writes, as long as it lasts: mostly the writer's lane. Statements take parameters, never pasted values.</summary>
public sealed class WriteLane
{
    private readonly Engine _engine;

    internal WriteLane(Engine engine, DbConnection connection, DbTransaction transaction, TimeProvider clock) =>
        (_engine, Connection, Transaction, Clock) = (engine, connection, transaction, clock);

    /// <summary>Open, inside the transaction.</summary>
    public DbConnection Connection { get; }

    /// <summary>Committed by <see cref="Database"/>, by nobody else.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Stamps what is written.</summary>
    public TimeProvider Clock { get; }

    /// <summary>How many bulk inserts were begun and not completed.</summary>
    internal int Unfinished { get; set; }

    /// <summary>Who acts, for the audit.</summary>
    public Actor Actor { get; init; } = Actor.OfThisProcess;

    /// <summary>Now, as stored.</summary>
    public string Now => Instants.Text(Clock.GetUtcNow());

    /// <summary>A new id: a version 7 GUID, which sorts by time.</summary>
    public string NewId() => Guid.CreateVersion7(Clock.GetUtcNow()).ToString();

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters, Transaction);

    /// <summary>The first column of the first row; the default of <typeparamref name="T"/> when there is none.</summary>
    public T? Scalar<T>(string sql, object? parameters = null) => Connection.ExecuteScalar<T>(sql, parameters, Transaction);

    /// <summary>The only row, or the default when there is none.</summary>
    /// <exception cref="InvalidOperationException">More than one row.</exception>
    public T? Row<T>(string sql, object? parameters = null) => Connection.QuerySingleOrDefault<T>(sql, parameters, Transaction);

    /// <summary>All rows.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, object? parameters = null) => Connection.Query<T>(sql, parameters, Transaction).AsList();

    /// <summary>Many rows into one table; the names come from code, never from outside.</summary>
    public BulkInsert Into(string table, params string[] columns) => _engine.Into(this, table, columns);
}

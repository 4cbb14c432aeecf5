using System.Data.Common;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>The writer's lane while it is held: one connection, one transaction. Statements take parameters, never pasted values.</summary>
/// <param name="Connection">Open, inside the transaction.</param>
/// <param name="Transaction">Committed by <see cref="Database.Write{T}"/>, by nobody else.</param>
/// <param name="Clock">Stamps what is written.</param>
public sealed record WriteLane(DbConnection Connection, DbTransaction Transaction, TimeProvider Clock)
{
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
    public BulkInsert Into(string table, params string[] columns) => new(this, table, columns);
}

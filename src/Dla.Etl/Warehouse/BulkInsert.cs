using System.Data.Common;

namespace Dla.Etl.Warehouse;

/// <summary>Many rows into one table by one prepared statement inside the lane's transaction.</summary>
public sealed class BulkInsert : IDisposable
{
    private readonly DbCommand _command;

    internal BulkInsert(WriteLane lane, string table, string[] columns)
    {
        _command = lane.Connection.CreateCommand();
        _command.Transaction = lane.Transaction;
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        foreach (var column in columns)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + column;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>How many rows have gone in.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row: the values in the order of the columns, null for NULL.</summary>
    /// <exception cref="ArgumentException">Not one value a column.</exception>
    public void Add(params ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count)
            throw new ArgumentException($"{_command.Parameters.Count} columns, {values.Length} values.", nameof(values));
        for (var index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        _command.ExecuteNonQuery();
        Count++;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}

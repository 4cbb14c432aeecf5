using System.Data.Common;

namespace Dla.Etl.Warehouse;

/// <summary>Rows one by one through one prepared statement: SQLite is in this process, so there is no way to save.</summary>
internal sealed class PreparedInsert : BulkInsert
{
    private readonly DbCommand _command;

    public PreparedInsert(WriteLane lane, string table, string[] columns)
        : base(lane, columns.Length)
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

    /// <inheritdoc/>
    public override void Dispose() => _command.Dispose();

    private protected override void Write(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    private protected override void Finish()
    {
    }
}

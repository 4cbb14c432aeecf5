using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Dla.Etl.Warehouse;

/// <summary>Rows through PostgreSQL's binary COPY: one statement for all of them. Disposed of before it is completed, it fails the transaction.</summary>
internal sealed class CopyInsert : BulkInsert
{
    private readonly NpgsqlBinaryImporter _rows;
    private readonly NpgsqlDbType[] _types;

    public CopyInsert(WriteLane lane, string table, string[] columns, NpgsqlDbType[] types)
        : base(lane, columns.Length)
    {
        _types = types;
        _rows = ((NpgsqlConnection)lane.Connection).BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
    }

    /// <inheritdoc/>
    public override void Dispose() => _rows.Dispose();

    private protected override void Write(ReadOnlySpan<object?> values)
    {
        _rows.StartRow();
        for (var index = 0; index < values.Length; index++)
            Write(values[index], _types[index]);
    }

    private protected override void Finish() => _rows.Complete();

    // Binary COPY takes the very type of the column: an int for a BIGINT would be four bytes where eight belong.
    private void Write(object? value, NpgsqlDbType type)
    {
        if (value is null)
            _rows.WriteNull();
        else if (type == NpgsqlDbType.Bigint)
            _rows.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), type);
        else if (type == NpgsqlDbType.Integer)
            _rows.Write(Convert.ToInt32(value, CultureInfo.InvariantCulture), type);
        else
            _rows.Write((string)value, type);
    }
}

/// <summary>The types of the columns that rows are copied into, looked up once a table.</summary>
internal sealed class CopyColumns
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, NpgsqlDbType>> _known = new(StringComparer.Ordinal);

    /// <summary>The types of these columns.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column: a mistake of the program.</exception>
    public NpgsqlDbType[] TypesOf(WriteLane lane, string schema, string table, string[] columns)
    {
        var types = _known.GetOrAdd(table, _ => Read(lane, schema, table));
        return Array.ConvertAll(columns, column => types[column]);
    }

    private static Dictionary<string, NpgsqlDbType> Read(WriteLane lane, string schema, string table) => lane
        .Rows<(string Column, string Type)>(
            "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = @schema AND table_name = @table",
            new { schema, table })
        .ToDictionary(column => column.Column, column => TypeOf(table, column.Column, column.Type), StringComparer.Ordinal);

    private static NpgsqlDbType TypeOf(string table, string column, string type) => type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "text" => NpgsqlDbType.Text,
        _ => throw new InvalidOperationException($"Column {column} of {table} is {type}; the warehouse keeps TEXT, INTEGER and BIGINT only."),
    };
}

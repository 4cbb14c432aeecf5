using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dla.Etl.Warehouse;

/// <summary>What a column holds, the same on both engines.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ColumnShape(string Name, ColumnKind Kind);

/// <summary>A table as the engine's own catalogue describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">In their order.</param>
/// <param name="Key">Columns of the primary key, in their order.</param>
/// <param name="Parents">Tables that its rows refer to, itself left out.</param>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> Parents)
{
    /// <summary>The columns that hold text.</summary>
    public IEnumerable<string> TextColumns => Columns.Where(column => column.Kind == ColumnKind.Text).Select(column => column.Name);

    /// <summary>All rows in the order of the primary key, which is the same on both engines: text by its bytes, whatever the database's language.</summary>
    /// <param name="columns">The columns asked for.</param>
    /// <param name="onSqlite">True on SQLite, where text is always ordered by its bytes.</param>
    public string SelectInOrder(IEnumerable<string> columns, bool onSqlite)
    {
        var order = Key.Select(name => onSqlite || Columns.First(column => column.Name == name).Kind != ColumnKind.Text ? $"\"{name}\"" : $"\"{name}\" COLLATE \"C\"");
        return $"SELECT {string.Join(", ", columns.Select(name => $"\"{name}\""))} FROM \"{Name}\" ORDER BY {string.Join(", ", order)}";
    }
}

/// <summary>The tables of the warehouse, asked from the engine: a table of a later migration is in it without being told of.</summary>
internal static class TableCatalogue
{
    /// <summary>The table that says what was applied; it belongs to the schema, not to the data.</summary>
    public const string OfMigrations = "schema_migration";

    /// <summary>All tables but that of the migrations, each after the tables that its rows refer to.</summary>
    /// <exception cref="InvalidOperationException">A table without primary key, of an unknown type of column, or a circle of references: a mistake of a migration.</exception>
    public static IReadOnlyList<TableShape> Of(DbConnection connection, DbTransaction? transaction)
    {
        var engine = IsSqlite(connection) ? "sqlite" : "postgres";
        var columns = connection.Query<ColumnRow>(SqlText.Beside(typeof(TableCatalogue), $"tables-{engine}"), transaction: transaction).AsList();
        var parents = connection.Query<(string Table, string Parent)>(SqlText.Beside(typeof(TableCatalogue), $"parents-{engine}"), transaction: transaction)
            .ToLookup(pair => pair.Table, pair => pair.Parent, StringComparer.Ordinal);
        return InOrder([.. columns.Where(row => row.Table != OfMigrations).GroupBy(row => row.Table, StringComparer.Ordinal).Select(rows => Shape(rows.Key, [.. rows], [.. parents[rows.Key]]))]);
    }

    /// <summary>True for a connection of SQLite.</summary>
    public static bool IsSqlite(DbConnection connection) => connection is SqliteConnection;

    private static TableShape Shape(string name, ColumnRow[] columns, string[] parents)
    {
        string[] key = [.. columns.Where(column => column.KeyPosition > 0).OrderBy(column => column.KeyPosition).Select(column => column.Column)];
        return key.Length > 0
            ? new(name, [.. columns.Select(column => new ColumnShape(column.Column, KindOf(name, column)))], key, parents)
            : throw new InvalidOperationException($"Table {name} has no primary key: its rows have no order, so no two backups would agree.");
    }

    private static ColumnKind KindOf(string table, ColumnRow column) => column.Type.ToUpperInvariant() switch
    {
        "TEXT" => ColumnKind.Text,
        "INTEGER" => ColumnKind.Integer,
        "BIGINT" => ColumnKind.Long,
        var other => throw new InvalidOperationException($"Column {column.Column} of table {table} is {other}; the warehouse keeps TEXT, INTEGER and BIGINT only."),
    };

    private static List<TableShape> InOrder(List<TableShape> tables)
    {
        var (ordered, placed) = (new List<TableShape>(tables.Count), new HashSet<string>(StringComparer.Ordinal));
        while (tables.Count > 0)
        {
            var next = tables.Find(table => table.Parents.All(placed.Contains))
                ?? throw new InvalidOperationException($"These tables refer to each other in a circle: {string.Join(", ", tables.Select(table => table.Name))}.");
            ordered.Add(next);
            placed.Add(next.Name);
            tables.Remove(next);
        }

        return ordered;
    }

    private sealed record ColumnRow
    {
        public string Table { get; init; } = "";

        public string Column { get; init; } = "";

        public string Type { get; init; } = "";

        public long KeyPosition { get; init; }
    }
}

using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>A row that holds an address.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its primary key.</param>
/// <param name="Clean">The columns that change, with their text without the address.</param>
internal sealed record FoundRow(TableShape Table, IReadOnlyDictionary<string, object> Key, IReadOnlyDictionary<string, string> Clean)
{
    /// <summary>Writes the clean texts.</summary>
    public void Update(WriteLane lane)
    {
        var (values, sets, wheres) = (new DynamicParameters(), new List<string>(), new List<string>());
        foreach (var (column, text) in Clean)
        {
            sets.Add($"\"{column}\" = @set{sets.Count}");
            values.Add($"set{sets.Count - 1}", text);
        }

        foreach (var (column, value) in Key)
        {
            wheres.Add($"\"{column}\" = @key{wheres.Count}");
            values.Add($"key{wheres.Count - 1}", value);
        }

        lane.Execute($"UPDATE \"{Table.Name}\" SET {string.Join(", ", sets)} WHERE {string.Join(" AND ", wheres)}", values);
    }
}

/// <summary>Looks for an address in every column of text of every table, as the engine's own catalogue lists them.</summary>
internal sealed class AddressInTables(PersonAddress address)
{
    /// <summary>All rows that hold it.</summary>
    public IReadOnlyList<FoundRow> Find(DbConnection connection, DbTransaction? transaction) =>
        [.. TableCatalogue.Of(connection, transaction).SelectMany(table => Find(connection, transaction, table))];

    private IEnumerable<FoundRow> Find(DbConnection connection, DbTransaction? transaction, TableShape table)
    {
        string[] texts = [.. table.TextColumns];
        string[] columns = [.. table.Key, .. texts];
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = table.SelectInOrder(columns, TableCatalogue.IsSqlite(connection));
        foreach (var row in TableText.Rows(command))
        {
            var clean = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var index = 0; index < texts.Length; index++)
                if (row[table.Key.Count + index] is string text && AddressInText.Remove(text, address) is var left && left != text)
                    clean.Add(texts[index], left);
            if (clean.Count > 0)
                yield return new FoundRow(table, table.Key.Select((name, index) => (name, row[index]!)).ToDictionary(pair => pair.name, pair => pair.Item2), clean);
        }
    }
}

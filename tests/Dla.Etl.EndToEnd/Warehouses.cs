using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.EndToEnd;

/// <summary>A look into the warehouse of a workspace.</summary>
public static class Warehouses
{
    /// <summary>The rows of a query, as tuples or values.</summary>
    public static IReadOnlyList<T> Query<T>(string workspace, string sql, object? parameters = null)
    {
        using var warehouse = Database.Open(Path.Combine(workspace, "warehouse.db"), TimeProvider.System);
        using var connection = warehouse.Read();
        return connection.Query<T>(sql, parameters).AsList();
    }

    /// <summary>Changes rows behind the program's back.</summary>
    public static int Tamper(string workspace, string sql)
    {
        using var warehouse = Database.Open(Path.Combine(workspace, "warehouse.db"), TimeProvider.System);
        return warehouse.Write(lane => lane.Execute(sql, new { }));
    }
}

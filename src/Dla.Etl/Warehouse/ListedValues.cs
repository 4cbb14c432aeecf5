using System.Globalization;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>Queries whose <c>IN</c> takes as many values as there are. Dapper writes them out for SQLite only: to PostgreSQL it hands one array, which <c>IN</c> does not take.</summary>
internal static class ListedValues
{
    /// <summary>The query with a parameter for each value in the place of <paramref name="name"/>, and all its parameters.</summary>
    /// <param name="sql">With <c>IN @name</c>.</param>
    /// <param name="name">Name of the list, without <c>@</c>.</param>
    /// <param name="values">The values; of none nothing is found.</param>
    /// <param name="others">The other parameters.</param>
    public static (string Sql, DynamicParameters Parameters) In(string sql, string name, IReadOnlyList<string> values, object others)
    {
        var parameters = new DynamicParameters(others);
        var names = new List<string>(values.Count);
        for (var index = 0; index < values.Count; index++)
        {
            names.Add("@" + name + index.ToString(CultureInfo.InvariantCulture));
            parameters.Add(names[^1], values[index]);
        }

        return (sql.Replace($"IN @{name}", $"IN ({(names.Count == 0 ? "NULL" : string.Join(", ", names))})", StringComparison.Ordinal), parameters);
    }
}

using System.Text.Json;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>
/// The places of a cost. A total names one for every cost centre, category and behaviour, a thousand of them; what they have in common is written once:
/// kinds of place (level, category, behaviour), then the codes that each of these kinds has.
/// </summary>
internal static class PlacesJson
{
    /// <summary>Writes them. Their order within the list is not kept; a sum has none.</summary>
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<CostNode> nodes)
    {
        json.WriteStartArray(name);
        foreach (var alike in nodes.GroupBy(node => (node.Level, node.Category, node.Behaviour)).GroupBy(kind => string.Concat(kind.Select(node => $"{node.Code.Length}:{node.Code}")), StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteStartArray("of");
            foreach (var (level, category, behaviour) in alike.Select(kind => kind.Key))
                json.WriteStringValue($"{StoredName.Of(level)}/{(category is { } one ? StoredName.Of(one) : "")}/{(behaviour is { } other ? StoredName.Of(other) : "")}");
            json.WriteEndArray();
            json.WriteStartArray("codes");
            foreach (var node in alike.First())
                json.WriteStringValue(StoredText.Of(node.Code));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads them; none when there is no such property.</summary>
    public static CostNode[] Read(JsonElement json, string name) => !json.TryGetProperty(name, out var places) ? [] :
    [
        .. from alike in places.EnumerateArray()
           from kind in alike.GetProperty("of").EnumerateArray()
           let parts = kind.GetString()!.Split('/')
           from code in alike.GetProperty("codes").EnumerateArray()
           select new CostNode(
               StoredName.Parse<CostLevel>(parts[0]), code.GetString()!, parts[1].Length == 0 ? null : StoredName.Parse<ExpenseCategory>(parts[1]),
               parts[2].Length == 0 ? null : StoredName.Parse<Behaviour>(parts[2])),
    ];
}

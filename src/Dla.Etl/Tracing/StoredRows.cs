using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Rows of a table without the number of their calculation.</summary>
internal sealed record StoredTable(string Name, string[] Columns, IReadOnlyList<object?[]> Rows);

/// <summary>A calculation as the rows of its five tables, in an order that is always the same.</summary>
internal static class StoredRows
{
    public static StoredTable[] Of(TracedCalculation calculation)
    {
        var rows = calculation.Rows;
        return
        [
            new("calculation_name", ["code", "name"],
                [.. calculation.Names.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new object?[] { StoredText.Of(one.Key), StoredText.Of(one.Value) })]),
            new("calculation_node", ["position", "level", "code", "category", "behaviour", "budget", "off_budget", "central", "depreciation"],
                [.. rows.Nodes.Select(row => new object?[]
                {
                    row.Position, StoredName.Of(row.Node.Level), StoredText.Of(row.Node.Code), row.Node.Category is { } category ? StoredName.Of(category) : null,
                    row.Node.Behaviour is { } behaviour ? StoredName.Of(behaviour) : null,
                    $"{row.Cost.Budget}", $"{row.Cost.OffBudget}", $"{row.Cost.Central}", $"{row.Cost.Depreciation}",
                })]),
            new("calculation_split", ["position", "place", "basis", "source"],
                [.. rows.Splits.Select(row => new object?[] { row.Position, StoredText.Of(row.Key), StoredText.Of(row.Basis), StoredText.Of(row.Source) })]),
            new("calculation_edge", ["position", "giver", "receiver", "share", "split"],
                [.. rows.Edges.Select(row => new object?[] { row.Position, row.From, row.To, $"{row.Share}", row.By })]),
            new("calculation_input", ["position", "node", "version_id", "row_position", "source", "amount"],
                [.. rows.Inputs.Select((row, position) => new object?[]
                {
                    position, row.Node, row.Line.Origin?.VersionId, row.Line.Origin?.RowPosition, StoredName.Of(row.Line.Source), row.Line.Amount.Satang,
                })]),
        ];
    }
}

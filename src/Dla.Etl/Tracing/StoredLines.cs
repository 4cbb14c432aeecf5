using System.Data.Common;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>The lines of cost of a stored calculation: amount and source as stored, the rest from the facts of the row.</summary>
internal static class StoredLines
{
    public static IReadOnlyList<TraceInputRow> Of(DbConnection connection, long number)
    {
        var nodes = connection.Query<(int Position, string Level, string Code, string? Category, string? Behaviour)>(
            "SELECT position, level, code, category, behaviour FROM calculation_node WHERE calculation = @number", new { number }).ToDictionary(node => node.Position);
        var facts = SourceFact.OfCalculation(connection, number).ToLookup(fact => (fact.VersionId, fact.RowPosition));
        return
        [
            .. connection.Query<InputRow>(
                """
                SELECT node AS Node, version_id AS VersionId, row_position AS RowPosition, source AS Source, amount AS Amount
                FROM calculation_input WHERE calculation = @number ORDER BY position
                """,
                new { number }).Select(row => new TraceInputRow(row.Node, Line(row, nodes[row.Node], facts))),
        ];
    }

    private static CostLine Line(InputRow row, (int, string Level, string Code, string? Category, string? Behaviour) node, ILookup<(string, int), SourceFact> facts)
    {
        var fields = row is { VersionId: { } version, RowPosition: { } position } ? facts[(version, position)].ToList() : [];
        var amount = fields.Find(field => field.Role == "figure");
        string TextOf(params string[] codes) => fields.Find(field => codes.Contains(field.FieldCode) && field.Text is not null)?.Text ?? "";
        var isDirect = StoredName.Parse<CostLevel>(node.Level) == CostLevel.Direct;
        return new CostLine
        {
            Centre = amount?.ItemCode ?? (isDirect ? node.Code : ""),
            Category = StoredName.Parse<ExpenseCategory>(node.Category!),
            Source = StoredName.Parse<FundingSource>(row.Source),
            Directness = isDirect ? Directness.Direct : Directness.Indirect,
            Behaviour = StoredName.Parse<Behaviour>(node.Behaviour!),
            Amount = new Baht(row.Amount),
            Account = TextOf("account"),
            Note = TextOf("note", "reason"),
            Origin = amount is null ? null : new CostOrigin(amount.VersionId, amount.RowPosition, amount.FileName,
                CellAddress.Parse(amount.Cell) is { Succeeded: true, Value: var cell } ? new Place(amount.Sheet, cell) : default),
        };
    }

    private sealed record InputRow
    {
        public int Node { get; init; }

        public string? VersionId { get; init; }

        public int? RowPosition { get; init; }

        public string Source { get; init; } = "";

        public long Amount { get; init; }
    }
}

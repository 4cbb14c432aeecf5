using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>Writes a calculation as rows, and reads it again: exact, and nothing computed anew.</summary>
internal static class CalculationStore
{
    /// <summary>Stores a calculation that is not stored yet; its number.</summary>
    public static long Write(WriteLane lane, TracedCalculation calculation)
    {
        var tables = StoredRows.Of(calculation);
        var hash = TraceStore.HashOf(tables.SelectMany(table => table.Rows.Select(row =>
            $"{table.Name}|{string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}"))
            .Prepend($"{calculation.Year.BuddhistEra}|{calculation.DriversPath}|{calculation.DriversHash}"));
        if (lane.Scalar<long?>("SELECT number FROM calculation WHERE sha256 = @hash", new { hash }) is { } known)
            return known;
        var number = Counter.Next(lane, "calculation");
        lane.Execute(
            "INSERT INTO calculation (number, sha256, fiscal_year, drivers_path, drivers_hash) VALUES (@number, @hash, @year, @DriversPath, @DriversHash)",
            new { number, hash, year = calculation.Year.BuddhistEra, calculation.DriversPath, calculation.DriversHash });
        foreach (var table in tables)
        {
            using var insert = lane.Into(table.Name, ["calculation", .. table.Columns]);
            foreach (var row in table.Rows)
                insert.Add([number, .. row]);
            insert.Complete();
        }

        return number;
    }

    /// <summary>A stored calculation.</summary>
    /// <param name="connection">The warehouse.</param>
    /// <param name="id">As the report calls it.</param>
    /// <param name="number">Its number.</param>
    public static TracedCalculation Read(DbConnection connection, string id, long number)
    {
        var head = connection.QuerySingle<(int Year, string Path, string Hash)>(
            "SELECT fiscal_year, drivers_path, drivers_hash FROM calculation WHERE number = @number", new { number });
        var names = connection.Query<(string Code, string Name)>("SELECT code, name FROM calculation_name WHERE calculation = @number", new { number })
            .ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
        var nodes = connection.Query<NodeRow>(
            """
            SELECT position AS Position, level AS Level, code AS Code, category AS Category, behaviour AS Behaviour,
              budget AS Budget, off_budget AS OffBudget, central AS Central, depreciation AS Depreciation
            FROM calculation_node WHERE calculation = @number ORDER BY position
            """,
            new { number }).Select(row => row.Node());
        var edges = connection.Query<(int Position, int Giver, int Receiver, string Share, int? Split)>(
            "SELECT position, giver, receiver, share, split FROM calculation_edge WHERE calculation = @number ORDER BY position", new { number })
            .Select(row => new TraceEdgeRow(row.Position, row.Giver, row.Receiver, Exact(row.Share), row.Split));
        var splits = connection.Query<(int Position, string Place, string Basis, string Source)>(
            "SELECT position, place, basis, source FROM calculation_split WHERE calculation = @number ORDER BY position", new { number })
            .Select(row => new TraceSplitRow(row.Position, row.Place, row.Basis, row.Source));
        return new TracedCalculation(
            id, FiscalYear.FromBuddhistEra(head.Year), new TraceRows([.. nodes], [.. edges], [.. splits], StoredLines.Of(connection, number)), names, head.Path, head.Hash);
    }

    internal static Rational Exact(string text) => Rational.Parse(text) is { Succeeded: true, Value: var exact }
        ? exact
        : throw new InvalidOperationException($"The warehouse holds '{text}' where a fraction belongs.");

    private sealed record NodeRow
    {
        public int Position { get; init; }

        public string Level { get; init; } = "";

        public string Code { get; init; } = "";

        public string? Category { get; init; }

        public string? Behaviour { get; init; }

        public string Budget { get; init; } = "";

        public string OffBudget { get; init; } = "";

        public string Central { get; init; } = "";

        public string Depreciation { get; init; } = "";

        public TraceNodeRow Node() => new(
            Position,
            new CostNode(
                StoredName.Parse<CostLevel>(Level), Code, Category is null ? null : StoredName.Parse<ExpenseCategory>(Category),
                Behaviour is null ? null : StoredName.Parse<Behaviour>(Behaviour)),
            new Funds(Exact(Budget), Exact(OffBudget), Exact(Central), Exact(Depreciation)));
    }
}

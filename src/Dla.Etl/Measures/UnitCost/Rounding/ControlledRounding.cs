using System.Numerics;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Rounding;

/// <summary>A table in whole numbers whose rows and columns add up.</summary>
/// <param name="Cells">Rows of cells, as they were given.</param>
/// <param name="RowTotals">The sum of each row.</param>
/// <param name="ColumnTotals">The sum of each column.</param>
/// <param name="Total">The sum of the row totals and of the column totals.</param>
public sealed record RoundedTable(IReadOnlyList<IReadOnlyList<long>> Cells, IReadOnlyList<long> RowTotals, IReadOnlyList<long> ColumnTotals, long Total);

/// <summary>
/// Rounds a printed table once so that it adds up in both directions: every cell, row total and column total becomes a whole-number
/// neighbour of its exact value (a whole one stays), and of all such tables the one with the least sum of squared differences is taken, ties to the cells whose codes sort first.
/// </summary>
/// <remarks>
/// For a single column this is <see cref="LargestRemainder"/>. Such a table always exists: the exact one is a flow through the network
/// source → rows → columns → sink whose bounds are whole, and then there is a flow in whole numbers within the same bounds
/// (M. Bacharach, Matrix Rounding Problems, Management Science 12 (1966) 732–742; L. H. Cox, L. R. Ernst, Controlled Rounding, INFOR 20 (1982) 423–432).
/// Rounding a figure f above its floor up instead of down changes its square by 1 − 2f, which is the cost of that arc.
/// </remarks>
public static class ControlledRounding
{
    /// <summary>Rounds a table; the result does not hang on the order of rows and columns. The grand total is rounded half away from zero.</summary>
    /// <param name="rows">Code of each row, each once.</param>
    /// <param name="columns">Code of each column, each once.</param>
    /// <param name="cells">Rows of exact cells.</param>
    /// <exception cref="ArgumentException">A code stands twice, or a row has another number of cells than there are columns.</exception>
    /// <exception cref="OverflowException">A figure does not fit into 64 bits.</exception>
    public static RoundedTable Round(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Rational>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var (rowOrder, columnOrder) = (Order(rows, nameof(rows)), Order(columns, nameof(columns)));
        if (cells.Count != rows.Count || cells.Any(row => row.Count != columns.Count))
            throw new ArgumentException("The cells are not as many as rows and columns.", nameof(cells));
        var ups = Ups([.. rowOrder.Select(row => columnOrder.Select(column => cells[row][column]).ToArray())], columns.Count);
        var whole = cells.Select(row => row.Select(cell => cell.Floor()).ToArray()).ToArray();
        foreach (var (row, column) in ups)
            whole[rowOrder[row]][columnOrder[column]] += 1;
        return Added([.. whole.Select(row => row.Select(cell => (long)cell).ToArray())], columns.Count);
    }

    private static int[] Order(IReadOnlyList<string> codes, string name)
    {
        var order = Enumerable.Range(0, codes.Count).OrderBy(index => codes[index], StringComparer.Ordinal).ToArray();
        return order.Zip(order.Skip(1)).Any(pair => codes[pair.First] == codes[pair.Second])
            ? throw new ArgumentException("A code stands twice, so ties could not be broken.", name)
            : order;
    }

    private static RoundedTable Added(long[][] cells, int columns)
    {
        var rowTotals = cells.Select(row => row.Sum()).ToArray();
        return new RoundedTable(cells, rowTotals, [.. Enumerable.Range(0, columns).Select(column => cells.Sum(row => row[column]))], rowTotals.Sum());
    }

    // The cells that are rounded up. Nodes: 0 the source, then the rows, then the columns, then the sink.
    private static List<(int Row, int Column)> Ups(Rational[][] cells, int columns)
    {
        var (count, sink) = (cells.Length * columns, 1 + cells.Length + columns);
        var weigh = Weighing(cells, count, out var must);
        var network = new LeastCostFlow(sink + 1);
        for (var row = 0; row < cells.Length; row++)
            Bound(network, 0, 1 + row, cells[row], weigh, must);
        var arcs = (from row in Enumerable.Range(0, cells.Length)
                    from column in Enumerable.Range(0, columns)
                    where !cells[row][column].IsWhole
                    select (Row: row, Column: column, Arc: network.Add(1 + row, 1 + cells.Length + column, 1, weigh(cells[row][column]) + row * columns + column))).ToList();
        for (var column = 0; column < columns; column++)
            Bound(network, 1 + cells.Length + column, sink, [.. cells.Select(row => row[column])], weigh, must);
        var all = cells.SelectMany(row => row).ToArray();
        var needed = (int)(Rational.Sum(all).Round() - Floors(all));
        return network.Send(0, sink, needed) == needed
            ? [.. arcs.Where(arc => network.FlowOn(arc.Arc) == 1).Select(arc => (arc.Row, arc.Column))]
            : throw new InvalidOperationException("The table has no rounding that adds up, which cannot be.");
    }

    // The weight of rounding up, 1 − 2f, in whole numbers over the common denominator, scaled so that the sum of the cells' places in the order only decides
    // between equals. What must flow weighs less than everything else together.
    private static Func<Rational, BigInteger> Weighing(Rational[][] cells, int count, out BigInteger must)
    {
        var common = cells.SelectMany(row => row).Aggregate(BigInteger.One, (all, cell) => all / BigInteger.GreatestCommonDivisor(all, cell.Denominator) * cell.Denominator);
        must = -(common * count * count * 8 * (3 * count + 2 * cells.Length + 5));
        return figure => (common - 2 * (figure.FractionalPart() * Rational.Of(common)).Numerator) * count * count;
    }

    // A row or column total is the floor of its exact value, or one more when that is not whole.
    private static void Bound(LeastCostFlow network, int from, int to, Rational[] line, Func<Rational, BigInteger> weigh, BigInteger must)
    {
        var sum = Rational.Sum(line);
        network.Add(from, to, (int)(sum.Floor() - Floors(line)), must);
        if (!sum.IsWhole)
            network.Add(from, to, 1, weigh(sum));
    }

    private static BigInteger Floors(Rational[] line) => line.Aggregate(BigInteger.Zero, (sum, cell) => sum + cell.Floor());
}

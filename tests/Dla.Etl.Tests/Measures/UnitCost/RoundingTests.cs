using Dla.Etl.Measures.UnitCost.Rounding;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

public class RoundingTests
{
    public static TheoryData<string, long, string, string> Parts => new()
    {
        { "A:10/3 B:10/3 C:10/3", 10, "4 3 3", "three equal parts of ten: the tie goes to the code that sorts first" },
        { "C:10/3 B:10/3 A:10/3", 10, "3 3 4", "and not to the one that is given first" },
        { "A:1.2 B:1.7 C:1.1", 4, "1 2 1", "the largest remainder" },
        { "A:5 B:6", 11, "5 6", "whole parts stay" },
        { "A:-10/3 B:-10/3 C:-10/3", -10, "-3 -3 -4", "credits: down to -4 each, two of them up again" },
        { "A:-1/2 B:1/2", 0, "0 0", "a credit and a cost that cancel: both have the remainder 1/2 and A comes first" },
        { "A:0.5 B:0.2", 1, "1 0", "a total that is the upper neighbour of the sum" },
        { "A:0.5 B:0.2", 0, "0 0", "and the lower one" },
        { "", 0, "", "nothing" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_make_the_whole(string parts, long total, string expected, string reason) =>
        string.Join(' ', LargestRemainder.Round(Read(parts), total)).ShouldBe(expected, reason);

    [Fact]
    public void A_total_that_the_parts_do_not_make_is_a_mistake_and_so_is_a_code_that_stands_twice()
    {
        Should.Throw<ArgumentException>(() => LargestRemainder.Round(Read("A:1/2 B:1/2"), 2));
        Should.Throw<ArgumentException>(() => LargestRemainder.Round(Read("A:1/2 A:1/2"), 1));
        Should.Throw<ArgumentException>(() => ControlledRounding.Round(["A", "A"], ["x"], [[1], [1]]));
        Should.Throw<ArgumentException>(() => ControlledRounding.Round(["A"], ["x"], [[1, 2]]));
    }

    [Fact]
    public void A_table_of_one_column_is_the_method_of_the_largest_remainder() => Prop.ForAll(Tables(1), table =>
        ControlledRounding.Round(table.Rows, ["x"], table.Cells).Cells.Select(row => row[0])
            .SequenceEqual(LargestRemainder.Round([.. table.Rows.Zip(table.Cells, (code, row) => (code, row[0]))], (long)Rational.Sum(table.Cells.Select(row => row[0])).Round())))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_figure_is_a_neighbour_of_the_exact_one_and_the_table_adds_up() => Prop.ForAll(Tables(5), table =>
    {
        var rounded = ControlledRounding.Round(table.Rows, table.Columns, table.Cells);
        var near = table.Cells.Zip(rounded.Cells).All(row => row.First.Zip(row.Second).All(cell => Near(cell.First, cell.Second)));
        var rows = table.Cells.Select((row, index) => Near(Rational.Sum(row), rounded.RowTotals[index]) && rounded.Cells[index].Sum() == rounded.RowTotals[index]);
        var columns = table.Columns.Select((_, index) =>
            Near(Rational.Sum(table.Cells.Select(row => row[index])), rounded.ColumnTotals[index]) && rounded.Cells.Sum(row => row[index]) == rounded.ColumnTotals[index]);
        return near && rows.All(fine => fine) && columns.All(fine => fine)
            && rounded.Total == rounded.RowTotals.Sum() && rounded.Total == rounded.ColumnTotals.Sum()
            && rounded.Total == (long)Rational.Sum(table.Cells.SelectMany(row => row)).Round();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_other_rounding_that_adds_up_is_nearer() => Prop.ForAll(Tables(3, most: 3), table =>
        Badness(table.Cells, ControlledRounding.Round(table.Rows, table.Columns, table.Cells).Cells) == EveryRounding(table.Cells).Min(cells => Badness(table.Cells, cells)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_and_columns_changes_nothing() => Prop.ForAll(Tables(4), table =>
    {
        var (rows, columns) = (Enumerable.Range(0, table.Rows.Length).Reverse().ToArray(), Enumerable.Range(0, table.Columns.Length).Reverse().ToArray());
        var straight = ControlledRounding.Round(table.Rows, table.Columns, table.Cells).Cells;
        var turned = ControlledRounding.Round(
            [.. rows.Select(row => table.Rows[row])], [.. columns.Select(column => table.Columns[column])],
            [.. rows.Select(row => columns.Select(column => table.Cells[row][column]).ToArray())]).Cells;
        return straight.SelectMany(row => row).Reverse().SequenceEqual(turned.SelectMany(row => row));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_as_large_as_the_department_is_rounded_at_once()
    {
        var (random, drivers) = (new Random(2563), new[] { 1, 2_663, 31_873, 2_937 });
        Rational[][] cells = [.. Enumerable.Range(0, 110).Select(_ => Enumerable.Range(0, 7).Select(_ => Rational.Of(random.Next(), drivers[random.Next(4)])).ToArray())];
        var rounded = ControlledRounding.Round([.. Enumerable.Range(0, 110).Select(row => $"C{row:000}")], ["a", "b", "c", "d", "e", "f", "g"], cells);
        rounded.Total.ShouldBe((long)Rational.Sum(cells.SelectMany(row => row)).Round());
    }

    // All tables of neighbours whose row and column totals are neighbours too.
    private static IEnumerable<long[][]> EveryRounding(Rational[][] cells)
    {
        var places = cells.SelectMany((row, i) => row.Select((cell, j) => (i, j, cell))).Where(place => !place.cell.IsWhole).ToArray();
        for (var ups = 0; ups < 1 << places.Length; ups++)
        {
            var rounded = cells.Select(row => row.Select(cell => (long)cell.Floor()).ToArray()).ToArray();
            for (var place = 0; place < places.Length; place++)
                rounded[places[place].i][places[place].j] += (ups >> place) & 1;
            if (cells.Zip(rounded).All(row => Near(Rational.Sum(row.First), row.Second.Sum()))
                && Enumerable.Range(0, cells[0].Length).All(j => Near(Rational.Sum(cells.Select(row => row[j])), rounded.Sum(row => row[j])))
                && rounded.Sum(row => row.Sum()) == (long)Rational.Sum(cells.SelectMany(row => row)).Round())
                yield return rounded;
        }
    }

    private static Rational Badness(Rational[][] exact, IReadOnlyList<IReadOnlyList<long>> rounded)
    {
        Rational Square(Rational difference) => difference * difference;
        return Rational.Sum(exact.SelectMany((row, i) => row.Select((cell, j) => Square(cell - rounded[i][j]))))
            + Rational.Sum(exact.Select((row, i) => Square(Rational.Sum(row) - rounded[i].Sum())))
            + Rational.Sum(exact[0].Select((_, j) => Square(Rational.Sum(exact.Select(row => row[j])) - rounded.Sum(row => row[j]))));
    }

    private static bool Near(Rational exact, long rounded) => exact.IsWhole ? exact == rounded : (exact - rounded).Abs() < Rational.One;

    private sealed record Table(string[] Rows, string[] Columns, Rational[][] Cells);

    // Denominators are few, so that ties and whole sums are frequent; credits are among them.
    private static Arbitrary<Table> Tables(int columns, int most = 7) =>
        (from height in Gen.Choose(1, most)
         from width in Gen.Choose(1, columns)
         from cells in Gen.ListOf(from numerator in Gen.Choose(-30, 60) from denominator in Gen.Elements(1, 2, 3, 4, 7) select Rational.Of(numerator, denominator), height * width)
         select new Table(
             [.. Enumerable.Range(0, height).Select(row => $"R{(row * 5) % 11:00}")], [.. Enumerable.Range(0, width).Select(column => $"c{column}")],
             [.. cells.Chunk(width).Select(row => row.ToArray())])).ToArbitrary();

    private static (string Code, Rational Amount)[] Read(string parts) =>
        [.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(part => (part[0], Rational.Parse(part[1]).Value))];
}

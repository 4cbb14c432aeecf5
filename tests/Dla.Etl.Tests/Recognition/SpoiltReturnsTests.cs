using Dla.Etl.Reading;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Whatever is done to a good return, recognition answers and never throws, and never reads a figure from under another name.</summary>
public class SpoiltReturnsTests
{
    private static readonly object?[] Strange =
    [
        null, "", " ", "\u200B", "....", "*", "1.", "99. x", "(ต่อ)", "รวม", "หมายเหตุ", "อัตราส่วน", "ชื่อกิจกรรมย่อย", "การกำหนดกิจกรรมย่อย", "ปริมาณ", "๒๕๖๔",
        Returns.Title, Returns.Office, "สถจ.", "จังหวัด", "ปีงบประมาณ 99", "\uD800", new string('ก', 5_000), 0d, -1d, double.MaxValue, true,
    ];

    [Fact]
    public void Spoilt_cells_merges_and_rows_never_throw() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var step = Returns.Recognise(Grid.Book(Spoilt(new Random(seed)), Spoilt(new Random(seed / 2))));
            return step.Artefact is not null || step.Findings.Count > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_in_any_order_under_merged_headings_give_the_same_figures() =>
        Prop.ForAll(Gen.Shuffle([8, 9, 10, 11]).ToArbitrary(), order =>
        {
            var rows = Grid.Sheet("ปริมาณ", Returns.OneTable()).Rows.Select((row, index) => index is > 3 and < 25 ? Reordered(row, order) : row).ToList();
            var step = Returns.Recognise(Grid.Book(new RawSheet("ปริมาณ", rows) { Merged = [Range("A4:A5"), Range("B4:D4"), Range("E4:H4"), Range("I4:L4")] }));
            return step.Quantities() == Returns.Expected(CellAddress.ColumnName(8 + Array.IndexOf(order, 10)), 6);
        }).QuickCheckThrowOnFailure();

    private static RawCell[] Reordered(RawCell[] row, int[] order) =>
        [.. row.Take(8), .. order.Select(column => column < row.Length ? row[column] : RawCell.Blank)];

    private static RawSheet Spoilt(Random random)
    {
        var sheet = Grid.Sheet("ปริมาณ", Returns.OneTable());
        var rows = sheet.Rows.Select(row => row.ToArray()).ToList();
        for (var times = random.Next(1, 30); times > 0; times--)
            SpoilCell(random, rows);
        for (var times = random.Next(3); times > 0; times--)
            rows.RemoveAt(random.Next(rows.Count));
        return sheet with
        {
            Rows = rows,
            Visibility = (SheetVisibility)random.Next(3),
            Merged = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Merged(random))],
            HiddenRows = new HashSet<int> { random.Next(40) },
            HiddenColumns = new HashSet<int> { random.Next(14) },
        };
    }

    private static void SpoilCell(Random random, List<RawCell[]> rows)
    {
        var row = random.Next(rows.Count);
        var column = random.Next(14);
        if (column >= rows[row].Length)
            rows[row] = [.. rows[row], .. Enumerable.Repeat(RawCell.Blank, column + 1 - rows[row].Length)];
        rows[row][column] = Strange[random.Next(Strange.Length)] switch
        {
            null => RawCell.Blank,
            string text => new RawCell(RawCellKind.Text, text),
            double number => new RawCell(RawCellKind.Number, number, "General"),
            var other => new RawCell(random.Next(2) == 0 ? RawCellKind.Boolean : RawCellKind.FormulaWithoutValue, other),
        };
    }

    private static CellRange Merged(Random random)
    {
        var first = new CellAddress(random.Next(30), random.Next(12));
        return new CellRange(first, new CellAddress(first.Row + random.Next(3), first.Column + random.Next(4)));
    }

    private static CellRange Range(string text) => new(CellAddress.Parse(text.Split(':')[0]).Value, CellAddress.Parse(text.Split(':')[1]).Value);
}

using System.Globalization;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Sheets as literals: a line a row, <c>|</c> between cells, <c>#5</c> a number, <c>⏎</c> a line break in a cell.</summary>
internal static class Grid
{
    public static RawSheet Sheet(string? name, string literal, params string[] merged) =>
        new(name, [.. literal.TrimEnd('\n').Split('\n').Select(Row)]) { Merged = [.. merged.Select(Range)] };

    public static RawWorkbook Book(params RawSheet[] sheets) => new(FileKind.Xlsx, sheets);

    public static RawWorkbook Csv(string literal) => new(FileKind.Csv, [Sheet(null, literal)]);

    private static RawCell[] Row(string line)
    {
        var cells = line.Split('|').Select(Cell).ToList();
        while (cells.Count > 0 && cells[^1].IsBlank)
            cells.RemoveAt(cells.Count - 1);
        return [.. cells];
    }

    private static RawCell Cell(string text)
    {
        var plain = text.Trim(' ').Replace('⏎', '\n');
        return plain switch
        {
            "" => RawCell.Blank,
            ['#', .. var number] => new RawCell(RawCellKind.Number, double.Parse(number, CultureInfo.InvariantCulture), "General"),
            _ => new RawCell(RawCellKind.Text, plain),
        };
    }

    private static CellRange Range(string text) =>
        new(CellAddress.Parse(text.Split(':')[0]).Value, CellAddress.Parse(text.Split(':')[1]).Value);
}

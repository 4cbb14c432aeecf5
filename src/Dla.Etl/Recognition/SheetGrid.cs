using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>A sheet with its position in the workbook, and the questions that recognition asks of it.</summary>
internal sealed record SheetGrid(int Index, RawSheet Sheet)
{
    public int RowCount => Sheet.Rows.Count;

    /// <summary>How an answer calls the sheet; a csv has no name.</summary>
    public string Called => Sheet.Name is null ? "ไฟล์" : $"แผ่นงาน “{Sheet.Name}”";

    public RawCell Cell(int row, int column) => Sheet[new CellAddress(row, column)];

    public SourceCell Source(int row, int column) => new(Index, Sheet.Name, new CellAddress(row, column), Cell(row, column));

    public Place Place(int row, int column) => Findings.Place.At(Sheet.Name, new CellAddress(row, column));

    /// <summary>The text of a text cell as typed, or null for every other kind.</summary>
    public string? Text(int row, int column) => Cell(row, column) is { Kind: RawCellKind.Text, Value: string text } ? text : null;

    /// <summary>True when somebody can see something in the cell.</summary>
    public bool IsFilled(int row, int column) => IsFilled(Cell(row, column));

    public static bool IsFilled(RawCell cell) => cell.Kind switch
    {
        RawCellKind.Blank => false,
        RawCellKind.Text => cell.Value is string { Length: > 0 } text && (text[0] > ' ' || !CellContent.IsMissing(cell)) && !(text[0] is '\u200B' or '\uFEFF' && CellContent.IsMissing(cell)),
        _ => true,
    };

    /// <summary>The address that a merged cell shows: the first cell of its range, or the cell itself.</summary>
    public CellAddress Shown(int row, int column)
    {
        var address = new CellAddress(row, column);
        return Sheet.Merged.Count > 0 && Sheet.MergeAt(address) is { } merged ? merged.First : address;
    }

    /// <summary>Column of the first filled cell of a row, or −1.</summary>
    public int FirstFilled(int row)
    {
        var cells = Sheet.Rows[row];
        for (var column = 0; column < cells.Length; column++)
            if (IsFilled(cells[column]))
                return column;
        return -1;
    }
}

/// <summary>How a cell of evidence is shown and placed.</summary>
internal static class SourceCellWords
{
    public static Place Place(this SourceCell cell) => Findings.Place.At(cell.Sheet, cell.Address);
}

/// <summary>Numbers in sentences.</summary>
internal static class Numbers
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

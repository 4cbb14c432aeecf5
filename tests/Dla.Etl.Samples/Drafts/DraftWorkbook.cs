using Dla.Etl.Values;

namespace Dla.Etl.Samples.Drafts;

/// <summary>How a cell looks; the writers make a style of each.</summary>
public enum Look
{
    /// <summary>No border.</summary>
    Plain,

    /// <summary>Bold, centred, without border.</summary>
    Title,

    /// <summary>Bold, centred, bordered.</summary>
    Header,

    /// <summary>Bordered, wrapped.</summary>
    Text,

    /// <summary>Bordered, to the right, <c>#,##0</c>.</summary>
    Number,

    /// <summary>The same with satang, <c>#,##0.00</c>.</summary>
    Money,
}

/// <summary>A formula whose result was never saved, as some programs leave it.</summary>
/// <param name="Text">Without the equals sign.</param>
public sealed record DraftFormula(string Text);

/// <summary>An error value such as <c>#REF!</c>.</summary>
/// <param name="Code">Code of the file format, for example 23 for <c>#REF!</c>.</param>
public sealed record DraftError(byte Code);

/// <summary>A cell before it is written.</summary>
/// <param name="Value">A string, a double, a <see cref="DraftFormula"/> or a <see cref="DraftError"/>.</param>
/// <param name="Look">Its style.</param>
public readonly record struct DraftCell(object Value, Look Look);

/// <summary>A sheet before it is written.</summary>
public sealed class DraftSheet(string name)
{
    /// <summary>Name; csv files drop it.</summary>
    public string Name { get; } = name;

    /// <summary>Cells that have content.</summary>
    public SortedDictionary<CellAddress, DraftCell> Cells { get; } = [];

    /// <summary>Merged ranges.</summary>
    public List<CellRange> Merged { get; } = [];

    /// <summary>Hidden rows.</summary>
    public SortedSet<int> HiddenRows { get; } = [];

    /// <summary>Widths of its columns; null for those of the circular's table.</summary>
    public IReadOnlyList<int>? Widths { get; init; }

    /// <summary>True for a sheet that does not show.</summary>
    public bool Hidden { get; set; }

    /// <summary>The first row below everything.</summary>
    public int NextRow => Cells.Count == 0 ? 0 : Cells.Keys.Max(address => address.Row) + 1;

    /// <summary>Puts a value into a cell; nothing for null.</summary>
    public void Put(int row, int column, object? value, Look look = Look.Text)
    {
        if (value is not null)
            Cells[new CellAddress(row, column)] = new DraftCell(value, look);
    }

    /// <summary>Merges a rectangle, unless it is a single cell.</summary>
    public void Merge(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        if (firstRow != lastRow || firstColumn != lastColumn)
            Merged.Add(new CellRange(new CellAddress(firstRow, firstColumn), new CellAddress(lastRow, lastColumn)));
    }
}

/// <summary>What a cell of a return says: which group, which item, which column.</summary>
public readonly record struct LineCell(string Group, int Number, string Field);

/// <summary>A workbook before it is written, with the place of every figure.</summary>
public sealed class DraftWorkbook
{
    /// <summary>Sheets in order.</summary>
    public List<DraftSheet> Sheets { get; } = [];

    /// <summary>The return that it was drawn from, or null.</summary>
    public SampleReturn? From { get; init; }

    /// <summary>Where each field of each line went.</summary>
    public Dictionary<LineCell, (DraftSheet Sheet, CellAddress Address)> Places { get; } = [];

    /// <summary>Replaces the content of a field, or clears it with null.</summary>
    public void Replace(LineCell cell, object? value)
    {
        var (sheet, address) = Places[cell];
        if (value is null)
            sheet.Cells.Remove(address);
        else
            sheet.Cells[address] = new DraftCell(value, sheet.Cells.TryGetValue(address, out var old) ? old.Look : Look.Text);
    }

    /// <summary>Passes every text through a change, for example of its spelling.</summary>
    public void Respell(Func<string, string> change)
    {
        foreach (var sheet in Sheets)
            foreach (var (address, cell) in sheet.Cells.ToList())
                if (cell.Value is string text)
                    sheet.Cells[address] = cell with { Value = change(text) };
    }
}

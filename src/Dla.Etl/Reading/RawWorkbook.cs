using Dla.Etl.Values;

namespace Dla.Etl.Reading;

/// <summary>What kind of file it is by its bytes, never by its name.</summary>
public enum FileKind
{
    /// <summary>Office Open XML workbook without macros.</summary>
    Xlsx,

    /// <summary>Office Open XML workbook with macros.</summary>
    Xlsm,

    /// <summary>BIFF workbook.</summary>
    Xls,

    /// <summary>Delimited text, whatever the delimiter.</summary>
    Csv,
}

/// <summary>Whether a sheet shows.</summary>
public enum SheetVisibility
{
    /// <summary>Shown.</summary>
    Visible,

    /// <summary>Hidden; a user can show it.</summary>
    Hidden,

    /// <summary>Hidden so that only a macro shows it.</summary>
    VeryHidden,
}

/// <summary>One grid model for every kind of file.</summary>
/// <param name="Kind">By magic bytes.</param>
/// <param name="Sheets">In the order of the file; a csv has one.</param>
public sealed record RawWorkbook(FileKind Kind, IReadOnlyList<RawSheet> Sheets);

/// <summary>A sheet as read: rows of cells, merged ranges, hidden marks.</summary>
/// <param name="Name">As in the file; null for a csv, which has none.</param>
/// <param name="Rows">Dense from row 0; an empty row has no cells; each row reaches to its last cell that is not blank.</param>
public sealed record RawSheet(string? Name, IReadOnlyList<RawCell[]> Rows)
{
    /// <summary>Whether the sheet shows.</summary>
    public SheetVisibility Visibility { get; init; }

    /// <summary>Merged ranges; only the first cell of each has content.</summary>
    public IReadOnlyList<CellRange> Merged { get; init; } = [];

    /// <summary>Zero-based hidden rows.</summary>
    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    /// <summary>Zero-based hidden columns.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>The cell at an address; blank outside the rows that were read.</summary>
    public RawCell this[CellAddress address] =>
        address.Row < Rows.Count && address.Column < Rows[address.Row].Length ? Rows[address.Row][address.Column] : RawCell.Blank;

    /// <summary>The merged range that covers an address, or null.</summary>
    public CellRange? MergeAt(CellAddress address)
    {
        foreach (var range in Merged)
            if (range.Contains(address))
                return range;
        return null;
    }
}

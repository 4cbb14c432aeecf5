using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Reading;

/// <summary>Counts the cells of one file against the limits, whatever the kind of file.</summary>
internal sealed class CellBudget(ReadingLimits limits)
{
    // XFD: a csv may be wider than a sheet, but its answer names a cell that officers can find.
    private const int LastColumn = 16_383;

    private long _cells;

    /// <summary>Says whether a row that is about to be kept breaks a limit; a row without cells never does.</summary>
    public Finding? Take(string? sheet, int row, int width)
    {
        _cells += width;
        if (row >= limits.MaxRows)
            return Over(ReadingFindings.TooManyRows, new Place(sheet, new CellAddress(row, 0)), row + 1L, limits.MaxRows);
        if (width > limits.MaxColumns)
            return Over(ReadingFindings.TooManyColumns, new Place(sheet, new CellAddress(row, Math.Min(limits.MaxColumns, LastColumn))), width, limits.MaxColumns);
        return _cells > limits.MaxCells ? Over(ReadingFindings.TooManyCells, new Place(sheet, null), _cells, limits.MaxCells) : null;
    }

    /// <summary>Says whether a text is too long for a cell.</summary>
    public Finding? Take(string? sheet, int row, int column, string text) => text.Length > limits.MaxCellCharacters
        ? Over(ReadingFindings.TextTooLong, new Place(sheet, new CellAddress(row, column)), text.Length, limits.MaxCellCharacters)
        : null;

    /// <summary>A finding of found and expected as whole numbers.</summary>
    public static Finding Over(FindingKind kind, Place place, long found, long expected) => new(kind, place)
    {
        Found = found.ToString("N0", CultureInfo.InvariantCulture),
        Expected = expected.ToString("N0", CultureInfo.InvariantCulture),
    };
}

namespace Dla.Etl.Proving;

/// <summary>How a place of a file differs from the report made again.</summary>
public enum DifferenceKind
{
    /// <summary>The cell says something else.</summary>
    Cell,

    /// <summary>The file has a row that the report has not.</summary>
    RowAdded,

    /// <summary>The file lacks a row of the report.</summary>
    RowMissing,

    /// <summary>The file has a sheet that the report has not.</summary>
    SheetAdded,

    /// <summary>The file lacks a sheet of the report.</summary>
    SheetMissing,
}

/// <summary>A place where a file differs from the report made again.</summary>
/// <param name="Kind">How.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Where">Address of the cell in the file, <c>C7</c>; of a row its number in the file, or, when the file lacks it, in the report made again; empty for a sheet.</param>
/// <param name="InFile">What the file says there; for a row its cells.</param>
/// <param name="Regenerated">What the report made again says there.</param>
public sealed record CellDifference(DifferenceKind Kind, string Sheet, string Where, string InFile, string Regenerated);

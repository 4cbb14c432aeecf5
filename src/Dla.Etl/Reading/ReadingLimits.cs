using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Reading;

/// <summary>How large a file may be before it is refused. Every limit is inclusive: a file that just reaches it is read.</summary>
/// <remarks>The defaults leave a provincial return a hundredfold room; the host validates the ranges when it starts.</remarks>
public sealed record ReadingLimits
{
    /// <summary>Bytes of the file itself.</summary>
    [Range(1L, int.MaxValue)]
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Bytes of all parts of a zip together, as declared and as really inflated.</summary>
    [Range(1L, 4L * 1024 * 1024 * 1024)]
    public long MaxUnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked bytes to packed bytes of one part. Deflate itself cannot exceed 1,032.</summary>
    [Range(1, 2_000)]
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>Parts below this size are not asked for their ratio: small parts of equal blank rows pack very well.</summary>
    [Range(0L, 1024L * 1024 * 1024)]
    public long RatioCountsFromBytes { get; init; } = 8L * 1024 * 1024;

    /// <summary>Entries of a zip.</summary>
    [Range(1, 65_535)]
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Rows of a sheet up to its last row with content.</summary>
    [Range(1, 1_048_576)]
    public int MaxRows { get; init; } = 200_000;

    /// <summary>Columns of a sheet up to its last column with content.</summary>
    [Range(1, 16_384)]
    public int MaxColumns { get; init; } = 2_000;

    /// <summary>Sheets of a workbook.</summary>
    [Range(1, 10_000)]
    public int MaxSheets { get; init; } = 200;

    /// <summary>Cells of a file, blank ones before the last of each row included.</summary>
    [Range(1, 100_000_000)]
    public int MaxCells { get; init; } = 5_000_000;

    /// <summary>Characters (UTF-16) of one cell; Excel itself stops at 32,767.</summary>
    [Range(1, 1_000_000)]
    public int MaxCellCharacters { get; init; } = 32_767;

    /// <summary>Seconds that reading one file may take.</summary>
    [Range(1, 3_600)]
    public int MaxSeconds { get; init; } = 60;
}

using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Proving;

/// <summary>What came of a proof.</summary>
public enum ProofVerdict
{
    /// <summary>Every cell is that of the report made again.</summary>
    Equal,

    /// <summary>Cells, rows or sheets differ.</summary>
    Differs,

    /// <summary>No workbook that can be read, or none of our reports.</summary>
    NotAReport,

    /// <summary>The evidence sheet is not there, or does not say which report it is.</summary>
    NoManifest,

    /// <summary>It belongs to another warehouse.</summary>
    OtherWarehouse,

    /// <summary>The definitions of then are not in the archive, or are damaged there.</summary>
    NoDefinitions,

    /// <summary>The report cannot be made again as it was: the program is another one, or the warehouse was changed by hand.</summary>
    CannotMakeAgain,
}

/// <summary>What came of the proof of a workbook.</summary>
/// <param name="Verdict">Equal, different, or why nothing can be said.</param>
/// <param name="Why">In Thai · English why it cannot be proven; empty when it can.</param>
public sealed record ReportProof(ProofVerdict Verdict, string Why)
{
    /// <summary>What the file says of itself; null when it says nothing that can be read.</summary>
    public StatedManifest? Stated { get; init; }

    /// <summary>The instant of the sequence; null when that is not known here.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Content hash of the report made again; null when it was not.</summary>
    public ContentHash? Regenerated { get; init; }

    /// <summary>When the report with this hash was written, by the warehouse; null for one made by <c>report --out</c>, which is not recorded.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>The newest report of the same kind and year, of later data; null when this one is it.</summary>
    public NewerReport? Newer { get; init; }

    /// <summary>Where the file differs from the report made again.</summary>
    public IReadOnlyList<CellDifference> Differences { get; init; } = [];

    /// <summary>What the file has besides its cells and a report of ours has not, in Thai: no part of the proof, but it may cover or contradict a cell.</summary>
    public IReadOnlyList<string> Additions { get; init; } = [];

    /// <summary>What the reader of the file, or the report's own gate, had to say.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A report that stands in the place of an earlier one.</summary>
/// <param name="Sequence">As of which commit.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record NewerReport(long Sequence, DateTimeOffset WrittenAt);

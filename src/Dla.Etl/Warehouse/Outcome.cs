using Dla.Etl.Findings;

namespace Dla.Etl.Warehouse;

/// <summary>What became of a received file, once and for ever.</summary>
public sealed record Outcome
{
    /// <summary>Id, which the answer refers to.</summary>
    public required string Id { get; init; }

    /// <summary>The file.</summary>
    public required string ReceivedFileId { get; init; }

    /// <summary>The commit that decided it.</summary>
    public required long Sequence { get; init; }

    /// <summary>What became of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>On time or late; null when the form is not known.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>The version loaded, or for a duplicate the one that stands; else null.</summary>
    public string? VersionId { get; init; }

    /// <summary>The number of that version.</summary>
    public int? Version { get; init; }

    /// <summary>Rows of the return that were loaded; 0 unless it passed.</summary>
    public long RowsLoaded { get; init; }

    /// <summary>Rows of the return that were not.</summary>
    public long RowsRejected { get; init; }

    /// <summary>True when an earlier run had decided it already and nothing was written now.</summary>
    public bool DecidedBefore { get; init; }
}

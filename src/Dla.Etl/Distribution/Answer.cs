using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution;

/// <summary>Everything that the answer to one received file says.</summary>
public sealed record Answer
{
    /// <summary>The number under which the file was received; never given twice.</summary>
    public required long ReceiptNumber { get; init; }

    /// <summary>Name of the file as delivered.</summary>
    public required string FileName { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>All findings, in any order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Short name of the form; null when the file is none that is known.</summary>
    public string? FormName { get; init; }

    /// <summary>The division that owns the form, as the wording knows it; null for the one in whose name the program writes otherwise.</summary>
    public string? Owner { get; init; }

    /// <summary>The year or month of the figures, or null when it could not be told.</summary>
    public Period? Period { get; init; }

    /// <summary>Name of the province without จังหวัด, or null when it could not be told.</summary>
    public Reference.Unit? Unit { get; init; }

    /// <summary>Last day on time, or null when the form is not known.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Whether it came on time; null when the form is not known.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Number of the version that was loaded from this file; null when nothing was.</summary>
    public int? Version { get; init; }

    /// <summary>What of a form of money was loaded, so that the sender can compare it with his own total; null for any other.</summary>
    public LoadedMoney? Loaded { get; init; }

    /// <summary>The version that stood for the same unit and year when this file came, or null when there was none.</summary>
    public StandingVersion? Standing { get; init; }

    /// <summary>Names of the files in which the findings are marked, and where the sender finds them; null when there are none.</summary>
    public MarkedCopies? Marked { get; init; }
}

/// <summary>Rows and sum of a form of money.</summary>
/// <param name="Rows">How many rows were loaded.</param>
/// <param name="Total">The sum of its column of money; null when it has several, whose amounts do not add up.</param>
public sealed record LoadedMoney(long Rows, Baht? Total);

/// <summary>Files in which findings are marked for the sender.</summary>
/// <param name="Names">At least one.</param>
/// <param name="Where">Where they are.</param>
public sealed record MarkedCopies(IReadOnlyList<string> Names, MarkedWhere Where);

/// <summary>Where the sender finds a marked file.</summary>
public enum MarkedWhere
{
    /// <summary>Beside the answer, in the replies folder.</summary>
    Beside,

    /// <summary>Attached to the mail.</summary>
    Attached,

    /// <summary>Nowhere: the mail would be too large.</summary>
    LeftOut,
}

/// <summary>A version that stands, and the file that brought it.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="ReceiptNumber">Receipt number of its file.</param>
/// <param name="ReceivedAt">When that file was first seen.</param>
public sealed record StandingVersion(int Version, long ReceiptNumber, DateTimeOffset ReceivedAt);

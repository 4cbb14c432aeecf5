namespace Dla.Etl.Samples.Offices;

/// <summary>What should become of a delivery.</summary>
public enum Outcome
{
    /// <summary>Loaded.</summary>
    Accepted,

    /// <summary>Loaded, and an accepted version before it no longer stands.</summary>
    Supersedes,

    /// <summary>Not loaded: it has an ERROR.</summary>
    Rejected,

    /// <summary>The same bytes as the version that stands.</summary>
    Duplicate,
}

/// <summary>One file put into the drop folder at one time.</summary>
/// <param name="Received">When, in Bangkok.</param>
/// <param name="Year">Fiscal year of the figures.</param>
/// <param name="Province">Who sends it.</param>
/// <param name="File">File under the samples folder, with <c>/</c>.</param>
/// <param name="Folder">Subfolder of the drop folder, or empty for its top.</param>
/// <param name="DeliveredAs">Name under which it is dropped.</param>
/// <param name="Outcome">What should become of it.</param>
/// <param name="OnTime">False after the deadline.</param>
/// <param name="Content">The bytes.</param>
public sealed record Arrival(
    DateTimeOffset Received, int Year, int Province, string File, string Folder, string DeliveredAs, Outcome Outcome, bool OnTime, byte[] Content);

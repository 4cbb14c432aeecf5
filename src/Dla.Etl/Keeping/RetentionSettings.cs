using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Keeping;

/// <summary>How long things are kept. Empty means for ever.</summary>
public sealed record RetentionSettings
{
    /// <summary>How long the originals of returns are kept that no standing version rests on: rejected, unreadable, superseded, duplicates. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? Originals { get; init; }

    /// <summary>How long the originals are kept on which a standing version rests: the evidence for figures in force. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? StandingOriginals { get; init; }
}

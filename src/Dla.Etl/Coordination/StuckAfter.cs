using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Coordination;

/// <summary>After how long somebody should look at a file that does not get on.</summary>
public sealed record StuckAfter
{
    /// <summary>Seen in the drop folder and not taken. The default value is 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan InDropFolder { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Taken and not decided on. The default value is 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Undecided { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Decided and not answered. The default value is 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Unanswered { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A message that waits for permission. The default value is 3 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Held { get; init; } = TimeSpan.FromDays(3);
}

using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Coordination;

/// <summary>How the jobs of one node work beside those of the others.</summary>
public sealed record JobSettings
{
    /// <summary>Name of this node; empty for the name of the machine.</summary>
    [MaxLength(64)]
    public string Node { get; init; } = "";

    /// <summary>How long a node that was killed keeps the others waiting for what it held. The default value is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <c>dla-etl run</c> waits for each step that another node is at. The default value is 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how long somebody should look at a file that does not get on.</summary>
    public StuckAfter StuckAfter { get; init; } = new();
}

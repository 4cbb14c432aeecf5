using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Intake;

/// <summary>How patiently the drop folder is watched and how much is taken.</summary>
public sealed record IntakeSettings
{
    /// <summary>How long size and modified time must have stood still before a file is taken. The default value is 10 seconds; zero takes a file at first sight.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan SteadyInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks at the drop folder. The default value is 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one run waits for files that are still being written; after that they are left for the next run. The default value is 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest file taken, in bytes; a larger one stays where it is and the operator hears of it. The default value is 1 GiB.</summary>
    /// <remarks>It protects the archive's disk. What is too large to be read is decided later by the limits of reading, with an answer to the sender.</remarks>
    [Range(1L, long.MaxValue)]
    public long MaximumFileBytes { get; init; } = 1L << 30;

    /// <summary>How old a leftover of an interrupted copy must be before it is cleared away. The default value is 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LeftoverAge { get; init; } = TimeSpan.FromDays(1);
}

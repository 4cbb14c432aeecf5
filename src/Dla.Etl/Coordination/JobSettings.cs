using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Coordination;

/// <summary>How the jobs of one node work beside those of the others.</summary>
public sealed record JobSettings : IValidatableObject
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

    /// <summary>Where the job host answers for its health. The default value, <c>http://127.0.0.1:5210</c>, is reached from this machine only.</summary>
    [Required, RegularExpression("https?://[^ ;]+")]
    public string Url { get; init; } = "http://127.0.0.1:5210";

    /// <summary>How long the job host, told to stop, waits for the work in hand. The default value is 1 minute; the supervisor must wait longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan ShutdownWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What this installation changes of the schedule, by the id of its line.</summary>
    public Dictionary<string, ScheduleSetting> Schedule { get; init; } = [];

    /// <summary>The thresholds too: validation does not look into them by itself.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(StuckAfter, new ValidationContext(StuckAfter), wrong, validateAllProperties: true);
        return wrong.Select(each => new ValidationResult(each.ErrorMessage, each.MemberNames.Select(name => $"{nameof(StuckAfter)}:{name}")));
    }
}

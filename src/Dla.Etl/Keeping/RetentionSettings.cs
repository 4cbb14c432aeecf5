using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Keeping;

/// <summary>How long things are kept. Empty means for ever.</summary>
public sealed record RetentionSettings
{
    /// <summary>How long the originals of returns are kept that no standing version rests on: rejected, unreadable, superseded, duplicates. What came by mail is also within its message, which goes by <see cref="Mails"/>. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? Originals { get; init; }

    /// <summary>How long the originals are kept on which a standing version rests: the evidence for figures in force. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? StandingOriginals { get; init; }

    /// <summary>How long messages are kept as they came, with everything attached, once all in them is decided and answered. What was held is removed as well when it was never let in. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? Mails { get; init; }

    /// <summary>After how long the addresses of senders and recipients are blanked in the warehouse; the messages as they came have a setting of their own. The default is for ever.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan? SenderAddresses { get; init; }
}

namespace Dla.Etl.StorageTests;

/// <summary>A clock that goes where a test sets it, backwards too.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}

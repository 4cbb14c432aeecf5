using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Keeping;

/// <summary>How backups are kept.</summary>
public sealed record BackupSettings
{
    /// <summary>How many backups stay in a folder; the oldest go when a new one is whole. The default value is 30.</summary>
    [Range(1, 10_000)]
    public int Keep { get; init; } = 30;
}

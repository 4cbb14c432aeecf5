namespace Dla.Etl.Coordination;

/// <summary>What an installation changes of one line of the schedule; empty leaves it as the table has it.</summary>
public sealed record ScheduleSetting
{
    /// <summary>When: five fields as in crontab(5), or six with the second before them, by the clock of Thailand.</summary>
    public string Cron { get; init; } = "";

    /// <summary>What becomes of a missed run: <c>skip</c> or <c>run-once</c>.</summary>
    public string Missed { get; init; } = "";

    /// <summary>True when it does not run at all.</summary>
    public bool Off { get; init; }
}

namespace Dla.Etl.Warehouse;

/// <summary>Whether a return came by the deadline.</summary>
public enum Timeliness
{
    /// <summary>By the last day, in Bangkok.</summary>
    OnTime,

    /// <summary>After it.</summary>
    Late,
}

/// <summary>The deadline of a form as an instant.</summary>
public static class Deadlines
{
    // Thailand has no summer time. Source: DOMAIN §8.
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>On time up to the last tick of the last day in Bangkok.</summary>
    /// <param name="lastDay">The form's deadline.</param>
    /// <param name="receivedAt">When the file was first seen.</param>
    public static Timeliness Judge(DateOnly lastDay, DateTimeOffset receivedAt) =>
        DateOnly.FromDateTime(receivedAt.ToOffset(Bangkok).DateTime) <= lastDay ? Timeliness.OnTime : Timeliness.Late;
}

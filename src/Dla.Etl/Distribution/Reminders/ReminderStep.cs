namespace Dla.Etl.Distribution.Reminders;

/// <summary>A rung of the ladder on which units stand, from those that file upwards. The last one, a post of the department, has a role instead.</summary>
public enum Rung
{
    /// <summary>The unit that has to file.</summary>
    Unit,

    /// <summary>The district's office (สถอ.), by the first four digits of the unit's code.</summary>
    District,

    /// <summary>The province's office (สถจ.), by the first two.</summary>
    Province,

    /// <summary>A post of the department, which sees all.</summary>
    Post,
}

/// <summary>A step before or after a deadline: who is told, how many working days from it, and what.</summary>
public sealed record ReminderStep
{
    /// <summary>Id; it stands in the key of every mail of this step, so a step that is renamed is sent anew.</summary>
    public required string Id { get; init; }

    /// <summary>True when it says that the deadline has passed.</summary>
    public bool IsOverdue => WorkingDays > 0;

    /// <summary>Working days from the deadline: negative before it, 0 on the day, positive after it. −5 is the fifth working day before it, whether or not the deadline itself is one.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Who is told.</summary>
    public required Rung To { get; init; }

    /// <summary>Role in the address book; null for every rung but <see cref="Rung.Post"/>.</summary>
    public string? Role { get; init; }

    /// <summary>True when the blank form goes along with the mail to a unit from which nothing came.</summary>
    public bool AttachBlank { get; init; }

    /// <summary>Subject, with slots.</summary>
    public required string Subject { get; init; }

    /// <summary>Whom it is addressed to, with slots.</summary>
    public required string Opening { get; init; }

    /// <summary>Before the list of what is outstanding, with slots.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Behind it, with slots.</summary>
    public required IReadOnlyList<string> Closing { get; init; }
}

using Dla.Etl.Calendar;

namespace Dla.Etl.Distribution.Reminders;

/// <summary>Which steps are due; pure.</summary>
public static class ReminderDays
{
    /// <summary>The day of a step of a deadline.</summary>
    public static DateOnly DayOf(ReminderStep step, DateOnly deadline, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Add(deadline, step.WorkingDays);
    }

    /// <summary>The steps of a deadline that are due today or to be made up for, one for each rung or post at most.</summary>
    /// <remarks>
    /// Of several that were missed only the last is sent: nobody gets two mails of one deadline at once. What announces the deadline is not sent any more
    /// when that has passed.
    /// </remarks>
    public static IReadOnlyList<ReminderStep> Due(ReminderPlan plan, DateOnly deadline, DateOnly today, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var oldest = calendar.Add(today, -plan.Window);
        return
        [
            .. plan.Steps.GroupBy(step => (step.To, step.Role))
                .Select(rung => rung.Where(step => DayOf(step, deadline, calendar) <= today).MaxBy(step => step.WorkingDays)).OfType<ReminderStep>()
                .Where(step => DayOf(step, deadline, calendar) >= oldest && (step.IsOverdue || today <= deadline))
                .OrderBy(step => step.To).ThenBy(step => step.WorkingDays),
        ];
    }
}

using System.Globalization;

namespace Dla.Etl.Distribution.Subscriptions;

/// <summary>An occasion on which a subscription sends: once, however late.</summary>
/// <param name="Key">Names it for ever; no personal data.</param>
/// <param name="Day">The day in Bangkok on which it was due.</param>
/// <param name="OnlyWhenChanged">True when nothing is sent as long as the report says the same as the one sent last.</param>
public sealed record SubscriptionPeriod(string Key, DateOnly Day, bool OnlyWhenChanged = false);

/// <summary>Which occasions of a subscription are due; pure.</summary>
public static class SubscriptionPeriods
{
    /// <summary>For so many days after its day an occasion is made up for; an older one has passed, so that a new installation does not send what was due long ago.</summary>
    public const int LateDays = 10;

    /// <summary>So many days before a deadline <see cref="SendWhen.BeforeDeadline"/> is: of the 5th the 2nd, when the month has ended and three days are left to ask for what lacks.</summary>
    public const int DaysBefore = 3;

    /// <summary>The occasions that are due, the one that names the mail first.</summary>
    /// <param name="when">When the subscription sends.</param>
    /// <param name="today">The day in Bangkok.</param>
    /// <param name="deadline">The last day on which a return of the report's form and year is on time.</param>
    /// <param name="version">What tells this very report from every other one of its year, for example its sequence and the beginning of its hash.</param>
    public static IReadOnlyList<SubscriptionPeriod> Due(IReadOnlyList<SendWhen> when, DateOnly today, DateOnly deadline, string version)
    {
        ArgumentNullException.ThrowIfNull(when);
        return [.. when.OrderDescending().Select(one => Of(one, today, deadline, version)).Where(period => period.Day <= today && today.DayNumber - period.Day.DayNumber <= LateDays)];
    }

    /// <summary>The next day after today on which something other than the nightly sending is due; null when there is none.</summary>
    public static DateOnly? Next(IReadOnlyList<SendWhen> when, DateOnly today, DateOnly deadline)
    {
        ArgumentNullException.ThrowIfNull(when);
        return when.Select(one => one switch
        {
            SendWhen.MonthlyOnFirst => NextOn(1, today),
            SendWhen.MonthlyOnFifth => NextOn(5, today),
            SendWhen.AfterDeadline or SendWhen.AfterDeadlineWhenChanged when deadline >= today => deadline.AddDays(1),
            SendWhen.BeforeDeadline when deadline.AddDays(-DaysBefore) > today => deadline.AddDays(-DaysBefore),
            SendWhen.OnDeadline when deadline > today => deadline,
            _ => (DateOnly?)null,
        }).Min();
    }

    private static SubscriptionPeriod Of(SendWhen when, DateOnly today, DateOnly deadline, string version) => when switch
    {
        SendWhen.Nightly => new($"version-{version}", today, OnlyWhenChanged: true),
        SendWhen.NightlyAlways => new($"night-{Iso(today)}", today),
        SendWhen.MonthlyOnFirst => Monthly(LastOn(1, today)),
        SendWhen.MonthlyOnFifth => Monthly(LastOn(5, today)),
        SendWhen.AfterDeadline => new($"deadline-{Iso(deadline)}", deadline.AddDays(1)),
        SendWhen.BeforeDeadline => new($"before-{Iso(deadline)}", deadline.AddDays(-DaysBefore), OnlyWhenChanged: true),
        SendWhen.OnDeadline => new($"on-{Iso(deadline)}", deadline, OnlyWhenChanged: true),
        SendWhen.AfterDeadlineWhenChanged => new($"after-{Iso(deadline)}", deadline.AddDays(1), OnlyWhenChanged: true),
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, "No such occasion."),
    };

    private static SubscriptionPeriod Monthly(DateOnly day) => new($"month-{Iso(day)}", day);

    private static DateOnly LastOn(int day, DateOnly today)
    {
        var here = new DateOnly(today.Year, today.Month, day);
        return here <= today ? here : here.AddMonths(-1);
    }

    private static DateOnly NextOn(int day, DateOnly today) => LastOn(day, today).AddMonths(1);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A mail that would be decided on, or will be on a later day.</summary>
/// <param name="Day">The day in Bangkok.</param>
/// <param name="IsNow">True for one that the next run of the job decides on.</param>
/// <param name="Kind">As the outbox names it.</param>
/// <param name="To">The post or unit, never an address.</param>
/// <param name="Mails">To how many addresses.</param>
/// <param name="What">Its subject, or the step or subscription.</param>
public sealed record NoticePreviewLine(DateOnly Day, bool IsNow, string Kind, string To, int Mails, string What)
{
    /// <summary>The kind as an operator reads it.</summary>
    public string KindThai => StoredName.Parse<OutgoingKind>(Kind) switch
    {
        OutgoingKind.Answer => "คำตอบ",
        OutgoingKind.Notice => "แจ้งการกลับไปใช้ฉบับก่อน",
        OutgoingKind.Report => "รายงาน",
        OutgoingKind.ReportFailed => "แจ้งว่าไม่มีรายงาน",
        OutgoingKind.Reminder => "แจ้งเตือน",
        OutgoingKind.Overdue => "ติดตาม",
        _ => throw new InvalidOperationException($"'{Kind}' is no kind of mail."),
    };
}

/// <summary>What would be sent when; decides nothing.</summary>
public static class NoticePreview
{
    /// <summary>So many days ahead are looked at.</summary>
    public const int DaysAhead = 60;

    /// <summary>What is due at an instant, as far as the warehouse knows today, then what comes in the days after it.</summary>
    public static (IReadOnlyList<NoticePreviewLine> Lines, IReadOnlyList<IntakeProblem> Problems) At(Database warehouse, Workplace workplace, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(workplace);
        using var connection = warehouse.Read();
        var today = ThaiDates.DayInBangkok(instant);
        var (due, problems) = NotifyWork.Due(connection, workplace with { Addresses = workplace.Addresses }, new NoticeTime(instant, IsForeseen: instant > warehouse.Clock.GetUtcNow()));
        return
        (
            [
                .. due.Select(one => new NoticePreviewLine(today, true, StoredName.Of(one.Kind), one.To, one.Addresses.Count, one.Subject)),
                .. Steps(workplace, today, isEarly: instant.ToOffset(TimeSpan.FromHours(7)).Hour < DueReminders.FromHour).Concat(Subscriptions(workplace, today)).OrderBy(line => line.Day),
            ],
            problems
        );
    }

    /// <summary>What there is to say of a year (common era) whose holidays of the moon are not entered.</summary>
    public static Finding Lacking(int year) => DueReminders.CalendarProblem(year).Finding;

    private static IEnumerable<NoticePreviewLine> Steps(Workplace workplace, DateOnly today, bool isEarly) =>
        from owed in workplace.Forms.Owed.GroupBy(form => (form.Deadline, form.Owner))
        from step in workplace.Reminders.For(owed.Key.Owner).Steps
        // Nobody stands between an office and the department: these steps are for forms of the authorities below them.
        where step.To is not (Rung.District or Rung.Province) || owed.Any(form => form.FiledBy == FilingUnit.Authority)
        let day = ReminderDays.DayOf(step, owed.Key.Deadline, workplace.Calendar)
        // Before its hour the day's own step is not due yet, and comes.
        where IsAhead(day, today) || (isEarly && day == today)
        select new NoticePreviewLine(
            day, false, step.IsOverdue ? "overdue" : "reminder", step.Role ?? StoredName.Of(step.To), 0,
            $"{step.Id}: {string.Join(", ", owed.Select(form => $"{form.Id} {form.Period}"))} กำหนดส่ง {ThaiDates.Long(owed.Key.Deadline)}");

    private static IEnumerable<NoticePreviewLine> Subscriptions(Workplace workplace, DateOnly today) =>
        from subscription in workplace.Subscriptions.All
        from year in subscription.Report.Templates.Keys
        where workplace.Forms.Years(subscription.Report.Form).Contains(year)
        from period in workplace.Forms.PeriodsOf(subscription.Report.Form, year)
        // A monthly report goes out for the latest month that has data; of the months to come nothing is known.
        where period.FirstDay <= today
        let next = SubscriptionPeriods.Next(subscription.When, today, workplace.Forms.Get(subscription.Report.Form, period).Deadline)
        where next is { } day && IsAhead(day, today)
        group period by (subscription.Id, Day: next.Value, To: subscription.Report.Scope == ReportScope.Province ? "สถจ. ทุกจังหวัด" : string.Join(", ", subscription.To)) into same
        select new NoticePreviewLine(same.Key.Day, false, "report", same.Key.To, 0, $"{same.Key.Id} {string.Join(", ", same.Order())}");

    private static bool IsAhead(DateOnly day, DateOnly today) => day > today && day.DayNumber - today.DayNumber <= DaysAhead;
}

using System.Data.Common;
using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Forms;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Looks who is to be reminded of which deadline. Changes nothing.</summary>
/// <param name="connection">The warehouse.</param>
/// <param name="workplace">Forms, plan, calendar, addresses.</param>
/// <param name="now">The instant.</param>
internal sealed class DueReminders(DbConnection connection, Workplace workplace, DateTimeOffset now)
{
    /// <summary>From this hour in Bangkok on the day's reminders are decided on: an office should find them when it opens, and what came in the night should count.</summary>
    public const int FromHour = 7;

    private readonly AddressBook _book = workplace.Addresses;
    private readonly DateOnly _today = ThaiDates.DayInBangkok(now);
    private readonly long _sequence = CommitSequence.Last(connection);

    // Mails are composed when the warehouse is closed again.
    private readonly Dictionary<FormDefinition, AuthorityRegistry> _registries = [];
    private int _authorities;

    /// <summary>For the operator.</summary>
    public List<IntakeProblem> Problems { get; } = [];

    /// <summary>The mails that are due.</summary>
    public IReadOnlyList<DueNotice> Find()
    {
        if (now.ToOffset(TimeSpan.FromHours(7)).Hour < FromHour)
            return [];
        var due = new List<DueNotice>();
        foreach (var owed in workplace.Forms.Owed.GroupBy(form => (form.Deadline, form.Owner)).OrderBy(group => group.Key.Deadline).ThenBy(group => group.Key.Owner, StringComparer.Ordinal))
            if (ReminderDays.Due(workplace.Reminders with { Steps = workplace.Reminders.For(owed.Key.Owner).Steps }, owed.Key.Deadline, _today, workplace.Calendar) is { Count: > 0 } steps)
                due.AddRange(Of(owed.Key.Deadline, [.. owed], steps));
        return due;
    }

    private IEnumerable<DueNotice> Of(DateOnly deadline, IReadOnlyList<FormDefinition> forms, IReadOnlyList<ReminderStep> steps)
    {
        SayWhatTheCalendarLacks(deadline);
        var outstanding = forms.SelectMany(Outstanding).ToList();
        var unreachable = outstanding.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Where(unit => IsOffice(unit) && _book.AddressesOf(unit).Count == 0).ToList();
        foreach (var step in steps)
        {
            var days = deadline < _today ? workplace.Calendar.Between(deadline, _today) : workplace.Calendar.Between(_today, deadline);
            var facts = new ReminderFacts(step, deadline, _today, now, days) { Division = workplace.Reminders.For(forms[0].Owner).Division, Owner = forms[0].Owner, Authorities = _authorities };
            var notices = Ladder.Notices(step, outstanding);
            var (told, untold) = (notices.Where(notice => Addresses(step, notice).Count > 0), notices.Where(notice => Addresses(step, notice).Count == 0).ToList());
            SayWhoHasNoAddress(step, [.. untold.Where(notice => step.To == Rung.Post || IsOffice(notice.Recipient))]);
            foreach (var notice in told)
                yield return Notice(facts, notice, step.To == Rung.Post ? unreachable : []);
        }
    }

    // Few authorities are in the address book; their provincial office is told of them, and need not be told of again.
    private static bool IsOffice(string unit) => unit.Length == 2;

    private DueNotice Notice(ReminderFacts facts, RungNotice notice, IReadOnlyList<string> unreachable)
    {
        var step = facts.Step;
        var recipient = step.To == Rung.Post ? _book.PostOf(notice.Recipient)!.Title : Ladder.NameOf(notice.Recipient);
        var letter = new ReminderLetter(facts, notice, recipient);
        var subject = letter.Subject + Letterheads.Mark(workplace);
        var blanks = step is { To: Rung.Unit, AttachBlank: true } ? notice.Returns.Where(one => one.State == OutstandingState.NotSent).ToList() : [];
        return new DueNotice(
            step.IsOverdue ? OutgoingKind.Overdue : OutgoingKind.Reminder,
            string.Create(CultureInfo.InvariantCulture, $"{(step.IsOverdue ? "overdue" : "reminder")} {facts.Deadline:yyyy-MM-dd} {step.Id} {StoredName.Of(step.To)} {notice.Recipient}{(facts.Owner is null ? "" : $" {facts.Owner}")}"),
            recipient, [.. Addresses(step, notice).Select((address, index) => (index + 1, address))], subject)
        {
            Letter = () => letter.Of(Letterheads.Of(workplace, facts.Owner), subject, [.. blanks.Select(BlankName)], [.. unreachable.Select(Ladder.ShortNameOf)], Letterheads.Foot),
            Attach = () => [.. blanks.Select(Blank)],
        };
    }

    private IReadOnlyList<string> Addresses(ReminderStep step, RungNotice notice) =>
        step.To == Rung.Post ? _book.PostOf(notice.Recipient)?.Addresses ?? [] : _book.AddressesOf(notice.Recipient);

    // Of a form that authorities file those are outstanding that have no rows, in a return of their own or in their province's; without a registry nobody knows who they are.
    private IEnumerable<OutstandingReturn> Outstanding(FormDefinition form)
    {
        if (form.FiledBy != FilingUnit.Authority)
            return Outstanding(form, [.. Units.Filing(form).Select(unit => unit.Code)]);
        var coverage = AuthorityCoverage.Of(connection, form, _sequence);
        if (coverage.Registry is not { } registry)
        {
            Problems.Add(new IntakeProblem(form.Id, new Finding(NoticeFindings.NoRegistry) { Subject = form.ShortName }));
            return [];
        }

        _authorities = registry.All.Count;
        _registries[form] = registry;
        return Outstanding(form, [.. coverage.Lacking.Select(authority => UnitCode.Parse(authority.Code.ToString()).Value)])
            .Zip(coverage.Lacking, (one, authority) => one with { Name = $"{authority.FullName} อ.{authority.District}" });
    }

    // A version stands: filed, whatever came after it. Else what came last says how it stands.
    private IEnumerable<OutstandingReturn> Outstanding(FormDefinition form, IReadOnlyList<UnitCode> units) =>
        FiguresAsOf.Status(connection, form.Id, form.Period, _sequence, units)
            .Where(status => status.Version is null)
            .Select(status => new OutstandingReturn(status.Unit.ToString(), form, status.Last switch
            {
                null => OutstandingState.NotSent,
                { Verdict: Verdict.NeedsPermission } => OutstandingState.NeedsPermission,
                _ => OutstandingState.Rejected,
            }));

    private OutgoingAttachment Blank(OutstandingReturn one)
    {
        using var blank = new MemoryStream();
        BlankForm.Write(one.Form, UnitOf(one), blank, _registries.GetValueOrDefault(one.Form));
        var bytes = blank.ToArray();
        return new OutgoingAttachment(BlankName(one), workplace.Archive.StoreDefinition(bytes), bytes.LongLength);
    }

    private static string BlankName(OutstandingReturn one) => $"แบบ{one.Form.ShortName}-{one.Form.Period}-{UnitOf(one).FolderName}.xlsx";

    private static Unit UnitOf(OutstandingReturn one) => Units.Get(UnitCode.Parse(one.Unit).Value);

    private void SayWhatTheCalendarLacks(DateOnly deadline)
    {
        foreach (var year in new[] { deadline.Year, _today.Year }.Distinct().Where(workplace.Calendar.Lacks))
            Problems.Add(CalendarProblem(year));
    }

    /// <summary>What the operator hears of a year (common era) whose holidays of the moon are not entered.</summary>
    internal static IntakeProblem CalendarProblem(int year) =>
        new(Calendar.HolidayCalendar.Path, new Finding(NoticeFindings.CalendarLacksYear) { Subject = (year + 543).ToString(CultureInfo.InvariantCulture) });

    private void SayWhoHasNoAddress(ReminderStep step, List<RungNotice> untold)
    {
        if (untold.Count == 0)
            return;
        Problems.Add(step.To == Rung.Post
            ? new IntakeProblem(step.Role!, new Finding(NoticeFindings.PostWithoutAddress) { Subject = step.Role!, Found = "แจ้งหน่วยงานที่ยังไม่ส่งแบบรายงาน" })
            : new IntakeProblem(step.Id, new Finding(NoticeFindings.UnitsWithoutAddress)
            {
                Subject = string.Create(CultureInfo.InvariantCulture, $"{untold.Count} หน่วยงาน"), Found = string.Join(", ", untold.Select(notice => notice.Recipient)),
            }));
    }
}

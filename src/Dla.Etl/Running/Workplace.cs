using Dla.Etl.Calendar;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Intake;
using Dla.Etl.Mail;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.Running;

/// <summary>What a run works with, the same for every file.</summary>
public sealed record Workplace
{
    private readonly Func<AddressBook> _addresses = () => AddressBook.Empty;

    /// <summary>Where everything lies.</summary>
    public required WorkspaceFolders Folders { get; init; }

    /// <summary>The folder of forms, reports and wording.</summary>
    public required string Templates { get; init; }

    /// <summary>The files of that folder as they were read when the catalogues were made; runs record them.</summary>
    public required DefinitionFiles Definitions { get; init; }

    /// <summary>Forms of all years.</summary>
    public required FormCatalogue Forms { get; init; }

    /// <summary>Reports.</summary>
    public required ReportCatalogue Reports { get; init; }

    /// <summary>Words of the answers.</summary>
    public required AnswerWording Wording { get; init; }

    /// <summary>Words that only answers to mails have.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    public MailAnswerWording MailWording => MailAnswerWording.Load(Definitions);

    /// <summary>How the drop folder is watched.</summary>
    public required IntakeSettings Intake { get; init; }

    /// <summary>How large a file may be.</summary>
    public required ReadingLimits Reading { get; init; }

    /// <summary>Who gets which report when.</summary>
    public SubscriptionCatalogue Subscriptions { get; init; } = SubscriptionCatalogue.None;

    /// <summary>Who is reminded of deadlines when.</summary>
    public ReminderPlan Reminders { get; init; } = ReminderPlan.None;

    /// <summary>By which reminders are timed.</summary>
    public WorkingDays Calendar { get; init; } = new(HolidayCalendar.Weekends);

    /// <summary>Mail in both directions.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>Who may send for whom and who holds which post. Ask once for a piece of work: it may be another one the next time (<see cref="AddressesFrom"/>).</summary>
    /// <exception cref="DefinitionException">The file was changed and is wrong; names file, line and key.</exception>
    public AddressBook Addresses
    {
        get => _addresses();
        init => _addresses = () => value;
    }

    /// <summary>Where <see cref="Addresses"/> are asked for each time: a host runs for months, and who may send for whom changes meanwhile.</summary>
    public Func<AddressBook> AddressesFrom
    {
        init => _addresses = value;
    }

    /// <summary>Makes the mailbox that returns come to, not connected yet; null when none is configured.</summary>
    public Func<IMailbox>? Mailbox { get; init; }

    /// <summary>The clock of everything; the demo gives its own.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Said in every answer and report, for example that the figures are synthetic; empty for real ones.</summary>
    public string Notice { get; init; } = "";

    /// <summary>As runs and manifests record it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>The archive.</summary>
    public Archive Archive => new(Folders.Archive, Clock);

    /// <summary>The steps for one file, with the history that a warehouse knows; without one there is no history.</summary>
    public Pipeline Pipeline(Warehouse.Database? warehouse) => Pipeline(warehouse is null ? null : new History(warehouse));

    /// <summary>The steps for one file, with this history.</summary>
    internal Pipeline Pipeline(History? history) => new(
        new WorkbookReader(Reading, Clock), new FormRecogniser(Forms), history is null ? _ => null : history.Of, Definitions,
        (filed, form) => Forms.Years(form).Contains(filed.Form.Year) ? history?.Standing(filed, form, Forms.PeriodOf(form, filed.Form.Period)) : null,
        day => history?.Authorities(day), filed => history?.KeptFromEarlier(filed) ?? [], filed => history?.After(filed), filed => history?.LastYear(filed));
}

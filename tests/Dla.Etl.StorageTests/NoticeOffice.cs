using System.Text;
using Dapper;
using Dla.Etl.Calendar;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Running;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>An office with the shipped forms, reports, subscriptions and reminders, an address book of made-up people, and a clock that a test sets in Bangkok time.</summary>
internal sealed class NoticeOffice : IAsyncDisposable
{
    public const string Accounting = "accounting@example.go.th", Phayao = "phayao@example.go.th", ChiangRai = "chiangrai@example.go.th";

    private static readonly DefinitionFiles Shipped = DefinitionFiles.Read(Path.Combine(AppContext.BaseDirectory, "templates"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-notice-");
    private readonly List<Leases> _nodes = [];
    private readonly string _run;
    private readonly Func<DefinitionFile, bool> _isUsed;

    public NoticeOffice(string engine, params IReadOnlyList<(string Path, string Text)> changed)
        : this(engine, IsOfAccounting, changed)
    {
    }

    public NoticeOffice(string engine, Func<DefinitionFile, bool> isUsed, IReadOnlyList<(string Path, string Text)> changed)
    {
        _isUsed = isUsed;
        Storage = StorageUnderTest.Of(engine);
        Folders = WorkspaceFolders.Under(_folder.FullName);
        Folders.Prepare([]).ShouldBeEmpty();
        Workplace = Place(changed);
        Database = Storage.Open();
        Go("2021-05-14 09:00");
        _run = Database.Write(lane => RunLog.Begin(lane, "test", "test"));
        Station = Node("one");
    }

    public StorageUnderTest Storage { get; }

    public WorkspaceFolders Folders { get; }

    public Database Database { get; }

    public Workplace Workplace { get; set; }

    public Station Station { get; }

    /// <summary>Every mail that was decided on, in order.</summary>
    public IReadOnlyList<Mail> Mails
    {
        get
        {
            using var connection = Database.Read();
            return connection.Query<Mail>(
                """
                SELECT o.id AS Id, o.occasion AS Occasion, o.kind AS Kind, o.recipient AS Recipient, o.subject AS Subject, o.body_text AS Text, o.body_html AS Html,
                  (SELECT count(*) FROM outbox_attachment a WHERE a.outbox_id = o.id) AS Attachments
                FROM outbox o ORDER BY o.number
                """).AsList();
        }
    }

    public IReadOnlyList<string> Occasions => [.. Mails.Select(mail => mail.Occasion)];

    /// <summary>The same definitions with some files laid over them, for example another deadline.</summary>
    public Workplace Place(IReadOnlyList<(string Path, string Text)> changed)
    {
        var files = DefinitionFiles.Of("templates", Shipped.All.Where(_isUsed).Where(file => changed.All(other => other.Path != file.Path))
            .Concat(changed.Select(file => new DefinitionFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))));
        var (forms, reports) = (FormCatalogue.Load(files), ReportCatalogue.Load(files));
        return new Workplace
        {
            Folders = Folders, Templates = "templates", Definitions = files, Forms = forms, Reports = reports, Wording = AnswerWording.Load(files),
            Subscriptions = SubscriptionCatalogue.Load(files, reports, forms), Reminders = ReminderPlan.Load(files), Calendar = new WorkingDays(HolidayCalendar.Load(files)),
            Addresses = Book, Intake = new IntakeSettings(), Reading = new ReadingLimits(), Clock = Storage.Clock, ProgramVersion = "test",
        };
    }

    // What these tests count are the mails of one annual form; the monthly ones of the strategy division fall due all the time.
    private static bool IsOfAccounting(DefinitionFile file) =>
        !new[] { "action-plan", "development-plan", "grant" }.Any(word => file.Path.Contains(word, StringComparison.Ordinal));

    public static AddressBook Book { get; } = new(
        [new("56", [Phayao]), new("57", [ChiangRai, "second@example.go.th"])],
        [new("accounting-head", "ผู้อำนวยการกองคลัง", [Accounting]), new("strategy-head", "ผู้อำนวยการกองยุทธศาสตร์และแผนงาน", ["strategy@example.go.th"])]);

    public static string ShippedText(string path) => Shipped.Get(path).Text;

    /// <summary>Sets the clock, in Bangkok time.</summary>
    public void Go(string time) => Storage.Clock.Now = new DateTimeOffset(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    /// <summary>A node of this name with connections of its own.</summary>
    public Station Node(string name)
    {
        var leases = new Leases(Storage.Open(), new NodeIdentity(name, Guid.NewGuid().ToString("N"), "tester"), Folders.Archive, TimeSpan.FromMinutes(5));
        _nodes.Add(leases);
        return new Station(Storage.Open(), Workplace, leases);
    }

    /// <summary>A return of the real form that passes; its content makes it another one.</summary>
    public void Load(int unit, string content, int year = 2563)
    {
        var form = Workplace.Forms.Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(year));
        var rows = form.Groups.Where(group => group.Code.StartsWith("sub_", StringComparison.Ordinal)).SelectMany(group => group.Items.Select(item => Row(group, item))).ToList();
        var file = Given.File(Database, _run, content);
        Database.Write(lane => ReturnLoading.Load(lane, _run, file, Given.Workbook(["ก"]), new ValidatedReturn(new NormalisedReturn(form, ProvinceCode.From(unit), rows), [])));
    }

    /// <summary>Any return that passes.</summary>
    public void File(string content, ValidatedReturn validated)
    {
        var file = Given.File(Database, _run, content);
        Database.Write(lane => ReturnLoading.Load(lane, _run, file, Given.Workbook(["ก"]), validated));
    }

    /// <summary>A return that does not pass.</summary>
    public void Reject(int unit, string content)
    {
        var form = Workplace.Forms.Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(2563));
        var file = Given.File(Database, _run, content);
        Database.Write(lane => ReturnLoading.Load(lane, _run, file, Given.Workbook(["ก"]), new ValidatedReturn(new NormalisedReturn(form, ProvinceCode.From(unit), []), [new Finding(Given.Mistake)])));
    }

    /// <summary>The report run of the night.</summary>
    public Task<RunResult> ReportAsync() => new ReportWork(Station with { Workplace = Workplace }).RunAsync(new WorkOrder("report") { AlwaysLogged = true }, CancellationToken.None);

    /// <summary>Decides.</summary>
    public Task<RunResult> NotifyAsync(Station? at = null) => new NotifyWork((at ?? Station) with { Workplace = Workplace }).RunAsync(new WorkOrder("notify"), CancellationToken.None);

    /// <summary>A run of this night that ended so.</summary>
    public void RunThatEnded(string command, RunStatus? status, bool killed = false) => Database.Write(lane =>
    {
        var id = RunLog.Begin(lane, command, "test", killed ? new RunOwner("gone", "tester", LeaseNames.Report, 0) : null);
        if (status is { } ended)
            RunLog.End(lane, id, ended);
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        Storage.Dispose();
        _folder.Delete(recursive: true);
    }

    private static NormalisedRow Row(GroupDefinition group, ItemDefinition item)
    {
        var key = new SourceCell(0, "ปริมาณ", CellAddress.Parse("A1").Value, new RawCell(RawCellKind.Text, item.Label));
        var fields = group.Fields.Select(field => field.Role switch
        {
            FieldRole.Figure => new NormalisedField(FieldState.Value, 7 * Quantity.Scale, null, key),
            FieldRole.UnitOfMeasure => new NormalisedField(FieldState.Value, 0, item.Unit.IsKnown ? item.Unit.Value : "ครั้ง", key),
            _ => new NormalisedField(FieldState.Value, 0, item.Label, key),
        });
        return new NormalisedRow(group, item, item.Label, key, [.. fields]);
    }

    internal sealed record Mail
    {
        public string Id { get; init; } = "";

        public string Occasion { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Recipient { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Text { get; init; } = "";

        public string Html { get; init; } = "";

        public long Attachments { get; init; }
    }
}

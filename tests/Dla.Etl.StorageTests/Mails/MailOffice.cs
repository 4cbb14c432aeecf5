using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Mail;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>A whole installation on one engine with a made-up mail server. 56 and 57 have an address each, 56 and 57 together one; a district has one.</summary>
internal sealed class MailOffice : IAsyncDisposable
{
    public const string Phayao = "phayao@example.go.th";
    public const string ChiangRai = "chiangrai@example.go.th";
    public const string Both = "north@example.go.th";
    public const string District = "muang-phayao@example.go.th";
    public const string Stranger = "stranger@example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-mail-");
    private readonly List<Leases> _leases = [];
    private readonly Installation _installation;

    public MailOffice(string engine)
    {
        Storage = StorageUnderTest.Of(engine);
        var settings = Settings.Load(null) with { Folders = new FolderSettings { Workspace = _folder.FullName, Database = Storage.ConnectionString } };
        _installation = new Installation(settings, null, Storage.Clock);
        _installation.Prepare();
        Mail = settings.Mail with { AuthenticationServer = "mail.example.go.th", Smtp = settings.Mail.Smtp with { From = "returns@example.go.th" } };
        Database = Storage.Open();
        ArchiveMark.Require(Database, Folders.Archive);
    }

    public StorageUnderTest Storage { get; }

    public MailServer Server { get; } = new();

    public Database Database { get; }

    public MailSettings Mail { get; set; }

    public WorkspaceFolders Folders => _installation.Folders;

    public Archive Archive => new(Folders.Archive, Storage.Clock);

    public AddressBook Book { get; set; } = new(
        [
            new("56", [Phayao, Both]), new("57", [ChiangRai, Both]), new("5601", [District]),
        ], []);

    /// <summary>A node; each has leases of its own, as another process would have.</summary>
    public Station Station(string name = "one")
    {
        var leases = new Leases(Storage.Open(), new NodeIdentity(name, Guid.NewGuid().ToString("N"), "tester"), Folders.Archive, TimeSpan.FromMinutes(5));
        _leases.Add(leases);
        return new Station(Storage.Open(), _installation.Workplace() with { Mail = Mail, AddressesFrom = () => Book, Mailbox = Server.Connect }, leases);
    }

    public uint Deliver(Letter letter, string server = "") => Server.Deliver(letter.Bytes(server), Storage.Clock.Now.AddHours(-1));

    /// <summary>One look at the mailbox.</summary>
    public Task<RunResult> PollAsync(Action<string>? atStep = null, Func<string, Exception?>? breaksOn = null)
    {
        var station = Station();
        var matter = new MailMatter(station.Warehouse, Mail);
        if (breaksOn is not null)
            matter = new MailMatter(station.Warehouse, Mail)
            {
                Reader = (path, folder, cancellation, isOurs) =>
                {
                    var read = MailReader.Read(path, folder, new MailLimits(), cancellation, isOurs);
                    return breaksOn(read.Header.Subject) is { } wrong ? throw wrong : read;
                },
            };
        return new MailboxWork(station) { AtStep = atStep, Matter = matter }.RunAsync(new WorkOrder("mailbox"), CancellationToken.None);
    }

    /// <summary>Decides on what was taken.</summary>
    public Task<RunResult> DecideAsync() => new DecideWork(Station()).RunAsync(new WorkOrder("process"), CancellationToken.None);

    /// <summary>Gives the word of an operator.</summary>
    public (MailAllowed Allowed, int Files) Allow(long number, params string[] units)
    {
        var station = Station();
        var run = Given.Run(Database);
        return new MailRelease(station.Warehouse, Archive, new MailMatter(station.Warehouse, Mail)) { Guard = _ => { } }
            .Allow(number, units, "หนังสือขออนุญาต (สังเคราะห์)", Book, () => run, CancellationToken.None);
    }

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = Database.Read();
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>Messages in the order taken: number and what became of them.</summary>
    public IReadOnlyList<string> Mails() => Query<string>("SELECT number || ' ' || disposition || ' ' || goes_to FROM received_mail ORDER BY number");

    /// <summary>Files in the order taken: where they came from and what became of them.</summary>
    public IReadOnlyList<string> Files() => Query<string>(
        "SELECT f.drop_path || ' ' || coalesce(o.verdict, '-') FROM received_file f LEFT JOIN outcome o ON o.received_file_id = f.id ORDER BY f.receipt_number");

    public IReadOnlyList<string> Findings() => Query<string>("SELECT m.number || ' ' || f.kind FROM mail_finding f JOIN received_mail m ON m.id = f.mail_id ORDER BY m.number, f.position");

    public IReadOnlyList<string> Withheld() => Query<string>("SELECT m.number || ' ' || a.withheld FROM mail_answer a JOIN received_mail m ON m.id = a.mail_id ORDER BY m.number");

    /// <summary>Nothing is in the folder that is read, everything that was taken is in the archive, recorded as moved, and nothing half-done lies about.</summary>
    public void ShouldBeWhole()
    {
        Server.Inbox.ShouldBeEmpty();
        Query<string>("SELECT m.number FROM received_mail m WHERE NOT EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id)").ShouldBeEmpty();
        Query<long>("SELECT uid FROM mail_trouble").ShouldBeEmpty();
        ArchiveCheck.Run(Database, Archive).Complaints.ShouldBeEmpty();
        WarehouseCheck.Run(Database).SelectMany(thing => thing.Complaints).ShouldBeEmpty();
    }

    /// <summary>A return that is right, of a province.</summary>
    public static byte[] Return(string file) => File.ReadAllBytes(Path.Combine(Root(AppContext.BaseDirectory), "testdata", file));

    public async ValueTask DisposeAsync()
    {
        foreach (var leases in _leases)
            await leases.DisposeAsync();
        Storage.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}

using System.Globalization;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests.Sending;

/// <summary>An installation on one engine that answers and sends. 56 has two addresses, 57 one. Everything in it is synthetic.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public const string Phayao = "phayao@example.go.th";
    public const string PhayaoToo = "clerk@example.org";
    public const string ChiangRai = "chiangrai@example.go.th";
    public const string Stranger = "stranger@example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-post-");
    private readonly List<Leases> _leases = [];
    private readonly Installation _installation;
    private long _uid;

    public PostOffice(string engine)
    {
        Storage = StorageUnderTest.Of(engine);
        var settings = Settings.Load(null) with { Folders = new FolderSettings { Workspace = _folder.FullName, Database = Storage.ConnectionString } };
        _installation = new Installation(settings, null, Storage.Clock);
        _installation.Prepare();
        Mail = settings.Mail with { Smtp = settings.Mail.Smtp with { From = "returns@example.go.th", MaxTries = 3 } };
        Database = Storage.Open();
        ArchiveMark.Require(Database, Folders.Archive);
        Run = Given.Run(Database);
    }

    public StorageUnderTest Storage { get; }

    public Database Database { get; }

    public string Run { get; }

    public MailSettings Mail { get; set; }

    public WorkspaceFolders Folders => _installation.Folders;

    public Archive Archive => new(Folders.Archive, Storage.Clock);

    public AddressBook Book { get; set; } = new([new("56", [Phayao, PhayaoToo]), new("57", [ChiangRai])], []);

    /// <summary>A node; each has leases of its own, as another process would have.</summary>
    public Station Station(string name = "one")
    {
        var leases = new Leases(Storage.Open(), new NodeIdentity(name, Guid.NewGuid().ToString("N"), "tester"), Folders.Archive, TimeSpan.FromMinutes(5));
        _leases.Add(leases);
        return new Station(Storage.Open(), _installation.Workplace() with { Mail = Mail, AddressesFrom = () => Book }, leases);
    }

    public Task<RunResult> SendAsync(IRelay? relay, Action<string>? atStep = null) =>
        new SendWork(Station(), relay) { AtStep = atStep }.RunAsync(new WorkOrder("send"), CancellationToken.None);

    public Task<RunResult> AnswerAsync(Action<string>? atStep = null) =>
        new MailAnswerWork(Station()) { AtStep = atStep }.RunAsync(new WorkOrder("distribute"), CancellationToken.None);

    public Task<RunResult> DecideAsync() => new DecideWork(Station()).RunAsync(new WorkOrder("process"), CancellationToken.None);

    /// <summary>Puts a mail into the outbox.</summary>
    public string Add(string occasion, string recipient = Phayao, params IReadOnlyList<OutgoingAttachment> attachments) => Database.Write(lane => new Outbox(Mail.Smtp).Add(
        lane, new OutgoingMail(occasion, OutgoingKind.Report, recipient, $"เรื่อง {occasion}", "ข้อความ\r\n", "<p>ข้อความ</p>") { Attachments = attachments, RunId = Run }));

    /// <summary>A message as the mailbox work leaves it.</summary>
    public string Receive(
        string? sender = Phayao, MailDisposition disposition = MailDisposition.Taken, string subject = "ส่งแบบรายงาน", string? replyTo = null,
        IReadOnlyList<Finding>? findings = null, params IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        MailPart[] parts = [.. files.Select(file => new MailPart(file.Name, file.Name, Archive.StoreDefinition(file.Bytes), file.Bytes.Length))];
        return Database.Write(lane =>
        {
            var (id, number) = (lane.NewId(), Counter.Next(lane, "mail"));
            lane.Execute(
                """
                INSERT INTO received_mail (id, number, mailbox, uid_validity, uid, message_id, size, sender, subject, received_at, registered_at, run_id, disposition, why, reply_to, thread, goes_to)
                VALUES (@id, @number, 'test', 1, @uid, @message, 1, @sender, @subject, @now, @now, @Run, @disposition, '', @replyTo, @thread, 'received')
                """,
                new
                {
                    id, number, uid = ++_uid, message = $"m{number}@example.org", sender, subject, now = lane.Now, Run, disposition = StoredName.Of(disposition), replyTo,
                    thread = $"<first@example.org> <m{number}@example.org>",
                });
            foreach (var (finding, position) in (findings ?? []).Select((finding, position) => (finding, position)))
                lane.Execute(
                    "INSERT INTO mail_finding (mail_id, position, kind, severity, subject, found, expected, message, what_to_do) VALUES (@id, @position, @kind, @severity, '', '', '', @Message, @WhatToDo)",
                    new { id, position, kind = finding.Kind.Id, severity = (int)finding.Severity, finding.Message, finding.WhatToDo });
            MailPart.Register(lane, parts, new MailOrigin(id, number, lane.Clock.GetUtcNow(), null), Run);
            return id;
        });
    }

    /// <summary>What an operator lets in: a message with the files that it brings.</summary>
    public void Release(string mailId, params IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        MailPart[] parts = [.. files.Select(file => new MailPart(file.Name, file.Name, Archive.StoreDefinition(file.Bytes), file.Bytes.Length))];
        Database.Write(lane =>
        {
            var number = lane.Scalar<long>("SELECT count(*) + 1 FROM mail_release WHERE mail_id = @mailId", new { mailId });
            lane.Execute("INSERT INTO mail_release (mail_id, number, units, released_at, reason) VALUES (@mailId, @number, '56', @now, 'test')", new { mailId, number, now = lane.Now });
            var mail = lane.Scalar<long>("SELECT number FROM received_mail WHERE id = @mailId", new { mailId });
            MailPart.Register(lane, parts, new MailOrigin(mailId, mail, lane.Clock.GetUtcNow(), null) { Release = number }, Run);
        });
    }

    /// <summary>How the mails of the outbox stand, by number: <c>1 waiting 2</c> after two tries.</summary>
    public IReadOnlyList<string> States() => Query<string>("SELECT o.number || ' ' || s.state || ' ' || s.tries FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id ORDER BY o.number");

    /// <summary>Answers by mail: number, occasion, and to whom, or why not.</summary>
    public IReadOnlyList<string> Answers() => Query<string>(
        """
        SELECT m.number || ' ' || a.occasion || ' ' || coalesce(o.recipient, a.withheld)
        FROM mail_answer a JOIN received_mail m ON m.id = a.mail_id LEFT JOIN outbox o ON o.id = a.outbox_id ORDER BY m.number, a.occasion
        """);

    public OutboxMail Mailed(long number)
    {
        using var connection = Database.Read();
        return OutboxMail.Find(connection, number).ShouldNotBeNull();
    }

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = Database.Read();
        return connection.Query<T>(sql).AsList();
    }

    public string[] Files() => [.. Directory.EnumerateFiles(Folders.Outbox).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>A file of the test data.</summary>
    public static byte[] Case(string name) => File.ReadAllBytes(Path.Combine(Root(AppContext.BaseDirectory), "testdata", "forms", "unit-cost-quantity", name, "input.xlsx"));

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        foreach (var leases in _leases)
            await leases.DisposeAsync();
        Storage.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}

/// <summary>A relay that answers as a test says, and remembers what it was given.</summary>
internal sealed class FakeRelay(Func<int, Delivery> answer) : IRelay
{
    public static FakeRelay Taking => new(_ => new Delivery(DeliveryOutcome.Sent));

    /// <summary>Recipients in the order given.</summary>
    public List<string> Given { get; } = [];

    public Task<Delivery> SendAsync(ComposedMail mail)
    {
        Given.Add(mail.Message.To[0].Address);
        return Task.FromResult(answer(Given.Count));
    }
}

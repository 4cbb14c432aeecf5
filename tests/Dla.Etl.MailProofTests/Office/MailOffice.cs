using System.Globalization;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Installing;
using Dla.Etl.Mail;
using Dla.Etl.MailProofTests.Post;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.Running;
using Dla.Etl.TestServers;
using Dla.Etl.Warehouse;

namespace Dla.Etl.MailProofTests.Office;

/// <summary>An installation with a mailbox at Dovecot and the sink as its relay; the program runs in processes of its own, or step by step in this one.</summary>
internal sealed class MailOffice : IAsyncDisposable
{
    /// <summary>The engines that are tried.</summary>
    public const string Sqlite = "SQLite", Postgres = "PostgreSQL";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-mail-proof-");
    private readonly Server? _server;
    private readonly List<Leases> _leases = [];
    private readonly List<Database> _opened = [];

    /// <param name="engine">One of the engines.</param>
    /// <param name="imap">Which listener of Dovecot: that with MOVE, or with COPY only.</param>
    /// <param name="servers">Servers of this proof's own, which it may stop; null for those of all.</param>
    public MailOffice(string engine, string imap = "DLA_TEST_IMAP", OwnServers? servers = null)
    {
        Skip.IfNot(TestMailbox.IsThere && SmtpSink.IsThere, "tests/mail-servers are not started");
        _server = engine == Postgres ? new Server() : null;
        Domain = $"d{Guid.NewGuid().ToString("N")[..10]}.example.go.th";
        Mailing = new Mailing(Domain);
        var (host, port) = servers?.Imap ?? TestMailbox.At(imap);
        Box = servers is null ? new TestMailbox() : new TestMailbox { Place = servers.Imap };
        var (relay, relayPort) = servers?.Smtp ?? TestMailbox.At("DLA_TEST_SMTP");
        Mail = new MailSettings
        {
            Imap = new ImapSettings { Host = host, Port = port, User = Box.User, Password = TestMailbox.Password, MaxMessageBytes = Mailing.Limit, Patience = TimeSpan.FromSeconds(30) },
            Smtp = new SmtpSettings { Host = relay, Port = relayPort, From = Mailing.Ours, Patience = TimeSpan.FromSeconds(30) },
            AuthenticationServer = Mailing.Server, AnswersPerSenderAndDay = Mailing.Ceiling,
        };
        Directory.CreateDirectory(Workspace);
        File.WriteAllText(Path.Combine(Workspace, "addresses.yaml"), Mailing.AddressBook());
        Sink = new SinkFolder(Mailing.Ours, servers?.SinkFolder);
    }

    /// <summary>Domain of all its correspondents.</summary>
    public string Domain { get; }

    /// <summary>What is sent to it.</summary>
    public Mailing Mailing { get; }

    /// <summary>Its mailbox.</summary>
    public TestMailbox Box { get; }

    /// <summary>What left it.</summary>
    public SinkFolder Sink { get; }

    /// <summary>Its settings for mail.</summary>
    public MailSettings Mail { get; set; }

    /// <summary>The folder around the workspace and the folder for what is temporary.</summary>
    public string Around => _folder.FullName;

    /// <summary>The folder of everything.</summary>
    public string Workspace => Path.Combine(_folder.FullName, "workspace");

    /// <summary>Puts messages into the mailbox.</summary>
    public async Task DeliverAsync(IEnumerable<Sent> messages, DateTimeOffset? at = null)
    {
        foreach (var message in messages)
            await Box.AppendAsync(message.Bytes, Mail.Imap.Folder, at);
    }

    /// <summary>The settings as variables.</summary>
    public Dictionary<string, string> Variables(string node = "n1")
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DLA_Jobs__Node"] = node, ["DLA_Jobs__Lease"] = "00:00:03", ["DLA_Intake__LeftoverAge"] = "00:00:10",
            ["DLA_Intake__SteadyInterval"] = "00:00:00.5", ["DLA_Intake__PollInterval"] = "00:00:00.25",
            ["DLA_Mail__Imap__Host"] = Mail.Imap.Host, ["DLA_Mail__Imap__Port"] = Text(Mail.Imap.Port), ["DLA_Mail__Imap__User"] = Mail.Imap.User,
            ["DLA_Mail__Imap__Password"] = Mail.Imap.Password, ["DLA_Mail__Imap__MaxMessageBytes"] = Text(Mail.Imap.MaxMessageBytes), ["DLA_Mail__Imap__Folder"] = Mail.Imap.Folder,
            ["DLA_Mail__Imap__Patience"] = "00:00:30", ["DLA_Mail__Smtp__Patience"] = "00:00:30",
            ["DLA_Mail__Smtp__Host"] = Mail.Smtp.Host, ["DLA_Mail__Smtp__Port"] = Text(Mail.Smtp.Port), ["DLA_Mail__Smtp__From"] = Mail.Smtp.From,
            ["DLA_Mail__AuthenticationServer"] = Mail.AuthenticationServer, ["DLA_Mail__AnswersPerSenderAndDay"] = Text(Mail.AnswersPerSenderAndDay),
        };
        if (_server is not null)
            (variables["DLA_Folders__Database"], variables["PGPASSWORD"]) = (_server.OverTheLine, _server.Password);
        return variables;
    }

    /// <summary>Starts a program.</summary>
    public HostProcess Start(string program, string node, params string[] arguments) => new(program, Variables(node), [.. arguments, "--workspace", Workspace]);

    /// <summary>Starts a job host that does everything every few seconds.</summary>
    public HostProcess Serve(string node)
    {
        var variables = Variables(node);
        variables["DLA_Jobs__Url"] = $"http://127.0.0.1:{HostProcess.FreePort()}";
        (variables["DLA_Jobs__ShutdownWait"], variables["DLA_Jobs__LongestWait"]) = ("00:00:30", "00:00:05");
        foreach (var off in new[] { "mailbox_night", "intake_night", "notify_night" })
            variables[$"DLA_Jobs__Schedule__{off}__Off"] = "true";
        foreach (var (line, seconds) in new[] { ("mailbox", 1), ("intake", 15), ("process", 1), ("distribute", 1), ("consolidate", 7), ("report", 9), ("notify_morning", 5), ("send", 1), ("housekeep", 20) })
            variables[$"DLA_Jobs__Schedule__{line}__Cron"] = $"*/{seconds} * * * * *";
        return new HostProcess("dla-etl-jobs", variables, "serve", "--workspace", Workspace);
    }

    /// <summary>Runs <c>dla-etl</c> to its end.</summary>
    public (int Exit, string Said) Run(params string[] arguments)
    {
        using var process = Start("dla-etl", "n1", arguments);
        return (process.Ended(), string.Join('\n', process.Said));
    }

    /// <summary>A node in this process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="clock">Its clock.</param>
    public Station Station(string name = "here", TimeProvider? clock = null)
    {
        var settings = Settings.Load(null) with { Folders = new FolderSettings { Workspace = Workspace, Database = _server?.Direct ?? "" }, Mail = Mail };
        var installation = new Installation(settings, null, clock ?? TimeProvider.System);
        installation.Prepare();
        var warehouse = installation.Warehouse();
        ArchiveMark.Require(warehouse, installation.Folders.Archive);
        var leases = new Leases(warehouse, new NodeIdentity(name, Guid.NewGuid().ToString("N"), "proof"), installation.Folders.Archive, TimeSpan.FromMinutes(5));
        _opened.Add(warehouse);
        _leases.Add(leases);
        return new Station(warehouse, installation.Workplace(), leases);
    }

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        if (_server is not null)
            return _server.Query<T>(sql);
        using var warehouse = Database.Open(Path.Combine(Workspace, "warehouse.db"), TimeProvider.System);
        using var connection = warehouse.Read();
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>How many messages were taken; none while there is no warehouse yet.</summary>
    public long Taken()
    {
        const string Mails = "SELECT count(*) FROM received_mail";
        if (_server is not null)
            return _server.Query<bool>("SELECT to_regclass('dla_etl.received_mail') IS NOT NULL").Single() ? Count(Mails) : 0;
        try
        {
            return File.Exists(Path.Combine(Workspace, "warehouse.db")) ? Count(Mails) : 0;
        }
        catch (System.Data.Common.DbException)
        {
            // The tables are made in one go a moment after the file.
            return 0;
        }
    }

    /// <summary>One number.</summary>
    public long Count(string sql) => Query<long>(sql).Single();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var leases in _leases)
            await leases.DisposeAsync();
        _opened.ForEach(warehouse => warehouse.Dispose());
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

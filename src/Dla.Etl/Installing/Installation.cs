using System.Data.Common;
using System.Reflection;
using Dla.Etl.Calendar;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Distribution.Reminders;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Intake;
using Dla.Etl.Mail;
using Dla.Etl.Reference;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;
using Microsoft.Extensions.Logging;

namespace Dla.Etl.Installing;

/// <summary>What one command works with: settings, folders, forms, clock.</summary>
public sealed class Installation
{
    private readonly Lazy<DefinitionFiles> _definitions;
    private readonly Lazy<FormCatalogue> _forms;

    public Installation(Settings settings, string? workspace, TimeProvider clock)
    {
        Settings = settings;
        Clock = clock;
        Workspace = Path.GetFullPath(workspace ?? settings.Folders.Workspace);
        Folders = Places(settings.Folders, WorkspaceFolders.Under(Workspace));
        Templates = Path.GetFullPath(settings.Folders.Templates is { Length: > 0 } own ? own : Path.Combine(AppContext.BaseDirectory, "templates"));
        _definitions = new Lazy<DefinitionFiles>(() => Loaded(() => DefinitionFiles.Read(Templates, OwnRules)));
        _forms = new Lazy<FormCatalogue>(() => Loaded(() => FormCatalogue.Load(_definitions.Value)));
    }

    /// <summary>Program version, as runs record it.</summary>
    public static string Version { get; } =
        typeof(Installation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public Settings Settings { get; }

    public TimeProvider Clock { get; }

    public string Workspace { get; }

    public WorkspaceFolders Folders { get; }

    public string Templates { get; }

    /// <summary>Where the office keeps its own rules, for example allocation drivers: they stand in for those of the templates.</summary>
    public string OwnRules => Or(Settings.Folders.Rules, Path.Combine(Workspace, "rules"));

    /// <summary>The definitions in use, as they were read once.</summary>
    /// <exception cref="UsageException">The templates cannot be read.</exception>
    public DefinitionFiles Definitions => _definitions.Value;

    public FormCatalogue Forms => _forms.Value;

    /// <summary>One that works in its workspace only: the folders of the office, its mailbox and its relay are none of the demo's business.</summary>
    public static Installation ForDemo(Settings settings, string? workspace, TimeProvider clock)
    {
        var own = new FolderSettings { Workspace = settings.Folders.Workspace, Templates = settings.Folders.Templates };
        return new Installation(settings with { Folders = own, Mail = new MailSettings() }, workspace, clock);
    }

    /// <summary>Where the address book lies, or would lie.</summary>
    public string AddressBookPath => Or(Settings.Mail.AddressBook, Path.Combine(Workspace, "addresses.yaml"));

    /// <summary>The address book as it is now; empty when there is none yet.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    /// <exception cref="UsageException">The file that the setting names is not there, or cannot be read.</exception>
    public AddressBook Addresses()
    {
        var own = Settings.Mail.AddressBook;
        if (own.Length > 0 && !File.Exists(own))
            throw new UsageException($"ไม่พบสมุดที่อยู่ {own} กรุณาตรวจค่าตั้ง Mail:AddressBook · no such address book");
        return Loaded(() => AddressBook.Load(AddressBookPath), "สมุดที่อยู่", "Mail:AddressBook");
    }

    /// <summary>What a run works with.</summary>
    /// <exception cref="DefinitionException">Something is wrong with a template or the address book; names file, line and key.</exception>
    /// <exception cref="UsageException">The templates or the address book cannot be read.</exception>
    public Workplace Workplace()
    {
        // Whoever starts hears now what is wrong with it, not in the middle of the work.
        _ = Addresses();
        _ = Loaded(() => MailAnswerWording.Load(_definitions.Value));
        _ = new Outbox(Settings.Mail.Smtp);
        var reports = Loaded(() => ReportCatalogue.Load(_definitions.Value));
        var (wording, reminders) = (Loaded(() => AnswerWording.Load(_definitions.Value)), ReminderPlan.Load(_definitions.Value));
        if (Forms.All.FirstOrDefault(form => form.Owner is { } owner && !(wording.Owners.ContainsKey(owner) && reminders.Owners.ContainsKey(owner))) is { } foreign)
            throw new DefinitionException(foreign.Path, 1, "owner", $"'{foreign.Owner}' is no owner of answers/answer.yaml and mail/reminders.yaml");
        return new Workplace
        {
            Folders = Folders,
            Templates = Templates,
            Forms = Forms,
            Definitions = _definitions.Value,
            Reports = reports,
            Subscriptions = SubscriptionCatalogue.Load(_definitions.Value, reports, Forms),
            Reminders = reminders,
            Calendar = new WorkingDays(HolidayCalendar.Load(_definitions.Value)),
            Wording = wording,
            Intake = Settings.Intake,
            Reading = Settings.Reading,
            Mail = Settings.Mail,
            AddressesFrom = Addresses,
            Mailbox = Settings.Mail.Imap.Host.Length == 0 ? null : () => new ImapMailbox(Settings.Mail.Imap, Clock),
            Clock = Clock,
            ProgramVersion = Version,
            Notice = DemoMark.IsOn(Workspace) ? DemoMark.Notice : "",
        };
    }

    /// <summary>This process as a node at its work. The folders must have been prepared.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="workplace">What it works with.</param>
    /// <param name="log">Hears of leases that could not be renewed; null for none.</param>
    /// <exception cref="UsageException">The archive is that of another warehouse, the name of the node cannot be one, or the settings of the mail servers cannot be.</exception>
    public Station Station(Database warehouse, Workplace workplace, ILogger? log = null)
    {
        MailServersSet.Require(Settings.Mail);
        ArchiveMark.Require(warehouse, Folders.Archive);
        var node = NodeIdentity.OfThisProcess(Settings.Jobs.Node);
        return new Station(warehouse, workplace, new Leases(warehouse, node, Folders.Archive, Settings.Jobs.Lease, log));
    }

    /// <summary>The warehouse; made when it is not there.</summary>
    /// <exception cref="UsageException">
    /// It cannot be opened: it is something else or newer than the program, may not be written, or its server cannot be reached or does not let us in;
    /// or it is a server's while the workspace is the demo's.
    /// </exception>
    public Database Warehouse() => Opened(OpenWarehouse);

    /// <summary>The warehouse, for a host that waits for a server that is down.</summary>
    /// <exception cref="UsageException">The workspace is the demo's and the warehouse a server's.</exception>
    /// <exception cref="ConnectionException">The server cannot be reached or does not let us in.</exception>
    /// <exception cref="SchemaException">It is something else, or newer than the program.</exception>
    /// <exception cref="IOException">The file may not be written.</exception>
    public Database OpenWarehouse() => Open(Database.Open);

    private Database Open(Func<string, TimeProvider, string?, Database> open)
    {
        // The demo's files must never be loaded where several nodes keep real returns.
        if (DemoMark.IsOn(Workspace) && Database.FileOf(Folders.Database) is null)
            throw new UsageException($"{Workspace} เป็นพื้นที่สาธิต (ข้อมูลสังเคราะห์) จึงใช้กับคลังข้อมูลบนเซิร์ฟเวอร์ไม่ได้ กรุณาระบุ --workspace อื่น · holds the demo's data; give the server's warehouse another --workspace");
        var node = NodeIdentity.OfThisProcess(Settings.Jobs.Node);
        var warehouse = open(Folders.Database, Clock, node.Name);
        warehouse.Actor = Actor.Of(node.StartedBy, node.Name);
        return warehouse;
    }

    /// <summary>Connection string of the warehouse's server, for what else lies on it; null for a file.</summary>
    public string? Server() => Database.FileOf(Folders.Database) is null ? Folders.Database : null;

    /// <summary>The warehouse, when there is one already.</summary>
    /// <exception cref="UsageException">As <see cref="Warehouse()"/>.</exception>
    public Database? ExistingWarehouse() => Opened(() => Database.Exists(Folders.Database)) ? Warehouse() : null;

    /// <summary>The warehouse as it is, older than the program or newer, for looking only; null when there is none yet.</summary>
    /// <exception cref="UsageException">As <see cref="Warehouse()"/>, but for a schema that is not the program's: the checks tell of that.</exception>
    public Database? WarehouseAsItIs() => Opened(() => Database.Exists(Folders.Database) ? Open(Database.OpenToLook) : null);

    /// <summary>The warehouse, which must be there.</summary>
    /// <exception cref="UsageException">Nothing has run in this workspace yet.</exception>
    public Database RequiredWarehouse() => ExistingWarehouse()
        ?? throw new UsageException($"ยังไม่มีคลังข้อมูลที่ {Database.PlaceOf(Folders.Database)} กรุณาสั่ง dla-etl run หรือ dla-etl demo ก่อน · no warehouse there yet");

    /// <summary>Makes the folders on first use.</summary>
    /// <exception cref="UsageException">One cannot be made or lies where it must not.</exception>
    public void Prepare()
    {
        var ownDrop = Settings.Folders.Drop.Length == 0;
        var findings = Folders.Prepare(ownDrop ? Units.All.Select(unit => unit.FolderName) : []);
        if (findings.Count > 0)
            throw new UsageException(string.Join(Environment.NewLine, findings.Select(finding => $"{finding.Kind.Id} {finding.Message} {finding.WhatToDo}")));
    }

    private static T Opened<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception wrong) when (wrong is SchemaException or ConnectionException)
        {
            // Their messages are Thai and English already.
            throw new UsageException($"เปิดคลังข้อมูลไม่ได้ {wrong.Message}");
        }
        catch (Exception wrong) when (DiskTrouble.Is(wrong) || (wrong is DbException refused && Database.IsDisk(refused)))
        {
            throw new UsageException($"เปิดคลังข้อมูลไม่ได้ เพราะ{DiskTrouble.Cause(wrong)} · the warehouse cannot be opened: {wrong.Message}");
        }
    }

    private T Loaded<T>(Func<T> load) => Loaded(load, $"แม่แบบในโฟลเดอร์ {Templates}", "Folders:Templates");

    private static T Loaded<T>(Func<T> load, string what, string setting)
    {
        try
        {
            return load();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"อ่าน{what}ไม่ได้ กรุณาตรวจค่าตั้ง {setting} · cannot be read: {wrong.Message}");
        }
    }

    private static WorkspaceFolders Places(FolderSettings set, WorkspaceFolders usual) => new(
        Or(set.Drop, usual.Drop), Or(set.Received, usual.Received), Or(set.Replies, usual.Replies), Or(set.Archive, usual.Archive),
        Or(set.Reports, usual.Reports), Or(set.Outbox, usual.Outbox), Warehouse(set.Database, usual.Database));

    private static string Warehouse(string set, string usual)
    {
        try
        {
            return set.Length == 0 ? usual : Database.FileOf(set) ?? ServerOf(set);
        }
        catch (ArgumentException wrong)
        {
            throw new UsageException($"ค่าตั้ง Folders:Database ไม่ถูกต้อง · {wrong.Message}");
        }
    }

    private static string ServerOf(string set)
    {
        // Only to hear now, not in the middle of a run, that it cannot be understood.
        _ = Database.PlaceOf(set);
        return set;
    }

    private static string Or(string set, string usual) => set.Length > 0 ? Path.GetFullPath(set) : usual;
}

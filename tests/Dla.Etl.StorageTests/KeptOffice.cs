using System.Text;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A warehouse of one engine with an archive and folders of its own, to back up, restore and tidy.</summary>
internal sealed class KeptOffice : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-kept-");
    private Desk? _desk;
    private Database? _database;
    private Leases? _leases;

    public KeptOffice(string engine)
    {
        Storage = StorageUnderTest.Of(engine);
        Folders = WorkspaceFolders.Under(_folder.FullName);
        Folders.Prepare([]).ShouldBeEmpty();
        Archive = new Archive(Folders.Archive, Storage.Clock);
    }

    public StorageUnderTest Storage { get; }

    public WorkspaceFolders Folders { get; }

    public Archive Archive { get; }

    public string Workspace => _folder.FullName;

    /// <summary>A desk on the warehouse; opening it makes the warehouse.</summary>
    public Desk Desk => _desk ??= new Desk(Storage);

    /// <summary>Two years of a few units: loaded, corrected, with findings, rejected, duplicate, pending; names that a careless text format would spoil.</summary>
    public KeptOffice Filled()
    {
        Load("พะเยา 1", 56, 7);
        Load("เชียงราย", 57, 5, new Finding(Given.Doubt) { Found = "ก\tข \"ค\"\\n", Expected = "😀\u2028 ๑" });
        Load("พะเยา 2", 56, 9.5m);
        Receive("พะเยา 2", "ซ้ำ.xlsx");
        var refused = Receive("เสีย", "เสีย.xlsx");
        Desk.Refuse(refused, new RefusedFile(Verdict.Unreadable, [new Finding(Given.Mistake) { Subject = "เสีย.xlsx" }]));
        var form = Archive.StoreDefinition("form: ทดสอบ"u8.ToArray());
        Desk.Database.Write(lane =>
        {
            RunLog.Definition(lane, form, "form", "forms/storage-suite/form.2563.yaml");
            Consolidation.Refresh(lane);
        });
        return this;
    }

    /// <summary>Receives bytes and loads a return from them.</summary>
    public Outcome Load(string content, int unit, decimal quantity, params IReadOnlyList<Finding> findings) =>
        Desk.LoadFile(Receive(content, content + ".xlsx"), Given.Return(unit, quantity, findings));

    /// <summary>Receives bytes, as intake does: archive, row, original in the received folder.</summary>
    public string Receive(string content, string name) => Receive(Encoding.UTF8.GetBytes(content), name);

    /// <inheritdoc cref="Receive(string, string)"/>
    public string Receive(byte[] content, string name)
    {
        var hash = Archive.StoreDefinition(content).Hex;
        var id = Given.File(Desk.Database, Desk.RunId, name);
        Desk.Database.Write(lane =>
        {
            lane.Execute(
                "UPDATE received_file SET file_name = @name, drop_path = @name, sha256 = @hash, size = @size WHERE id = @id",
                new { id, name, hash, size = content.LongLength });
            lane.Execute("INSERT INTO received_move (received_file_id, moved_to, moved_at) VALUES (@id, @name, @now)", new { id, name, now = lane.Now });
        });
        File.WriteAllBytes(Path.Combine(Folders.Received, name), content);
        return id;
    }

    /// <summary>Not the desk's: that one opens a run.</summary>
    public Database Database => _database ??= Storage.Open();

    public Leases Leases => _leases ??= new Leases(Database, new NodeIdentity("test", "test", "test"), Folders.Archive, TimeSpan.FromMinutes(1));

    public Backup Backup(int keep = 30) => new(Database, Folders, new BackupSettings { Keep = keep }, Leases);

    public Task<BackupResult> BackUpAsync(string folder, int keep = 30) => Backup(keep).TakeAsync(folder, "test", false, TimeSpan.Zero, CancellationToken.None);

    public Restore Restore() => new(Storage.ConnectionString, Workspace, Folders, Storage.Clock);

    /// <summary>The rows of every table as text, by the engine's own catalogue.</summary>
    public IReadOnlyDictionary<string, string> Rows()
    {
        using var database = Storage.Open();
        using var connection = database.Read();
        return TableCatalogue.Of(connection, null).ToDictionary(
            table => table.Name,
            table => string.Join('\n', connection.Query(table.SelectInOrder(table.Columns.Select(column => column.Name), TableCatalogue.IsSqlite(connection)))
                .Select(row => string.Join('|', ((IDictionary<string, object>)row).Values))));
    }

    public async ValueTask DisposeAsync()
    {
        if (_leases is not null)
            await _leases.DisposeAsync();
        Storage.Dispose();
        _folder.Delete(recursive: true);
    }
}

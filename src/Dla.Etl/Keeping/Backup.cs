using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>A backup that was taken.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Manifest">What is in it.</param>
/// <param name="Copied">Files of the archive copied now; the folder had the others already.</param>
/// <param name="Dropped">Older backups that were removed.</param>
/// <param name="Complaints">What could not be saved or tidied; empty when all is well.</param>
public sealed record BackupResult(
    string Name, string Path, BackupManifest Manifest, int Copied, IReadOnlyList<string> Dropped, IReadOnlyList<string> Complaints);

/// <summary>Saves warehouse and archive while everything goes on: the tables as of one instant, then the archive's files that they speak of.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="places">Folders of the installation.</param>
/// <param name="settings">How many backups stay.</param>
/// <param name="leases">Of this node.</param>
public sealed class Backup(Database warehouse, WorkspaceFolders places, BackupSettings settings, Leases leases)
{
    private readonly Archive _archive = new(places.Archive, warehouse.Clock);

    /// <summary>The folder of the office's own rules, which are saved as well; null for none.</summary>
    public string? OwnRules { get; init; }

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>Takes a backup into a folder, which may hold earlier ones: what it has of the archive is not copied again.</summary>
    /// <param name="folder">On another disk than the archive's, if it is to help when that one fails.</param>
    /// <param name="programVersion">For the manifest.</param>
    /// <param name="demo">True for a demo's synthetic data.</param>
    /// <param name="wait">How long to wait while originals are being removed: what is copied must not go meanwhile.</param>
    /// <param name="cancellation">Stops between two files; nothing is left but an unfinished backup, which the next one clears away.</param>
    /// <exception cref="KeepingException">The folder cannot be used or is full, or another backup is being taken into it. Earlier backups are as they were.</exception>
    public async Task<BackupResult> TakeAsync(string folder, string programVersion, bool demo, TimeSpan wait, CancellationToken cancellation)
    {
        var target = new BackupFolder(folder);
        RefuseOwnFolders(target);
        await using var house = await KeepingLease.TakeAsync(leases, LeaseNames.Housekeep, wait, cancellation).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(target.Snapshots);
            Directory.CreateDirectory(target.Files);
            using var alone = LockFile.TryTake(target.Root, "backup")
                ?? throw new KeepingException($"มีการสำรองข้อมูลอีกรอบหนึ่งลงใน {target.Root} อยู่ · another backup into this folder is under way");
            BackupPruning.ClearUnfinished(target);
            return Take(target, programVersion, demo, cancellation);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new KeepingException(
                $"สำรองข้อมูลลงใน {target.Root} ไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} สำเนาเดิมยังอยู่ครบ · the backup failed, earlier ones are untouched: {trouble.Message}", trouble);
        }
    }

    private BackupResult Take(BackupFolder target, string programVersion, bool demo, CancellationToken cancellation)
    {
        var name = target.NewName(warehouse.Clock.GetUtcNow());
        var place = Directory.CreateDirectory(target.PathOf(name)).FullName;
        try
        {
            var (manifest, contents) = SaveTables(place, programVersion, demo, cancellation);
            AtStep?.Invoke("tables");
            var copies = new BackupCopies(_archive, target).Save(contents, cancellation);
            AtStep?.Invoke("files");
            manifest = SaveList(place, manifest, copies) with { Rules = new OwnRulesInBackup(place).Save(OwnRules) };
            DurableFiles.FlushFolder(place);
            WriteManifest(place, manifest);
            DurableFiles.FlushFolder(target.Snapshots);
            var (dropped, complaints) = BackupPruning.Prune(target, settings.Keep);
            return new(name, place, manifest, copies.Copied, dropped, [.. copies.Complaints, .. complaints]);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            // A full disk must get its room back.
            Directory.Delete(place, recursive: true);
            throw;
        }
    }

    private (BackupManifest Manifest, IReadOnlyList<ArchivedContent> Contents) SaveTables(string place, string programVersion, bool demo, CancellationToken cancellation)
    {
        using var connection = warehouse.Read();
        // One transaction: all tables are those of one instant, whatever is being loaded meanwhile.
        using var snapshot = warehouse.Engine.BeginRead(connection);
        var tables = new List<BackupTable>();
        var takenAt = Instants.Text(warehouse.Clock.GetUtcNow());
        var contents = ArchivedContent.Required(connection, snapshot);
        foreach (var table in TableCatalogue.Of(connection, snapshot))
        {
            cancellation.ThrowIfCancellationRequested();
            tables.Add(Save(place, table, connection, snapshot));
            AtStep?.Invoke(table.Name);
        }

        return (new BackupManifest
        {
            Format = BackupManifest.CurrentFormat, TakenAt = takenAt, ProgramVersion = programVersion, Demo = demo, Tables = tables,
            Engine = warehouse.Engine.Dialect,
            Sequence = connection.ExecuteScalar<long>("SELECT coalesce(max(sequence), 0) FROM commit_log", transaction: snapshot),
            Migrations = [.. Schema.Applied(warehouse.Engine, connection).Select(step => new BackupMigration(step.Number, step.Name, step.Sha256))],
            Archive = new("", "", 0, ""), ArchiveBytes = 0, Missing = [], Content = "",
        }, contents);
    }

    private static BackupTable Save(string place, TableShape table, DbConnection connection, DbTransaction snapshot)
    {
        string[] columns = [.. table.Columns.Select(column => column.Name)];
        using var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = table.SelectInOrder(columns, TableCatalogue.IsSqlite(connection));
        return SaveRows(place, table.Name, columns, TableText.Rows(command));
    }

    private static BackupManifest SaveList(string place, BackupManifest manifest, BackupCopies copies)
    {
        var list = SaveRows(place, "archive-files", ["sha256", "size"], copies.Saved.Select(file => new object?[] { file.Hash.Hex, file.Size }));
        return manifest with
        {
            Archive = list, ArchiveBytes = copies.Saved.Sum(file => file.Size), Missing = [.. copies.Missing.Select(hash => hash.Hex)],
            Content = BackupManifest.ContentOf(manifest.Tables, list),
        };
    }

    private static BackupTable SaveRows(string place, string name, string[] columns, IEnumerable<object?[]> rows)
    {
        var fileName = $"{name}.jsonl.gz";
        var (count, hash) = (0L, default(Values.ContentHash));
        DurableFiles.WritePart(Path.Combine(place, fileName), file => (count, hash) = TableText.Write(file, columns, rows));
        return new BackupTable(name, fileName, count, hash.Hex);
    }

    private static void WriteManifest(string place, BackupManifest manifest) => DurableFiles.Write(
        Path.Combine(place, BackupFolder.ManifestName), Path.Combine(place, FileNames.OwnPrefix + "manifest.part"), file => file.Write(manifest.Sealed()));

    // In the drop folder the backup would be taken for deliveries; in the archive its files would pass for archived ones.
    private void RefuseOwnFolders(BackupFolder target)
    {
        string[] own = [places.Drop, places.Received, places.Replies, places.Archive, places.Reports, places.Outbox];
        var clash = own.FirstOrDefault(place => WorkspaceFolders.IsWithin(target.Root, place) || WorkspaceFolders.IsWithin(place, target.Files) || WorkspaceFolders.IsWithin(place, target.Snapshots));
        if (clash is not null)
            throw new KeepingException($"{target.Root} ทับกับโฟลเดอร์ของระบบ {clash} กรุณาเลือกโฟลเดอร์อื่น ควรอยู่คนละดิสก์ · the backup folder overlaps one of the program's own; choose another, best on another disk");
    }
}

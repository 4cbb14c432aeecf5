using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>A backup that was restored.</summary>
/// <param name="Snapshot">Which.</param>
/// <param name="Manifest">What was in it.</param>
/// <param name="Migrated">Migrations applied after it, because the program is newer.</param>
/// <param name="Sequence">The last commit.</param>
/// <param name="Checks">What <c>doctor</c> says of warehouse and archive now.</param>
public sealed record RestoreResult(string Snapshot, BackupManifest Manifest, IReadOnlyList<string> Migrated, long Sequence, IReadOnlyList<CheckedThing> Checks);

/// <summary>Puts a backup back into an empty warehouse and archive, of either engine whichever it was taken from.</summary>
/// <remarks>
/// Every hash is checked before anything is written. The archive's files come first, each whole or not at all; then all tables in one transaction.
/// So a kill leaves an empty warehouse and files that the next try finds in place.
/// </remarks>
/// <param name="database">Path or connection string of the warehouse to fill.</param>
/// <param name="workspace">Bears the mark of a demo.</param>
/// <param name="places">Folders of the installation; they must be there.</param>
/// <param name="clock">Stamps the audit.</param>
public sealed class Restore(string database, string workspace, WorkspaceFolders places, TimeProvider clock)
{
    /// <summary>The folder of the office's own rules, to which those of the backup are put back; null for none.</summary>
    public string? OwnRules { get; init; }

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>Restores.</summary>
    /// <param name="folder">The folder of backups.</param>
    /// <param name="snapshot">Which; null for the last whole one.</param>
    /// <param name="cancellation">Stops between two files and two tables; nothing is restored then.</param>
    /// <exception cref="KeepingException">Damaged, incomplete, made by a newer program, or the target is not empty. Nothing was restored.</exception>
    public RestoreResult Run(string folder, string? snapshot, CancellationToken cancellation)
    {
        var source = new BackupFolder(folder);
        var name = snapshot ?? (source.Whole() is [.., var last] ? last : null)
            ?? throw new KeepingException($"ไม่พบสำเนาสำรองใน {source.Root} · there is no finished backup in this folder");
        var manifest = source.Manifest(name);
        try
        {
            new BackupReading(source, name, manifest).Verify(cancellation);
            return Run(source, name, manifest, cancellation);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new KeepingException($"กู้ข้อมูลไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} ยังไม่มีข้อมูลใดถูกกู้ · nothing was restored: {trouble.Message}", trouble);
        }
        catch (Exception refused) when (refused is SchemaException or ConnectionException)
        {
            throw new KeepingException($"กู้ข้อมูลไม่ได้ คลังข้อมูลปลายทางไม่ถูกเปลี่ยน · the warehouse took nothing: {refused.Message}", refused);
        }
        catch (DbException trouble)
        {
            throw new KeepingException($"กู้ข้อมูลไม่ได้ คลังข้อมูลปลายทางไม่ถูกเปลี่ยน · the warehouse took nothing: {trouble.Message}", trouble);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException or FormatException)
        {
            throw new KeepingException($"สำเนาสำรอง {name} เสียหาย ยังไม่มีข้อมูลใดถูกกู้ · the backup is damaged, nothing was restored: {damaged.Message}", damaged);
        }
    }

    private RestoreResult Run(BackupFolder source, string name, BackupManifest manifest, CancellationToken cancellation)
    {
        var archive = new RestoredArchive(places.Archive, source);
        var contents = source.ArchiveOf(name, manifest).ToList();
        archive.RequireNothingElse(contents);
        var rules = new OwnRulesInBackup(source.PathOf(name));
        if (OwnRules is not null)
            OwnRulesInBackup.RequireNoOther(OwnRules, manifest.Rules ?? []);
        // Before the warehouse is there: what comes after bears the mark from its first byte.
        MarkDemo(manifest);
        using var warehouse = Database.OpenAsItIs(database, clock);
        warehouse.Write(lane => Refuse(RestoredTables.Obstacle(lane, manifest, warehouse.Engine), warehouse));
        var tables = new RestoredTables(source.PathOf(name), manifest, warehouse.Engine) { AtStep = AtStep };
        archive.Mark(tables.MarkOfArchive(), warehouse.Write(lane => RestoredTables.MarkOfArchive(lane, warehouse.Engine)));
        archive.CopyIn(contents, cancellation);
        if (OwnRules is not null)
            rules.CopyInto(OwnRules, manifest.Rules ?? []);
        AtStep?.Invoke("files");
        var migrated = warehouse.Write(lane =>
        {
            Refuse(RestoredTables.Obstacle(lane, manifest, warehouse.Engine), warehouse);
            var applied = tables.Load(lane, cancellation);
            AuditRestore(lane, name, manifest);
            return applied;
        });
        var checks = (CheckedThing[])[.. warehouse.Check(), ArchiveCheck.Run(warehouse, new Archive(places.Archive, clock))];
        using var connection = warehouse.Read();
        return new(name, manifest, migrated, CommitSequence.Last(connection), checks);
    }

    private static void Refuse(string? obstacle, Database warehouse)
    {
        if (obstacle is not null)
            throw new KeepingException(
                $"กู้ได้เฉพาะลงคลังข้อมูลใหม่ที่ว่างเท่านั้น {warehouse.Place}: {obstacle} · a backup is restored into a new, empty warehouse only; nothing was changed");
    }

    // Synthetic figures must never pass for real ones, nor real ones be put among synthetic ones.
    private void MarkDemo(BackupManifest manifest)
    {
        if (manifest.Demo && Database.FileOf(database) is null)
            throw new KeepingException("สำเนานี้เป็นข้อมูลสาธิต (สังเคราะห์) จึงกู้ลงคลังข้อมูลบนเซิร์ฟเวอร์ไม่ได้ · the backup is a demo's; its synthetic data never go where several nodes keep real returns");
        if (manifest.Demo)
            DemoMark.Put(workspace, places);
        else if (DemoMark.IsOn(workspace))
            throw new KeepingException($"{workspace} เป็นพื้นที่สาธิต แต่สำเนานี้เป็นข้อมูลจริง กรุณาระบุ --workspace อื่น · the workspace is a demo's, the backup is real data; name another --workspace");
    }

    private static void AuditRestore(WriteLane lane, string name, BackupManifest manifest) => Audit.Write(lane, new AuditEntry(
        AuditAction.BackupRestored, $"backup {name}",
        string.Create(CultureInfo.InvariantCulture,
            $"กู้ข้อมูลจากสำเนาสำรองที่ทำเมื่อ {manifest.TakenAt} โดยโปรแกรมรุ่น {manifest.ProgramVersion} ({manifest.Engine}) ลำดับล่าสุด {manifest.Sequence} เนื้อหา {manifest.Content}")));
}

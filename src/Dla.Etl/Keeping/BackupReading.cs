using System.Security.Cryptography;
using Dla.Etl.Intake;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Looks whether a backup is whole and whether this program understands it, before anything is written.</summary>
internal sealed class BackupReading(BackupFolder source, string name, BackupManifest manifest)
{
    /// <summary>Reads every file of the backup and compares its SHA-256.</summary>
    /// <exception cref="KeepingException">A newer program made it, or a file is missing or damaged: the message names them.</exception>
    public void Verify(CancellationToken cancellation)
    {
        RequireKnown();
        var damaged = manifest.Tables.Append(manifest.Archive).Select(Complaint)
            .Concat((manifest.Rules ?? []).Select(rule => Complaint(new OwnRulesInBackup(source.PathOf(name)).PathOf(rule), rule.Sha256))).OfType<string>().ToList();
        if (damaged.Count == 0)
            damaged.AddRange(ArchiveComplaints(cancellation));
        if (damaged.Count > 0)
            throw new KeepingException(
                $"สำเนาสำรอง {name} เสียหาย {damaged.Count} ไฟล์ ยังไม่มีข้อมูลใดถูกกู้ กรุณาเลือกสำเนาอื่นด้วย --snapshot · this backup is damaged, nothing was restored; choose another:"
                + string.Concat(damaged.Take(20).Select(line => Environment.NewLine + "  " + line)));
    }

    private void RequireKnown()
    {
        if (manifest.Format > BackupManifest.CurrentFormat)
            throw Newer($"format {manifest.Format}");
        if (manifest.Engine is not ("sqlite" or "postgres"))
            throw Newer($"engine {manifest.Engine}");
        var known = Schema.Known(manifest.Engine);
        foreach (var migration in manifest.Migrations)
        {
            if (known.FirstOrDefault(step => step.Number == migration.Number) is not { } step)
                throw Newer($"migration {migration.Name}");
            if (step.Name != migration.Name || step.Sha256 != migration.Sha256)
                throw new KeepingException($"สำเนาสำรอง {name} ทำจากโปรแกรมรุ่น {manifest.ProgramVersion} ที่โครงสร้าง {migration.Name} ต่างจากโปรแกรมนี้ กรุณาใช้โปรแกรมรุ่นนั้นกู้ · its {migration.Name} has another text than this program's; restore it with version {manifest.ProgramVersion}");
        }
    }

    private KeepingException Newer(string what) => new(
        $"สำเนาสำรอง {name} ทำจากโปรแกรมรุ่นใหม่กว่า ({manifest.ProgramVersion}) กรุณาปรับรุ่นโปรแกรมก่อนกู้ · a newer program made this backup ({what}); update the program first");

    private string? Complaint(BackupTable file) => Complaint(Path.Combine(source.PathOf(name), file.File), file.Sha256);

    private static string? Complaint(string path, string sha256) => !File.Exists(path) ? $"{path}: หายไป · missing"
        : Hash(path).Hex != sha256 ? $"{path}: SHA-256 ไม่ตรง · changed"
        : null;

    private IEnumerable<string> ArchiveComplaints(CancellationToken cancellation)
    {
        foreach (var (hash, size) in source.ArchiveOf(name, manifest))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = source.FileOf(hash);
            if (FileStamp.Of(path) is null)
                yield return $"{path}: หายไป · missing";
            else if (!FileStamp.Holds(path, size, hash))
                yield return $"{path}: SHA-256 ไม่ตรง · changed";
        }
    }

    private static ContentHash Hash(string path)
    {
        using var file = File.OpenRead(path);
        return ContentHash.FromDigest(SHA256.HashData(file));
    }
}

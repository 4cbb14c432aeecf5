using System.Text;
using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>The archive that a backup is put back into.</summary>
internal sealed class RestoredArchive(string folder, BackupFolder source)
{
    /// <summary>Lets through an archive that is empty, or holds nothing but files of this very backup: what an interrupted restore leaves.</summary>
    /// <exception cref="KeepingException">It holds something else.</exception>
    public void RequireNothingElse(IEnumerable<(ContentHash Hash, long Size)> contents)
    {
        var expected = contents.Select(file => file.Hash.Hex).ToHashSet(StringComparer.Ordinal);
        var foreign = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))
            .FirstOrDefault(name => !name.StartsWith(FileNames.OwnPrefix, StringComparison.Ordinal) && !expected.Contains(name));
        if (foreign is not null)
            throw new KeepingException(
                $"คลังไฟล์ {folder} มีไฟล์อื่นอยู่แล้ว ({foreign}) กรุณาย้ายออกหรือระบุโฟลเดอร์ใหม่ก่อนกู้ · the archive is not empty; move it away or set another folder. Nothing was changed");
    }

    /// <summary>Gives the archive the mark by which the restored warehouse knows it, in place of that of an empty warehouse.</summary>
    /// <param name="id">The mark in the backup; null when it has none.</param>
    /// <param name="ofTarget">The mark that the empty warehouse knew; null when none.</param>
    /// <exception cref="KeepingException">It is the archive of another warehouse.</exception>
    public void Mark(string? id, string? ofTarget)
    {
        var file = Path.Combine(folder, ArchiveMark.FileName);
        var found = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        if (found is not null && found != id && found != ofTarget)
            throw new KeepingException($"{folder} เป็นคลังไฟล์ของคลังข้อมูลอื่น ({found}) กรุณาระบุโฟลเดอร์ใหม่ · the archive of another warehouse; set another folder. Nothing was changed");
        if (id is not null && found != id)
            DurableFiles.Write(file, Path.Combine(folder, $"{FileNames.OwnPrefix}restore.part"), part => part.Write(Encoding.ASCII.GetBytes(id)));
    }

    /// <summary>Copies what is not there yet; each file appears whole or not at all.</summary>
    public void CopyIn(IEnumerable<(ContentHash Hash, long Size)> contents, CancellationToken cancellation)
    {
        var archive = new Archive(folder, TimeProvider.System);
        foreach (var (hash, size) in contents)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = archive.PathOf(hash);
            if (FileStamp.Holds(place, size, hash))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            DurableFiles.Write(place, Path.Combine(folder, $"{FileNames.OwnPrefix}restore.part"), part =>
            {
                using var bytes = File.OpenRead(source.FileOf(hash));
                bytes.CopyTo(part);
            });
        }

        DurableFiles.FlushFolder(folder);
    }
}

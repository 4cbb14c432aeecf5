using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>Removes what a folder of backups no longer needs. Only who has the folder's lock may.</summary>
internal static class BackupPruning
{
    /// <summary>Clears away backups that were interrupted, and unfinished copies.</summary>
    public static void ClearUnfinished(BackupFolder target)
    {
        foreach (var broken in target.Broken())
            Directory.Delete(target.PathOf(broken), recursive: true);
        foreach (var part in Directory.EnumerateFiles(target.Files, "*.part", SearchOption.AllDirectories))
            File.Delete(part);
    }

    /// <summary>Drops the oldest backups, then the archive's files that no remaining backup refers to: what the law had removed must leave the backups too.</summary>
    /// <returns>The backups dropped, and why files were left when one of the remaining cannot be read.</returns>
    public static (IReadOnlyList<string> Dropped, IReadOnlyList<string> Complaints) Prune(BackupFolder target, int keep)
    {
        string[] dropped = [.. target.Whole().SkipLast(keep)];
        foreach (var old in dropped)
            Drop(target.PathOf(old));
        var needed = new HashSet<ContentHash>();
        foreach (var name in target.Whole())
        {
            try
            {
                needed.UnionWith(target.ArchiveOf(name, target.Manifest(name)).Select(file => file.Hash));
            }
            catch (Exception damaged) when (damaged is KeepingException or InvalidDataException or System.Text.Json.JsonException || DiskTrouble.Is(damaged))
            {
                return (dropped, [$"สำเนาสำรอง {name} อ่านไม่ได้ จึงยังไม่ลบไฟล์เก่าออกจาก {target.Files} · backup {name} cannot be read, so no old file was removed: {damaged.Message}"]);
            }
        }

        foreach (var file in Directory.EnumerateFiles(target.Files, "*", SearchOption.AllDirectories))
            if (IsHash(Path.GetFileName(file)) && !needed.Contains(ContentHash.FromHex(Path.GetFileName(file))))
                File.Delete(file);
        return (dropped, []);
    }

    // The manifest goes first: a kill in the middle leaves an unfinished backup, not one that seems whole.
    private static void Drop(string snapshot)
    {
        File.Delete(Path.Combine(snapshot, BackupFolder.ManifestName));
        Directory.Delete(snapshot, recursive: true);
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}

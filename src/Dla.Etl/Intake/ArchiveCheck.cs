using System.Security.Cryptography;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>Looks whether everything that the warehouse refers to lies in the archive unchanged, and nothing that was removed on purpose, for <c>doctor</c>; mends nothing.</summary>
public static class ArchiveCheck
{
    /// <summary>Reads every archived file again and compares its SHA-256.</summary>
    public static CheckedThing Run(Database database, Archive archive)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(archive);
        using var connection = database.Read();
        var kept = ArchivedContent.Required(connection);
        var removed = ArchivedContent.Removed(connection);
        string[] complaints =
        [
            .. kept.Select(file => Complaint(archive.PathOf(file.Hash), file)).OfType<string>(),
            .. removed.Where(file => File.Exists(archive.PathOf(file.Hash)))
                .Select(file => $"{archive.PathOf(file.Hash)} ({FileNames.Display(file.What)}) was removed on purpose and lies there still; finish it with: dla-etl retention"),
        ];
        return new("archived files", complaints, removed.Count == 0 ? $"{kept.Count} files" : $"{kept.Count} files, {removed.Count} removed on purpose");
    }

    private static string? Complaint(string path, ArchivedContent content)
    {
        if (!File.Exists(path))
            return $"{path} ({FileNames.Display(content.What)}) is gone; restore it from a backup";
        try
        {
            using var file = File.OpenRead(path);
            return ContentHash.FromDigest(SHA256.HashData(file)) == content.Hash ? null : $"{path} ({FileNames.Display(content.What)}) is no longer what was received; restore it from a backup";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return $"{path} ({FileNames.Display(content.What)}): {wrong.Message}";
        }
    }
}

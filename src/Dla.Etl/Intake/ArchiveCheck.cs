using System.Security.Cryptography;
using Dapper;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>Looks whether everything that the warehouse refers to lies in the archive unchanged, for <c>doctor</c>; mends nothing.</summary>
public static class ArchiveCheck
{
    private const string Known =
        """
        SELECT sha256 AS Hash, min(what) AS What
        FROM (
          SELECT sha256, drop_path AS what FROM received_file
          UNION ALL
          SELECT sha256, path AS what FROM definition
        ) kept
        GROUP BY sha256 ORDER BY sha256
        """;

    /// <summary>Reads every archived file again and compares its SHA-256.</summary>
    public static CheckedThing Run(Database database, Archive archive)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(archive);
        using var connection = database.Read();
        var kept = connection.Query<(string Hash, string What)>(Known).AsList();
        return new("archived files", [.. kept.Select(file => Complaint(archive.PathOf(ContentHash.FromHex(file.Hash)), file.Hash, file.What)).OfType<string>()], $"{kept.Count} files");
    }

    private static string? Complaint(string path, string hash, string what)
    {
        if (!File.Exists(path))
            return $"{path} ({FileNames.Display(what)}) is gone; restore it from a backup";
        try
        {
            using var file = File.OpenRead(path);
            return ContentHash.FromDigest(SHA256.HashData(file)).Hex == hash ? null : $"{path} ({FileNames.Display(what)}) is no longer what was received; restore it from a backup";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return $"{path} ({FileNames.Display(what)}): {wrong.Message}";
        }
    }
}

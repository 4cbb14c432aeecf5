using System.Security.Cryptography;
using Dla.Etl.Values;

namespace Dla.Etl.Intake;

/// <summary>Size and modified time of a file: compared with an earlier stamp of the same file, never trusted as a time.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">As the file system says, UTC.</param>
public readonly record struct FileStamp(long Size, DateTimeOffset ModifiedAt)
{
    /// <summary>The stamp of a file as it is now; null when there is surely none.</summary>
    /// <exception cref="UnauthorizedAccessException">We may not look there.</exception>
    public static FileStamp? Of(string path)
    {
        FileInfo file = new(path);
        if (file.Exists) return Of(file);
        try
        {
            // Exists is false as well where we may not look; this says which.
            _ = File.GetAttributes(path);
            return null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The stamp that a listing brought along.</summary>
    public static FileStamp Of(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }

    /// <summary>True when a file is there and has exactly this content.</summary>
    internal static bool Holds(string path, long size, ContentHash hash)
    {
        if (Of(path)?.Size != size) return false;
        using FileStream file = File.OpenRead(path);
        return ContentHash.FromDigest(SHA256.HashData(file)) == hash;
    }
}

namespace Dla.Etl.Intake;

/// <summary>Tries whether a folder takes files, for <c>doctor</c>, for health and for intake alike.</summary>
public static class FolderTrial
{
    // A full disk still makes an empty file, and some keep a few bytes beside its name; a block of its own needs room.
    private static readonly byte[] Block = new byte[4096];

    /// <summary>Why a folder takes no files, in Thai and English.</summary>
    /// <returns>Null when it takes them.</returns>
    public static string? Complaint(string folder)
    {
        try
        {
            Write(Path.Combine(folder, $"{FileNames.OwnPrefix}{Guid.NewGuid():N}.part"));
            return null;
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            return $"เขียนไม่ได้ เพราะ{DiskTrouble.Cause(problem)} · cannot be written: {problem.Message}";
        }
    }

    /// <summary>Writes a file to the disk and takes it away again.</summary>
    /// <exception cref="IOException">The folder takes nothing: full, read-only, or not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static void Write(string part)
    {
        DurableFiles.WritePart(part, file => file.Write(Block));
        File.Delete(part);
    }
}

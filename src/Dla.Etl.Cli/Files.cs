using Dla.Etl.Installing;

namespace Dla.Etl.Cli;

/// <summary>Files that a user names on the command line.</summary>
internal static class Files
{
    /// <summary>True for a file, readable or not; a folder is none.</summary>
    public static bool Exists(string path) => File.Exists(path);

    /// <summary>What to say of a file that is not there.</summary>
    public static string Missing(string path) => Directory.Exists(path)
        ? $"{path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ · is a folder"
        : $"ไม่พบไฟล์ {path} · no such file";

    /// <summary>Writes a file that the user named, whole.</summary>
    /// <exception cref="UsageException">It cannot be written there: no such folder, a folder of that name, no rights, no room.</exception>
    public static void Write(string path, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(path, bytes);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"เขียนไฟล์ {path} ไม่ได้ · cannot be written: {wrong.Message}");
        }
    }
}

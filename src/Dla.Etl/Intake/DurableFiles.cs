using Microsoft.Win32.SafeHandles;

namespace Dla.Etl.Intake;

/// <summary>Files that appear whole or not at all, and that are on the disk when we say so.</summary>
internal static class DurableFiles
{
    /// <summary>Writes a file beside its place and renames it in; what was there under the name is replaced.</summary>
    /// <param name="target">Full path.</param>
    /// <param name="part">Full path in the same folder for the unfinished file; a leftover there is overwritten.</param>
    /// <param name="write">Fills the file.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Not allowed.</exception>
    public static void Write(string target, string part, Action<FileStream> write)
    {
        WritePart(part, write);
        File.Move(part, target, overwrite: true);
        FlushFolder(Path.GetDirectoryName(target)!);
    }

    /// <summary>Writes and flushes the unfinished file; it is removed again when that fails.</summary>
    public static void WritePart(string part, Action<FileStream> write)
    {
        try
        {
            using FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            write(file);
            file.Flush(flushToDisk: true);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            // A full disk must get its room back; a part that was never made needs no removal.
            if (File.Exists(part)) File.Delete(part);
            throw;
        }
    }

    /// <summary>Renames into another folder when both lie on one file system.</summary>
    /// <returns>False when they lie on different ones and nothing was done.</returns>
    public static bool TryRename(string from, string to)
    {
        if (!OperatingSystem.IsLinux())
        {
            if (!Path.GetPathRoot(from).AsSpan().Equals(Path.GetPathRoot(to), StringComparison.OrdinalIgnoreCase)) return false;
            File.Move(from, to, overwrite: true);
            return true;
        }

        return LinuxCalls.Rename(from, to) switch
        {
            0 => true,
            LinuxCalls.OtherDevice => false,
            int error => throw DiskTrouble.FromLinux(error, to),
        };
    }

    /// <summary>Writes the entries of a folder to the disk, so that a rename in it survives a power cut. Windows does so by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        using SafeFileHandle? handle = LinuxCalls.Open(folder, out int error);
        if (handle is null) throw DiskTrouble.FromLinux(error, folder);
        error = LinuxCalls.Flush(handle);
        // Shares do not know the flushing of folders; their server decides.
        if (error is not (0 or LinuxCalls.InvalidArgument or LinuxCalls.NotSupported)) throw DiskTrouble.FromLinux(error, folder);
    }
}

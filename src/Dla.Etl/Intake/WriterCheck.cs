using Microsoft.Win32.SafeHandles;

namespace Dla.Etl.Intake;

/// <summary>What a look at a file tells before it is taken.</summary>
internal enum FileState
{
    /// <summary>A regular file that nobody has open for writing, as far as the file system can tell.</summary>
    Quiet,

    /// <summary>Somebody has it open for writing.</summary>
    BeingWritten,

    /// <summary>We may not read it.</summary>
    Unreadable,

    /// <summary>A pipe, a socket or a device.</summary>
    NotAFile,

    /// <summary>It went away since it was listed.</summary>
    Gone,
}

/// <summary>Asks whether somebody has a file open for writing.</summary>
internal static class WriterCheck
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Looks at one file. Never waits.</summary>
    /// <remarks>
    /// On a local disk of Linux a read lease is asked for (fcntl(2), F_SETLEASE), which only the kernel's own count of writers decides.
    /// On a share the lease says nothing of other machines, and the SMB client refuses it whenever the server gave no oplock; there, and where
    /// leases are not ours to take, the file is opened for us alone, which sees such writers as lock what they write. The steady interval covers the rest.
    /// </remarks>
    public static FileState Look(string path) => OperatingSystem.IsLinux() ? LookOnLinux(path) : OpenAlone(path, FileShare.Read);

    private static FileState LookOnLinux(string path)
    {
        using SafeFileHandle? file = LinuxCalls.Open(path, out int error);
        if (file is null) return error == LinuxCalls.NoEntry ? FileState.Gone : FileState.Unreadable;
        if (!LinuxCalls.CanSeek(file)) return FileState.NotAFile;
        if (NetworkShares.IsOnShare(path)) return OpenAlone(path, FileShare.None);
        return LinuxCalls.TryReadLease(file) switch
        {
            0 => FileState.Quiet,
            LinuxCalls.TryAgain => FileState.BeingWritten,
            _ => OpenAlone(path, FileShare.None),
        };
    }

    private static FileState OpenAlone(string path, FileShare share)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, share);
            return FileState.Quiet;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileState.Gone;
        }
        catch (UnauthorizedAccessException)
        {
            return FileState.Unreadable;
        }
        catch (IOException problem)
        {
            return IsHeldByAnother(problem) ? FileState.BeingWritten : FileState.Unreadable;
        }
    }

    /// <summary>True when opening failed only because another has the file open in a way that excludes us.</summary>
    public static bool IsHeldByAnother(IOException problem) => problem.HResult is SharingViolation or LockViolation or LinuxCalls.TryAgain;
}

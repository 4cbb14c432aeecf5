using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dla.Etl.Intake;

/// <summary>The few calls of the Linux kernel that .NET does not offer. The numbers are those of <c>fcntl.h</c>, the same on x86-64 and arm64.</summary>
internal static class LinuxCalls
{
    public const int NoEntry = 2;
    public const int TryAgain = 11;
    public const int NoAccess = 13;
    public const int NotPermitted = 1;
    public const int OtherDevice = 18;
    public const int InvalidArgument = 22;
    public const int NoSpace = 28;
    public const int NoSeek = 29;
    public const int ReadOnlyDisk = 30;
    public const int NotSupported = 95;
    public const int QuotaExceeded = 122;

    private const int ReadOnly = 0;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int SetSignal = 10;
    private const int SetLease = 1024;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int UrgentSignal = 23;
    private const int FromHere = 1;

    /// <summary>Opens for reading without waiting at a pipe; null with the error number when that fails.</summary>
    public static SafeFileHandle? Open(string path, out int error)
    {
        int descriptor = open(path, ReadOnly | NonBlocking | CloseOnExec, 0);
        error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>True for a file with a position: not a pipe, not a socket.</summary>
    public static bool CanSeek(SafeFileHandle file) => lseek(file, 0, FromHere) >= 0;

    /// <summary>Takes and gives back a read lease, which the kernel grants only while nobody has the file open for writing.</summary>
    /// <returns>0, or the error number: <see cref="TryAgain"/> while somebody writes.</returns>
    public static int TryReadLease(SafeFileHandle file)
    {
        // A writer who comes in the instant of the lease makes the kernel send a signal; the usual one, SIGIO, would end the program, SIGURG is ignored.
        if (fcntl(file, SetSignal, UrgentSignal) != 0) return Marshal.GetLastPInvokeError();
        if (fcntl(file, SetLease, ReadLease) != 0) return Marshal.GetLastPInvokeError();
        return fcntl(file, SetLease, NoLease) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>Writes what the kernel holds of a file or folder to the disk.</summary>
    /// <returns>0, or the error number.</returns>
    public static int Flush(SafeFileHandle file) => fsync(file) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Renames, replacing what is there.</summary>
    /// <returns>0, or the error number: <see cref="OtherDevice"/> when the two lie on different file systems.</returns>
    public static int Rename(string from, string to) => rename(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(SafeFileHandle file, int command, int argument);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long lseek(SafeFileHandle file, long offset, int origin);

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}

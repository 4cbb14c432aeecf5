namespace Dla.Etl.Warehouse;

/// <summary>Keeps an SQLite database off network file systems, where its write-ahead log does not work and a share can lose it.</summary>
/// <remarks>Source: sqlite.org/wal.html ("does not work over a network filesystem"); LIBRARIES D, Files.</remarks>
internal static class LocalDirectory
{
    // Names of the kernel as /proc/self/mountinfo gives them; 9p and drvfs are the host's disks seen from WSL or a guest.
    private static readonly HashSet<string> NetworkFormats = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "ceph", "coda", "lustre", "gpfs", "beegfs",
        "glusterfs", "orangefs", "davfs", "webdav", "9p", "v9fs", "drvfs", "vboxsf", "vmhgfs", "prl_fs",
    };

    private static readonly string[] NetworkFuse =
        ["sshfs", "glusterfs", "davfs", "davfs2", "smbnetfs", "rclone", "s3fs", "gcsfuse", "blobfuse", "vmhgfs-fuse", "ceph", "curlftpfs"];

    /// <summary>Refuses a path that lies on a network file system.</summary>
    /// <exception cref="IOException">It does; says where it lies and what to set instead.</exception>
    public static void Require(string path)
    {
        if (ShareOf(path) is { } share)
            throw Refusal(path, share);
    }

    /// <summary>The share on which a path, or the nearest folder above it that exists, lies; null on a disk of this machine.</summary>
    public static string? ShareOf(string path)
    {
        if (IsUncName(path, OperatingSystem.IsWindows()))
            return "a network share";
        var existing = Path.GetFullPath(path);
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;
        var drive = new DriveInfo(existing);
        return drive.DriveType == DriveType.Network || IsNetworkFormat(drive.DriveFormat) ? $"the network file system '{drive.DriveFormat}'" : null;
    }

    /// <summary>True for <c>\\server\share</c>, and on Windows for <c>//server/share</c> too.</summary>
    public static bool IsUncName(string path, bool onWindows) =>
        path.StartsWith(@"\\", StringComparison.Ordinal) || (onWindows && path.StartsWith("//", StringComparison.Ordinal));

    /// <summary>True for the name of a file system that keeps its files on another machine.</summary>
    public static bool IsNetworkFormat(string format)
    {
        const string Fuse = "fuse.";
        return NetworkFormats.Contains(format)
            || (format.StartsWith(Fuse, StringComparison.OrdinalIgnoreCase)
                && NetworkFuse.Contains(format[Fuse.Length..], StringComparer.OrdinalIgnoreCase));
    }

    private static IOException Refusal(string path, string where) => new(
        $"คลังข้อมูล {path} จะอยู่บนไดรฟ์เครือข่าย ซึ่งใช้ไม่ได้ กรุณาตั้ง Folders:Database และ Folders:Archive เป็นโฟลเดอร์ในเครื่องนี้ · The database would lie on {where}; SQLite needs a local disk. Set the database (and the archive) to a folder of this machine.");
}

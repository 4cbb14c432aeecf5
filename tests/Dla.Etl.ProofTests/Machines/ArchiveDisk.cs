using System.Diagnostics;

namespace Dla.Etl.ProofTests.Machines;

/// <summary>A small disk of its own under the archive, which can be filled and freed; only root can mount one, and not in every container.</summary>
public sealed class ArchiveDisk : IDisposable
{
    private readonly string _folder;

    private ArchiveDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Mounts it over a folder.</summary>
    /// <param name="folder">The archive, still empty.</param>
    /// <param name="why">Why not, when null is returned.</param>
    public static ArchiveDisk? TryMount(string folder, out string why)
    {
        why = "only root mounts a small disk";
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return null;
        Directory.CreateDirectory(folder);
        why = "this container does not let a disk be mounted";
        return Run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", folder) == 0 ? new(folder) : null;
    }

    /// <summary>Writes until nothing fits any more.</summary>
    public void Fill()
    {
        var block = new byte[64 * 1024];
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = block.Length; size > 0; size /= 2)
            while (Fits(file, block.AsSpan(0, size)))
                continue;
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Ballast);

    /// <inheritdoc/>
    public void Dispose() => Run("umount", "-l", _folder).ShouldBe(0);

    private static bool Fits(FileStream file, ReadOnlySpan<byte> block)
    {
        try
        {
            file.Write(block);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

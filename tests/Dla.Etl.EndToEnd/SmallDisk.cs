using System.Diagnostics;

namespace Dla.Etl.EndToEnd;

/// <summary>A small disk mounted over a folder; only root can, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root mounts a small disk");
        Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) == 0, "no small disk can be mounted here");
        _folder = folder;
    }

    public void Dispose() => Run("umount", _folder).ShouldBe(0);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}

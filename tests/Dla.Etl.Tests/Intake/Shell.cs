using System.Diagnostics;

namespace Dla.Etl.Tests.Intake;

/// <summary>Other processes around a test.</summary>
internal static class Shell
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a script and expects it to succeed; what it printed.</summary>
    public static string Run(string script)
    {
        var (code, output, error) = Try("sh", ["-c", script]);
        code.ShouldBe(0, error);
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    public static (int Code, string Output, string Error) Try(string program, IReadOnlyList<string> arguments)
    {
        using Process process = Start(program, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.");
        }

        return (process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

/// <summary>Another process that has a file open for writing until it is disposed of.</summary>
internal sealed class Writer : IDisposable
{
    private readonly Process _process;

    public Writer(string file)
    {
        _process = Shell.Start("sh", ["-c", "exec 3>>\"$1\" && echo open && while IFS= read -r line; do printf %s \"$line\" >&3; echo written; done", "sh", file]);
        _process.StandardOutput.ReadLine().ShouldBe("open");
    }

    public void Write(string text)
    {
        _process.StandardInput.WriteLine(text);
        _process.StandardOutput.ReadLine().ShouldBe("written");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromMinutes(1))) _process.Kill();
        _process.Dispose();
    }
}

/// <summary>A small disk mounted over a folder; only root can, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root mounts a small disk");
        var (code, _, error) = Shell.Try("mount", ["-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder]);
        Skip.IfNot(code == 0, $"no small disk can be mounted here: {error}");
        _folder = folder;
    }

    public void Remount(string options) => Shell.Try("mount", ["-o", $"remount,{options}", _folder]).Code.ShouldBe(0);

    public void Dispose() => Shell.Try("umount", [_folder]).Code.ShouldBe(0);
}

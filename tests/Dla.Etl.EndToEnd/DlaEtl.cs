using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dla.Etl.Cli;

namespace Dla.Etl.EndToEnd;

/// <summary>What one command line did.</summary>
/// <param name="Exit">Exit code.</param>
/// <param name="Output">Stdout.</param>
/// <param name="Error">Stderr.</param>
public sealed record CliRun(int Exit, string Output, string Error)
{
    /// <summary>Stdout as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Everything that was said, to show when a test fails.</summary>
    public override string ToString() => $"exit {Exit}\n{Output}\n{Error}";
}

/// <summary>The program as its users meet it: <c>dla-etl.dll</c> in a process of its own, or in this process where nothing but speed is the difference.</summary>
public static class DlaEtl
{
    // A machine that builds at the same time may take minutes for what takes seconds; a hang is still told from that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The program.</summary>
    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "dla-etl.dll");

    /// <summary>Runs a process to its end.</summary>
    public static CliRun Run(params string[] args) => RunIn(null, null, args);

    /// <summary>Runs a process to its end with variables of its own, in a folder.</summary>
    public static CliRun RunIn(string? folder, IReadOnlyDictionary<string, string>? variables, params string[] args)
    {
        using var process = Start(variables, folder, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dla-etl {string.Join(' ', args)} did not end.");
        }

        return new CliRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a process; the caller reads its output, waits or kills, and disposes of it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string>? variables, string? folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(Dll);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }

    /// <summary>Runs a command line in this process.</summary>
    public static async Task<CliRun> InProcessAsync(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exit = await CommandLine.InvokeAsync(args, output, error, TimeProvider.System);
        return new CliRun(exit, output.ToString(), error.ToString());
    }

    /// <summary>Ends as it should, or says everything.</summary>
    public static CliRun ShouldEnd(this CliRun run, int exit)
    {
        run.Exit.ShouldBe(exit, run.ToString());
        run.Error.ShouldNotContain("   at ", customMessage: "a stack trace is no message");
        return run;
    }
}

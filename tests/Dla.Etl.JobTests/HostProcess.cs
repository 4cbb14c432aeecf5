using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Dla.Etl.JobTests;

/// <summary><c>dla-etl-jobs</c> in a process of its own.</summary>
public sealed partial class HostProcess : IDisposable
{
    // A machine that builds at the same time takes minutes for what takes seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _error = [];

    private HostProcess(IReadOnlyDictionary<string, string> variables, string[] prefix, string[] args)
    {
        Port = FreePort();
        string[] command = [.. prefix, "dotnet", System.IO.Path.Combine(AppContext.BaseDirectory, "dla-etl-jobs.dll"), .. args];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        start.Environment["DLA_Jobs__Url"] = $"http://127.0.0.1:{Port}";
        start.Environment["DLA_Jobs__Lease"] = "00:00:03";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where its health pages are.</summary>
    public int Port { get; }

    /// <summary>The log so far, a JSON object a line.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>Everything that it said.</summary>
    public string Said => string.Join('\n', [.. _output, .. _error]);

    /// <summary>What it said for people.</summary>
    public string Error => string.Join('\n', _error);

    /// <summary>Starts <c>serve</c>.</summary>
    public static HostProcess Serve(string workspace, IReadOnlyDictionary<string, string>? variables = null, params string[] prefix) =>
        new(variables ?? new Dictionary<string, string>(), prefix, ["serve", "--workspace", workspace]);

    /// <summary>Runs a command to its end.</summary>
    public static (int Exit, string Said) Run(IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        using var process = new HostProcess(variables, [], args);
        return (process.Ended(), process.Said);
    }

    /// <summary>Asks one of the health pages; null while nobody answers.</summary>
    public async Task<(int Status, JsonElement Page)?> AskAsync(string page)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{Port}/health/{page}"));
            return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until a page answers so.</summary>
    public Task IsAsync(string page, int status) => Scheduling.Eventually.IsTrueAsync(async () =>
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Said}");
        return (await AskAsync(page))?.Status == status;
    }, $"/health/{page} answers {status}");

    /// <summary>Asks it to stop as a supervisor does (SIGTERM).</summary>
    public void Terminate() => SendSignal(_process.Id, 15).ShouldBe(0);

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int Ended()
    {
        if (!_process.WaitForExit(Patience))
            throw new TimeoutException($"It did not end: {Said}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}

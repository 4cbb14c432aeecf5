using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Dla.Etl.ProofTests.Machines;

/// <summary><c>dla-etl-jobs</c> or <c>dla-etl</c> in a process of its own.</summary>
public sealed partial class HostProcess : IDisposable
{
    private const int Stop = 19, Continue = 18, Terminate = 15;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];

    /// <param name="program"><c>dla-etl-jobs</c> or <c>dla-etl</c>.</param>
    /// <param name="variables">Its settings.</param>
    /// <param name="arguments">Its command line.</param>
    public HostProcess(string program, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that it said so far, a line each.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Kills it: SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stops its clockwork: it does nothing at all until thawed, and does not know.</summary>
    public void Freeze() => Send(Stop);

    /// <summary>Lets it go on.</summary>
    public void Thaw() => Send(Continue);

    /// <summary>Asks it to stop as a supervisor does.</summary>
    public void AskToStop() => Send(Terminate);

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int Ended()
    {
        if (!_process.WaitForExit(s_patience))
            throw new TimeoutException($"It did not end:\n{string.Join('\n', Said.TakeLast(40))}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Whether a health page says that all is well.</summary>
    public static async Task<bool> IsWellAsync(int port, string page)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/{page}"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A port that nobody uses now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _said.Enqueue(line);
    }

    private void Send(int signal)
    {
        if (!_process.HasExited)
            SendSignal(_process.Id, signal).ShouldBe(0);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}

namespace Dla.Etl.ProofTests.Machines;

/// <summary>A machine with its job host, which is killed and started again.</summary>
/// <param name="plant">The installation.</param>
/// <param name="node">Its name.</param>
public sealed class Host(Plant plant, string node) : IDisposable
{
    private readonly List<string> _earlier = [];
    private HostProcess? _process;
    private int _port;

    /// <summary>Its name.</summary>
    public string Node => node;

    /// <summary>True while it does nothing and does not know.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>True while its process lives.</summary>
    public bool IsUp => _process is { HasEnded: false };

    /// <summary>Everything that its processes said.</summary>
    public IReadOnlyList<string> Said => [.. _earlier, .. _process?.Said ?? []];

    /// <summary>Starts it.</summary>
    public void Start()
    {
        _port = HostProcess.FreePort();
        var variables = plant.Variables(node);
        variables["DLA_Jobs__Url"] = $"http://127.0.0.1:{_port}";
        _process = new HostProcess("dla-etl-jobs", variables, "serve", "--workspace", plant.Workspace);
    }

    /// <summary>Kills its process.</summary>
    public void Kill()
    {
        _process!.Kill();
        Clear();
    }

    /// <summary>Stops its process in its tracks.</summary>
    public void Freeze()
    {
        IsFrozen = true;
        _process!.Freeze();
    }

    /// <summary>Lets its process go on.</summary>
    public void Thaw()
    {
        _process!.Thaw();
        IsFrozen = false;
    }

    /// <summary>Asks it to stop and waits for it.</summary>
    /// <returns>Its exit code.</returns>
    public int Stop()
    {
        _process!.AskToStop();
        var exit = _process.Ended();
        Clear();
        return exit;
    }

    /// <summary>Waits until it is ready for work.</summary>
    public Task IsReadyAsync() => Patiently.UntilAsync(
        async () => HasEnded ? throw new InvalidOperationException($"{node} ended:\n{Last}") : await HostProcess.IsWellAsync(_port, "ready"),
        TimeSpan.FromMinutes(3), () => $"{node} is never ready:\n{Last}");

    /// <summary>Keeps what it said, when a proof failed.</summary>
    public void KeepLog(Diary diary)
    {
        diary.Note($"the last words of {node}:");
        foreach (var line in Said.Where(line => !line.Contains("\"Information\"", StringComparison.Ordinal)).TakeLast(12))
            diary.Note(line[..Math.Min(line.Length, 400)]);
        if (Environment.GetEnvironmentVariable("DLA_TEST_DIARY") is { Length: > 0 } file)
            File.WriteAllLines($"{file}.{node}", Said);
    }

    /// <inheritdoc/>
    public void Dispose() => _process?.Dispose();

    private bool HasEnded => _process is not { HasEnded: false };

    private string Last => string.Join('\n', Said.TakeLast(30));

    private void Clear()
    {
        _earlier.AddRange(_process!.Said);
        _process.Dispose();
        (_process, IsFrozen) = (null, false);
    }
}

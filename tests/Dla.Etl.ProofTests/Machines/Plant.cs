using System.Globalization;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.ProofTests.Machines;

/// <summary>The installation of a proof: its folders, its warehouse, and the hosts that share them.</summary>
public sealed class Plant : IDisposable
{
    /// <summary>How long a lease is in the proof: a killed host keeps the others waiting for so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    /// <summary>How old an unfinished copy must be to be cleared away.</summary>
    public static readonly TimeSpan LeftoverAge = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-proof-");
    private readonly Host[] _hosts;

    /// <param name="server">The server; null for SQLite.</param>
    /// <param name="hosts">How many hosts.</param>
    /// <param name="diary">Told what becomes of them.</param>
    public Plant(Server? server, int hosts, Diary diary)
    {
        Server = server;
        Directory.CreateDirectory(Path.Combine(Workspace, "drop"));
        Disk = server is null ? null : ArchiveDisk.TryMount(Path.Combine(Workspace, "archive"), out var why) ?? Without(diary, why);
        _hosts = [.. Enumerable.Range(1, hosts).Select(number => new Host(this, $"n{number}"))];
    }

    /// <summary>The folder of everything.</summary>
    public string Workspace => _folder.FullName;

    /// <summary>The server; null for SQLite.</summary>
    public Server? Server { get; }

    /// <summary>The disk of the archive; null where none can be mounted.</summary>
    public ArchiveDisk? Disk { get; }

    /// <summary>The hosts.</summary>
    public IReadOnlyList<Host> Hosts => _hosts;

    /// <summary>The settings of a node, as variables.</summary>
    public Dictionary<string, string> Variables(string node)
    {
        var variables = new Dictionary<string, string>
        {
            ["DLA_Jobs__Node"] = node,
            ["DLA_Jobs__Lease"] = Lease.ToString("c", CultureInfo.InvariantCulture),
            ["DLA_Jobs__ShutdownWait"] = "00:00:30",
            ["DLA_Jobs__LongestWait"] = "00:00:05",
            ["DLA_Jobs__Schedule__intake_night__Off"] = "true",
            ["DLA_Intake__SteadyInterval"] = "00:00:00.5",
            ["DLA_Intake__PollInterval"] = "00:00:00.25",
            ["DLA_Intake__LongestWait"] = "00:00:02",
            ["DLA_Intake__LeftoverAge"] = LeftoverAge.ToString("c", CultureInfo.InvariantCulture),
        };
        foreach (var (line, cron) in new[] { ("intake", "*/2"), ("process", "*/2"), ("distribute", "*/3"), ("consolidate", "*/7"), ("report", "*/10"), ("housekeep", "*/15") })
            variables[$"DLA_Jobs__Schedule__{line}__Cron"] = $"{cron} * * * * *";
        if (Server is not null)
            (variables["DLA_Folders__Database"], variables["PGPASSWORD"]) = (Server.OverTheLine, Server.Password);
        return variables;
    }

    /// <summary>Runs <c>dla-etl</c> or <c>dla-etl-jobs</c> to its end.</summary>
    public (int Exit, string Said) Run(string program, params string[] arguments)
    {
        using var process = new HostProcess(program, Variables("by-hand"), [.. arguments, "--workspace", Workspace]);
        return (process.Ended(), string.Join('\n', process.Said));
    }

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        if (Server is not null)
            return Server.Query<T>(sql);
        using var warehouse = Database.Open(Path.Combine(Workspace, "warehouse.db"), TimeProvider.System);
        using var connection = warehouse.Read();
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>One number.</summary>
    public long Count(string sql) => Query<long>(sql).Single();

    /// <summary>True when there is a warehouse with its tables.</summary>
    public bool HasWarehouse => Server is null
        ? File.Exists(Path.Combine(Workspace, "warehouse.db"))
        : Server.Query<bool>("SELECT to_regclass('dla_etl.audit') IS NOT NULL").Single();

    /// <summary>Files in one of the folders, relative to it with <c>/</c>; those that the program is in the middle of writing only when asked for.</summary>
    public IReadOnlyList<string> Files(string folder, bool own = false)
    {
        var root = Path.Combine(Workspace, folder);
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path).StartsWith(".dla-etl-", StringComparison.Ordinal) == own)
                .Select(path => Path.GetRelativePath(root, path)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var host in _hosts)
            host.Dispose();
        Disk?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ArchiveDisk? Without(Diary diary, string why)
    {
        diary.Note($"the disk of the archive is not filled here: {why}");
        return null;
    }
}

using System.Text;
using Dapper;
using Dla.Etl.Intake;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;
using ReceivedFile = Dla.Etl.Intake.ReceivedFile;

namespace Dla.Etl.Tests.Intake;

/// <summary>A workspace in a temporary folder, with the people around it: they drop, change and remove files; runs take them and may be killed.</summary>
public sealed class IntakeWorkspace : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly List<string> _roots = [];
    private int _minutes;

    public IntakeWorkspace(string? receivedElsewhere = null)
    {
        Root = NewRoot(Directory.Exists("/dev/shm") && receivedElsewhere is null ? "/dev/shm" : Path.GetTempPath());
        Folders = WorkspaceFolders.Under(Root);
        if (receivedElsewhere is not null) Folders = Folders with { Received = Path.Combine(NewRoot(receivedElsewhere), "received") };
        Folders.Prepare([]).ShouldBeEmpty();
        Database = Database.Open(Folders.Database, Clock);
        Archive = new Archive(Folders.Archive, Clock);
        Run = Database.Write(lane => RunLog.Begin(lane, "test", "0"));
    }

    public string Root { get; }

    public AutoClock Clock { get; } = new();

    public WorkspaceFolders Folders { get; }

    public Database Database { get; }

    public Archive Archive { get; }

    public string Run { get; }

    public IntakeSettings Settings { get; set; } = new() { SteadyInterval = Interval };

    public DropFolder Drop => new(Folders.Drop, Database, Settings, Clock);

    public Reception Reception => new(Folders, Archive, Database);

    /// <summary>Puts a file into the drop folder; every file has a modified time of its own.</summary>
    public string Put(string path, string content) => Put(path, Encoding.UTF8.GetBytes(content));

    public string Put(string path, byte[] content)
    {
        string full = InDrop(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        File.SetLastWriteTimeUtc(full, new DateTime(2021, 5, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(++_minutes));
        return full;
    }

    public string InDrop(string path) => Path.Combine(Folders.Drop, path);

    /// <summary>A whole run: recovery, a look, the interval, another look, reception.</summary>
    public (IReadOnlyList<ReceivedFile> Received, IReadOnlyList<IntakeProblem> Problems) RunOnce(Action<string>? atStep = null)
    {
        Reception reception = Reception;
        reception.AtStep = atStep;
        IReadOnlyList<IntakeProblem> recovered = reception.Recover();
        Drop.Scan();
        Clock.Advance(Interval);
        DropScan scan = Drop.Scan();
        ReceptionResult result = reception.Receive(scan.Ready, Run);
        return (result.Received, [.. recovered, .. scan.Problems, .. result.Problems]);
    }

    /// <summary>A run that is killed when it comes to a step; false when it never came there.</summary>
    public bool RunKilledAt(string step)
    {
        try
        {
            RunOnce(now =>
            {
                if (now == step) throw new KilledException();
            });
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    public IReadOnlyList<(string Receipt, string Name, string? Folder, string Hash, string? MovedTo)> Rows()
    {
        using var connection = Database.Read();
        return
        [
            .. connection.Query<(long, string, string?, string, string?)>(
                """
                SELECT receipt_number, file_name, folder, sha256, moved_to
                FROM received_file LEFT JOIN received_move ON received_file_id = id ORDER BY receipt_number
                """).Select(row => (ReceivedFile.ReceiptText(row.Item1), row.Item2, row.Item3, row.Item4, row.Item5)),
        ];
    }

    public static IReadOnlyList<string> FilesUnder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>What must hold whenever no run is under way and nothing more is to be done.</summary>
    public void ShouldBeWhole()
    {
        FilesUnder(Folders.Drop).ShouldBeEmpty("everything delivered was taken");
        var rows = Rows();
        rows.ShouldAllBe(row => row.MovedTo != null);
        FilesUnder(Folders.Received).ShouldBe(rows.Select(row => row.MovedTo!).Order(StringComparer.Ordinal).ToArray(), "one file a row, no leftovers");
        foreach (var row in rows)
        {
            HashOf(Path.Combine(Folders.Received, row.MovedTo!)).ShouldBe(row.Hash);
            HashOf(Archive.PathOf(ContentHash.FromHex(row.Hash))).ShouldBe(row.Hash);
        }
    }

    public static string HashOf(string path) => ContentHash.Of(File.ReadAllBytes(path)).Hex;

    public static string HashOfText(string content) => ContentHash.Of(Encoding.UTF8.GetBytes(content)).Hex;

    public static IReadOnlyList<string> Ids(IEnumerable<IntakeProblem> problems) => [.. problems.Select(problem => problem.Finding.Kind.Id)];

    public void Dispose()
    {
        Database.Dispose();
        foreach (string root in _roots) Directory.Delete(root, recursive: true);
    }

    private string NewRoot(string under)
    {
        string root = Path.Combine(under, $"dla-etl-intake-{Guid.NewGuid():N}");
        Directory.CreateDirectory(root);
        _roots.Add(root);
        return root;
    }
}

/// <summary>Stands in for SIGKILL: nothing of ours catches it. The probe does it with a real one.</summary>
public sealed class KilledException : Exception;

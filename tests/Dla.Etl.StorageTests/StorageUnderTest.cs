using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A warehouse of one engine, empty at the start and thrown away at the end. Every test of the suite takes the engine as its parameter.</summary>
public abstract class StorageUnderTest : IDisposable
{
    /// <summary>What the clock shows at first.</summary>
    public static readonly DateTimeOffset Start = new(2021, 5, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly List<Database> _opened = [];

    /// <summary>Stands still until a test moves it.</summary>
    public ManualClock Clock { get; } = new(Start);

    /// <summary>What <see cref="Database.Open"/> takes.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The engines; a case of one that this machine does not run is skipped, by name.</summary>
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    /// <summary>A fresh warehouse of an engine, its tables there and empty.</summary>
    public static StorageUnderTest Of(string engine)
    {
        var storage = Nothing(engine);
        storage.Prepare();
        return storage;
    }

    /// <summary>Where a warehouse of an engine may be made and none is yet, for a test of just that.</summary>
    public static StorageUnderTest Nothing(string engine) => engine switch
    {
        "sqlite" => new SqliteUnderTest(),
        "postgres" => new PostgresUnderTest(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>Skips the test when this machine does not run the engine, for one that makes its warehouses deeper down.</summary>
    public static void Require(string engine)
    {
        using var storage = Nothing(engine);
    }

    /// <summary>Each row of a table of cases on each engine: the engine comes first.</summary>
    public static IEnumerable<object?[]> OnEach(IEnumerable<object?[]> rows) =>
        [.. from row in rows from engine in (string[])["sqlite", "postgres"] select (object?[])[engine, .. row]];

    /// <summary>Puts a copy of a warehouse with all migrations applied here, before anybody opens it: to apply them costs more than most tests.</summary>
    public abstract void Prepare();

    /// <summary>Opens the same warehouse, as another process would.</summary>
    public Database Open()
    {
        var database = Database.Open(ConnectionString, Clock);
        lock (_opened)
            _opened.Add(database);
        return database;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opened.ForEach(database => database.Dispose());
        Remove();
        GC.SuppressFinalize(this);
    }

    /// <summary>Throws the warehouse away.</summary>
    protected abstract void Remove();
}

/// <summary>SQLite in a folder of its own.</summary>
public sealed class SqliteUnderTest : StorageUnderTest
{
    private static readonly Lazy<byte[]> Prepared = new(MakeOnce);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-etl-");

    /// <inheritdoc/>
    public override string ConnectionString => Path.Combine(_folder.FullName, "warehouse.db");

    /// <inheritdoc/>
    public override void Prepare() => File.WriteAllBytes(ConnectionString, Prepared.Value);

    /// <inheritdoc/>
    protected override void Remove() => _folder.Delete(recursive: true);

    // Closing checkpoints: the file alone is the whole warehouse.
    private static byte[] MakeOnce()
    {
        using var storage = new SqliteUnderTest();
        storage.Open().Dispose();
        File.Exists(storage.ConnectionString + "-wal").ShouldBeFalse();
        return File.ReadAllBytes(storage.ConnectionString);
    }
}

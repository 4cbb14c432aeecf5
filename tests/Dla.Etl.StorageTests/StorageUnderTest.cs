using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A warehouse of one engine, empty at the start and thrown away at the end. Every test of the suite takes the engine as its parameter.</summary>
public abstract class StorageUnderTest : IDisposable
{
    private readonly List<Database> _opened = [];

    /// <summary>Stands still until a test moves it.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2021, 5, 1, 2, 0, 0, TimeSpan.Zero));

    /// <summary>What <see cref="Database.Open"/> takes.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The engines; a case of one that this machine does not run is skipped, by name.</summary>
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    /// <summary>A fresh warehouse of an engine.</summary>
    public static StorageUnderTest Of(string engine) => engine switch
    {
        "sqlite" => new SqliteUnderTest(),
        "postgres" => new PostgresUnderTest(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>Skips the test when this machine does not run the engine, for one that makes its warehouses deeper down.</summary>
    public static void Require(string engine)
    {
        using var storage = Of(engine);
    }

    /// <summary>Each row of a table of cases on each engine: the engine comes first.</summary>
    public static IEnumerable<object?[]> OnEach(IEnumerable<object?[]> rows) =>
        [.. from row in rows from engine in (string[])["sqlite", "postgres"] select (object?[])[engine, .. row]];

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
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-etl-");

    /// <inheritdoc/>
    public override string ConnectionString => Path.Combine(_folder.FullName, "warehouse.db");

    /// <inheritdoc/>
    protected override void Remove() => _folder.Delete(recursive: true);
}

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

    /// <summary>The engines that this machine runs.</summary>
    public static TheoryData<string> Engines => ["sqlite"];

    /// <summary>A fresh warehouse of an engine.</summary>
    public static StorageUnderTest Of(string engine) => engine switch
    {
        "sqlite" => new SqliteUnderTest(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

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

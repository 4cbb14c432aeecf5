using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>Several nodes on one warehouse and one archive, each with connections of its own as another process would have.</summary>
internal sealed class Crew(StorageUnderTest storage, TimeSpan? lease = null) : IDisposable
{
    private readonly DirectoryInfo _archive = Directory.CreateTempSubdirectory("dla-etl-archive-");
    private readonly List<Leases> _leases = [];

    public Database Database { get; } = storage.Open();

    public string Archive => _archive.FullName;

    /// <summary>A node of this name, or one more process of it.</summary>
    public Leases Node(string name)
    {
        var leases = new Leases(storage.Open(), new NodeIdentity(name, Guid.NewGuid().ToString("N"), "tester"), Archive, lease ?? TimeSpan.FromMinutes(5));
        _leases.Add(leases);
        return leases;
    }

    /// <summary>A node that decides.</summary>
    public Claims Decider(string name)
    {
        var node = Node(name);
        return new Claims(storage.Open(), node);
    }

    /// <summary>Files that wait, by these receipts in order.</summary>
    public string[] Files(int count)
    {
        var run = Given.Run(Database);
        return [.. Enumerable.Range(1, count).Select(number => Given.File(Database, run, $"file {number}"))];
    }

    /// <summary>Lets everything held run out, as if its holder had been killed long ago.</summary>
    public void RunOut(string table) => Database.Change(lane => lane.Execute($"UPDATE {table} SET expires_at = '2000-01-01T00:00:00.0000000Z' WHERE expires_at IS NOT NULL"));

    public T? Ask<T>(string sql)
    {
        using var reader = Database.Read();
        return reader.ExecuteScalar<T>(sql);
    }

    public void Dispose()
    {
        foreach (var leases in _leases)
            leases.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _archive.Delete(recursive: true);
    }
}

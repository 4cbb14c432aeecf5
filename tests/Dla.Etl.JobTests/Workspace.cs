using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Reference;
using Dla.Etl.Warehouse;

namespace Dla.Etl.JobTests;

/// <summary>A workspace of one test, gone afterwards.</summary>
public sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-jobs-");

    /// <summary>Full path.</summary>
    public string Path => _folder.FullName;

    /// <summary>The archive.</summary>
    public string Archive => System.IO.Path.Combine(Path, "archive");

    /// <summary>The installation that a command line with this workspace means.</summary>
    public Installation Installation => new(Settings.Load(null), Path, TimeProvider.System);

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Puts good returns of so many provinces into the drop folder; their times are old enough to be taken at first sight.</summary>
    public void Drop(int provinces)
    {
        var samples = System.IO.Path.Combine(Repository, "testdata", "samples", "unit-cost-quantity", "2564");
        foreach (var file in Directory.EnumerateFiles(samples, "*-1.*").Order(StringComparer.Ordinal).Take(provinces))
        {
            var code = System.IO.Path.GetFileName(file)[..2];
            var folder = System.IO.Path.Combine(Path, "drop", Provinces.All.Single(province => province.Code.ToString() == code).FolderName);
            Directory.CreateDirectory(folder);
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }
    }

    /// <summary>The warehouse as another process sees it.</summary>
    public Database Warehouse() => Database.Open(System.IO.Path.Combine(Path, "warehouse.db"), TimeProvider.System);

    /// <summary>A node with its leases on a warehouse.</summary>
    public Leases Leases(Database warehouse, string node) => new(warehouse, NodeIdentity.OfThisProcess(node), Archive, TimeSpan.FromSeconds(30));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Find(string from) =>
        File.Exists(System.IO.Path.Combine(from, "Dla.Etl.sln")) ? from
        : System.IO.Path.GetDirectoryName(from) is { } above ? Find(above)
        : throw new DirectoryNotFoundException("No Dla.Etl.sln above the tests.");
}

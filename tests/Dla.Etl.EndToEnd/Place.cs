namespace Dla.Etl.EndToEnd;

/// <summary>A folder for one test, gone afterwards.</summary>
public sealed class Place : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-e2e-");

    /// <summary>Full path.</summary>
    public string Path => _folder.FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

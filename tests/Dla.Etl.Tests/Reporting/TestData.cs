namespace Dla.Etl.Tests.Reporting;

/// <summary>The folder <c>testdata</c> of the repository, for the files that a test compares with or rewrites.</summary>
internal static class TestData
{
    /// <summary>True when the expected files are to be written anew (<c>DLA_UPDATE=1</c>).</summary>
    public static bool Update { get; } = Environment.GetEnvironmentVariable("DLA_UPDATE") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root(), "testdata", .. parts]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dla.Etl.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}

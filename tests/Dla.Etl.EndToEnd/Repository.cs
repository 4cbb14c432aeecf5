namespace Dla.Etl.EndToEnd;

/// <summary>The files of the repository that the tests look at.</summary>
public static class Repository
{
    /// <summary>Its root: the folder of the solution above the test's output.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The sample returns of the form, with <c>arrivals.csv</c>.</summary>
    public static string Samples { get; } = Path.Combine(Root, "testdata", "samples", "unit-cost-quantity");

    /// <summary>The small cases of the form, a folder each.</summary>
    public static string Cases { get; } = Path.Combine(Root, "testdata", "forms", "unit-cost-quantity");

    /// <summary>A case's input.</summary>
    public static string Input(string name) => Directory.GetFiles(Path.Combine(Cases, name), "input.*").Single();

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from
        : Path.GetDirectoryName(from) is { } above ? Find(above)
        : throw new DirectoryNotFoundException("No Dla.Etl.sln above the tests.");
}

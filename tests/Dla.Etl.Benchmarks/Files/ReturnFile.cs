using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>A return to read: its name in the table, its rows of data, and the file.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Rows">Rows that the pipeline must find.</param>
/// <param name="Templates">Folder whose forms it is recognised by.</param>
public sealed record ReturnFile(string Name, int Rows, string Templates)
{
    // The form benchmark-rows lies beside the program, apart from the templates that are delivered.
    private static string Own => AppContext.BaseDirectory;

    /// <summary>The three files that are measured.</summary>
    public static IReadOnlyList<ReturnFile> All { get; } =
    [
        new("unit-cost-quantity", 26, Path.Combine(AppContext.BaseDirectory, "templates")),
        new("benchmark-rows 300", 300, Own),
        new("benchmark-rows 30,000", 30_000, Own),
    ];

    /// <summary>Writes the file into a folder and gives its path.</summary>
    public string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal) + ".xlsx");
        if (Rows >= 300)
            RowsWorkbook.Write(path, Rows);
        else
            File.WriteAllBytes(path, DraftWriting.Write(CaseFiles.Cases.First(known => known.Name == "2563-ok-typical").Draw(), Container.Xlsx));
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

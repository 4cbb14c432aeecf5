namespace Dla.Etl.Samples.BadFiles;

/// <summary>A file such as offices send by mistake, made at test time.</summary>
/// <param name="Name">The file name, often with an extension that lies.</param>
/// <param name="Description">What is wrong with it.</param>
/// <param name="ExpectedFindingId">The finding that reading must make; null when the file reads and a later room judges what is in it.</param>
/// <param name="Write">Writes it at a path; the same bytes each time.</param>
public sealed record BadFile(string Name, string Description, string? ExpectedFindingId, Action<string> Write)
{
    /// <summary>Every bad file, in the order of its kind.</summary>
    public static IReadOnlyList<BadFile> All { get; } = [.. OtherKinds.All, .. BrokenPackages.All, .. OddSheets.All, .. BrokenXls.All, .. BrokenText.All];

    /// <summary>Writes the file into a folder and returns its path.</summary>
    public string WriteInto(string folder)
    {
        var path = Path.Combine(folder, Name);
        Write(path);
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Description}";
}

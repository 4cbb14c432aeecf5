using Dla.Etl.Intake;

namespace Dla.Etl.Distribution.Marking;

/// <summary>What a marked file is called: the sender's own name with what it is behind it, so that it never lands on top of his file.</summary>
public static class MarkedName
{
    private const string Suffix = " - ผลการตรวจ";

    /// <summary>True for the name of a marked file, also with a receipt number before it.</summary>
    public static bool IsMarked(string name) => Path.GetFileNameWithoutExtension(name).EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The name, safe on every disk.</summary>
    /// <param name="fileName">As the sender called it; when he sends a marked file back under its name, the suffix is not put twice.</param>
    /// <param name="extension">By what the file is, with its point.</param>
    public static string Of(string fileName, string extension)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var stem = Path.GetFileNameWithoutExtension(fileName);
        while (stem.EndsWith(Suffix, StringComparison.Ordinal))
            stem = stem[..^Suffix.Length];
        return FileNames.OnDisk("", stem, Suffix + extension);
    }
}

using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>A file as one listing of the drop folder shows it.</summary>
internal sealed record DropEntry(string DropPath, string? Folder, string Name, string FullPath, FileStamp Stamp);

/// <summary>Lists what people put into the drop folder: at its top and in its subfolders, one level deep.</summary>
internal sealed class DropListing
{
    private readonly List<DropEntry> _files = [];
    private readonly List<IntakeProblem> _problems = [];
    private readonly HashSet<string> _unlisted = new(StringComparer.Ordinal);

    private DropListing()
    {
    }

    public IReadOnlyList<DropEntry> Files => _files;

    public IReadOnlyList<IntakeProblem> Problems => _problems;

    /// <summary>Lists the drop folder now.</summary>
    public static DropListing Of(string drop)
    {
        DropListing listing = new();
        foreach (DirectoryInfo folder in listing.Look(new DirectoryInfo(drop), null)) listing.Look(folder, folder.Name);
        return listing;
    }

    /// <summary>True when the folder of this path could not be listed, so that nothing is known of the file.</summary>
    public bool IsUnknown(string dropPath) =>
        _unlisted.Contains("") || (dropPath.Split('/') is [string folder, _] && _unlisted.Contains(folder));

    private List<DirectoryInfo> Look(DirectoryInfo place, string? folder)
    {
        List<DirectoryInfo> folders = [];
        try
        {
            foreach (FileSystemInfo entry in place.EnumerateFileSystemInfos())
                if (!FileNames.IsNoDelivery(entry.Name)) Sort(entry, folder, folders);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            _unlisted.Add(folder ?? "");
            _problems.Add(IntakeProblem.Of(IntakeFindings.FolderUnreadable, folder ?? place.FullName, DiskTrouble.Cause(problem)));
        }

        return folders;
    }

    private void Sort(FileSystemInfo entry, string? folder, List<DirectoryInfo> folders)
    {
        string path = folder is null ? entry.Name : $"{folder}/{entry.Name}";
        if (IsMangled(entry)) Refuse(IntakeFindings.NameUnreadable, path);
        else if (entry.LinkTarget is not null) Refuse(IntakeFindings.LinkSkipped, path);
        else if (!entry.Exists || IsHiddenOnWindows(entry)) return;
        else if (entry is FileInfo file) _files.Add(new(path, folder, file.Name, file.FullName, FileStamp.Of(file)));
        else if (folder is null) folders.Add((DirectoryInfo)entry);
        else Refuse(IntakeFindings.FolderTooDeep, path);
    }

    // .NET shows bytes that are no UTF-8 as U+FFFD and then does not find the file; half a surrogate pair of Windows would not survive being recorded.
    private static bool IsMangled(FileSystemInfo entry) =>
        (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !entry.Exists) || StoredText.Of(entry.Name) != entry.Name;

    private static bool IsHiddenOnWindows(FileSystemInfo entry) =>
        OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden);

    private void Refuse(FindingKind kind, string path) => _problems.Add(IntakeProblem.Of(kind, path));
}

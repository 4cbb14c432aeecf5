using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Intake;

/// <summary>Where everything lies that a run takes and writes. Each folder is a setting of its own; all are full paths, but for a database on a server.</summary>
/// <param name="Drop">Staff put files here; may lie on a share.</param>
/// <param name="Received">Originals that were taken, by receipt number; may lie on a share.</param>
/// <param name="Replies">Answers to the senders; may lie on a share.</param>
/// <param name="Archive">Every file received, by SHA-256; on a disk of this machine, or with PostgreSQL on a share that all nodes reach.</param>
/// <param name="Reports">Finished workbooks; may lie on a share.</param>
/// <param name="Outbox">Messages to be sent.</param>
/// <param name="Database">The warehouse: a file on a disk of this machine, or the connection string of PostgreSQL.</param>
public sealed record WorkspaceFolders(
    string Drop, string Received, string Replies, string Archive, string Reports, string Outbox, string Database)
{
    /// <summary>The usual layout: everything in one folder.</summary>
    public static WorkspaceFolders Under(string workspace)
    {
        string root = Path.GetFullPath(workspace);
        string In(string name) => Path.Combine(root, name);
        return new(In("drop"), In("received"), In("replies"), In("archive"), In("reports"), In("outbox"), In("warehouse.db"));
    }

    /// <summary>Makes the folders that are not there yet.</summary>
    /// <param name="dropSubfolders">Subfolders of the drop folder to make, for example one a province; give none when the office lays out its own share.</param>
    /// <returns>A FATAL finding for each folder that could not be made, and for each that lies in a wrong place; none when a run can begin.</returns>
    public IReadOnlyList<Finding> Prepare(IEnumerable<string> dropSubfolders)
    {
        ArgumentNullException.ThrowIfNull(dropSubfolders);
        IReadOnlyList<Finding> misplaced = CheckPlaces();
        if (misplaced.Count > 0) return misplaced;
        string[] folders = [Drop, Received, Replies, Archive, Reports, Outbox, .. DatabaseFile is { } file ? [Path.GetDirectoryName(file)!] : Array.Empty<string>()];
        Finding[] failed = [.. folders.Select(Make).OfType<Finding>()];
        // One folder that cannot be made is enough to say; its 76 brothers fail for the same reason.
        return failed.Length > 0 ? failed : [.. dropSubfolders.Select(name => Make(Path.Combine(Drop, name))).OfType<Finding>().Take(1)];
    }

    /// <summary>Looks whether the archive and the file of the database lie on this machine (with a server both may be elsewhere) and whether no folder lies within the drop folder or is the same as another.</summary>
    /// <returns>FATAL findings; none when all is well.</returns>
    public IReadOnlyList<Finding> CheckPlaces() => CheckPlaces(NetworkShares.IsOnShare);

    internal IReadOnlyList<Finding> CheckPlaces(Func<string, bool> isOnShare) =>
    [
        .. from place in Places
           where DatabaseFile is not null && place.Name is nameof(Archive) or nameof(Database)
           where isOnShare(place.Path)
           select new Finding(IntakeFindings.OnNetworkShare) { Subject = place.Path, Found = place.Name },
        .. Overlaps(),
    ];

    private (string Name, string Path)[] Places =>
    [
        (nameof(Drop), Drop), (nameof(Received), Received), (nameof(Replies), Replies), (nameof(Archive), Archive),
        (nameof(Reports), Reports), (nameof(Outbox), Outbox), .. DatabaseFile is { } file ? [(nameof(Database), file)] : Array.Empty<(string, string)>(),
    ];

    private string? DatabaseFile => Warehouse.Database.FileOf(Database);

    private IEnumerable<Finding> Overlaps() =>
        from one in Places
        from other in Places
        where one.Name != other.Name && IsWithin(one.Path, other.Path)
        // Two that are the same are said once; of those within another only the drop folder's matter, whose subfolders are taken from.
        where IsWithin(other.Path, one.Path) ? string.CompareOrdinal(one.Name, other.Name) < 0 : other.Name == nameof(Drop)
        select new Finding(IntakeFindings.FoldersOverlap) { Subject = one.Path, Found = one.Name, Expected = other.Name };

    internal static bool IsWithin(string path, string folder)
    {
        StringComparison comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string inner = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
        string outer = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        return inner.StartsWith(outer, comparison);
    }

    private static Finding? Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            return new Finding(IntakeFindings.FolderNotMade) { Subject = folder, Found = DiskTrouble.Cause(problem) };
        }
    }
}

using System.Globalization;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>The layout of a folder of backups: <c>snapshots/&lt;instant&gt;/</c> has the tables of each, <c>files/</c> the archive's bytes of all of them by hash.</summary>
internal sealed class BackupFolder(string folder)
{
    public const string ManifestName = "manifest.json";
    private const string StampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public string Root { get; } = Path.GetFullPath(folder);

    public string Snapshots => Path.Combine(Root, "snapshots");

    public string Files => Path.Combine(Root, "files");

    /// <summary>Where archived bytes with this hash lie, or would lie.</summary>
    public string FileOf(ContentHash hash) => Path.Combine(Files, hash.Hex[..2], hash.Hex);

    public string PathOf(string snapshot) => Path.Combine(Snapshots, snapshot);

    /// <summary>A name for a snapshot taken now; a second one in the same second gets a number.</summary>
    public string NewName(DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);
        var name = stamp;
        for (var copy = 2; Path.Exists(PathOf(name)); copy++)
            name = $"{stamp}-{copy:000}";
        return name;
    }

    /// <summary>The names of whole snapshots, oldest first.</summary>
    public IReadOnlyList<string> Whole() => [.. Named().Where(name => File.Exists(Path.Combine(PathOf(name), ManifestName)))];

    /// <summary>The names of snapshots that were interrupted before their manifest was written.</summary>
    public IReadOnlyList<string> Broken() => [.. Named().Where(name => !File.Exists(Path.Combine(PathOf(name), ManifestName)))];

    /// <summary>The manifest of a snapshot.</summary>
    /// <exception cref="KeepingException">There is none, or it is damaged.</exception>
    public BackupManifest Manifest(string snapshot)
    {
        var path = Path.Combine(PathOf(snapshot), ManifestName);
        if (!File.Exists(path))
            throw new KeepingException(Directory.Exists(PathOf(snapshot))
                ? $"สำเนาสำรอง {snapshot} ทำไม่เสร็จ (ไม่มี {ManifestName}) กรุณาเลือกสำเนาอื่นด้วย --snapshot · this backup was never finished; choose another"
                : $"ไม่พบสำเนาสำรอง {snapshot} ใน {Root} · no such backup; there are: {string.Join(", ", Whole())}");
        return BackupManifest.Read(File.ReadAllBytes(path))
            ?? throw new KeepingException($"{path} เสียหาย กรุณาเลือกสำเนาอื่นด้วย --snapshot · the manifest is damaged; choose another backup");
    }

    /// <summary>The archive's files that a snapshot refers to, with their sizes.</summary>
    public IEnumerable<(ContentHash Hash, long Size)> ArchiveOf(string snapshot, BackupManifest manifest) =>
        TableText.Read(Path.Combine(PathOf(snapshot), manifest.Archive.File)).Skip(1).Select(row => (ContentHash.FromHex(row[0].GetString()!), row[1].GetInt64()));

    // Whatever else lies there is none of ours and stays.
    private IEnumerable<string> Named() => !Directory.Exists(Snapshots) ? [] : Directory.EnumerateDirectories(Snapshots)
        .Select(path => Path.GetFileName(path))
        .Where(name => DateTime.TryParseExact(name.Split('-')[0], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        .Order(StringComparer.Ordinal);
}

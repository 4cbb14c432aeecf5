using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Keeping;

/// <summary>Copies the archive's files that a snapshot speaks of into the folder of backups, unless it has them.</summary>
internal sealed class BackupCopies(Archive archive, BackupFolder target)
{
    private readonly List<(ContentHash Hash, long Size)> _saved = [];
    private readonly List<(ContentHash Hash, string Complaint)> _missing = [];

    /// <summary>What the folder has now, by hash.</summary>
    public IReadOnlyList<(ContentHash Hash, long Size)> Saved => _saved;

    /// <summary>What it does not have.</summary>
    public IEnumerable<ContentHash> Missing => _missing.Select(file => file.Hash);

    /// <summary>Why not.</summary>
    public IEnumerable<string> Complaints => _missing.Select(file => file.Complaint);

    /// <summary>How many were copied now.</summary>
    public int Copied { get; private set; }

    /// <summary>Copies what is not there, or not there unchanged.</summary>
    /// <exception cref="IOException">The folder takes nothing.</exception>
    public BackupCopies Save(IEnumerable<ArchivedContent> contents, CancellationToken cancellation)
    {
        foreach (var content in contents)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = target.FileOf(content.Hash);
            if (FileStamp.Of(place) is { } stamp && FileStamp.Holds(place, stamp.Size, content.Hash))
                _saved.Add((content.Hash, stamp.Size));
            else
                Copy(content, place);
        }

        DurableFiles.FlushFolder(target.Files);
        return this;
    }

    private void Copy(ArchivedContent content, string place)
    {
        var source = archive.PathOf(content.Hash);
        long size;
        try
        {
            size = new FileInfo(source).Length;
            if (!FileStamp.Holds(source, size, content.Hash))
            {
                Miss(content, "its SHA-256 is another");
                return;
            }
        }
        catch (Exception unread) when (DiskTrouble.Is(unread))
        {
            Miss(content, unread.Message);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        DurableFiles.Write(place, $"{place}.part", file =>
        {
            using var bytes = File.OpenRead(source);
            bytes.CopyTo(file);
        });
        _saved.Add((content.Hash, size));
        Copied++;
    }

    private void Miss(ArchivedContent content, string why) => _missing.Add((content.Hash,
        $"ไม่ได้สำรองไฟล์ {FileNames.Display(content.What)} เพราะไฟล์ในคลังไฟล์หายหรือเสียหาย กรุณาสั่ง dla-etl doctor · not saved, the archive's file is lost or damaged: {archive.PathOf(content.Hash)}: {why}"));
}

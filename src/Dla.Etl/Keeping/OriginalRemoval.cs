using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Removes originals on purpose: first the row that says so, then the copy in the received folder and the bytes in the archive.</summary>
/// <remarks>Only who has intake to himself may: the same bytes may be coming in again at this very moment.</remarks>
internal sealed class OriginalRemoval(Database warehouse, WorkspaceFolders places)
{
    /// <summary>Says that these originals are removed.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="fileIds">Received files.</param>
    /// <param name="cause"><c>retention</c> or <c>forget</c>.</param>
    public static void Mark(WriteLane lane, IEnumerable<string> fileIds, string cause)
    {
        foreach (var id in fileIds)
            lane.Execute(
                "INSERT INTO original_removed (received_file_id, removed_at, cause) VALUES (@id, @now, @cause) ON CONFLICT (received_file_id) DO NOTHING",
                new { id, now = lane.Now, cause });
    }

    /// <summary>Deletes what was said to be removed and lies there still, that of an interrupted removal too.</summary>
    /// <param name="lost">Cancelled when intake is no longer ours.</param>
    /// <returns>How many files were deleted, and what could not be.</returns>
    /// <exception cref="LeaseLostException">It is not; the next removal finishes.</exception>
    public (int Deleted, IReadOnlyList<string> Complaints) Sweep(CancellationToken lost)
    {
        using var connection = warehouse.Read();
        var (deleted, complaints) = (0, new List<string>());
        foreach (var copy in Copies(connection))
            Try(() => Delete(copy), copy.MovedTo);
        var archive = new Archive(places.Archive, warehouse.Clock);
        foreach (var content in ArchivedContent.Removed(connection))
            Try(() => Delete(archive.PathOf(content.Hash)), content.What);
        return (deleted, complaints);

        void Try(Func<bool> delete, string what)
        {
            if (lost.IsCancellationRequested)
                throw new LeaseLostException($"Lease {LeaseNames.Intake}");
            try
            {
                if (delete())
                    deleted++;
            }
            catch (Exception trouble) when (trouble is KeepingException || DiskTrouble.Is(trouble))
            {
                complaints.Add($"ลบ {FileNames.Display(what)} ไม่ได้: {trouble.Message} · could not be deleted; the next removal tries again");
            }
        }
    }

    private bool Delete(Copy copy)
    {
        var path = Path.Combine([places.Received, .. copy.MovedTo.Split('/')]);
        if (!WorkspaceFolders.IsWithin(path, places.Received) || !File.Exists(path))
            return false;
        if (!FileStamp.Holds(path, copy.Size, ContentHash.FromHex(copy.Sha256)))
            throw new KeepingException("ไฟล์ในโฟลเดอร์ไฟล์ที่รับแล้วถูกแก้ไขหลังรับ กรุณาตรวจดูแล้วลบเอง (the copy was changed by somebody: look at it and delete it yourself)");
        return Delete(path);
    }

    private static bool Delete(string path)
    {
        if (!File.Exists(path))
            return false;
        File.Delete(path);
        DurableFiles.FlushFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    private static IEnumerable<Copy> Copies(DbConnection connection) => connection.Query<Copy>(
        """
        SELECT m.moved_to AS MovedTo, f.size AS Size, f.sha256 AS Sha256
        FROM original_removed r JOIN received_file f ON f.id = r.received_file_id JOIN received_move m ON m.received_file_id = r.received_file_id
        ORDER BY f.receipt_number
        """);

    private sealed record Copy
    {
        public string MovedTo { get; init; } = "";

        public long Size { get; init; }

        public string Sha256 { get; init; } = "";
    }
}
